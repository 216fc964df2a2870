"""What a person does in the calendar window comes about, and what cannot be done is told."""

from dataclasses import dataclass, field
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QObject, Signal

from desktop.adapters.calendar_file import CalendarFile
from desktop.adapters.store import StoreError
from desktop.calendar_desk import CalendarDesk
from desktop.calendar_kept import KEPT_FOR
from desktop.calendar_memory import CalendarMemory
from desktop.calendar_source import Refusal
from desktop.calendar_state import CalendarState, ExportWish, WordsWish
from desktop.journal import Journal
from schedules.calendar import Sort
from schedules.settings import Settings
from tests.desktop.test_calendar_watch import ADDRESS, DAY, HOUR, Watching


class RecordingScreen(QObject):
    """The window, as the controller knows it."""

    source_requested = Signal(str)
    refresh_requested = Signal()
    remove_requested = Signal()
    words_requested = Signal(object)
    usual_requested = Signal()
    export_requested = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.states: list[CalendarState] = []
        self.came_up = 0

    def tell(self, state: CalendarState) -> None:
        self.states.append(state)

    def bring_up(self) -> None:
        self.came_up += 1

    def show_export(self) -> None:
        self.came_up += 10


@dataclass
class Desk:
    """A desk and all around it."""

    watching: Watching
    screens: list[RecordingScreen] = field(default_factory=list)

    def __post_init__(self) -> None:
        watching = self.watching
        journal = Journal(
            watching.store, watching.clock, Settings, lambda: watching.zone, calendar=watching.file.blocks
        )
        self.desk = CalendarDesk(watching.watch, CalendarMemory(watching.store), journal, self._build)
        self.desk.open()

    def _build(self) -> RecordingScreen:
        self.screens.append(RecordingScreen())
        return self.screens[-1]

    @property
    def screen(self) -> RecordingScreen:
        return self.screens[-1]

    @property
    def state(self) -> CalendarState:
        return self.screen.states[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Watching(file=CalendarFile(tmp_path / "calendar.json")))


def test_there_is_one_window_at_most(desk: Desk) -> None:
    assert desk.state.place == ""
    assert dict(desk.state.words)[Sort.GYM].startswith("gym")
    desk.desk.open()
    assert (len(desk.screens), desk.screen.came_up) == (1, 2)
    desk.screen.closed.emit()
    desk.watching.watch.told.emit()
    desk.desk.open()
    assert len(desk.screens) == 2


def test_an_address_is_given_read_and_taken_away(desk: Desk) -> None:
    desk.screen.source_requested.emit(ADDRESS)
    told = desk.state
    assert (told.place, told.is_address, told.is_busy) == ("example.org", True, True)
    desk.watching.sent()
    desk.watching.found("Run", "Lunch")
    told = desk.state
    assert [entry.sort for entry in told.entries] == [Sort.RUN, None]
    assert told.read_at == desk.watching.clock.now()
    desk.screen.refresh_requested.emit()
    assert len(desk.watching.fetched) == 2
    desk.screen.remove_requested.emit()
    told = desk.state
    assert (told.place, told.entries, told.read_at) == ("", (), None)


def test_what_is_no_address_is_told_until_something_else_is_done(desk: Desk) -> None:
    desk.screen.source_requested.emit("http://example.org/a.ics")
    troubles = [desk.state.trouble]
    desk.screen.source_requested.emit(ADDRESS)
    troubles.append(desk.state.trouble)
    desk.watching.fetchers[-1].refused.emit(Refusal.GONE)
    troubles.append(desk.state.trouble)
    assert troubles == [Refusal.NOT_SECURE, None, Refusal.GONE]


def test_words_are_changed_and_brought_back(desk: Desk) -> None:
    desk.screen.source_requested.emit(ADDRESS)
    desk.watching.sent()
    desk.watching.found("Lunch")
    desk.screen.words_requested.emit(WordsWish(sort=Sort.QUIET, text=" Lunch,,NAP"))
    assert dict(desk.state.words)[Sort.QUIET] == "lunch, nap"
    assert [entry.sort for entry in desk.state.entries] == [Sort.QUIET]
    assert "Quiet" in desk.state.told
    desk.screen.usual_requested.emit()
    assert [entry.sort for entry in desk.state.entries] == [None]


def test_what_is_too_old_or_over_is_not_shown_as_if_it_counted(desk: Desk) -> None:
    desk.screen.source_requested.emit(ADDRESS)
    desk.watching.sent()
    desk.watching.found("Run")
    desk.watching.clock.advance(3 * HOUR)
    desk.desk.open()
    assert desk.state.entries == ()
    desk.watching.clock.advance(KEPT_FOR + DAY)
    desk.desk.open()
    assert desk.state.is_old


def test_the_plan_is_saved_with_the_calendar_in_it(desk: Desk, tmp_path: Path) -> None:
    desk.screen.source_requested.emit(ADDRESS)
    desk.watching.sent()
    desk.watching.found("Gym")
    path = tmp_path / "plan.ics"
    desk.screen.export_requested.emit(ExportWish(path=path, days=7))
    assert str(path) in desk.state.told
    titles = [str(event["UID"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).events]
    assert any("after-exercise" in title or "warm-up" in title for title in titles)
    desk.screen.export_requested.emit(ExportWish(path=path / "x", days=7))
    assert "could not be written" in desk.state.told


def test_a_store_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.watching.store.failure = StoreError("locked", "Wait.")
    desk.screen.source_requested.emit(ADDRESS)
    assert "could not be kept" in desk.state.told
    desk.screen.words_requested.emit(WordsWish(sort=Sort.QUIET, text="nap"))
    desk.screen.remove_requested.emit()
    desk.screen.export_requested.emit(ExportWish(path=tmp_path / "plan.ics", days=7))
    assert desk.state.told == "locked Wait."
    assert desk.state.words == ()


def test_who_wants_to_export_comes_to_what_saves_the_plan(desk: Desk) -> None:
    before = desk.screens[-1].came_up
    desk.desk.open_export()
    assert desk.screens[-1].came_up == before + 11
