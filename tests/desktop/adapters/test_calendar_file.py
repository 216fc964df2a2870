"""What was read of a calendar is kept whole, and whatever else stands in the file is as if there were none."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.adapters.calendar_file import CalendarFile, _understood
from desktop.calendar_kept import KEPT_FOR, CalendarEntry, KeptCalendar
from schedules.calendar import CalendarBlock, Sort
from schedules.settings import BlockKind, Effort

NOW = datetime(2026, 7, 15, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)
RUN = CalendarEntry(start_at=NOW, end_at=NOW + HOUR, title="Run 🏃 <b>", sort=Sort.RUN)
OTHER = CalendarEntry(start_at=NOW, end_at=NOW + HOUR, title="", all_day=True, free=True)
KEPT = KeptCalendar(
    source="https://example.org/key.ics",
    zone="Europe/Berlin",
    read_at=NOW,
    until=NOW + timedelta(days=62),
    entries=(RUN, OTHER),
    etag='"abc"',
    last_modified="Wed, 15 Jul 2026 11:50:00 GMT",
)


@pytest.fixture
def file(tmp_path: Path) -> CalendarFile:
    return CalendarFile(tmp_path / "cache" / "calendar.json")


def test_what_was_kept_comes_back(file: CalendarFile, tmp_path: Path) -> None:
    assert file.kept() is None
    file.keep(KEPT)
    assert file.kept() == KEPT
    assert CalendarFile(tmp_path / "cache" / "calendar.json").kept() == KEPT
    assert (tmp_path / "cache" / "calendar.json").stat().st_mode & 0o077 == 0


def test_only_what_counts_becomes_a_block_and_not_for_ever(file: CalendarFile) -> None:
    assert file.blocks(NOW) == ()
    file.keep(KEPT)
    block = CalendarBlock(
        start_at=NOW,
        end_at=NOW + HOUR,
        kind=BlockKind.EXERCISE,
        effort=Effort.MODERATE,
        outdoors=True,
        title="Run 🏃 <b>",
    )
    assert file.blocks(NOW) == (block,)
    assert file.blocks(NOW + KEPT_FOR - HOUR) == (block,)
    assert file.blocks(NOW + KEPT_FOR) == ()
    assert file.blocks(NOW - timedelta(days=3)) == ()


def test_forgotten_nothing_stays(file: CalendarFile, tmp_path: Path) -> None:
    file.keep(KEPT)
    file.forget()
    file.forget()
    assert file.kept() is None
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"uncramp-calendar": 2},
        {"entries": 7},
        {"entries": [[1, 2]]},
        {"entries": [["a", 2, "", False, False, None]]},
        {"read_at": None},
        {"until": 1e300},
    ],
)
def test_what_was_not_written_by_us_is_as_if_there_were_none(
    file: CalendarFile, tmp_path: Path, change: dict[str, object]
) -> None:
    file.keep(KEPT)
    path = tmp_path / "cache" / "calendar.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    assert file.kept() is None
    assert file.blocks(NOW) == ()


@given(st.binary(max_size=200))
def test_nonsense_is_none(content: bytes) -> None:
    assert _understood(content) is None
