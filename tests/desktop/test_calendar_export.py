"""The exported plan is the plan, prompt for prompt, and stays the same entry when it is exported again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from desktop.calendar_export import exported, save
from desktop.wording import prompts
from schedules.plan import plan
from schedules.settings import Settings, You
from tests.schedules.workdays import DAY, at, situation

HERE = situation(Settings(), "06:00")


def events(content: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(content).events


def test_holds_the_prompts_of_the_days_ahead_as_they_will_come() -> None:
    plans = [plan(HERE, DAY + timedelta(days=n)) for n in range(3)]
    expected = [(prompts.title(p, HERE.settings), p.due_at) for day in plans for p in day.prompts]
    found = events(exported(HERE, 3))
    assert [(str(event["SUMMARY"]), event.start) for event in found] == expected
    assert all(event.errors == [] for event in found)
    assert str(found[0]["DESCRIPTION"])


def test_an_entry_keeps_its_name_when_it_is_exported_again() -> None:
    later = replace(HERE, now=at("06:30"))
    first, again = events(exported(HERE, 7)), events(exported(later, 7))
    assert [event["UID"] for event in first] == [event["UID"] for event in again]
    assert len({str(event["UID"]) for event in first}) == len(first)
    assert all(one.sequence < two.sequence for one, two in zip(first, again, strict=True))


def test_where_a_doctor_limits_fluids_nothing_of_drinks_is_exported() -> None:
    limited = replace(HERE, settings=Settings(you=You(doctor_limits_fluids=True)))
    assert b"drink" not in exported(limited, 7).lower()


def test_a_clock_change_does_not_move_it() -> None:
    autumn = replace(HERE, now=datetime(2026, 10, 31, 12, tzinfo=UTC))
    moments = [event.start for event in events(exported(autumn, 7))]
    starts = [moment.astimezone(HERE.zone) for moment in moments if isinstance(moment, datetime)]
    bedtimes = {(start.hour, start.minute) for start in starts if start.hour == 22}
    assert len(bedtimes) <= 2  # weekdays and weekends


def test_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    save(tmp_path / "plan.ics", b"BEGIN")
    assert (tmp_path / "plan.ics").read_bytes() == b"BEGIN"
    with pytest.raises(OSError, match=str(tmp_path)):
        save(tmp_path / "plan.ics" / "x.ics", b"BEGIN")
