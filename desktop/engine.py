"""The engine: the running application without a window. It plans, lets prompts come, and turns answers into records."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.answer_log import log_answer
from desktop.board import Board
from desktop.errors import UncrampError
from desktop.holding import Holding, break_record, got_up_at
from desktop.journal import Journal
from desktop.memory import PromptMemory
from desktop.notices import notice_of
from desktop.ports import LogEntry, Notice, Notifier, Press
from desktop.troubles import Troubles
from schedules.ahead import answered, origin
from schedules.answers import guided, later_by
from schedules.gate import Presence, Verdict
from schedules.history import Outcome, PromptRecord
from schedules.later import after_meeting
from schedules.moments import as_shown
from schedules.plan import is_planned_alike, plan
from schedules.prompts import Answer, DayPlan, HeldWhy, Prompt
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
    relief_requested = Signal()
    """There is a cramp now."""
    move_requested = Signal(object)
    """A `Prompt`, a heat brief: move its block to the cooler time that it offers."""
    signs_requested = Signal()
    """The signs of heat illness are to be shown."""
    later_requested = Signal(object)
    """A `Prompt` was put off: ask why, where there is a window to ask in."""
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
        self._holding = Holding(presence)
        self._troubles = Troubles(self.trouble_arisen.emit, self.trouble_ended.emit)
        self._board = Board(journal, notifier, self._memory, self._holding, self._troubles)
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
        return self._board.prompts

    @property
    def announced(self) -> tuple[Prompt, ...]:
        """The prompts that come at the next pause in the typing."""
        return self._holding.announced(self.plan)

    @property
    def held(self) -> tuple[tuple[Prompt, HeldWhy], ...]:
        """The prompts that are due and wait for a better moment, each with what holds it."""
        return self._holding.held(self.plan)

    def start(self) -> None:
        """Begin: let go what an earlier run left open, and plan."""
        situation, error = self._memory.situation()
        self._troubles.tell_once(error)
        for record in situation.history.prompts:
            if record.outcome is Outcome.WAITING:
                self._board.close(record, Outcome.EXPIRED)
        self.replan()

    def replan(self) -> None:
        """Plan again after anything has changed, and set the timetable by it."""
        if self._plan is not None:  # whatever plans again first after a sleep does not hide it
            self._holding.notice_sleep(self.plan.prompts, self.situation, self.journal.clock.now())
        unsaved, planned_for = self._memory.flush(), self._situation
        self._situation, unread = self._memory.situation()
        if self._board.settle_otherwise(self._situation, planned_for):
            self._situation, unread = self._memory.situation()
        self._troubles.looked(unsaved, unread)
        self._board.follow_heat(self._situation)
        if self._plan is None or planned_for is None or not is_planned_alike(self._situation, planned_for):
            self._plan = plan(self._situation)
        self._holding.keep(self._plan.prompts)
        self._timetable.sync(self._jobs())
        self.changed.emit()

    def look_again(self) -> None:
        """The person went or came back, a call ended, the clock was set: plan, and judge again what is held."""
        now = self.journal.clock.now()
        self._board.follow_clock(now)
        self._holding.notice_sleep(self.plan.prompts, self.situation, now)
        self._holding.ask_again(now)
        for record in after_meeting(self.situation.history, now) if self._holding.call_has_ended() else ():
            self._troubles.tell_once(self._memory.save(record))
        self.replan()

    def credit_break(self, since: datetime, until: datetime) -> None:
        """Somebody was away from keys and mouse, and is back: at a desk a natural break counts as movement."""
        at = got_up_at(self.situation, since, until)
        if at is not None:
            self._troubles.tell_once(self._memory.save(break_record(self.situation.history, at, until)))
        self.look_again()

    def answer(self, press: Press) -> None:
        """Take a person's answer to a prompt that is on show, or ahead in the plan."""
        if press.answer is Answer.CRAMP:
            # First of all: neither a store that waits nor a prompt that is gone is to stand before it.
            self.relief_requested.emit()
            press = replace(press, answer=Answer.LATER)
        prompt = self._prompt(press.key)
        if prompt is None:
            _log.info("An answer came for a prompt that is gone: %s", press.key)
            return
        if press.answer is Answer.OPEN:
            self.prompt_opened.emit(self.notice(prompt))
            return
        if press.answer is Answer.SIGNS:
            self.signs_requested.emit()
            self._board.show_again(prompt.key)  # nothing was answered, and the press has taken it away
            return
        now = self.journal.clock.now()
        try:
            self._troubles.twice(lambda: log_answer(self.journal, prompt, press.answer, now))
        except UncrampError as error:
            # Not logged is not confirmed: it stays, or comes back where the press has taken it away.
            self._troubles.tell(error)
            self._board.show_again(prompt.key)
            return
        self._settle(prompt, press.answer, now)

    def record_ahead(self, key: str) -> PromptRecord | None:
        """The record of a prompt that has not come yet, planned or skipped; None where it is gone."""
        prompt = self._ahead(key)
        if self._board.on_show(key) is not None:
            return None
        found = (one for one in self.situation.history.prompts if one.key == key)
        return next(found, None) if prompt is None else self._origin(prompt)

    def settle_ahead(self, record: PromptRecord) -> None:
        """Keep what was decided of a prompt that has not come yet, and plan again."""
        self._troubles.tell_once(self._memory.save(record))
        self.replan()

    def resettle(self, record: PromptRecord) -> None:
        """What became of a prompt is changed: the person has said more of it."""
        self._board.withdraw(record.key)
        self.settle_ahead(record)

    def log(self, log: Callable[[Journal], T]) -> T | None:
        """Log or change something and plan again; None, and the trouble told, when the store refuses."""
        return self.change(lambda: log(self.journal))

    def undo(self) -> LogEntry | None:
        """Take the last log back and plan again."""
        return self.change(self.journal.undo)

    def pause(self, until: datetime) -> None:
        """Show nothing until a moment; what is on show goes, and comes again then."""
        self.change(lambda: self.journal.pause(until))

    def resume(self) -> None:
        """End the pause."""
        self.change(self.journal.resume)

    def notice(self, prompt: Prompt) -> Notice:
        """A prompt in words."""
        return notice_of(prompt, self.journal.settings(), self.journal.zone())

    def change(self, change: Callable[[], T]) -> T | None:
        """Change something that is kept, and plan again; None, and the trouble told, when the store refuses."""
        try:
            found = self._troubles.twice(change)
        except UncrampError as error:
            self._troubles.tell(error)
            return None
        self.replan()
        return found

    def _prompt(self, key: str) -> Prompt | None:
        on_show = self._board.on_show(key)
        return self._ahead(key) if on_show is None else on_show.prompt

    def _ahead(self, key: str) -> Prompt | None:
        return next((prompt for prompt in self._plan.prompts if prompt.key == key), None) if self._plan else None

    def _jobs(self) -> dict[str, tuple[datetime, Call]]:
        """Every moment at which something is to happen."""
        jobs: dict[str, tuple[datetime, Call]] = {"day ends": (self.plan.bed_at, self.look_again)}
        for prompt in self.plan.prompts:
            jobs[f"due {prompt.key}"] = (self._holding.at(prompt), partial(self._come_due, prompt.key))
        for prompt in self.waiting:
            jobs[f"over {prompt.key}"] = (prompt.expires_at, partial(self._run_out, prompt.key))
        now, paused_until = self.situation.now, self.situation.paused_until
        if paused_until is not None and paused_until > now:
            jobs["pause ends"] = (paused_until, self.look_again)
        for at in {at for span in self.plan.heat for at in (span.start_at, span.end_at) if at > now}:
            jobs[f"heat changes {at}"] = (at, self.changed.emit)
        ats = (self._board.next_look_at(self.situation), self._holding.next_look_at(self.situation))
        return jobs | {f"look {number}": (at, self.look_again) for number, at in enumerate(ats) if at is not None}

    def _come_due(self, key: str) -> None:
        """The gate's ruling on a prompt, carried out.

        After a suspend several come due in one go, and the ruling on the first may take the others off the plan.
        """
        prompt = self._ahead(key)
        if prompt is None:
            return
        now = self.journal.clock.now()
        ruling = self._holding.rule(prompt, self.plan, self.situation, now)
        match ruling.verdict:
            case Verdict.HOLD:
                # Nothing is known that was not known before: the plan stays, only the time to ask again is new.
                self._timetable.sync(self._jobs())
                self.changed.emit()
                return
            case Verdict.SHOW:
                self._board.show(as_shown(prompt, self.situation, now))
            case Verdict.CREDIT:
                since = self._holding.away_since(self.situation, now) or prompt.due_at
                # Never from an earlier day: it would not count for this one, and the prompt be due again at once.
                at = got_up_at(self.situation, since, now) or max(since, self.plan.wake_at)
                self._troubles.tell_once(self._memory.save(break_record(self.situation.history, at, now)))
            case Verdict.EXPIRE:
                self._board.close(self._board.record(prompt), Outcome.EXPIRED)
        self.replan()

    def _run_out(self, key: str) -> None:
        """A prompt was not answered in time."""
        if self._board.run_out(key):
            self.replan()

    def _settle(self, prompt: Prompt, answer: Answer, now: datetime) -> None:
        """Record an answer, withdraw the notice, plan again, and start what was asked for."""
        record, on_show = self._board.record(prompt), self._board.on_show(prompt.key)
        self._board.withdraw(prompt.key)
        if on_show is None and now < prompt.due_at:
            self._troubles.tell_once(self._memory.save(answered(self._origin(prompt), answer, now)))
        else:
            again = now + later_by(prompt.kind) if answer is Answer.LATER else None
            outcomes = {Answer.LATER: Outcome.LATER, Answer.SKIP: Outcome.SKIPPED}
            self._board.close(replace(record, show_again_at=again), outcomes.get(answer, Outcome.DONE))
        self.replan()
        if answer is Answer.LATER and on_show is not None:
            self.later_requested.emit(prompt)
        if answer is Answer.MOVE_IT:
            self.move_requested.emit(prompt)
        if answer in (Answer.START, Answer.RIDE):
            self.guide_requested.emit(GuideWish(routine=guided(prompt, answer)))

    def _origin(self, prompt: Prompt) -> PromptRecord:
        """The record of a prompt that has not come yet: where it was moved, the one of its move."""
        gap = timedelta(minutes=self.situation.settings.prompts.smallest_gap_min)
        return origin(prompt, self.situation.history, gap) or self._board.record(prompt)
