"""The relief of a cramp: every path through it, and a record that is valid at every step."""

from collections import deque
from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.guides.red_flags import CARE, RedFlag, assess
from schedules.guides.relief import MOST_REPEATS, Relief
from schedules.guides.relief_course import ACTION_OF, WHERE_CHOICES, Feeling, Person, ReliefPhase
from schedules.guides.relief_state import relief_state_at
from schedules.guides.relief_steps import places_for
from schedules.guides.routine import IMPLIED, Action, Limit, Place
from schedules.history import Cramp, Muscle, Side
from tests.clock import START
from tests.schedules.guides import shelf

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
NIGHT = Person(at_night=True)


def begin(person: Person | None = None, flags: frozenset[RedFlag] = frozenset()) -> Relief:
    return Relief.begin(shelf.routines(), START, person, flags)


def wait(relief: Relief, seconds: float) -> Relief:
    now, end_at = relief.seen_at, relief.seen_at + seconds * SECOND
    while now < end_at:
        now = min(now + SECOND / 2, end_at)
        relief = relief.tick(now)
    return relief


def stretching(person: Person | None = None) -> Relief:
    return begin(person).choose(Muscle.HAMSTRING, Side.LEFT, START)


def test_one_press_leads_to_the_first_instruction() -> None:
    for muscle, side in WHERE_CHOICES:
        state = relief_state_at(begin(NIGHT).choose(muscle, side, START), START)
        assert state.phase is ReliefPhase.STRETCH
        assert state.step is not None
        assert state.step.instruction
        assert "never pain" in state.step.safety
    assert len(WHERE_CHOICES) == 8


def test_the_red_flags_are_asked_before_anything_is_tried() -> None:
    state = relief_state_at(begin(), START)
    assert (state.phase, state.step, state.may_answer) == (ReliefPhase.WHERE, None, False)


@pytest.mark.parametrize(("muscle", "side"), WHERE_CHOICES)
def test_at_night_it_begins_in_bed(muscle: Muscle, side: Side) -> None:
    relief = begin(NIGHT).choose(muscle, side, START)
    assert relief.place is Place.BED
    assert relief.places[-1] is Place.STANDING
    assert relief.step is not None
    assert relief.step.position is Place.BED


def test_by_day_it_begins_on_a_chair() -> None:
    assert stretching().place is Place.CHAIR


@pytest.mark.parametrize("at_night", [False, True])
def test_no_limit_leaves_a_cramp_without_a_stretch(*, at_night: bool) -> None:
    for bits in product((False, True), repeat=len(Limit)):
        limits = frozenset(limit for limit, given_ in zip(Limit, bits, strict=True) if given_)
        for muscle in Muscle:
            relief = begin(Person(at_night=at_night, limits=limits)).choose(muscle, Side.LEFT, START)
            assert relief.phase is ReliefPhase.STRETCH
            for place in places_for(shelf.routines(), muscle, limits, at_night=at_night):
                step = relief.at_place(place, START).step
                assert step is not None
                assert not step.exclude & limits
                assert IMPLIED.get(step.position) not in limits


def test_pregnant_is_a_limit_too() -> None:
    assert Place.STANDING not in stretching(Person(pregnant=True)).places


def test_somewhere_else_has_its_words() -> None:
    relief = begin().choose(Muscle.OTHER, None, START)
    assert relief.step is not None
    assert relief.step.pose is None
    assert relief.answer(Feeling.EASING, START).step is not None


def test_the_stretch_repeats_itself_and_then_waits() -> None:
    relief = stretching()
    turns = []
    for _ in range(MOST_REPEATS):
        turns.append((relief.repeat, relief.resting, relief.remaining))
        relief = wait(relief, 30)
        turns.append((relief.repeat, relief.resting, relief.remaining))
        relief = wait(relief, 10)
    assert turns == [
        (0, False, 30 * SECOND),
        (1, True, 10 * SECOND),
        (1, False, 30 * SECOND),
        (2, True, 10 * SECOND),
        (2, False, 30 * SECOND),
        (3, True, 10 * SECOND),
    ]
    relief = wait(relief, 600)
    state = relief_state_at(relief, relief.seen_at)
    assert (state.phase, state.turn, state.turns, state.remaining) == (ReliefPhase.STRETCH, 4, 4, timedelta(0))
    assert state.may_answer


def test_nothing_changes_by_itself_in_less_than_ten_seconds() -> None:
    for muscle, side in WHERE_CHOICES:
        relief = begin(NIGHT).choose(muscle, side, START)
        for place in relief.places:
            shown, changed_at = relief.at_place(place, START), START
            while shown.seen_at < START + 5 * MINUTE:
                before, shown = shown, shown.tick(shown.seen_at + SECOND / 4)
                if (before.phase, before.resting, before.step) != (shown.phase, shown.resting, shown.step):
                    assert shown.seen_at - changed_at >= 10 * SECOND
                    changed_at = shown.seen_at


def test_same_repeats_three_times_then_goes_on() -> None:
    relief, phases = stretching(), []
    for _ in range(MOST_REPEATS + 1):
        phases.append((relief.phase, relief.repeat))
        relief = wait(relief, 20).answer(Feeling.SAME, relief.seen_at + 20 * SECOND)
    assert phases == [(ReliefPhase.STRETCH, number) for number in range(4)]
    assert relief.phase is ReliefPhase.MASSAGE
    assert (relief.tried, relief.helped, relief.lasted) == ((Action.STRETCH,), (), None)


def test_the_whole_way_with_a_good_end() -> None:
    relief = wait(stretching(NIGHT), 100)
    relief = relief.answer(Feeling.EASING, relief.seen_at)
    assert (relief.phase, relief.step and relief.step.id) == (ReliefPhase.MASSAGE, "massage-hamstring")
    relief = wait(relief, 60)
    relief = relief.answer(Feeling.EASING, relief.seen_at)
    assert (relief.phase, relief.step and relief.step.id) == (ReliefPhase.WARMTH, "warmth-hamstring")
    relief = relief.answer(Feeling.SAME, relief.seen_at)
    assert (relief.phase, relief.step and relief.step.id) == (ReliefPhase.COLD, "cold-hamstring")
    relief = relief.start_cold(relief.seen_at).next(relief.seen_at)
    assert relief.phase is ReliefPhase.LOGGED
    assert relief.stored(7).record() == Cramp(
        onset_at=START,
        lasted=100 * SECOND,
        at_night=True,
        muscle=Muscle.HAMSTRING,
        side=Side.LEFT,
        tried=("stretch", "massage", "warmth", "cold"),
        helped=("stretch", "massage"),
        id=7,
    )


def test_what_was_passed_over_was_not_tried() -> None:
    relief = stretching().answer(Feeling.EASING, START).next(START).next(START).next(START)
    assert (relief.phase, relief.tried) == (ReliefPhase.LOGGED, (Action.STRETCH,))


def test_worse_stops_stretching_and_leads_to_help() -> None:
    relief = stretching().answer(Feeling.WORSE, START)
    assert (relief.phase, relief.step) == (ReliefPhase.HELP, None)
    for later in (relief.back(START), relief.choose(Muscle.CALF, Side.LEFT, START), relief.next(START)):
        assert later.phase is not ReliefPhase.STRETCH
    assert relief.next(START).phase is ReliefPhase.LOGGED
    assert relief.record().lasted is None


def test_worse_after_easing_takes_the_end_back() -> None:
    relief = stretching().answer(Feeling.EASING, START + SECOND).answer(Feeling.WORSE, START + 2 * SECOND)
    assert (relief.phase, relief.lasted, relief.helped) == (ReliefPhase.HELP, None, (Action.STRETCH,))


@pytest.mark.parametrize("flag", [flag for flag in RedFlag if not assess([flag]).allowed])
def test_with_a_flag_that_stops_everything_nothing_is_ever_shown(flag: RedFlag) -> None:
    for relief in (begin(flags=frozenset({flag})), begin().flag(START, [flag]), stretching().flag(START, [flag])):
        assert relief.phase is ReliefPhase.HELP
        for later in reachable(relief, without=("unflag",)):
            assert later.phase in (ReliefPhase.HELP, ReliefPhase.LOGGED)
            assert later.step is None


def test_yes_one_of_these_opens_help_and_can_be_taken_back() -> None:
    relief = begin().flag(START)
    state = relief_state_at(relief, START)
    assert (state.phase, state.assessment.clot_like) == (ReliefPhase.HELP, True)
    assert (state.may_go_back, state.may_unflag) == (False, True)
    assert relief.back(START).phase is ReliefPhase.HELP
    taken_back = relief.unflag(START)
    assert (taken_back.phase, taken_back.flags) == (ReliefPhase.WHERE, frozenset())


def test_where_it_hurts_is_noted_even_with_a_flag() -> None:
    relief = begin().flag(START).choose(Muscle.CALF, Side.RIGHT, START)
    assert relief.phase is ReliefPhase.HELP
    assert (relief.record().muscle, relief.record().side) == (Muscle.CALF, Side.RIGHT)


def test_a_flag_that_stops_some_leaves_the_rest() -> None:
    relief = stretching().flag(START, [RedFlag.NUMB_OR_WEAK]).back(START)
    assert relief.phase is ReliefPhase.STRETCH
    assert relief.answer(Feeling.EASING, START).next(START).phase is ReliefPhase.LOGGED


def test_help_can_be_looked_at_and_left_again() -> None:
    relief = stretching().answer(Feeling.EASING, START).help(START)
    assert relief.phase is ReliefPhase.HELP
    assert relief.help(START).back(START).phase is ReliefPhase.MASSAGE


def test_back_goes_to_what_came_before() -> None:
    relief = stretching().next(START).next(START)
    seen = [relief.phase]
    for _ in range(4):
        relief = relief.back(START)
        seen.append(relief.phase)
    assert seen == [
        ReliefPhase.WARMTH,
        ReliefPhase.MASSAGE,
        ReliefPhase.STRETCH,
        ReliefPhase.WHERE,
        ReliefPhase.WHERE,
    ]


def test_another_place_shows_another_stretch() -> None:
    relief = wait(stretching(NIGHT), 12)
    moved = relief.at_place(Place.BED_EDGE, relief.seen_at)
    assert moved.step is not None
    assert (moved.step.position, moved.remaining) == (Place.BED_EDGE, 30 * SECOND)
    assert relief.at_place(Place.BIKE, relief.seen_at).place is Place.BED


def test_where_there_are_two_stretches_they_take_turns() -> None:
    relief, seen = stretching().at_place(Place.FLOOR, START), []
    for _ in range(MOST_REPEATS + 1):
        seen.append(relief.step and relief.step.id)
        relief = relief.answer(Feeling.SAME, START)
    assert seen == ["both-legs", "shins", "both-legs", "shins"]


def test_closed_during_the_stretch_it_is_over() -> None:
    relief = wait(stretching(), 160)
    closed = relief.close(relief.seen_at)
    assert (closed.phase, closed.record().lasted) == (ReliefPhase.LOGGED, 160 * SECOND)


def test_closed_elsewhere_the_end_is_not_known() -> None:
    for relief in (begin(), begin().flag(START), stretching().next(START), stretching().answer(Feeling.WORSE, START)):
        assert relief.close(START + SECOND).record().lasted is None


def test_while_the_machine_slept_nothing_is_known() -> None:
    relief = wait(stretching(), 45)
    woken = relief.tick(relief.seen_at + timedelta(hours=7))
    assert (woken.repeat, woken.resting, woken.remaining) == (relief.repeat, relief.resting, relief.remaining)
    assert relief.answer(Feeling.EASING, relief.seen_at + timedelta(hours=7)).lasted == 45 * SECOND


def test_after_ten_minutes_help_is_offered() -> None:
    relief = wait(stretching(), 599)
    assert not relief_state_at(relief, relief.seen_at).long_cramp
    relief = wait(relief, 1)
    state = relief_state_at(relief, relief.seen_at)
    assert (state.long_cramp, state.so_far) == (True, 10 * MINUTE)
    eased = relief.answer(Feeling.EASING, relief.seen_at)
    assert not relief_state_at(wait(eased, 60), relief.seen_at).long_cramp


def test_the_state_says_how_long_it_lasted() -> None:
    relief = wait(stretching(), 30)
    eased = wait(relief.answer(Feeling.EASING, relief.seen_at), 90)
    assert relief_state_at(eased, eased.seen_at).so_far == 30 * SECOND


def moves(relief: Relief, now: datetime, without: tuple[str, ...] = ()) -> dict[str, Relief]:
    """Everything that can happen next."""
    all_moves = {
        "left hamstring": relief.choose(Muscle.HAMSTRING, Side.LEFT, now),
        "somewhere else": relief.choose(Muscle.OTHER, None, now),
        "chair": relief.at_place(Place.CHAIR, now),
        "yes": relief.flag(now),
        "numb": relief.flag(now, [RedFlag.NUMB_OR_WEAK]),
        "unflag": relief.unflag(now),
        "easing": relief.answer(Feeling.EASING, now),
        "same": relief.answer(Feeling.SAME, now),
        "worse": relief.answer(Feeling.WORSE, now),
        "next": relief.next(now),
        "back": relief.back(now),
        "help": relief.help(now),
        "cold": relief.start_cold(now),
        "close": relief.close(now),
    }
    return {name: then for name, then in all_moves.items() if name not in without}


def reachable(start: Relief, without: tuple[str, ...] = ()) -> list[Relief]:
    """One relief for every different thing that some path of wishes shows."""
    seen: set[tuple[object, ...]] = set()
    found: list[Relief] = []
    queue = deque([start])
    while queue:
        relief = queue.popleft()
        shown = (relief.phase, relief.help_from, relief.muscle, relief.repeat, relief.flags, relief.worse)
        if shown not in seen:
            seen.add(shown)
            found.append(relief)
            queue.extend(moves(relief, relief.seen_at, without).values())
    return found


def assert_valid(relief: Relief) -> None:
    record = relief.record()
    assert record.onset_at == START
    assert record.lasted is None or timedelta(0) <= record.lasted
    assert set(record.helped) <= set(record.tried) <= {str(action) for action in CARE}
    assert len(set(record.tried)) == len(record.tried)
    assert len(set(record.helped)) == len(record.helped)
    action = ACTION_OF.get(relief.phase)
    if action is None:
        assert relief.step is None
    else:
        assert relief.step is not None
        assert relief.step.action is action
        assert action in relief.assessment.allowed
        assert relief.muscle is not None
        assert not (relief.worse and action is Action.STRETCH)


@pytest.mark.parametrize("person", [Person(), NIGHT, Person(at_night=True, pregnant=True, over_65=True)])
def test_every_path_keeps_a_valid_record_and_can_be_ended(person: Person) -> None:
    found = reachable(begin(person))
    assert {relief.phase for relief in found} == set(ReliefPhase)
    assert len(found) > 500
    for relief in found:
        assert_valid(relief)
        assert_valid(relief.close(relief.seen_at))
        assert relief.close(relief.seen_at).phase is ReliefPhase.LOGGED
        ending = relief
        for _ in range(8):
            ending = (
                ending.choose(Muscle.CALF, Side.LEFT, START)
                if ending.phase is ReliefPhase.WHERE
                else ending.next(START)
            )
        assert ending.phase is ReliefPhase.LOGGED
        if relief.phase is ReliefPhase.LOGGED:
            assert {then.phase for then in moves(relief, relief.seen_at).values()} == {ReliefPhase.LOGGED}


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(moves(begin(), START))), st.one_of(st.floats(0, 2), st.floats(-100, 100_000))),
        max_size=40,
    )
)
def test_whatever_the_clock_does_the_record_is_valid(path: list[tuple[str, float]]) -> None:
    relief, now = begin(NIGHT), START
    for name, seconds in path:
        now += seconds * SECOND
        relief = moves(relief, now)[name]
        assert_valid(relief)
        state = relief_state_at(relief, now)
        assert state.remaining >= timedelta(0)
        assert 1 <= state.turn <= state.turns
        assert state.so_far >= timedelta(0)
