"""The weather in the running program, from a server on this machine: asked in time, told once, silent when off."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.move_kept import KEY as MOVED
from tests.desktop.weather_reply import reply
from tests.desktop.weather_server import Behaviour, WeatherServer, says, serving
from tests.desktop.whole.resident import SETTLED, Resident
from tests.session_bus import wait_until
from tests.status_notifier import TrayItem

pytestmark = pytest.mark.desktop

HEAT = """version = 1
[you]
doctor_limits_fluids = {limited}
[[day]]
name = "Every day"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "07:00"
bed = "23:00"
[[day.block]]
kind = "{kind}"
from = "{start}"
to = "{end}"
{more}
[heat]
source = "{source}"
latitude = 41.88
longitude = -87.63
server = "{server}"
"""
RUN = {"kind": "exercise", "start": "17:00", "end": "18:00", "more": 'effort = "hard"\noutdoors = true'}
TO_TEMPERATURE = 7
"""Presses of Tab from the first source to the field for the temperature."""
WORK = {"kind": "outdoors", "start": "09:30", "end": "18:00", "more": ""}


@pytest.fixture
def weather() -> Iterator[WeatherServer]:
    with serving() as made:
        made.forecast = reply([24.0 + 12.0 * (9 <= n % 24 <= 19) for n in range(48)])
        yield made


def settings(weather: WeatherServer, block: dict[str, str], limited: str = "false", source: str = "open-meteo") -> str:
    return HEAT.format(limited=limited, source=source, server=weather.url, **block)


def is_known(uncramp: Resident) -> bool:
    return uncramp.status()["weather_age_s"] is not None


def test_a_hot_morning_is_told_and_a_run_is_moved_on_that_date_only(uncramp: Resident, weather: WeatherServer) -> None:
    uncramp.settings(settings(weather, RUN))
    uncramp.start()
    wait_until(lambda: is_known(uncramp), "the forecast is here")
    assert len(weather.seen) == 1
    assert uncramp.plan()["heat"]
    uncramp.leap_to("heat-brief")
    brief = uncramp.desk.wait_for_notification("A hot day")
    assert "Your exercise at 17:00 falls in it" in brief.body
    assert "best moved or left out" in brief.body
    uncramp.desk.press("Move it", on=brief)
    uncramp.desk.wait_for_notification("Your exercise is now 20:")
    written = (uncramp.home / "settings.toml").read_text(encoding="utf-8")
    assert "2026-07-15" in written
    assert written.count("[[date]]") == 1
    assert written.startswith(settings(weather, RUN)[:40])
    uncramp.kill()
    uncramp.start("show", "today")
    wait_until(lambda: bool(uncramp.desk.windows("Today")), "Today is open")
    assert MOVED in state(uncramp), "it can be taken back after a restart too"


def state(uncramp: Resident) -> set[str]:
    """What the program remembers beside its records, by name."""
    with closing(sqlite3.connect(uncramp.home / "uncramp.db")) as records:
        return {name for (name,) in records.execute("SELECT key FROM state")}


def test_a_notice_on_show_is_replaced_when_the_day_turns_out_hotter(uncramp: Resident, weather: WeatherServer) -> None:
    weather.forecast = reply([24.0 + 5.0 * (9 <= n % 24 <= 19) for n in range(48)])
    uncramp.settings(settings(weather, RUN))
    uncramp.start()
    wait_until(lambda: is_known(uncramp), "the forecast is here")
    uncramp.leap_to("heat-brief")
    before = uncramp.desk.wait_for_notification("A hot day")
    weather.forecast = reply([24.0 + 12.0 * (9 <= n % 24 <= 19) for n in range(48)])
    uncramp.clock.move(timedelta(minutes=61))
    uncramp.stir()
    wait_until(lambda: uncramp.status()["weather_age_s"] < 60, "it has asked again and been told")
    uncramp.clock.move(SETTLED)  # news wait a little after a sleep
    uncramp.stir()
    after = uncramp.desk.wait_for_notification("A hot day: it will feel like 43 °C")
    assert (after.id, after.title != before.title) == (before.id, True), "one beside the other"
    assert [shown.title for shown in uncramp.desk.shown if "A hot day" in shown.title] == [after.title]


def test_a_break_in_dangerous_heat_says_to_stop_and_nothing_of_drinking_where_that_is_limited(
    uncramp: Resident, weather: WeatherServer
) -> None:
    uncramp.settings(settings(weather, WORK, limited="true"))
    uncramp.start()
    wait_until(lambda: is_known(uncramp), "the forecast is here")
    uncramp.leap_to("heat-break")
    told = uncramp.desk.wait_for_notification("Dangerous heat: stop, or move to a cooler place")
    assert "Ask your doctor what else to do in the heat." in told.body
    for word in ("drink", "Drink", "water", "glass", "sip"):
        assert word not in f"{told.title} {told.body} {' '.join(told.labels)}"
    assert "Signs of illness" in told.labels
    uncramp.desk.press("Signs of illness", on=told)
    wait_until(lambda: bool(uncramp.desk.windows("When to get help")), "the signs are shown")


@pytest.mark.parametrize("failure", [says(b"", 503, "text/plain"), says(b"<html>", kind="text/html")])
def test_offline_nothing_is_told_and_nothing_goes_by_old_weather(
    uncramp: Resident, weather: WeatherServer, failure: Behaviour
) -> None:
    weather.script = [failure] * 50
    uncramp.settings(settings(weather, RUN))
    uncramp.start()
    wait_until(lambda: bool(weather.seen), "it has asked")
    uncramp.clock.move(SETTLED)
    uncramp.stir()
    assert not is_known(uncramp)
    assert uncramp.plan()["heat"] == []
    assert not [shown for shown in uncramp.desk.shown if "eather" in shown.title]
    assert uncramp.desk.windows("Uncramp") == ()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("source", ["off", "typed"])
def test_off_the_running_program_has_no_network_even_with_its_window_open(
    uncramp: Resident, weather: WeatherServer, source: str
) -> None:
    uncramp.settings(settings(weather, RUN, source=source))
    with_heat_window(uncramp)
    assert uncramp.process is not None
    process = Path("/proc", str(uncramp.process.pid))
    loaded = [line for line in (process / "maps").read_text().splitlines() if "Network" in line]
    assert loaded == []
    assert internet_sockets(process) == []
    assert weather.seen == []


def with_heat_window(uncramp: Resident) -> TrayItem:
    """The icon of a program that was started, and whose window of the weather was opened from its menu."""
    host = uncramp.desk.tray_host()
    host.start()
    uncramp.start()
    item = host.wait_for_item()
    wait_until(lambda: item.menu, "the menu is filled")
    item.choose("Weather and heat…")
    wait_until(lambda: bool(uncramp.desk.windows("Weather and heat")), "the window of the weather is open")
    return item


def test_a_reading_is_typed_in_the_window_of_the_weather(uncramp: Resident, weather: WeatherServer) -> None:
    uncramp.settings(settings(weather, WORK, source="typed"))
    item = with_heat_window(uncramp)
    (window,) = uncramp.desk.windows("Weather and heat")
    uncramp.desk.xdotool("windowactivate", "--sync", window)
    uncramp.desk.xdotool("key", "--delay", "50", *["Tab"] * TO_TEMPERATURE)
    uncramp.desk.xdotool("type", "--delay", "50", "36,5")
    uncramp.desk.xdotool("key", "--delay", "50", "Tab")
    uncramp.desk.xdotool("type", "--delay", "50", "50")
    uncramp.desk.xdotool("key", "Return")
    wait_until(lambda: is_known(uncramp), "the reading is kept")
    wait_until(lambda: "Now it feels like 44 °C: danger." in item.tooltip, "the icon tells of it")
    assert uncramp.planned("heat-break")
    assert weather.seen == []


def internet_sockets(process: Path) -> list[str]:
    """The addresses to which a process has a connection, of either kind and family."""
    held = {str(fd.readlink()) for fd in (process / "fd").iterdir() if fd.is_symlink()}
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in (process / "net" / table).read_text().splitlines()[1:]:
            parts = line.split()
            if f"socket:[{parts[9]}]" in held:
                found.append(f"{table} {parts[2]}")
    return found
