"""The engine: the running application without a window. It plans, lets prompts come, and turns answers into records."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.memory import OnShow, PromptMemory
from desktop.notices import notice_of
from desktop.ports import LogEntry, Notice, Notifier, Press
from schedules.answers import done_since, drinks, guided, later_by
from schedules.gate import Presence, Verdict, gate
from schedules.history import Outcome, PromptRecord
from schedules.plan import plan
from schedules.prompts import Answer, DayPlan, Kind, Prompt
from schedules.situation import Situation
from schedules.timetable import Call, Timetable

T = TypeVar("T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWish:
    """A person wants to be guided through a routine."""

    routine: str


class Engine(QObject):
    """Keeps the plan, the timetable and the notices in step with what happens."""

    changed = Signal()
    """Something that a window or the tray shows may have changed."""
    guide_requested = Signal(object)
    """A `GuideWish`."""
    move_requested = Signal(object)
    """A `Prompt`, a heat brief: move its block to the cooler time that it offers."""
    prompt_opened = Signal(object)
    """A `Notice` was clicked on: show it with its buttons."""
    trouble_arisen = Signal(object)
    """An `UncrampError` that the person is to know of."""
    trouble_ended = Signal()
    """What was told last is over."""

    def __init__(
        self, *, journal: Journal, timetable: Timetable, notifier: Notifier, presence: Callable[[], Presence] = Presence
    ) -> None:
        """Store what it works with.

        Args:
            journal: Logs and plans.
            timetable: Calls back at moments of the wall clock.
            notifier: Shows notices; its ``pressed`` is joined to `answer` by the composition root.
            presence: What is known of the person, asked when a prompt comes due.
        """
        super().__init__()
        self.journal = journal
        self._memory = PromptMemory(journal)
        self._timetable = timetable
        self._notifier = notifier
        self._presence = presence
        self._waiting: dict[str, OnShow] = {}
        self._held: dict[str, datetime] = {}
        self._trouble = ""
        self._situation: Situation | None = None
        self._plan: DayPlan | None = None

    @property
    def situation(self) -> Situation:
        """What the plan in force depends on. Only after `start`."""
        assert self._situation is not None
        return self._situation

    @property
    def plan(self) -> DayPlan:
        """The plan in force. Only after `start`."""
        assert self._plan is not None
        return self._plan

    @property
    def last_entry(self) -> LogEntry | None:
        """The entry that `undo` would take back, as last read."""
        return self._memory.last_entry

    @property
    def waiting(self) -> tuple[Prompt, ...]:
        """The prompts on show, the oldest first."""
        return tuple(on_show.prompt for on_show in self._waiting.values())

    def start(self) -> None:
        """Begin: let go what an earlier run left open, and plan."""
        situation, error = self._memory.situation()
        self._tell_once(error)
        for record in situation.history.prompts:
            if record.outcome is Outcome.WAITING:
                self._close(record, Outcome.EXPIRED)
        self.replan()

    def replan(self) -> None:
        """Plan again after anything has changed, and set the timetable by it."""
        unsaved = self._memory.flush()
        self._situation, unread = self._memory.situation()
        if self._settled_otherwise(self._situation):
            self._situation, unread = self._memory.situation()
        self._tell_once(unsaved)
        self._tell_once(unread)
        if unsaved is None and unread is None and self._trouble:
            self._trouble = ""
            self.trouble_ended.emit()
        self._plan = plan(self._situation)
        self._timetable.sync(self._jobs())
        self.changed.emit()

    def answer(self, press: Press) -> None:
        """Take a person's answer to a prompt that is on show, or ahead in the plan."""
        prompt = self._prompt(press.key)
        if prompt is None:
            _log.info("An answer came for a prompt that is gone: %s", press.key)
            return
        if press.answer is Answer.OPEN:
            self.prompt_opened.emit(self.notice(prompt))
            return
        try:
            self._twice(lambda: self._log_answer(prompt, press.answer))
        except UncrampError as error:
            # Not logged is not confirmed: it stays, or comes back where the press has taken it away.
            self._tell(error)
            if prompt.key in self._waiting:
                self._notifier.show(self.notice(prompt))
            return
        self._settle(prompt, press.answer)

    def log(self, log: Callable[[Journal], LogEntry]) -> LogEntry | None:
        """Log something and plan again; None, and the trouble told, when the store refuses."""
        return self._changing(lambda: log(self.journal))

    def undo(self) -> LogEntry | None:
        """Take the last log back and plan again."""
        return self._changing(self.journal.undo)

    def pause(self, until: datetime) -> None:
        """Show nothing until a moment; what is on show goes, and comes again then."""
        self._changing(lambda: self.journal.pause(until))

    def resume(self) -> None:
        """End the pause."""
        self._changing(self.journal.resume)

    def notice(self, prompt: Prompt) -> Notice:
        """A prompt in words."""
        return notice_of(prompt, self.journal.settings(), self.journal.zone())

    def _changing(self, change: Callable[[], T]) -> T | None:
        try:
            found = self._twice(change)
        except UncrampError as error:
            self._tell(error)
            return None
        self.replan()
        return found

    def _twice(self, change: Callable[[], T]) -> T:
        """Do something with the records; once more where the store had to put itself right first."""
        try:
            return change()
        except UncrampError as error:
            if not error.again:
                raise
            self._tell(error)
            return change()

    def _settled_otherwise(self, situation: Situation) -> bool:
        """Take away what is on show and was done in another way, or is put off by a pause; whether there was any."""
        paused_until = situation.paused_until
        before = len(self._waiting)
        for prompt, shown_at in ((on_show.prompt, on_show.shown_at) for on_show in tuple(self._waiting.values())):
            if done_since(prompt, shown_at, situation.history):
                self._take_away(prompt, Outcome.DONE)
            elif paused_until is not None and paused_until > situation.now:
                self._take_away(prompt, Outcome.LATER, show_again_at=paused_until)
        return len(self._waiting) < before

    def _take_away(self, prompt: Prompt, outcome: Outcome, show_again_at: datetime | None = None) -> None:
        """End the showing of a prompt without a word."""
        on_show = self._waiting.pop(prompt.key, None)
        shown_at = None if on_show is None else on_show.shown_at
        self._notifier.withdraw(prompt.key)
        self._close(replace(self._record(prompt), shown_at=shown_at, show_again_at=show_again_at), outcome)

    def _prompt(self, key: str) -> Prompt | None:
        on_show = self._waiting.get(key)
        return self._ahead(key) if on_show is None else on_show.prompt

    def _ahead(self, key: str) -> Prompt | None:
        return next((prompt for prompt in self._plan.prompts if prompt.key == key), None) if self._plan else None

    def _jobs(self) -> dict[str, tuple[datetime, Call]]:
        """Every moment at which something is to happen."""
        jobs: dict[str, tuple[datetime, Call]] = {"day ends": (self.plan.bed_at, self.replan)}
        for prompt in self.plan.prompts:
            at = self._held.get(prompt.key, prompt.due_at)
            jobs[f"due {prompt.key}"] = (at, partial(self._come_due, prompt.key))
        for prompt in self.waiting:
            jobs[f"over {prompt.key}"] = (prompt.expires_at, partial(self._run_out, prompt.key))
        now, paused_until = self.situation.now, self.situation.paused_until
        if paused_until is not None and paused_until > now:
            jobs["pause ends"] = (paused_until, self.replan)
        for at in {at for span in self.plan.heat for at in (span.start_at, span.end_at) if at > now}:
            jobs[f"heat changes {at}"] = (at, self.changed.emit)
        return jobs

    def _come_due(self, key: str) -> None:
        """The gate's ruling on a prompt, carried out.

        After a suspend several come due in one go, and the ruling on the first may take the others off the plan.
        """
        prompt = self._ahead(key)
        if prompt is None:
            return
        ruling = gate(prompt, self._presence(), self.journal.clock.now())
        match ruling.verdict:
            case Verdict.SHOW:
                self._show(prompt)
            case Verdict.HOLD if ruling.until is not None:
                self._held[prompt.key] = ruling.until
            case Verdict.CREDIT:
                self._close(self._record(prompt), Outcome.CREDITED)
            case _:
                self._close(self._record(prompt), Outcome.EXPIRED)
        self.replan()

    def _show(self, prompt: Prompt) -> None:
        now = self.journal.clock.now()
        self._waiting[prompt.key] = OnShow(prompt=prompt, shown_at=now)
        self._held.pop(prompt.key, None)
        self._tell_once(self._memory.save(replace(self._record(prompt), shown_at=now)))
        self._notifier.show(self.notice(prompt))

    def _run_out(self, key: str) -> None:
        """A prompt that was not answered in time is withdrawn without a word."""
        on_show = self._waiting.get(key)
        if on_show is not None:
            self._take_away(on_show.prompt, Outcome.IGNORED)
            self.replan()

    def _log_answer(self, prompt: Prompt, answer: Answer) -> None:
        if drinks(prompt, answer):
            self.journal.log_drink(prompt.volume_ml or 0)
        if answer is Answer.DID_IT:
            self.journal.log_routine(prompt.routine or Kind.MOVE)

    def _settle(self, prompt: Prompt, answer: Answer) -> None:
        """Record an answer, withdraw the notice, plan again, and start what was asked for."""
        now = self.journal.clock.now()
        on_show = self._waiting.pop(prompt.key, None)
        shown_at = None if on_show is None else on_show.shown_at
        record = replace(self._record(prompt), due_at=min(prompt.due_at, now), shown_at=shown_at)
        if answer is Answer.LATER:
            again = max(prompt.due_at, now) + later_by(prompt.kind)
            record = replace(record, show_again_at=again)
        outcomes = {Answer.LATER: Outcome.LATER, Answer.SKIP: Outcome.SKIPPED}
        self._close(record, outcomes.get(answer, Outcome.DONE))
        self._notifier.withdraw(prompt.key)
        self.replan()
        if answer is Answer.MOVE_IT:
            self.move_requested.emit(prompt)
        if answer in (Answer.START, Answer.RIDE):
            self.guide_requested.emit(GuideWish(routine=guided(prompt, answer)))

    def _record(self, prompt: Prompt) -> PromptRecord:
        return PromptRecord(
            key=prompt.key, kind=prompt.kind, also=prompt.also, due_at=prompt.due_at, volume_ml=prompt.volume_ml
        )

    def _close(self, record: PromptRecord, outcome: Outcome) -> None:
        self._tell_once(self._memory.save(replace(record, outcome=outcome, outcome_at=self.journal.clock.now())))

    def _tell_once(self, error: UncrampError | None) -> None:
        """Tell of a trouble in the background, which may last: not again before it is over."""
        if error is not None and error.title != self._trouble:
            self._tell(error)

    def _tell(self, error: UncrampError) -> None:
        _log.warning("%s", error)
        if not error.again:
            self._trouble = error.title
        self.trouble_arisen.emit(error)
