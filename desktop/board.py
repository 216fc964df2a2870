"""What is on show: the prompts that wait for an answer, their notices, and what becomes of them without one."""

from dataclasses import replace
from datetime import datetime

from desktop.holding import Holding
from desktop.journal import Journal
from desktop.memory import OnShow, PromptMemory, record_of
from desktop.notices import notice_of
from desktop.ports import Notifier
from desktop.troubles import Troubles
from schedules.answers import done_since
from schedules.gate import AGAIN
from schedules.heat_follow import followed, next_change, says_it_all
from schedules.history import Outcome, PromptRecord
from schedules.later import after_pause
from schedules.moments import silent_from, silent_until
from schedules.prompts import HeldWhy, Prompt
from schedules.situation import Situation


class Board:
    """Keeps what is on show, the notices and the records in step."""

    def __init__(
        self, journal: Journal, notifier: Notifier, memory: PromptMemory, holding: Holding, troubles: Troubles
    ) -> None:
        """Store what it works with.

        Args:
            journal: The time, and what the words of a notice depend on.
            notifier: Shows notices.
            memory: Keeps the records.
            holding: Knows what has held a prompt back, and whether anybody can have seen it.
            troubles: Told when a record cannot be kept.
        """
        self._journal = journal
        self._notifier = notifier
        self._memory = memory
        self._holding = holding
        self._troubles = troubles
        self._waiting: dict[str, OnShow] = {}
        self._follows_late = False

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts on show, the oldest first."""
        return tuple(on_show.prompt for on_show in self._waiting.values())

    def on_show(self, key: str) -> OnShow | None:
        """A prompt that is on show."""
        return self._waiting.get(key)

    def show(self, prompt: Prompt) -> None:
        """Show a prompt that has come due, in the place of what is on show about the same."""
        now = self._journal.clock.now()
        for other in self.prompts:
            if says_it_all(prompt, other):
                self._take_away(other, Outcome.EXPIRED)
        self._put(OnShow(prompt=prompt, shown_at=now, held_why=self._holding.why(prompt)))

    def show_again(self, key: str) -> None:
        """Show what is still on show, where a press has taken its notice away."""
        on_show = self._waiting.get(key)
        if on_show is not None:
            self._notifier.show(notice_of(on_show.prompt, self._journal.settings(), self._journal.zone()))

    def withdraw(self, key: str) -> None:
        """Take a prompt away that somebody has answered."""
        self._waiting.pop(key, None)
        self._notifier.withdraw(key)

    def follow_clock(self, now: datetime) -> None:
        """The clock may have been set."""
        self._waiting = {key: on_show.since(now) for key, on_show in self._waiting.items()}

    def settle_otherwise(self, situation: Situation, planned_for: Situation | None) -> bool:
        """Take away what was done in another way, or what a pause or a quiet time puts off; whether there was any.

        What these have put off until their end comes then, also where that is sooner than it was planned for.
        """
        paused_until, quiet_until = situation.paused_until, silent_until(situation, situation.now)
        sooner = self._sooner(situation, planned_for, quiet_until) if planned_for is not None else ()
        for record in sooner:
            self._save(record)
        before = len(self._waiting)
        for on_show in tuple(self._waiting.values()):
            prompt = on_show.prompt
            if done_since(prompt, on_show.shown_at, situation.history):
                self._take_away(prompt, Outcome.DONE)
            elif paused_until is not None and paused_until > situation.now:
                self._take_away(prompt, Outcome.LATER, show_again_at=paused_until)
            elif quiet_until is not None:
                self._waiting[prompt.key] = replace(on_show, held_why=HeldWhy.QUIET)
                self._take_away(prompt, Outcome.LATER, show_again_at=quiet_until)
        return bool(sooner) or len(self._waiting) < before

    def follow_heat(self, situation: Situation) -> None:
        """Let what is on show of the heat say how it is now: replaced, never stacked, and not at a bad moment."""
        self._follows_late = False
        for on_show in tuple(self._waiting.values()):
            wanted = followed(on_show.prompt, situation)
            if wanted is None:
                self._take_away(on_show.prompt, Outcome.EXPIRED)
            elif wanted == on_show.prompt:
                continue
            elif self._holding.is_good_moment(wanted, situation):
                self._put(replace(on_show, prompt=wanted))
            else:
                self._follows_late = True

    def next_look_at(self, situation: Situation) -> datetime | None:
        """When to look again at what is on show: a quiet time begins, the heat changes, or its news are held."""
        if not self._waiting:
            return None
        heat_at = situation.now + AGAIN if self._follows_late else next_change(self.prompts, situation)
        ats = (silent_from(situation, situation.now), heat_at)
        return min((at for at in ats if at is not None), default=None)

    def run_out(self, key: str) -> bool:
        """Withdraw a prompt that was not answered in time, without a word; whether it was there."""
        on_show = self._waiting.get(key)
        if on_show is None:
            return False
        unseen = self._holding.was_unseen(on_show.shown_at, on_show.prompt.expires_at, self._journal.clock.now())
        if unseen:
            self._waiting[key] = replace(on_show, held_why=on_show.held_why or HeldWhy.AWAY)
        self._take_away(on_show.prompt, Outcome.EXPIRED if unseen else Outcome.IGNORED)
        return True

    def record(self, prompt: Prompt) -> PromptRecord:
        """The record of a prompt, as far as it has come."""
        return record_of(prompt, self._waiting.get(prompt.key), self._holding.why(prompt))

    def close(self, record: PromptRecord, outcome: Outcome) -> None:
        """Keep what became of a prompt."""
        self._save(replace(record, outcome=outcome, outcome_at=self._journal.clock.now()))

    def _sooner(
        self, situation: Situation, planned_for: Situation, quiet_until: datetime | None
    ) -> tuple[PromptRecord, ...]:
        now, history, was_quiet_until = situation.now, situation.history, silent_until(planned_for, planned_for.now)
        of_pause = after_pause(history, planned_for.paused_until, situation.paused_until, now)
        return (*of_pause, *after_pause(history, was_quiet_until, quiet_until, now))

    def _put(self, on_show: OnShow) -> None:
        self._waiting[on_show.prompt.key] = on_show
        self._save(self.record(on_show.prompt))
        self.show_again(on_show.prompt.key)

    def _take_away(self, prompt: Prompt, outcome: Outcome, show_again_at: datetime | None = None) -> None:
        """End the showing of a prompt without a word."""
        record = replace(self.record(prompt), show_again_at=show_again_at)
        self.withdraw(prompt.key)
        self.close(record, outcome)

    def _save(self, record: PromptRecord) -> None:
        self._troubles.tell_once(self._memory.save(record))
