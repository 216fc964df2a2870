"""The tray icon on real panels of both kinds, and the window that comes where there is none."""

from datetime import timedelta

import pytest

from desktop.adapters.store import SqliteStore
from desktop.adapters.weather_typed import type_in
from schedules.weather import Reading
from tests.clock import FakeClock
from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import wait_until
from tests.status_notifier import TrayHost

pytestmark = pytest.mark.desktop

HOT = """
version = 1
[heat]
source = "typed"
"""

TODAY = "^Today "


@pytest.fixture
def host(uncramp: Resident) -> TrayHost:
    """A panel that is up."""
    host = uncramp.desk.tray_host()
    host.start()
    return host


def test_the_menu_logs_a_drink_and_the_tooltip_tells_it(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: "0 of 2,000 ml" in item.tooltip, "the tooltip is true")
    assert uncramp.status()["tray"] is True
    item.choose("Drank a glass (250 ml)")
    wait_until(lambda: "250 of 2,000 ml" in item.tooltip, "the tooltip follows")
    assert uncramp.status()["intake_ml"] == 250
    assert "next: " in item.tooltip


def test_a_waiting_prompt_is_answered_from_the_menu(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start(at=EVENING)
    item = host.wait_for_item()
    wait_until(lambda: "waiting for you: Stretch before bed?" in item.tooltip, "the tooltip tells what waits")
    item.choose("Not tonight")
    wait_until(lambda: "waiting" not in item.tooltip, "it waits no longer")
    assert uncramp.planned("bedtime") == []


def test_the_menu_has_every_action(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: item.menu, "the menu is filled")
    assert [entry.label.split(":")[0] for entry in item.menu if entry.label] == [
        "Open Uncramp",
        "I have a cramp now",
        "Drank a glass (250 ml)",
        "Log something else",
        "Next",
        "Pause prompts",
        "Start stretch guide",
        "Calendar",
        "Weather and heat…",
        "Your days…",
        "Settings",
        "Quit Uncramp",
    ]


def test_a_pause_stands_in_the_menu_and_ends_there(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: item.menu, "the menu is filled")
    item.choose("Pause prompts", "30 minutes")
    wait_until(lambda: "paused until 10:30" in item.tooltip, "the tooltip tells the end")
    item.choose("Paused until 10:30 – resume")
    wait_until(lambda: "paused" not in item.tooltip, "prompts come again")
    assert uncramp.status()["paused_until"] is None


def test_quit_ends_it(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: item.menu, "the menu is filled")
    item.choose("Quit Uncramp")
    assert uncramp.ended() == 0
    wait_until(lambda: not host.items, "the icon is gone")


def test_a_click_on_the_icon_opens_today(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    host.wait_for_item().activate()
    wait_until(lambda: uncramp.desk.windows(TODAY), "the window opens")


def test_the_four_looks_differ_by_more_than_colour(uncramp: Resident, host: TrayHost) -> None:
    uncramp.settings(HOT)
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: "next:" in item.tooltip, "it is ready")
    shapes = [shape(item.pictures)]
    uncramp.leap_to("drink")
    wait_until(lambda: "waiting" in item.tooltip, "a prompt waits")
    shapes.append(shape(item.pictures))
    uncramp.ask("pause", "30m")
    wait_until(lambda: "paused" in item.tooltip, "it is paused")
    shapes.append(shape(item.pictures))
    uncramp.ask("resume")
    uncramp.clock.move(timedelta(hours=5))
    store = SqliteStore(uncramp.home / "uncramp.db", FakeClock())
    type_in(store, Reading(at=uncramp.clock.now(), temperature_c=38.0, humidity_pct=50.0))
    store.close()
    uncramp.stir()
    wait_until(lambda: shape(item.pictures) not in shapes, "it is hot")
    shapes.append(shape(item.pictures))
    assert len(set(shapes)) == len(shapes)


def shape(pictures: dict[tuple[int, int], bytes]) -> bytes:
    """Which pixels of the icon are there at all, whatever their colour."""
    return bytes(alpha > 127 for alpha in pictures[22, 22][::4])


def test_a_panel_that_comes_late_dies_and_returns_has_the_icon(uncramp: Resident) -> None:
    uncramp.start()
    assert uncramp.status()["tray"] is False
    host = uncramp.desk.tray_host()
    host.start()
    item = host.wait_for_item()
    wait_until(lambda: uncramp.status()["tray"], "the icon is known to be seen")
    item.choose("Drank a glass (250 ml)")
    host.stop()
    wait_until(lambda: not uncramp.status()["tray"], "it is known not to be seen")
    host.start()
    host.wait_for_item().choose("Drank a glass (250 ml)")
    wait_until(lambda: uncramp.status()["intake_ml"] == 500, "both drinks are logged")


def test_a_panel_of_the_old_kind_shows_the_icon(uncramp: Resident) -> None:
    uncramp.desk.start_trayer()
    wait_until(lambda: uncramp.desk.windows("^panel$"), "the panel is there")
    uncramp.start()
    wait_until(lambda: uncramp.status()["tray"], "the icon is seen")
    uncramp.desk.xdotool("mousemove", "10", "790")

    def opened() -> bool:
        uncramp.desk.xdotool("click", "1")
        return bool(uncramp.desk.windows(TODAY))

    wait_until(opened, "a click on the icon opens the window")


def test_without_a_tray_the_window_comes(uncramp: Resident) -> None:
    uncramp.start()
    wait_until(lambda: uncramp.desk.windows(TODAY), "the window comes in the place of the icon")


def test_with_a_tray_no_window_comes(uncramp: Resident, host: TrayHost) -> None:
    uncramp.start()
    host.wait_for_item()
    assert uncramp.desk.windows(TODAY) == ()
