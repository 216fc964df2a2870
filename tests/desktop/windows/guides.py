"""Guides to show: what the tests of the guide window and its screenshots share."""

from datetime import UTC, datetime, timedelta

from desktop.guide_state import GuideState
from schedules.guides.build import fit
from schedules.guides.course import Phase
from schedules.guides.routine import Limit
from schedules.guides.session import Session
from schedules.guides.session_state import state_of
from tests.schedules.guides.shelf import routine, routines

START = datetime(2026, 11, 19, 21, 15, tzinfo=UTC)
LOOK = timedelta(milliseconds=100)


def after(session: Session, lasting: timedelta) -> Session:
    """The session so much later, looked at as often as the application does."""
    end_at = session.seen_at + lasting
    while session.seen_at < end_at and not session.over:
        session = session.tick(session.seen_at + LOOK)
    return session


def to(name: str, *, phase: Phase, left_s: float, hold: int = 0, step: int = 0) -> Session:
    """A guide at the moment when so much of a phase is left."""
    session = Session.begin(routine(name), START)
    wanted = (step, hold, phase)
    while (session.spot.step, session.spot.hold, session.spot.phase) != wanted or (
        session.remaining > timedelta(seconds=left_s)
    ):
        session = session.tick(session.seen_at + LOOK)
    return session


def shown(session: Session, **changed: object) -> GuideState:
    """A session as the window is told of it."""
    values: dict[str, object] = {
        "title": session.routine.title,
        "session": state_of(session),
        "instructions": tuple(step.instruction for step in session.steps),
        "lasted": session.active,
        "has_held": bool(session.held),
        "is_gentle": Limit.SORE_TODAY in session.routine.limits,
    }
    return GuideState(**(values | changed))  # type: ignore[arg-type] # as the fields are


def gentle() -> Session:
    """The bedtime guide after a sore day."""
    return Session.begin(fit(routine("bedtime"), routines(), frozenset({Limit.SORE_TODAY})), START)
