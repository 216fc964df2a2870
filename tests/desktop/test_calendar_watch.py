"""When a calendar is read, by the clock of the test, and that nothing of it exists while there is none."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.adapters.calendar_file import CalendarFile
from desktop.adapters.store import StoreError
from desktop.calendar_kept import KEPT_FOR, CalendarEntry
from desktop.calendar_memory import SOURCE_KEY, CalendarMemory
from desktop.calendar_source import Refusal, RefusedError
from desktop.calendar_watch import CalendarWatch, Fetched
from schedules.calendar import Sort
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.desktop.living import ManualTimetable

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ADDRESS = "https://example.org/key.ics"


class RecordingFetcher(QObject):
    """The port `desktop.calendar_watch.Fetcher`, answered by the test."""

    fetched = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str, str]] = []
        self.closed = False

    def fetch(self, address: str, etag: str, last_modified: str) -> None:
        self.asked.append((address, etag, last_modified))

    def close(self) -> None:
        self.closed = True


class RecordingReader(QObject):
    """The port `desktop.calendar_watch.Reader`, answered by the test."""

    read = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Path | bytes, str]] = []
        self.closed = False

    def start(self, calendar: Path | bytes, zone: str, since: datetime, until: datetime) -> None:
        assert since < until
        self.asked.append((calendar, zone))

    def close(self) -> None:
        self.closed = True


@dataclass
class Watching:
    """A watch and all around it."""

    file: CalendarFile
    clock: FakeClock = field(default_factory=FakeClock)
    store: RecordingStore = field(default_factory=RecordingStore)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("America/Chicago"))
    fetchers: list[RecordingFetcher] = field(default_factory=list)
    readers: list[RecordingReader] = field(default_factory=list)
    changes: int = 0

    def __post_init__(self) -> None:
        self.timetable = ManualTimetable(self.clock)
        self.watch = CalendarWatch(
            memory=CalendarMemory(self.store),
            keeper=self.file,
            clock=self.clock,
            zone=lambda: self.zone,
            timetable=self.timetable,
            fetcher=self._fetcher,
            reader=self._reader,
            chance=lambda: 0.5,
        )
        self.watch.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changes += 1

    def _fetcher(self) -> RecordingFetcher:
        self.fetchers.append(RecordingFetcher())
        return self.fetchers[-1]

    def _reader(self) -> RecordingReader:
        self.readers.append(RecordingReader())
        return self.readers[-1]

    @property
    def fetched(self) -> list[tuple[str, str, str]]:
        return [asked for fetcher in self.fetchers for asked in fetcher.asked]

    @property
    def read(self) -> list[tuple[Path | bytes, str]]:
        return [asked for reader in self.readers for asked in reader.asked]

    def found(self, *titles: str) -> None:
        """The reader is done."""
        start_at = self.clock.now() + HOUR
        entries = tuple(CalendarEntry(start_at=start_at, end_at=start_at + HOUR, title=title) for title in titles)
        self.readers[-1].read.emit(entries)

    def sent(self, content: bytes | None = b"BEGIN", etag: str = '"one"') -> None:
        """The server has answered."""
        self.fetchers[-1].fetched.emit(Fetched(content=content, etag=etag, last_modified="then"))

    def sorts(self) -> list[Sort | None]:
        kept = self.watch.kept
        return [] if kept is None else [entry.sort for entry in kept.entries]

    def is_busy(self) -> bool:
        return self.watch.busy

    def pass_time(self, by: timedelta) -> None:
        self.timetable.run_until(self.clock.now() + by)


@pytest.fixture
def watching(tmp_path: Path) -> Watching:
    return Watching(file=CalendarFile(tmp_path / "calendar.json"))


def test_without_a_calendar_nothing_is_built_or_planned(watching: Watching) -> None:
    watching.watch.start()
    watching.watch.refresh()
    watching.pass_time(7 * DAY)
    assert (watching.fetchers, watching.readers, watching.timetable.jobs) == ([], [], {})
    assert watching.watch.kept is None


def test_a_file_is_read_at_once_and_then_once_a_day(watching: Watching, tmp_path: Path) -> None:
    watching.watch.choose(str(tmp_path / "a.ics"))
    assert watching.read == [(tmp_path / "a.ics", "America/Chicago")]
    assert watching.is_busy()
    watching.found("Run", "Meeting", "Lunch")
    assert not watching.is_busy()
    assert watching.sorts() == [Sort.RUN, Sort.QUIET, None]
    assert watching.changes == 1
    watching.pass_time(DAY)
    assert len(watching.read) == 1
    watching.pass_time(30 * MINUTE)
    assert len(watching.read) == 2
    assert watching.fetchers == []


def test_an_address_is_asked_and_what_it_sends_is_read(watching: Watching) -> None:
    watching.watch.choose("webcal://example.org/key.ics")
    assert watching.fetched == [(ADDRESS, "", "")]
    watching.sent()
    assert watching.read == [(b"BEGIN", "America/Chicago")]
    watching.found("Run")
    watching.pass_time(DAY + HOUR)
    assert watching.fetched[1] == (ADDRESS, '"one"', "then")
    watching.sent(None)
    assert len(watching.read) == 1
    kept = watching.watch.kept
    assert kept is not None
    assert kept.read_at == watching.clock.now()
    assert watching.sorts() == [Sort.RUN]


def test_when_too_little_is_known_ahead_it_is_asked_for_in_any_case(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    for _ in range(40):
        watching.pass_time(DAY + HOUR)
        if watching.fetched[-1][1] == "":
            break
        watching.sent(None)
    assert 25 < len(watching.fetched) < 35
    watching.sent()
    assert len(watching.read) == 2


def test_in_another_zone_it_is_read_anew(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    watching.zone = ZoneInfo("Asia/Tokyo")
    watching.watch.start()
    watching.timetable.run_due()
    assert watching.fetched[-1] == (ADDRESS, "", "")


def test_what_was_read_lasts_over_a_start(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    again = Watching(file=watching.file, clock=watching.clock, store=watching.store)
    again.watch.start()
    again.timetable.run_due()
    assert again.fetchers == []
    assert again.sorts() == [Sort.RUN]
    again.pass_time(DAY + HOUR)
    assert len(again.fetched) == 1


def test_offline_is_normal_and_what_was_read_counts_for_two_weeks(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    watching.pass_time(DAY + HOUR)
    read_at = watching.watch.kept.read_at if watching.watch.kept else watching.clock.now()
    for wait in (15, 30, 60, 120, 240, 360, 360):
        watching.fetchers[-1].refused.emit(Refusal.OFFLINE)
        assert watching.watch.trouble is Refusal.OFFLINE
        assert watching.sorts() == [Sort.RUN]
        before = len(watching.fetched)
        watching.pass_time(wait * MINUTE - MINUTE)
        assert len(watching.fetched) == before
        watching.pass_time(MINUTE)
        assert len(watching.fetched) == before + 1
    changes = watching.changes
    watching.pass_time(read_at + KEPT_FOR - watching.clock.now())
    assert watching.changes == changes + 1
    assert watching.file.blocks(watching.clock.now()) == ()
    watching.sent(None)
    assert watching.watch.trouble is None


def test_a_bomb_is_refused_once_a_day_and_what_was_read_before_stays(watching: Watching, tmp_path: Path) -> None:
    watching.watch.choose(str(tmp_path / "a.ics"))
    watching.found("Run")
    watching.watch.refresh()
    watching.readers[-1].refused.emit(Refusal.TOO_OFTEN)
    assert watching.watch.trouble is Refusal.TOO_OFTEN
    assert watching.sorts() == [Sort.RUN]
    watching.pass_time(DAY - MINUTE)
    assert len(watching.read) == 2
    watching.pass_time(MINUTE)
    assert len(watching.read) == 3


def test_an_unchanged_calendar_that_is_not_known_is_no_calendar(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent(None)
    assert watching.watch.trouble is Refusal.NOT_A_CALENDAR


def test_removed_nothing_of_it_stays(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    watching.watch.remove()
    assert watching.store.get_state(SOURCE_KEY) is None
    assert watching.file.kept() is None
    assert watching.timetable.jobs == {}
    assert watching.fetchers[-1].closed
    assert watching.readers[-1].closed
    assert watching.changes == 2


def test_another_calendar_takes_the_place_of_the_first(watching: Watching, tmp_path: Path) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run")
    watching.watch.choose(str(tmp_path / "b.ics"))
    assert watching.watch.kept is None
    watching.found("Gym")
    assert watching.sorts() == [Sort.GYM]


def test_other_words_sort_what_is_known_again(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    watching.sent()
    watching.found("Run", "Lunch")
    watching.watch.set_words(Sort.QUIET, "Lunch, nap")
    assert watching.sorts() == [Sort.RUN, Sort.QUIET]
    watching.watch.set_words(Sort.RUN, "")
    assert watching.sorts() == [None, Sort.QUIET]
    watching.watch.use_usual_words()
    assert watching.sorts() == [Sort.RUN, None]
    assert len(watching.fetched) == 1


def test_what_is_no_source_changes_nothing(watching: Watching) -> None:
    watching.watch.choose(ADDRESS)
    with pytest.raises(RefusedError):
        watching.watch.choose("http://example.org/a.ics")
    assert watching.watch.source is not None
    assert watching.watch.source.text == ADDRESS


def test_a_store_that_cannot_be_read_costs_only_the_calendar(watching: Watching) -> None:
    watching.store.failure = StoreError("locked")
    watching.watch.start()
    assert watching.watch.source is None
    watching.store.failure = None
    watching.store.set_state(SOURCE_KEY, "nonsense")
    watching.watch.start()
    assert watching.watch.source is None
