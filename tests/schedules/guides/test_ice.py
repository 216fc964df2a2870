"""The ice timer: on, off, and over, whatever happens to the program meanwhile."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.guides.ice import IceCycle, IceEvent, IceMoment, IcePhase, IceState

START = datetime(2026, 7, 15, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CYCLE = IceCycle(started_at=START, on=15 * MINUTE, off=20 * MINUTE, rounds=2)

CYCLES = st.builds(
    IceCycle,
    started_at=st.just(START),
    on=st.integers(10, 20).map(MINUTE.__mul__),
    off=st.integers(20, 90).map(MINUTE.__mul__),
    rounds=st.integers(1, 6),
)


@pytest.mark.parametrize(
    ("minute", "phase", "number", "remaining"),
    [
        (-5, IcePhase.ON, 1, 15),
        (0, IcePhase.ON, 1, 15),
        (14, IcePhase.ON, 1, 1),
        (15, IcePhase.OFF, 1, 20),
        (34, IcePhase.OFF, 1, 1),
        (35, IcePhase.ON, 2, 15),
        (50, IcePhase.OVER, 2, 0),
        (5000, IcePhase.OVER, 2, 0),
    ],
)
def test_where_it_is(minute: int, phase: IcePhase, number: int, remaining: int) -> None:
    found = CYCLE.state_at(START + minute * MINUTE)
    assert found == IceState(phase=phase, round=number, rounds=2, remaining=remaining * MINUTE)


def test_reminders_in_order() -> None:
    assert CYCLE.moments() == (
        IceMoment(at=START + 15 * MINUTE, event=IceEvent.TAKE_OFF),
        IceMoment(at=START + 35 * MINUTE, event=IceEvent.MAY_GO_ON),
        IceMoment(at=START + 50 * MINUTE, event=IceEvent.TAKE_OFF, last=True),
    )


def test_the_next_reminder() -> None:
    first, second, last = CYCLE.moments()
    assert CYCLE.next_after(START) == first
    assert CYCLE.next_after(first.at) == second
    assert CYCLE.next_after(second.at) == last
    assert CYCLE.next_after(last.at) is None


def test_after_a_restart_only_the_latest_reminder_comes() -> None:
    assert CYCLE.due_between(START, START + 14 * MINUTE) is None
    assert CYCLE.due_between(START + 14 * MINUTE, START + 15 * MINUTE) == CYCLE.moments()[0]
    assert CYCLE.due_between(START, START + 40 * MINUTE) == CYCLE.moments()[1]
    assert CYCLE.due_between(START, START + timedelta(days=1)) == CYCLE.moments()[2]


@pytest.mark.parametrize(
    ("on", "off", "rounds"), [(9, 20, 1), (21, 20, 1), (15, 19, 1), (15, 20, 0), (15, 20, 7), (-15, 20, 1)]
)
def test_nothing_outside_the_published_times(on: int, off: int, rounds: int) -> None:
    with pytest.raises(ValueError, match="ice"):
        IceCycle(started_at=START, on=on * MINUTE, off=off * MINUTE, rounds=rounds)


@given(CYCLES, st.integers(0, 60 * 24 * 60))
def test_state_and_reminders_agree(cycle: IceCycle, second: int) -> None:
    now = START + timedelta(seconds=second)
    state, upcoming = cycle.state_at(now), cycle.next_after(now)
    if upcoming is None:
        assert state.phase is IcePhase.OVER
    else:
        assert now + state.remaining == upcoming.at
        assert state.phase is (IcePhase.ON if upcoming.event is IceEvent.TAKE_OFF else IcePhase.OFF)


@given(CYCLES)
def test_skin_rests_twenty_minutes_after_every_pack(cycle: IceCycle) -> None:
    moments = cycle.moments()
    for off, on in zip(moments[::2], moments[1::2], strict=False):
        assert on.at - off.at >= 20 * MINUTE
    assert moments[0].at - START <= 20 * MINUTE
    assert [moment.last for moment in moments] == [False] * (len(moments) - 1) + [True]


def test_a_changed_clock_of_the_zone_changes_nothing() -> None:
    zone = ZoneInfo("America/Chicago")
    start = datetime(2026, 11, 1, 1, 50, tzinfo=zone)
    cycle = IceCycle(started_at=start)
    later = (start.astimezone(UTC) + 16 * MINUTE).astimezone(zone)
    assert start.utcoffset() != later.utcoffset()
    assert cycle.state_at(later).phase is IcePhase.OFF
