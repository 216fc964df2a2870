"""The gate's rulings."""

from datetime import UTC, datetime, timedelta

import pytest

from schedules.gate import Presence, Ruling, Verdict, gate
from schedules.prompts import HeldWhy, Kind, Prompt, Reason, Why

DUE = datetime(2026, 11, 20, 14, 20, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def prompt(kind: Kind = Kind.DRINK) -> Prompt:
    """A prompt that is due at `DUE` and gone a quarter of an hour later."""
    return Prompt(kind=kind, due_at=DUE, expires_at=DUE + QUARTER, reason=Reason(why=Why.LONG_GAP))


def held(why: HeldWhy, until: datetime) -> Ruling:
    return Ruling(verdict=Verdict.HOLD, until=until, why=why)


@pytest.mark.parametrize(
    ("presence", "late", "verdict"),
    [
        (Presence(), timedelta(0), Verdict.SHOW),
        (Presence(), timedelta(minutes=14), Verdict.SHOW),
        (Presence(), timedelta(minutes=14, seconds=1), Verdict.EXPIRE),
        (Presence(), QUARTER, Verdict.EXPIRE),
        (Presence(), timedelta(hours=9), Verdict.EXPIRE),
        (Presence(locked=True), timedelta(0), Verdict.HOLD),
        (Presence(locked=True), QUARTER, Verdict.EXPIRE),
        (Presence(paused_until=DUE + timedelta(minutes=5)), timedelta(0), Verdict.HOLD),
        (Presence(paused_until=DUE), timedelta(0), Verdict.SHOW),
        (Presence(locked=False, full_screen=False, do_not_disturb=False, in_call=False), timedelta(0), Verdict.SHOW),
    ],
)
def test_rulings(presence: Presence, late: timedelta, verdict: Verdict) -> None:
    assert gate(prompt(), presence, DUE + late).verdict is verdict


@pytest.mark.parametrize(
    ("presence", "why", "until"),
    [
        (Presence(locked=True), HeldWhy.LOCKED, MINUTE),
        (Presence(in_call=True), HeldWhy.CALL, MINUTE),
        (Presence(full_screen=True), HeldWhy.FULL_SCREEN, MINUTE),
        (Presence(do_not_disturb=True), HeldWhy.DO_NOT_DISTURB, MINUTE),
        (Presence(away_since=DUE - 5 * MINUTE), HeldWhy.AWAY, MINUTE),
        (Presence(back_since=DUE - MINUTE), HeldWhy.AWAY, MINUTE),
        (Presence(last_input_at=DUE - 2 * SECOND), HeldWhy.TYPING, 3 * SECOND),
        (Presence(last_input_at=DUE - 2 * SECOND, tells_pauses=True), HeldWhy.TYPING, MINUTE),
        (Presence(paused_until=DUE + 4 * MINUTE), HeldWhy.PAUSED, 4 * MINUTE),
        (Presence(in_call=True, locked=True, full_screen=True), HeldWhy.LOCKED, MINUTE),
        (Presence(in_call=True, last_input_at=DUE), HeldWhy.CALL, MINUTE),
    ],
)
def test_what_holds_a_prompt_and_when_it_is_asked_again(presence: Presence, why: HeldWhy, until: timedelta) -> None:
    assert gate(prompt(), presence, DUE) == held(why, DUE + until)


def test_a_hold_ends_before_or_when_the_prompt_expires() -> None:
    ruling = gate(prompt(), Presence(paused_until=DUE + timedelta(hours=1)), DUE)
    assert ruling.until == DUE + QUARTER


@pytest.mark.parametrize("waited", [timedelta(0), 2 * MINUTE, 4 * MINUTE])
def test_it_waits_for_a_pause_in_the_typing_and_no_longer_than_five_minutes(waited: timedelta) -> None:
    now = DUE + waited
    assert gate(prompt(), Presence(last_input_at=now - SECOND), now, DUE) == held(HeldWhy.TYPING, now + 4 * SECOND)
    assert gate(prompt(), Presence(last_input_at=now - 5 * SECOND), now, DUE).verdict is Verdict.SHOW


def test_after_five_minutes_of_typing_it_comes_all_the_same() -> None:
    now = DUE + 5 * MINUTE
    assert gate(prompt(), Presence(last_input_at=now), now, DUE).verdict is Verdict.SHOW
    nearly = now - SECOND
    assert gate(prompt(), Presence(last_input_at=nearly), nearly, DUE) == held(HeldWhy.TYPING, now)


def test_a_key_in_the_future_or_a_return_in_the_future_is_a_clock_that_was_set_back() -> None:
    later = DUE + timedelta(hours=1)
    assert (
        gate(prompt(), Presence(last_input_at=later, back_since=later, away_since=later), DUE).verdict is Verdict.SHOW
    )


def test_somebody_who_is_away_has_got_up_already() -> None:
    away = Presence(away_since=DUE - timedelta(minutes=6))
    assert gate(prompt(Kind.MOVE), away, DUE).verdict is Verdict.CREDIT
    assert gate(prompt(Kind.DRINK), away, DUE).verdict is Verdict.HOLD
    assert gate(prompt(Kind.BEDTIME), away, DUE).verdict is Verdict.SHOW
    reading = Presence(away_since=DUE - timedelta(minutes=4))
    assert gate(prompt(Kind.MOVE), reading, DUE).verdict is Verdict.SHOW
    assert gate(prompt(Kind.DRINK), reading, DUE).verdict is Verdict.SHOW


@pytest.mark.parametrize(
    ("presence", "verdict"),
    [
        (Presence(in_call=True, full_screen=True, do_not_disturb=True, last_input_at=DUE), Verdict.SHOW),
        (Presence(locked=True), Verdict.HOLD),
        (Presence(paused_until=DUE + MINUTE), Verdict.HOLD),
        (Presence(back_since=DUE), Verdict.HOLD),
    ],
)
def test_a_heat_break_is_safety_and_only_an_absence_or_a_persons_word_holds_it(
    presence: Presence, verdict: Verdict
) -> None:
    assert gate(prompt(Kind.HEAT_BREAK), presence, DUE).verdict is verdict


def test_what_came_due_while_nobody_was_there_says_so() -> None:
    late = DUE + timedelta(hours=2)
    assert gate(prompt(), Presence(back_since=late), late) == Ruling(verdict=Verdict.EXPIRE, why=HeldWhy.AWAY)
    assert gate(prompt(), Presence(back_since=DUE - QUARTER), late).why is None
