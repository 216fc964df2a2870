"""Putting a prompt off for a reason: what that does to the records, and what may be proposed after it."""

from dataclasses import replace
from functools import partial

from desktop.answer_log import log_done
from desktop.engine import Engine
from desktop.journal import Journal
from schedules.history import PromptRecord
from schedules.later import Effect, LaterWish, effect
from schedules.moments import meeting_until
from schedules.prompts import Prompt
from schedules.settings import Weekday
from schedules.waking_day import belongs_to


class PuttingOff:
    """Carries out what a person says to "Why later?"; the press on Later has put it off already, for the usual time."""

    def __init__(self, engine: Engine) -> None:
        """Store the engine.

        Args:
            engine: Started by the time a prompt is put off.
        """
        self._engine = engine

    def put_off(self, prompt: Prompt, wish: LaterWish) -> Effect | None:
        """Put a prompt off for a reason; what that does; None, and the trouble told, when the store refuses."""
        engine = self._engine
        weekday = weekday_of(prompt, engine.journal)
        # It may have come again while the person thought about it.
        prompt = next((waiting for waiting in engine.waiting if waiting.kind is prompt.kind), prompt)
        now = engine.journal.clock.now()
        found = effect(prompt, wish, now, weekday, meeting_until(engine.situation, now))
        if not engine.change(partial(_log, engine.journal, prompt, found)):
            return None
        record = replace(
            self._record(prompt),
            outcome=found.outcome,
            outcome_at=now,
            show_again_at=found.again_at,
            later_why=wish.why,
        )
        engine.resettle(record)
        return found

    def _record(self, prompt: Prompt) -> PromptRecord:
        kept = (record for record in self._engine.situation.history.prompts if record.key == prompt.key)
        fresh = PromptRecord(
            key=prompt.key, kind=prompt.kind, also=prompt.also, due_at=prompt.due_at, volume_ml=prompt.volume_ml
        )
        return next(kept, fresh)


def weekday_of(prompt: Prompt, journal: Journal) -> Weekday:
    """The weekday that a prompt belongs to, whatever day it is by now."""
    return Weekday.of(belongs_to(journal.settings(), prompt.due_at, journal.zone()).date)


def _log(journal: Journal, prompt: Prompt, found: Effect) -> bool:
    """Log what was done already, and remember the weekday that is to be free."""
    if found.day_off is not None:
        journal.take_off(found.day_off)
    if found.done_at is not None:
        log_done(journal, prompt, found.done_at)
    return True
