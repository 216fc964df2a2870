import json
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desktop.adapters.store import SqliteStore, StoreError
from desktop.commands.desk import Surroundings
from desktop.errors import UsageError
from schedules.calendar import CalendarBlock
from schedules.history import Drink
from schedules.plan import plan
from schedules.settings import BlockKind
from tests.clock import FakeClock
from tests.desktop.commands.recording_desk import RecordingDesk
from tests.desktop.weather_reply import reply, written

SETTINGS = """
version = 1
timezone = "Europe/Berlin"
[[day]]
name = "Every day"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "06:00"
bed = "22:00"
[[day.block]]
kind = "outdoors"
from = "12:00"
to = "17:00"
"""


def days(counter: RecordingDesk, options: str = "") -> list[dict[str, Any]]:
    answer = counter.ask(f"plan --json {options}")
    assert (answer.status, answer.err) == (0, "")
    found = json.loads(answer.out)
    assert isinstance(found, list)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(SETTINGS, encoding="utf-8")
    return file


@pytest.fixture
def records_file(tmp_path: Path, clock: FakeClock) -> Path:
    """A database with one drink at the present moment."""
    store = SqliteStore(tmp_path / "mine.db", clock)
    store.add(Drink(at=clock.now(), volume_ml=1000), "America/Chicago")
    store.close()
    return tmp_path / "mine.db"


def test_the_shape_is_that_of_the_contract(counter: RecordingDesk, tmp_path: Path, settings_file: Path) -> None:
    counter.ask("pause 3h")
    (day,) = days(counter, f"--settings {settings_file} --weather {written(tmp_path, reply())}")
    assert set(day) == {"date", "shape", "timezone", "wake_at", "bed_at", "prompts", "held_back", "heat"}
    assert (day["date"], day["shape"], day["timezone"]) == ("2026-07-15", "Every day", "Europe/Berlin")
    assert (day["wake_at"], day["bed_at"]) == ("2026-07-15T06:00:00+02:00", "2026-07-15T22:00:00+02:00")
    assert day["prompts"]
    assert day["held_back"]
    assert day["heat"]
    for prompt in day["prompts"]:
        assert set(prompt) == {
            *("kind", "also", "due_at", "expires_at", "volume_ml", "routine", "title", "body", "reason")
        }
        assert datetime.fromisoformat(prompt["due_at"]) < datetime.fromisoformat(prompt["expires_at"])
        assert prompt["due_at"].endswith("+02:00")
        assert prompt["volume_ml"] is None or isinstance(prompt["volume_ml"], int)
        assert 0 < len(prompt["title"]) <= 60
        assert 0 < len(prompt["body"]) <= 250
        assert prompt["reason"]
    for held in day["held_back"]:
        assert set(held) == {"kind", "due_at", "why"}
    for span in day["heat"]:
        assert set(span) == {"from", "to", "heat_index_c", "band"}


def test_what_is_printed_is_the_plan(counter: RecordingDesk) -> None:
    counter.ask("log drink 250ml")
    expected = plan(counter.journal.situation()).prompts
    printed = days(counter)[0]["prompts"]
    assert [datetime.fromisoformat(prompt["due_at"]) for prompt in printed] == [prompt.due_at for prompt in expected]
    assert [prompt["kind"] for prompt in printed] == [prompt.kind for prompt in expected]


def test_without_a_date_it_is_the_day_that_holds_now_else_the_next(counter: RecordingDesk) -> None:
    counter.clock.jump_to(counter.at("2026-07-18T00:10"))
    assert days(counter)[0]["date"] == "2026-07-18"
    counter.clock.jump_to(counter.at("2026-07-17T23:30"))
    assert days(counter)[0]["date"] == "2026-07-18"
    counter.clock.jump_to(counter.at("2026-07-17T22:30"))
    assert days(counter)[0]["date"] == "2026-07-17"


def test_many_days_follow_each_other(counter: RecordingDesk) -> None:
    found = days(counter, "--date 2026-12-30 --days 4")
    assert [day["date"] for day in found] == ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]


def test_a_year_of_days(counter: RecordingDesk) -> None:
    assert len(days(counter, "--days 366")) == 366


def test_another_day_knows_no_logs_and_no_pause(counter: RecordingDesk) -> None:
    before = days(counter, "--date 2026-07-16")
    counter.ask("log drink 2l")
    counter.ask("pause until 2026-07-17T12:00")
    assert days(counter, "--date 2026-07-16") == before


@pytest.mark.parametrize(
    "day", ["tomorrow", "2026-02-30", "15.07.2026", "0001-01-01", "9999-12-31", "2026-07-15T10:00"]
)
def test_what_is_no_date_is_refused_with_an_example(counter: RecordingDesk, day: str) -> None:
    answer = counter.ask(f"plan --date {day}")
    assert (answer.status, answer.out) == (2, "")
    assert "2026-07-15" in answer.err


def test_the_first_and_the_last_day_can_be_planned(counter: RecordingDesk) -> None:
    assert len(days(counter, "--date 1970-01-02")) == 1
    assert len(days(counter, "--date 2199-12-31 --days 2")) == 2


def test_records_of_another_file(counter: RecordingDesk, records_file: Path) -> None:
    before = contents(records_file.parent)
    assert days(counter, f"--history {records_file}") != days(counter)
    counter.ask("log drink 1l")
    assert days(counter, f"--history {records_file}") == days(counter)
    assert contents(records_file.parent) == before


def test_the_pause_of_another_file(counter: RecordingDesk, records_file: Path, clock: FakeClock) -> None:
    store = SqliteStore(records_file, clock)
    store.set_paused_until(clock.now() + timedelta(hours=12))
    store.close()
    assert any(held["why"] == "paused" for held in days(counter, f"--history {records_file}")[0]["held_back"])


def test_no_records(counter: RecordingDesk) -> None:
    before = days(counter)
    counter.ask("log drink 1l")
    counter.ask("pause 10h")
    counter.store.failure = StoreError("It is not to be asked.")
    assert days(counter, "--history none") == before


def test_weather_of_a_file_and_none(counter: RecordingDesk, tmp_path: Path, settings_file: Path) -> None:
    file = written(tmp_path, reply())
    (hot,) = days(counter, f"--settings {settings_file} --weather {file}")
    assert any("heat-break" in (prompt["kind"], *prompt["also"]) for prompt in hot["prompts"])
    counter.forecast = None
    (mild,) = days(counter, f"--settings {settings_file} --weather none")
    assert mild["heat"] == []


@pytest.mark.parametrize(
    ("option", "content"),
    [
        *product(
            ("--settings", "--history", "--weather"), (None, b"\x00\xff not what it is meant to be", b"[[[[", b"{}")
        ),
        ("--history", b""),
        ("--weather", b""),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line_and_left_alone(
    counter: RecordingDesk, tmp_path: Path, option: str, content: bytes | None
) -> None:
    file = tmp_path / "named"
    if content is not None:
        file.write_bytes(content)
    before = contents(tmp_path)
    answer = counter.ask(f"plan {option} {file}")
    assert (answer.status, answer.out) == (2, "")
    assert "named" in answer.err
    assert answer.err.count("\n") == 1
    assert contents(tmp_path) == before


def test_a_folder_is_no_file(counter: RecordingDesk, tmp_path: Path) -> None:
    for option in ("--settings", "--history", "--weather"):
        assert counter.ask(f"plan {option} {tmp_path}").status == 2


def test_without_an_instance_settings_that_cannot_be_used_are_not_planned_by(counter: RecordingDesk) -> None:
    counter.settings_problem = UsageError("settings.toml has 1 problem.", "settings.toml:3: what")
    answer = counter.ask("plan")
    assert (answer.status, answer.out) == (2, "")
    counter.around = Surroundings(running=True)
    assert counter.ask("plan").status == 0


def test_the_text_lists_prompts_with_their_reasons(counter: RecordingDesk, tmp_path: Path) -> None:
    counter.ask("pause 3h")
    out = counter.ask(f"plan --weather {written(tmp_path, reply())}").out
    (day,) = days(counter, f"--weather {written(tmp_path, reply())}")
    assert out.startswith("Wednesday 2026-07-15, Workday, 07:00 to 23:00, America/Chicago\n")
    for prompt in day["prompts"]:
        assert prompt["title"] in out
        assert prompt["reason"] in out
    assert out.count("Held back") == len(day["held_back"])
    assert out.count("Heat ") == len(day["heat"])


def test_the_text_of_several_days_is_set_apart(counter: RecordingDesk) -> None:
    assert len(counter.ask("plan --days 3").out.split("\n\n")) == 3


def test_a_day_without_prompts_says_so(counter: RecordingDesk) -> None:
    counter.ask("pause until 2026-07-16T00:00")
    assert "No prompts." in counter.ask("plan").out


def test_a_day_whose_heat_is_asked_for_and_not_known_says_so(counter: RecordingDesk, tmp_path: Path) -> None:
    unknown = "The weather of this day is not known. Nothing is said of heat."
    assert unknown not in counter.ask("plan --date 2026-07-15").out
    reached = f"plan --date 2026-07-15 --weather {written(tmp_path, reply())}"
    assert unknown not in counter.ask(reached).out
    assert unknown in counter.ask(reached.replace("07-15", "09-15")).out
    file = tmp_path / "hot.toml"
    file.write_text('version = 1\n[heat]\nsource = "open-meteo"\nlatitude = 41.88\n', encoding="utf-8")
    assert counter.ask(f"plan --settings {file} --weather none").out.count(unknown) == 1
    assert unknown not in counter.ask(f"plan --settings {file} --weather none --json").out


def test_the_calendar_is_planned_for_whatever_else_is_borrowed(counter: RecordingDesk, settings_file: Path) -> None:
    start_at = datetime(2026, 7, 16, 14, 0, tzinfo=UTC)
    run = CalendarBlock(kind=BlockKind.EXERCISE, start_at=start_at, end_at=start_at + timedelta(hours=1))
    counter.journal.calendar = lambda _now: (run,)
    for options in ("", f"--settings {settings_file}", "--history none"):
        (day,) = days(counter, f"--date 2026-07-16 {options}")
        assert "after-exercise" in {kind for one in day["prompts"] for kind in (one["kind"], *one["also"])}
