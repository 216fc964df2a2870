"""The zone becomes another one while the program runs."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.presence_zone import ZoneSensor
from desktop.sensing import Matter, ZoneChanged
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.notifier_contract import wait_for


@pytest.fixture
def link(tmp_path: Path) -> Path:
    folder = tmp_path / "etc"
    folder.mkdir()
    link = folder / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    return link


@pytest.fixture
def sensor(qtbot: QtBot, link: Path) -> Iterator[ZoneSensor]:
    made = ZoneSensor(link, lambda: str(link.readlink()))
    yield made
    made.close()
    made.close()


def put(link: Path, zone: str) -> None:
    """As systemd-timedated does it: a new link, renamed over the old one."""
    new = link.with_name("localtime.new")
    new.symlink_to(f"/usr/share/zoneinfo/{zone}")
    new.rename(link)


def test_a_zone_that_is_put_in_place_of_another(
    sensor: ZoneSensor, link: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[int] = []
    monkeypatch.setattr(time, "tzset", lambda: followed.append(1))
    hearing = Hearing(sensor)
    sensor.start()
    assert hearing.is_so(Matter.ZONE)
    put(link, "America/New_York")
    wait_for(qtbot, lambda: hearing.happened == [ZoneChanged()])
    assert followed == [1]
    put(link, "Asia/Kathmandu")
    wait_for(qtbot, lambda: len(hearing.happened) == 2)


def test_the_same_zone_again_and_other_files_are_no_news(sensor: ZoneSensor, link: Path, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    put(link, "Europe/Berlin")
    sensor.look()
    assert hearing.happened == []


def test_where_there_is_no_folder_nobody_tells(qtbot: QtBot, tmp_path: Path) -> None:
    sensor = ZoneSensor(tmp_path / "none" / "localtime")
    hearing = Hearing(sensor)
    sensor.start()
    assert hearing.is_so(Matter.ZONE) is None
    sensor.close()
