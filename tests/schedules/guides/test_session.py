"""A guide on its way: the clock, the wishes, and what is kept of it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schedules.guides.course import Phase, Spot
from schedules.guides.cues import Cue, CueKind, cues_between
from schedules.guides.routine import Place, Purpose, Routine, Step, StepSide, Strength
from schedules.guides.session import SPEEDS, PauseWhy, Session
from schedules.guides.session_state import state_at, state_of
from schedules.history import Muscle, Side, StepDone
from tests.clock import START, FakeClock
from tests.schedules.guides import shelf

SECOND = timedelta(seconds=1)
TENTH = timedelta(milliseconds=100)


def step(name: str, side: StepSide, hold: int, repetitions: int = 1, rest: int = 0) -> Step:
    return Step(
        id=name,
        title=name,
        position=Place.CHAIR,
        muscle=Muscle.CALF,
        side=side,
        hold=hold * SECOND,
        repetitions=repetitions,
        rest=rest * SECOND,
        instruction="Pull.",
        safety="Never pain.",
        source="card",
        strength=Strength.MIXED,
    )


EASIER = replace(step("calf-easier", StepSide.EACH, 8), repetitions=2)
CALF = replace(step("calf", StepSide.EACH, 10, 2, 10), easier=EASIER)
BOTH = step("both", StepSide.BOTH, 12, 2, 10)
ROUTINE = Routine(
    id="two",
    title="Two",
    purpose=Purpose.DAY,
    place=Place.CHAIR,
    steps=(CALF, BOTH),
    source="card",
    strength=Strength.MIXED,
)
# lead-in 5, L 10, change 3, R 10, 3, L 10, 3, R 10 = 54; lead-in 5, 12, 10, 12 = 39.
WHOLE = 93 * SECOND


class Room:
    """Somebody who follows a guide; the window looks at the clock ten times a second."""

    def __init__(self, routine: Routine = ROUTINE) -> None:
        self.clock = FakeClock()
        self.session = Session.begin(routine, self.now)
        self.cues: list[tuple[timedelta, CueKind, Side]] = []
        self._hear(None)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    @property
    def since_start(self) -> timedelta:
        return self.now - START

    def wait(self, seconds: float, every: timedelta = TENTH) -> "Room":
        end_at = self.now + seconds * SECOND
        while self.now < end_at:
            self.clock.advance(min(every, end_at - self.now))
            self.see(self.session.tick(self.now))
        return self

    def see(self, session: Session) -> "Room":
        before, self.session = self.session, session
        self._hear(before)
        return self

    def _hear(self, before: Session | None) -> None:
        for cue in cues_between(before, self.session):
            self.cues.append((self.since_start, cue.kind, cue.side))


def at(room: Room) -> tuple[int, int, Phase]:
    spot = room.session.spot
    return spot.step, spot.hold, spot.phase


def test_begins_with_the_lead_in_of_the_first_step() -> None:
    state = state_of(Room().session)
    assert (state.phase, state.step, state.step_number, state.of) == (Phase.LEAD_IN, CALF, 1, 2)
    assert (state.side, state.repetition, state.repetitions) == (Side.LEFT, 1, 2)
    assert (state.remaining, state.fraction_of_phase, state.fraction_of_whole) == (5 * SECOND, 0, 0)
    assert (state.can_ease, state.over, state.finished, state.paused) == (True, False, False, None)


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        (4.9, (Phase.LEAD_IN, 1, Side.LEFT, 1, 0.1)),
        (5, (Phase.HOLD, 1, Side.LEFT, 1, 10)),
        (14, (Phase.HOLD, 1, Side.LEFT, 1, 1)),
        (15, (Phase.REST, 1, Side.RIGHT, 1, 3)),
        (18, (Phase.HOLD, 1, Side.RIGHT, 1, 10)),
        (28, (Phase.REST, 1, Side.LEFT, 2, 3)),
        (31, (Phase.HOLD, 1, Side.LEFT, 2, 10)),
        (44, (Phase.HOLD, 1, Side.RIGHT, 2, 10)),
        (54, (Phase.LEAD_IN, 2, Side.BOTH, 1, 5)),
        (59, (Phase.HOLD, 2, Side.BOTH, 1, 12)),
        (71, (Phase.REST, 2, Side.BOTH, 2, 10)),
        (81, (Phase.HOLD, 2, Side.BOTH, 2, 12)),
        (92, (Phase.HOLD, 2, Side.BOTH, 2, 1)),
        (93, (Phase.DONE, 2, Side.BOTH, 2, 0)),
    ],
)
def test_goes_its_course(second: float, shown: tuple[Phase, int, Side, int, float]) -> None:
    state = state_of(Room().wait(second).session)
    left = state.remaining.total_seconds()
    assert (state.phase, state.step_number, state.side, state.repetition, left) == shown
    assert state.fraction_of_whole == pytest.approx(second / 93)


@pytest.mark.parametrize("name", [routine.id for routine in shelf.routines()])
def test_every_guide_takes_exactly_its_length(name: str) -> None:
    routine = shelf.routine(name)
    room = Room(routine)
    room.wait((routine.lasts - SECOND).total_seconds(), every=SECOND)
    assert not room.session.over
    room.wait(1, every=SECOND)
    assert room.session.finished
    assert room.session.record().lasted == routine.lasts
    assert room.session.record().steps_done == len(routine.steps)


def test_says_what_is_coming() -> None:
    room = Room()
    assert [(soon.phase, soon.side, soon.lasts) for soon in state_of(room.session).coming] == [
        (Phase.HOLD, Side.LEFT, 10 * SECOND),
        (Phase.REST, Side.RIGHT, 3 * SECOND),
    ]
    room.wait(46)
    assert [(soon.phase, soon.step.id) for soon in state_of(room.session).coming] == [
        (Phase.LEAD_IN, "both"),
        (Phase.HOLD, "both"),
    ]
    room.wait(40)
    assert state_of(room.session).coming == ()


def test_a_stall_never_shortens_a_hold() -> None:
    room = Room().wait(4.8)
    room.clock.advance(4 * SECOND)
    room.see(room.session.tick(room.now))
    assert state_of(room.session).phase is Phase.HOLD
    assert state_of(room.session).remaining == 10 * SECOND


def test_a_stall_within_a_hold_counts_a_second_at_most() -> None:
    room = Room().wait(6)
    room.clock.advance(4 * SECOND)
    assert state_at(room.session, room.now).remaining == 8 * SECOND


@pytest.mark.parametrize("gone", [timedelta(seconds=5), timedelta(hours=8), timedelta(days=3)])
def test_a_jump_of_the_clock_pauses_where_it_was(gone: timedelta) -> None:
    room = Room().wait(8)
    room.clock.jump(gone)
    room.see(room.session.tick(room.now))
    state = state_of(room.session)
    assert (state.paused, state.phase, state.remaining) == (PauseWhy.CLOCK_JUMPED, Phase.HOLD, 7 * SECOND)
    room.see(room.session.resume(room.now)).wait(7)
    assert state_of(room.session).phase is Phase.REST
    assert room.session.active == 15 * SECOND


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    room = Room().wait(8)
    room.clock.jump(timedelta(hours=-1))
    room.see(room.session.tick(room.now))
    assert state_of(room.session).remaining == 7 * SECOND
    room.wait(7)
    assert state_of(room.session).phase is Phase.REST


def test_a_pause_holds_everything_and_goes_on_where_it_was() -> None:
    room = Room().wait(8)
    room.see(room.session.pause(room.now)).wait(300)
    state = state_of(room.session)
    assert (state.paused, state.phase, state.remaining) == (PauseWhy.ASKED, Phase.HOLD, 7 * SECOND)
    room.see(room.session.resume(room.now)).wait(7)
    assert state_of(room.session).phase is Phase.REST
    assert room.session.record().lasted == 15 * SECOND


def test_pause_and_resume_twice_is_once() -> None:
    room = Room().wait(8)
    paused = room.session.pause(room.now)
    assert paused.pause(room.now) == paused
    assert paused.resume(room.now).resume(room.now) == paused.resume(room.now)
    assert room.session.resume(room.now) == room.session


def test_skip_leaves_the_step() -> None:
    room = Room().wait(8)
    room.see(room.session.skip(room.now))
    assert at(room) == (1, 0, Phase.LEAD_IN)
    room.see(room.session.skip(room.now))
    assert (room.session.finished, room.session.record().steps_done) == (True, 0)
    assert room.session.steps_done() == (StepDone(index=0, step="calf", side=Side.LEFT, held=3 * SECOND, done=False),)


def test_back_begins_the_step_again_then_goes_to_the_one_before() -> None:
    room = Room().wait(60)
    assert at(room) == (1, 0, Phase.HOLD)
    room.see(room.session.back(room.now))
    assert at(room) == (1, 0, Phase.LEAD_IN)
    room.see(room.session.back(room.now))
    assert at(room) == (0, 0, Phase.LEAD_IN)
    room.see(room.session.back(room.now))
    assert at(room) == (0, 0, Phase.LEAD_IN)


def test_a_step_done_twice_counts_its_time_and_is_done() -> None:
    room = Room().wait(54)
    room.see(room.session.back(room.now)).wait(54)
    left, right = room.session.steps_done()
    assert (left.held, left.done, right.held, right.done) == (40 * SECOND, True, 40 * SECOND, True)


def test_easier_takes_the_place_of_the_step_from_this_hold_on() -> None:
    room = Room().wait(20)
    assert at(room) == (0, 1, Phase.HOLD)
    room.see(room.session.ease(room.now))
    state = state_of(room.session)
    assert (state.step, state.phase, state.side, state.can_ease) == (EASIER, Phase.LEAD_IN, Side.RIGHT, False)
    assert room.session.ease(room.now) == room.session
    room.wait(5 + 8 + 3 + 8 + 3 + 8)
    assert at(room) == (1, 0, Phase.LEAD_IN)
    done = [(entry.step, entry.side, entry.held, entry.done) for entry in room.session.steps_done()]
    assert done == [
        ("calf", Side.LEFT, 10 * SECOND, False),
        ("calf", Side.RIGHT, 2 * SECOND, False),
        ("calf-easier", Side.LEFT, 8 * SECOND, True),
        ("calf-easier", Side.RIGHT, 16 * SECOND, True),
    ]


def test_easier_in_a_rest_begins_with_the_next_hold() -> None:
    room = Room().wait(16)
    assert at(room) == (0, 0, Phase.REST)
    room.see(room.session.ease(room.now))
    assert (at(room), state_of(room.session).side) == ((0, 1, Phase.LEAD_IN), Side.RIGHT)


def test_a_hold_cut_short_for_an_easier_one_is_booked_as_what_it_was() -> None:
    room = Room().wait(22)
    assert at(room) == (0, 1, Phase.HOLD)
    room.see(room.session.ease(room.now))
    room.wait(60)
    room.see(room.session.stop(room.now))
    first = [(entry.step, entry.side, entry.held.total_seconds(), entry.done) for entry in room.session.steps_done()]
    assert first[:3] == [
        ("calf", Side.LEFT, 10, False),
        ("calf", Side.RIGHT, 4, False),
        ("calf-easier", Side.LEFT, 8, True),
    ]
    assert first[3][:2] == ("calf-easier", Side.RIGHT)
    assert room.session.record().steps_done == 1


def test_a_side_that_was_done_before_it_became_easier_stays_done() -> None:
    room = Room().wait(46)
    assert at(room) == (0, 3, Phase.HOLD)
    room.see(room.session.ease(room.now))
    room.wait(14)
    done = {(entry.step, entry.side): entry.done for entry in room.session.steps_done()}
    assert done[("calf", Side.LEFT)]
    assert not done[("calf", Side.RIGHT)]
    assert done[("calf-easier", Side.RIGHT)]


def test_a_shorter_easier_step_ends_with_its_last_hold() -> None:
    short = replace(EASIER, repetitions=1)
    room = Room(replace(ROUTINE, steps=(replace(CALF, easier=short), BOTH))).wait(46)
    assert at(room) == (0, 3, Phase.HOLD)
    room.see(room.session.ease(room.now))
    assert at(room) == (0, 1, Phase.LEAD_IN)
    room.wait(13)
    assert at(room) == (1, 0, Phase.LEAD_IN)


@pytest.mark.parametrize("speed", SPEEDS)
def test_speed_stretches_or_shortens_everything(speed: float) -> None:
    room = Room()
    room.see(room.session.at_speed(speed, room.now))
    assert state_of(room.session).remaining == 5 * SECOND / speed
    room.wait(WHOLE.total_seconds() / speed + 2, every=timedelta(milliseconds=10))
    assert room.session.finished
    assert room.session.active == pytest.approx(WHOLE / speed, abs=0.2 * SECOND)


def test_speed_stays_within_its_bounds() -> None:
    room = Room()
    assert room.session.at_speed(9, room.now).speed == 2
    assert room.session.at_speed(0, room.now).speed == 0.5
    session, seen = room.session, [1.0]
    for _ in range(4):
        session = session.faster(room.now)
        seen.append(session.speed)
    for _ in range(6):
        session = session.slower(room.now)
        seen.append(session.speed)
    assert seen == [1.0, 1.25, 1.5, 2.0, 2.0, 1.5, 1.25, 1.0, 0.75, 0.5, 0.5]


def test_stopped_halfway_counts_as_what_it_was() -> None:
    room = Room().wait(63)
    room.see(room.session.stop(room.now))
    record = room.session.record("good")
    assert (record.routine, record.started_at, record.lasted) == ("two", START, 63 * SECOND)
    assert (record.steps_done, record.steps, record.feeling) == (1, 2, "good")
    assert room.session.steps_done() == (
        StepDone(index=0, step="calf", side=Side.LEFT, held=20 * SECOND, done=True),
        StepDone(index=1, step="calf", side=Side.RIGHT, held=20 * SECOND, done=True),
        StepDone(index=2, step="both", side=Side.BOTH, held=4 * SECOND, done=False),
    )
    state = state_of(room.session)
    assert (state.over, state.finished, state.can_ease, state.coming) == (True, False, False, ())
    assert state.fraction_of_whole < 1


def test_what_is_over_stays_as_it_is() -> None:
    room = Room().wait(20)
    over = room.session.stop(room.now)
    room.clock.advance(SECOND)
    for wish in (over.tick, over.pause, over.resume, over.skip, over.back, over.ease, over.stop, over.faster):
        assert wish(room.now) == over


def test_cues_come_when_they_are_due() -> None:
    room = Room().wait(34)
    assert [(moment.total_seconds(), kind, side) for moment, kind, side in room.cues] == [
        (0, CueKind.NEXT, Side.LEFT),
        (5, CueKind.STARTED, Side.LEFT),
        (10, CueKind.HALFWAY, Side.LEFT),
        (12, CueKind.THREE, Side.LEFT),
        (13, CueKind.TWO, Side.LEFT),
        (14, CueKind.ONE, Side.LEFT),
        (15, CueKind.REST, Side.RIGHT),
        (18, CueKind.STARTED, Side.RIGHT),
        (23, CueKind.HALFWAY, Side.RIGHT),
        (25, CueKind.THREE, Side.RIGHT),
        (26, CueKind.TWO, Side.RIGHT),
        (27, CueKind.ONE, Side.RIGHT),
        (28, CueKind.REST, Side.LEFT),
        (31, CueKind.STARTED, Side.LEFT),
    ]
    assert [kind for _, kind, _ in room.wait(70).cues][-1] is CueKind.DONE


def test_a_cue_carries_its_step() -> None:
    room = Room()
    assert cues_between(None, room.session) == (Cue(kind=CueKind.NEXT, step=CALF, side=Side.LEFT),)


def test_the_last_three_seconds_are_real_ones_at_any_speed() -> None:
    room = Room()
    room.see(room.session.at_speed(2, room.now)).wait(7.5)
    kinds = [(moment.total_seconds(), kind) for moment, kind, _ in room.cues if kind is not CueKind.NEXT]
    assert kinds == [
        (2.5, CueKind.STARTED),
        (4.5, CueKind.THREE),
        (5.5, CueKind.TWO),
        (6.5, CueKind.ONE),
        (7.5, CueKind.REST),
    ]


def test_in_a_slow_rhythm_no_cue_is_lost_or_said_twice() -> None:
    room = Room().wait(11.9)
    heard = len(room.cues)
    room.wait(2.7, every=0.9 * SECOND)
    assert [kind for _, kind, _ in room.cues[heard:]] == [CueKind.THREE, CueKind.TWO, CueKind.ONE]


def test_a_stopped_guide_does_not_say_that_it_is_done() -> None:
    room = Room().wait(20)
    assert cues_between(room.session, room.session.stop(room.now)) == ()


def test_an_easier_step_is_named() -> None:
    room = Room().wait(2)
    room.see(room.session.ease(room.now))
    assert room.cues[-1][1] is CueKind.NEXT


WISHES = ("pause", "resume", "skip", "back", "ease", "slower", "faster", "stop", "tick")
MOVES = st.lists(
    st.tuples(
        st.one_of(st.just("tick"), st.just("tick"), st.sampled_from(WISHES)),
        st.one_of(st.floats(0, 1), st.floats(0, 6), st.floats(-5, 100_000)),
    ),
    max_size=120,
)


@given(MOVES)
def test_whatever_happens_the_state_is_sound(moves: list[tuple[str, float]]) -> None:
    now, session = START, Session.begin(ROUTINE, START)
    for wish, seconds in moves:
        now += seconds * SECOND
        before, session = session, getattr(session, wish)(now)
        state = state_of(session)
        assert 0 <= state.fraction_of_phase <= 1
        assert 0 <= state.fraction_of_whole <= 1
        assert state.remaining >= timedelta(0)
        assert 1 <= state.step_number <= state.of == 2
        assert len(cues_between(before, session)) <= 1
        assert session.active >= before.active
        assert timedelta(0) <= session.active - before.active <= SECOND
        if before.over:
            assert session == before
        if wish == "tick":
            assert state_at(before, now) == state
            if not session.over:
                assert state.fraction_of_whole >= state_of(before).fraction_of_whole
    record = session.record()
    assert 0 <= record.steps_done <= record.steps
    assert sum((done.held for done in session.steps_done()), timedelta(0)) <= record.lasted


@given(MOVES)
def test_a_whole_hold_was_held_for_its_whole_time(moves: list[tuple[str, float]]) -> None:
    now, session = START, Session.begin(ROUTINE, START)
    for wish, seconds in moves:
        if wish in ("slower", "faster"):
            continue
        now += seconds * SECOND
        session = getattr(session, wish)(now)
    for part in session.held:
        eased = session.steps[part.step] is EASIER
        assert not part.whole or part.lasted >= (8 if eased else 10) * SECOND


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=40), st.sampled_from(SPEEDS))
def test_any_rhythm_of_looks_leads_through_every_phase(rhythm: list[float], speed: float) -> None:
    assume(sum(rhythm) > 0)
    now, session = START, Session.begin(ROUTINE, START).at_speed(speed, START)
    seen: list[Spot] = [session.spot]
    borders, longest = 14, max(rhythm)
    while not session.over:
        for seconds in rhythm:
            now += seconds * SECOND
            session = session.tick(now)
            if session.spot != seen[-1]:
                seen.append(session.spot)
    assert [spot.phase for spot in seen] == [
        Phase.LEAD_IN,
        *(Phase.HOLD, Phase.REST) * 3,
        Phase.HOLD,
        Phase.LEAD_IN,
        Phase.HOLD,
        Phase.REST,
        Phase.HOLD,
        Phase.DONE,
    ]
    assert WHOLE / speed <= session.active + TENTH / 100
    assert session.active <= WHOLE / speed + borders * longest * SECOND
