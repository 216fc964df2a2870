"""What the services of the desktops say of the person, over a real bus, with services that the tests play."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.answering_program import AnsweringProgram
from desktop.adapters.presence_bus import BusOpener, PresenceBus
from desktop.adapters.presence_gnome_quiet import SHELL, GnomeQuietSensor
from desktop.adapters.presence_logind import LOGIND, LogindSensor
from desktop.adapters.presence_mutter import MUTTER, MutterSensor
from desktop.adapters.presence_quiet import DUNST, KDE, MAKO, SWAYNC, XFCE, Question, QuietSensor
from desktop.adapters.presence_screensaver import FREEDESKTOP, PATHS, ScreenSaverIdleSensor, ScreenSaverSensor
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import SessionBus, system_address
from desktop.sensing import AWAY, PAUSE, InputReturned, Matter, Resumed
from tests.clock import START, FakeClock
from tests.desk import Desk
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.adapters.presence_service import Answer, PresenceService
from tests.desktop.notifier_contract import wait_for

pytestmark = pytest.mark.desktop

SOON = timedelta(seconds=20)
SESSION = "/org/freedesktop/login1/session/_31"
Serve = Callable[[str], PresenceService]


@pytest.fixture
def serve(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Puts a service on the bus; each test's own."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", desk.session.bus_address)
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made: list[PresenceService] = []

    def serve(name: str) -> PresenceService:
        made.append(PresenceService(desk.session.bus_address, name))
        return made[-1]

    yield serve
    for service in made:
        service.end()


@pytest.fixture
def bus(qtbot: QtBot, clock: FakeClock) -> Iterator[PresenceBus]:
    made = PresenceBus(SessionBus(greeted_within=SOON), clock)
    yield made
    made.close()


def hear(bus: PresenceBus, *sensors: Sensor) -> Hearing:
    """Start sensors and listen to them."""
    hearing = Hearing(*sensors)
    for sensor in (*sensors, BusOpener(bus)):
        sensor.start()
    return hearing


def answer_of(sensor: Sensor, qtbot: QtBot) -> None:
    """Read, and wait for the end of it."""
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    wait_for(qtbot, lambda: done == [1])


# logind


def logind(serve: Serve, **answers: tuple[str, tuple[Any, ...]]) -> PresenceService:
    service = serve(LOGIND)
    service.answers |= {"LockedHint": ("v", (("b", False),)), **answers}
    return service


def test_logind_tells_of_waking_after_how_long_and_not_of_falling_asleep(
    serve: Serve, bus: PresenceBus, clock: FakeClock, qtbot: QtBot
) -> None:
    service = logind(serve, GetSessionByPID=("o", (SESSION,)))
    sensor = LogindSensor(bus, clock)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is False)
    assert hearing.is_so(Matter.SLEEP)
    of_sleep = ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b")
    service.emit(*of_sleep, True)
    wait_for(qtbot, lambda: sensor._slept_at is not None)
    clock.advance(timedelta(hours=3))
    service.emit(*of_sleep, False)
    service.emit(*of_sleep, False)
    wait_for(qtbot, lambda: len(hearing.happened) == 2)
    assert hearing.happened == [Resumed(asleep=timedelta(hours=3)), Resumed()]


@pytest.mark.parametrize(
    ("session_id", "answers"),
    [
        ("31", {"GetSession": ("o", (SESSION,))}),
        ("", {"GetSessionByPID": ("o", (SESSION,))}),
        ("", {"Display": ("v", (("(so)", ("31", SESSION)),))}),
    ],
)
def test_logind_tells_of_the_lock_of_our_session_only(  # noqa: PLR0913, PLR0917 a table and its world
    serve: Serve,
    bus: PresenceBus,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    clock: FakeClock,
    session_id: str,
    answers: dict[str, tuple[str, tuple[Any, ...]]],
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", session_id)
    service = logind(serve, **answers)
    hearing = hear(bus, LogindSensor(bus, clock))
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is False)
    changed = ("org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", f"{LOGIND}.Session")
    service.emit(SESSION, *changed, {"LockedHint": ("b", True)}, [])
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is True)
    service.emit("/org/freedesktop/login1/session/_32", *changed, {"LockedHint": ("b", False)}, [])
    service.emit(SESSION, *changed, {"IdleHint": ("b", True)}, [])
    service.emit("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", False)
    wait_for(qtbot, lambda: bool(hearing.happened))
    assert hearing.is_so(Matter.LOCK) is True
    service.end()
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is None)
    assert hearing.is_so(Matter.SLEEP) is None


def test_without_a_session_the_lock_is_unknown(serve: Serve, bus: PresenceBus, clock: FakeClock, qtbot: QtBot) -> None:
    service = logind(serve)
    hearing = hear(bus, LogindSensor(bus, clock))
    wait_for(qtbot, lambda: "Display" in [asked for asked, _ in service.asked])
    assert hearing.is_so(Matter.LOCK) is None
    assert hearing.is_so(Matter.SLEEP)


def test_the_system_bus_has_its_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    assert system_address() == "unix:path=/var/run/dbus/system_bus_socket"


# Mutter


def mutter(serve: Serve, idle_ms: int) -> PresenceService:
    """Numbers its watches: 5000 ms is watch 5."""
    service = serve(MUTTER)
    service.answers = {
        "GetIdletime": ("t", (idle_ms,)),
        "AddIdleWatch": lambda body: ("u", (body[0] // 1000,)),
        "AddUserActiveWatch": ("u", (1,)),
        "RemoveWatch": ("", ()),
    }
    return service


def fire(service: PresenceService, watch: int) -> None:
    service.emit("/org/gnome/Mutter/IdleMonitor/Core", MUTTER, "WatchFired", "u", watch)


def test_mutter_is_asked_for_the_idle_time(serve: Serve, bus: PresenceBus, qtbot: QtBot, clock: FakeClock) -> None:
    service = mutter(serve, 60_000)
    sensor = MutterSensor(bus, clock)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: hearing.input_at() == START - timedelta(minutes=1))
    service.answers["GetIdletime"] = ("t", (5,))
    answer_of(sensor, qtbot)
    assert hearing.input_at() == START - timedelta(milliseconds=5)
    service.end()
    wait_for(qtbot, lambda: hearing.input_at() is None)
    answer_of(sensor, qtbot)


def test_mutter_tells_who_goes_and_who_comes_back(
    serve: Serve, bus: PresenceBus, qtbot: QtBot, clock: FakeClock
) -> None:
    service = mutter(serve, 0)
    sensor = MutterSensor(bus, clock)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: "away" in sensor._watches.values())
    fire(service, 77)
    fire(service, 300)
    wait_for(qtbot, lambda: "return" in sensor._watches.values())
    assert hearing.input_at() == START - AWAY
    clock.advance(AWAY)
    fire(service, 1)
    wait_for(qtbot, lambda: hearing.happened == [InputReturned(at=clock.now())])
    assert hearing.input_at() == clock.now()
    assert "return" not in sensor._watches.values()


def test_mutter_tells_of_pauses_while_they_are_waited_for(
    serve: Serve, bus: PresenceBus, qtbot: QtBot, clock: FakeClock
) -> None:
    service = mutter(serve, 0)
    sensor = MutterSensor(bus, clock)
    sensor.wait_for_pause(is_wanted=True)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: "pause" in sensor._watches.values())
    fire(service, 5)
    wait_for(qtbot, lambda: hearing.input_at() == START - PAUSE)
    sensor.wait_for_pause(is_wanted=False)
    wait_for(qtbot, lambda: ("RemoveWatch", (5,)) in service.asked)
    service.asked.clear()
    for is_wanted in (True, True, False, False):
        sensor.wait_for_pause(is_wanted=is_wanted)
    wait_for(qtbot, lambda: ("RemoveWatch", (5,)) in service.asked)
    assert "pause" not in sensor._watches.values()


# Screen savers


@pytest.mark.parametrize("name", list(PATHS))
def test_each_screen_saver_is_a_lock(serve: Serve, bus: PresenceBus, qtbot: QtBot, name: str) -> None:
    service = serve(name)
    service.answers["GetActive"] = ("b", (True,))
    hearing = hear(bus, ScreenSaverSensor(bus, name))
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is True)
    service.emit(PATHS[name], name, "ActiveChanged", "b", False)
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is False)
    service.emit(PATHS[name], name, "ActiveChanged", "b", True)
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is True)
    service.end()
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is None)


def test_a_screen_saver_that_only_keeps_the_screen_on_is_no_lock(serve: Serve, bus: PresenceBus, qtbot: QtBot) -> None:
    service = serve(FREEDESKTOP)
    hearing = hear(bus, ScreenSaverSensor(bus, FREEDESKTOP))
    wait_for(qtbot, lambda: bool(service.asked))
    wait_for(qtbot, lambda: hearing.has_spoken(Matter.LOCK))
    assert hearing.is_so(Matter.LOCK) is None


def test_kde_is_asked_for_the_idle_time(serve: Serve, bus: PresenceBus, qtbot: QtBot, clock: FakeClock) -> None:
    service = serve(FREEDESKTOP)
    service.answers["GetSessionIdleTime"] = ("u", (90_000,))
    sensor = ScreenSaverIdleSensor(bus, clock)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: bus.is_there(FREEDESKTOP))
    answer_of(sensor, qtbot)
    assert hearing.input_at() == START - timedelta(seconds=90)
    service.answers.clear()
    answer_of(sensor, qtbot)
    assert hearing.input_at() is None
    service.end()
    wait_for(qtbot, lambda: not bus.is_there(FREEDESKTOP))
    answer_of(sensor, qtbot)


# Do not disturb

QUIET_AND_NOT: list[tuple[Question, str, Answer, Answer]] = [
    (KDE, "Inhibited", ("v", (("b", True),)), ("v", (("b", False),))),
    (XFCE, "GetProperty", ("v", (("b", True),)), ("v", (("b", False),))),
    (MAKO, "ListModes", ("as", (["default", "do-not-disturb"],)), ("as", (["default"],))),
    (SWAYNC, "GetDnd", ("b", (True,)), ("b", (False,))),
]


@pytest.mark.parametrize(
    ("question", "asked", "quiet", "loud"), QUIET_AND_NOT, ids=lambda one: getattr(one, "name", "")
)
def test_each_service_is_asked_in_its_own_words(  # noqa: PLR0913, PLR0917 a table and its world
    desk: Desk,
    serve: Serve,
    bus: PresenceBus,
    qtbot: QtBot,
    question: Question,
    asked: str,
    quiet: Answer,
    loud: Answer,
) -> None:
    desk.session.stop_notifications()  # its name is wanted
    service = serve(question.place.service)
    service.answers[asked] = quiet
    sensor = QuietSensor(bus, question)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is True)
    service.answers[asked] = loud
    answer_of(sensor, qtbot)
    assert hearing.is_so(Matter.DO_NOT_DISTURB) is False
    service.answers[asked] = quiet
    service.emit(question.place.path, *question.told_by, "")
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is True)
    service.end()
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is None)
    answer_of(sensor, qtbot)


def test_dunst_tells_when_it_is_paused(desk: Desk, serve: Serve, bus: PresenceBus, qtbot: QtBot) -> None:
    """The real one."""
    sensors = [QuietSensor(bus, question) for question in (DUNST, KDE, MAKO)]
    hearing = hear(bus, *sensors)
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB, "dunst") is False)
    desk.session.dunst.pause(is_paused=True)
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB, "dunst") is True)
    desk.session.dunst.pause(is_paused=False)
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB, "dunst") is False)
    assert hearing.is_so(Matter.DO_NOT_DISTURB, "kde") is hearing.is_so(Matter.DO_NOT_DISTURB, "mako") is None


def test_gnome_says_by_its_program_and_tells_of_the_change(
    serve: Serve, bus: PresenceBus, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = tmp_path / "setting"
    setting.write_text("true\n")
    program = tmp_path / "gsettings"
    program.write_text(f'#!/bin/sh\ncat "{setting}"\n')
    program.chmod(0o700)
    sensor = GnomeQuietSensor(bus, AnsweringProgram(str(program)))
    writer = serve("ca.desrt.dconf")
    hearing = hear(bus, sensor)
    shell = serve(SHELL)
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is False)
    setting.write_text("false\n")
    told = ("/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer", "Notify", "sass")
    writer.emit(*told, "/org/gnome/desktop/notifications/show-banners", [""], "")
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is True)
    setting.write_text("nonsense\n")
    writer.emit(*told, "/org/gnome/desktop/sound/", ["theme"], "")
    writer.emit(*told, "/org/gnome/desktop/", ["notifications/show-banners"], "")
    wait_for(qtbot, lambda: hearing.is_so(Matter.DO_NOT_DISTURB) is None)
    shell.end()
    wait_for(qtbot, lambda: not bus.is_there(SHELL))
    answer_of(sensor, qtbot)
    sensor.close()


# The bus itself


def test_a_bus_that_is_not_there_is_tried_again_later(
    desk: Desk, serve: Serve, qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(MUTTER).answers["GetIdletime"] = ("t", (0,))
    address = ["unix:path=/nonexistent"]
    bus = PresenceBus(SessionBus(address=lambda: address[0], greeted_within=SOON), clock)
    sensor, opener = MutterSensor(bus, clock), BusOpener(bus)
    hearing = hear(bus, sensor)
    answer_of(sensor, qtbot)
    address[0] = desk.session.bus_address
    answer_of(opener, qtbot)
    assert not bus.is_there(MUTTER), "not at once"
    clock.advance(timedelta(minutes=2))
    answer_of(opener, qtbot)
    wait_for(qtbot, lambda: hearing.input_at() is not None)
    opener.close()


def test_a_service_that_answers_nonsense_knows_nothing(
    serve: Serve, bus: PresenceBus, qtbot: QtBot, clock: FakeClock
) -> None:
    service = serve(MUTTER)
    service.answers = {"GetIdletime": ("s", ("soon",)), "AddIdleWatch": ("s", ("no",))}
    sensor = MutterSensor(bus, clock)
    hearing = hear(bus, sensor)
    wait_for(qtbot, lambda: hearing.has_spoken(Matter.INPUT))
    wait_for(qtbot, lambda: "AddIdleWatch" in [asked for asked, _ in service.asked])
    answer_of(sensor, qtbot)
    assert hearing.input_at() is None
    assert sensor._watches == {}
