"""What the sensors tell, put together: unknown means present, and what happens is told once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.presence import ANSWERED_WITHIN_MS, PresenceWatch
from desktop.sensing import (
    AWAY,
    PAUSE,
    ClockStepped,
    Happening,
    InputReturned,
    Learned,
    Matter,
    Resumed,
    ZoneChanged,
)
from schedules.gate import Presence
from tests.clock import START, FakeClock

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


class FakeSensor(QObject):
    """Tells what a test has it tell."""

    learned = Signal(object)
    happened = Signal(object)

    def __init__(self, name: str, *read_only: Matter, answers: bool = True) -> None:
        super().__init__()
        self.name, self.read_only, self._answers = name, read_only, answers
        self.pending: list[Callable[[], None]] = []
        self.wants_pause = self.tells_pauses = False
        self.is_closed = False
        self.reads = 0

    def start(self) -> None:
        """Nothing to begin."""

    def read(self, done: Callable[[], None]) -> None:
        self.reads += 1
        if self._answers:
            done()
        else:
            self.pending.append(done)

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        self.wants_pause = is_wanted

    def close(self) -> None:
        self.is_closed = True

    def tell(self, matter: Matter, is_so: bool | None) -> None:
        self.learned.emit(Learned(source=self.name, matter=matter, is_so=is_so))

    def tell_input(self, at: datetime | None) -> None:
        self.learned.emit(Learned(source=self.name, matter=Matter.INPUT, input_at=at))


@pytest.fixture
def one() -> FakeSensor:
    return FakeSensor("one", Matter.FULL_SCREEN)


@pytest.fixture
def two() -> FakeSensor:
    return FakeSensor("two")


@pytest.fixture
def watch(qtbot: QtBot, clock: FakeClock, one: FakeSensor, two: FakeSensor) -> PresenceWatch:
    made = PresenceWatch(clock)
    made.start([one, two])
    return made


@pytest.fixture
def told(watch: PresenceWatch) -> list[str]:
    """The signals in the order in which they came."""
    seen: list[str] = []
    for name in ("changed", "pause_begun", "resumed", "unlocked", "zone_changed"):
        getattr(watch, name).connect(lambda name=name: seen.append(name))
    watch.came_back.connect(lambda span: seen.append(f"came back after {(span.until - span.since) // MINUTE} min"))
    watch.clock_stepped.connect(lambda by: seen.append(f"stepped by {by // MINUTE} min"))
    return seen


def test_nothing_is_known_without_sensors(qtbot: QtBot, clock: FakeClock) -> None:
    watch = PresenceWatch(clock)
    assert watch.presence() == Presence()
    called: list[int] = []
    watch.read(lambda: called.append(1))
    assert called == [], "who knows something is on the way"
    watch.start([])
    assert called == [1]
    watch.read(lambda: called.append(2))
    assert called == [1, 2]


def test_a_pause_need_not_be_looked_for_where_whoever_knows_of_the_keys_tells_of_it(
    watch: PresenceWatch, one: FakeSensor, two: FakeSensor
) -> None:
    one.tells_pauses = True
    two.tell_input(START)
    assert not watch.presence().tells_pauses
    one.tell_input(START)
    assert watch.presence().tells_pauses


@pytest.mark.parametrize("matter", [Matter.LOCK, Matter.FULL_SCREEN, Matter.DO_NOT_DISTURB, Matter.CALL])
@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        (None, None, None),
        (False, None, False),
        (None, True, True),
        (False, True, True),
        (True, False, True),
        (False, False, False),
    ],
)
def test_one_that_says_yes_is_enough(  # noqa: PLR0913, PLR0917 a table and its world
    watch: PresenceWatch,
    one: FakeSensor,
    two: FakeSensor,
    matter: Matter,
    first: bool | None,
    second: bool | None,
    known: bool | None,
) -> None:
    one.tell(matter, first)
    two.tell(matter, second)
    fields = {
        Matter.LOCK: "locked",
        Matter.FULL_SCREEN: "full_screen",
        Matter.DO_NOT_DISTURB: "do_not_disturb",
        Matter.CALL: "in_call",
    }
    assert getattr(watch.presence(), fields[matter]) is known
    assert (matter in watch.known().known_by) is (known is not None)
    if known is not None:
        assert watch.known().known_by[matter] == ("one" if first is known else "two")


def test_the_first_sensor_that_knows_the_input_counts(watch: PresenceWatch, one: FakeSensor, two: FakeSensor) -> None:
    two.tell_input(START - 2 * SECOND)
    assert watch.presence().last_input_at == START - 2 * SECOND
    one.tell_input(START - SECOND)
    assert watch.presence().last_input_at == START - SECOND
    one.tell_input(None)
    assert watch.presence().last_input_at == START - 2 * SECOND
    assert watch.known().known_by == {Matter.INPUT: "two"}


def test_away_is_a_natural_break(watch: PresenceWatch, one: FakeSensor) -> None:
    one.tell_input(START - AWAY + SECOND)
    assert watch.presence().away_since is None
    one.tell_input(START - AWAY)
    assert watch.presence().away_since == START - AWAY


def test_who_was_not_looked_for_is_not_away(watch: PresenceWatch, one: FakeSensor, clock: FakeClock) -> None:
    one.tell_input(START)
    clock.advance(60 * MINUTE)
    assert watch.presence().away_since is None


def test_a_clock_that_is_set_back_takes_the_absence_with_it(
    watch: PresenceWatch, one: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.tell_input(START - AWAY)
    clock.jump(-60 * MINUTE)
    one.happened.emit(ClockStepped(by=-60 * MINUTE))
    one.tell_input(clock.now())
    assert told == ["stepped by -60 min"]
    assert watch.presence().away_since is None


def test_coming_back_is_told_with_its_span(
    watch: PresenceWatch, one: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.tell_input(START - AWAY)
    clock.advance(10 * MINUTE)
    one.happened.emit(InputReturned(at=clock.now()))
    one.tell_input(clock.now())
    assert told == ["came back after 15 min"]
    assert watch.presence().back_since == clock.now()
    assert watch.presence().away_since is None


def test_a_return_that_nobody_told_counts_from_when_the_person_was_last_known_to_be_away(
    watch: PresenceWatch, one: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.tell_input(START - 6 * MINUTE)
    clock.advance(MINUTE)
    one.tell_input(START - 6 * MINUTE)
    clock.advance(60 * MINUTE)
    one.tell_input(clock.now())
    assert told == ["came back after 7 min"]
    assert watch.presence().back_since == START + MINUTE


def test_a_long_time_without_a_question_is_no_absence(
    watch: PresenceWatch, one: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.tell_input(START)
    clock.advance(60 * MINUTE)
    one.tell_input(clock.now())
    assert told == []


def test_a_pause_is_told_once_and_only_when_it_is_waited_for(
    watch: PresenceWatch, one: FakeSensor, two: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.tell_input(START - PAUSE)
    assert told == []
    one.tell_input(START)
    watch.wait_for_pause(is_wanted=True)
    assert one.wants_pause
    assert two.wants_pause
    clock.advance(PAUSE)
    one.tell_input(START)
    clock.advance(SECOND)
    one.tell_input(START)
    assert told == ["pause_begun"]
    one.tell_input(clock.now())
    watch.wait_for_pause(is_wanted=False)
    one.tell_input(START)
    assert told == ["pause_begun"]
    assert not two.wants_pause


def test_waking_is_told_once_however_many_tell_of_it(
    watch: PresenceWatch, one: FakeSensor, two: FakeSensor, clock: FakeClock, told: list[str]
) -> None:
    one.happened.emit(Resumed())
    two.happened.emit(Resumed(asleep=8 * 60 * MINUTE))
    assert told == ["resumed", "came back after 480 min"]
    assert watch.presence().back_since == clock.now()
    clock.advance(MINUTE)
    one.happened.emit(Resumed(asleep=MINUTE))
    assert told[2:] == ["resumed"]


def test_unlocking_is_coming_back(watch: PresenceWatch, one: FakeSensor, clock: FakeClock, told: list[str]) -> None:
    one.tell(Matter.LOCK, is_so=True)
    clock.advance(MINUTE)
    one.tell(Matter.LOCK, is_so=True)
    one.tell(Matter.LOCK, is_so=False)
    assert told == ["unlocked", "changed"]
    assert watch.presence().back_since == clock.now()
    one.tell(Matter.LOCK, is_so=True)
    clock.advance(20 * MINUTE)
    one.tell(Matter.LOCK, is_so=False)
    assert told[2:] == ["unlocked", "came back after 20 min", "changed"]


def test_a_screen_saver_that_dies_holds_nothing_back(watch: PresenceWatch, one: FakeSensor, told: list[str]) -> None:
    one.tell(Matter.LOCK, is_so=True)
    one.tell(Matter.LOCK, is_so=None)
    assert watch.presence().locked is None
    assert told == ["unlocked", "changed"]


@pytest.mark.parametrize("matter", [Matter.FULL_SCREEN, Matter.DO_NOT_DISTURB, Matter.CALL])
def test_the_end_of_what_held_a_prompt_is_told(
    watch: PresenceWatch, one: FakeSensor, two: FakeSensor, told: list[str], matter: Matter
) -> None:
    one.tell(matter, is_so=True)
    two.tell(matter, is_so=True)
    one.tell(matter, is_so=False)
    assert told == [], "the other one still says so"
    two.tell(matter, is_so=False)
    assert told == ["changed"]


@pytest.mark.parametrize(
    ("happening", "name"),
    [(ClockStepped(by=-60 * MINUTE), "stepped by -60 min"), (ZoneChanged(), "zone_changed")],
)
def test_the_clock_and_the_zone(
    watch: PresenceWatch, one: FakeSensor, told: list[str], happening: Happening, name: str
) -> None:
    one.happened.emit(happening)
    assert told == [name]


def test_a_decision_waits_for_the_answers(qtbot: QtBot, clock: FakeClock) -> None:
    slow, quick = FakeSensor("slow", Matter.FULL_SCREEN, answers=False), FakeSensor("quick")
    watch = PresenceWatch(clock)
    watch.start([slow, quick])
    called: list[str] = []
    watch.read(lambda: called.append("first"))
    watch.read(lambda: called.append("second"))
    assert called == []
    assert quick.reads == slow.reads == 1, "one reading serves all that wait"
    slow.pending.pop()()
    assert called == ["first", "second"]
    assert watch.known().read_at == START


def test_who_does_not_answer_in_time_knows_nothing(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = FakeSensor("slow", Matter.FULL_SCREEN, answers=False)
    watch = PresenceWatch(clock)
    watch.start([slow])
    slow.tell(Matter.FULL_SCREEN, is_so=True)
    slow.tell(Matter.LOCK, is_so=True)
    called: list[bool | None] = []
    watch.read(lambda: called.append(watch.presence().full_screen))
    qtbot.waitUntil(lambda: bool(called), timeout=100 * ANSWERED_WITHIN_MS)
    assert called == [None]
    assert watch.presence().locked, "what it tells by itself still holds"
    late = slow.pending.pop()
    watch.read(lambda: called.append(True))
    late()
    assert called == [None], "an answer to the last question is none to this one"
    watch.close()


def test_what_waits_when_all_ends_is_not_called(qtbot: QtBot, clock: FakeClock) -> None:
    slow = FakeSensor("slow", answers=False)
    watch = PresenceWatch(clock)
    watch.start([slow])
    called: list[int] = []
    watch.read(lambda: called.append(1))
    watch.close()
    slow.pending.pop()()
    assert called == []
    assert slow.is_closed
