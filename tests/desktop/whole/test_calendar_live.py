"""The whole program with somebody's calendar: it is fetched, read, planned by kept, and read again."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.calendar_file import CalendarFile
from desktop.adapters.clock import SystemClock
from desktop.adapters.store import SqliteStore
from desktop.calendar_memory import CalendarMemory
from desktop.settings.places import calendar_path, database_path, log_folder
from tests.desktop import calendars
from tests.desktop.calendars import ONCE, event
from tests.desktop.weather_server import says, serving
from tests.desktop.whole.resident import WEDNESDAY, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

WINDOW = "^Calendar "
WARM_UP = WEDNESDAY.replace(hour=17, minute=50)


def test_a_run_in_the_calendar_is_planned_for_and_read_again_a_day_later(uncramp: Resident) -> None:
    kept = CalendarFile(calendar_path())
    with serving() as server:
        server.script.append(says(calendars.GOOGLE.encode(), kind="text/calendar", ETag='"one"'))
        server.script.append(says(event(*ONCE, "SUMMARY:Other").encode(), kind="text/calendar"))
        store = SqliteStore(database_path(), SystemClock())
        CalendarMemory(store).keep_source(f"{server.url}/secret-key.ics")
        store.close()
        uncramp.start()
        wait_until(lambda: uncramp.planned("warm-up") == [WARM_UP], "the run is planned for")
        assert uncramp.planned("after-exercise") == [WARM_UP + timedelta(minutes=70)]
        # Without a running instance too: on Friday the calendar leaves the run out, and not on Wednesday.
        assert "warm-up" in uncramp.run("plan", "--json", "--date", "2026-07-22").stdout
        assert "warm-up" not in uncramp.run("plan", "--json", "--date", "2026-07-17").stdout
        uncramp.clock.move(timedelta(days=1, hours=1))
        uncramp.stir()
        wait_until(lambda: (found := kept.kept()) is not None and found.etag == "", "it is read again")
    assert [seen.path for seen in server.seen] == ["/secret-key.ics"] * 2
    assert server.seen[1].headers["if-none-match"] == '"one"'
    uncramp.ask("quit")
    assert uncramp.ended() == 0
    log = log_folder() / "uncramp.log"
    said = uncramp.desk.said() + (log.read_text(encoding="utf-8") if log.exists() else "")
    for private in ("secret-key", "Run with Ana", "Team meeting"):
        assert private not in said


def test_an_address_is_typed_into_the_window_that_the_menu_opens(uncramp: Resident) -> None:
    desk, kept = uncramp.desk, CalendarFile(calendar_path())
    host = desk.tray_host()
    host.start()
    bomb = event(*ONCE, "RRULE:FREQ=SECONDLY", "SUMMARY:Run").encode()
    with serving() as server:
        server.script += [says(calendars.GOOGLE.encode(), kind="text/calendar"), says(bomb, kind="text/calendar")]
        uncramp.start()
        host.wait_for_item().choose("Calendar")
        wait_until(lambda: desk.windows(WINDOW), "the window is there")
        desk.xdotool("windowfocus", "--sync", desk.windows(WINDOW)[0])
        desk.xdotool("type", f"{server.url}/key.ics")
        desk.xdotool("key", "Return")
        wait_until(lambda: uncramp.planned("warm-up") == [WARM_UP], "the run is planned for")
        read_at = kept.kept()
        # The focus went on to what can be done with the calendar: a step back is “Read it now”.
        desk.xdotool("key", "shift+Tab", "space")
        wait_until(lambda: len(server.seen) == 2, "it is asked again")
    assert kept.kept() == read_at
    assert uncramp.planned("warm-up") == [WARM_UP]
    desk.xdotool("key", "Escape")
    wait_until(lambda: not desk.windows(WINDOW), "Escape closes it")


def test_a_meeting_takes_away_what_is_on_show_and_brings_it_back_at_its_end(uncramp: Resident, tmp_path: Path) -> None:
    desk, file = uncramp.desk, tmp_path / "kim.ics"
    meeting = event("DTSTART:20260715T151000Z", "DTEND:20260715T154000Z", "SUMMARY:Team meeting")
    file.write_text(meeting, encoding="utf-8")
    store = SqliteStore(database_path(), SystemClock())
    CalendarMemory(store).keep_source(str(file))
    store.close()
    uncramp.start()
    uncramp.leap_to("drink")
    desk.wait_for_notification("glass")
    uncramp.clock.move(timedelta(minutes=5))
    uncramp.stir()
    wait_until(lambda: desk.session.dunst.displayed() == 0, "nothing is on show in the meeting")
    assert uncramp.planned("drink")[0] == WEDNESDAY.replace(hour=10, minute=40)
