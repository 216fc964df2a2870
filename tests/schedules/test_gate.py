"""The gate's rulings."""

from datetime import UTC, datetime, timedelta

import pytest

from schedules.gate import Presence, Verdict, gate
from schedules.prompts import Kind, Prompt, Reason, Why

DUE = datetime(2026, 11, 20, 14, 20, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def prompt(kind: Kind = Kind.DRINK) -> Prompt:
    """A prompt that is due at `DUE` and gone a quarter of an hour later."""
    return Prompt(kind=kind, due_at=DUE, expires_at=DUE + QUARTER, reason=Reason(why=Why.LONG_GAP))


@pytest.mark.parametrize(
    ("presence", "late", "verdict"),
    [
        (Presence(), timedelta(0), Verdict.SHOW),
        (Presence(), timedelta(minutes=14), Verdict.SHOW),
        (Presence(), QUARTER, Verdict.EXPIRE),
        (Presence(), timedelta(hours=9), Verdict.EXPIRE),
        (Presence(locked=True), timedelta(0), Verdict.HOLD),
        (Presence(paused_until=DUE + timedelta(minutes=5)), timedelta(0), Verdict.HOLD),
        (Presence(paused_until=DUE), timedelta(0), Verdict.SHOW),
    ],
)
def test_rulings(presence: Presence, late: timedelta, verdict: Verdict) -> None:
    assert gate(prompt(), presence, DUE + late).verdict is verdict


def test_a_hold_ends_before_or_when_the_prompt_expires() -> None:
    ruling = gate(prompt(), Presence(paused_until=DUE + timedelta(hours=1)), DUE)
    assert ruling.until == DUE + QUARTER


def test_somebody_who_is_away_has_got_up_already() -> None:
    away = Presence(away_since=DUE - timedelta(minutes=6))
    assert gate(prompt(Kind.MOVE), away, DUE).verdict is Verdict.CREDIT
    assert gate(prompt(Kind.DRINK), away, DUE).verdict is Verdict.SHOW
