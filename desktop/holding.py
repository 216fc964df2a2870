"""What is held back for a while: prompts that came due at a bad moment, and all but one that an absence has left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from schedules.conductor import RANK
from schedules.gate import SETTLING, Presence, Ruling, Verdict, gate, is_break, is_over
from schedules.history import History, Outcome, PromptRecord
from schedules.later import after_meeting
from schedules.moments import seated_since, silent_until
from schedules.prompts import DayPlan, HeldWhy, Kind, Prompt
from schedules.situation import Situation

LATE = timedelta(seconds=90)
"""The scheduler looks at the clock once a minute: what is asked of later than this was slept through."""

LOOKS_AT_CALL = timedelta(minutes=2)
"""While something waits for the end of a call, an hour at most, we look so often whether it is over. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A prompt that is held back."""

    until: datetime
    """When the gate is asked again."""
    why: HeldWhy | None
    waiting_since: datetime | None
    """Since when it waits for a pause in the typing; None while something else holds it."""


class Holding:
    """Asks the gate, and remembers what it holds."""

    def __init__(self, presence: Callable[[], Presence]) -> None:
        """Store who knows of the person.

        Args:
            presence: Asked at each decision.
        """
        self._presence = presence
        self._held: dict[str, Held] = {}
        self._why: dict[str, HeldWhy] = {}
        self._shown_at: datetime | None = None
        self._in_call: bool | None = None
        self._look_at: datetime | None = None
        self._woken_at: datetime | None = None

    def rule(self, prompt: Prompt, plan: DayPlan, situation: Situation, now: datetime) -> Ruling:
        """The gate's ruling on a prompt that has come due, remembered."""
        self.notice_sleep((prompt,), situation, now)
        presence = self._known(situation, now)
        before = self._held.pop(prompt.key, None)
        waiting_since = None if before is None else before.waiting_since
        ruling = gate(prompt, presence, now, waiting_since)
        if ruling.why is HeldWhy.PAUSED and (situation.paused_until is None or situation.paused_until <= now):
            ruling = replace(ruling, why=HeldWhy.QUIET)
        if ruling.verdict is Verdict.SHOW and self._is_one_too_many(prompt, presence, plan, now):
            ruling = Ruling(verdict=Verdict.EXPIRE, why=HeldWhy.AWAY)
        if ruling.verdict is Verdict.HOLD and ruling.until is not None:
            since = (waiting_since or now) if ruling.why is HeldWhy.TYPING else None
            self._held[prompt.key] = Held(until=ruling.until, why=ruling.why, waiting_since=since)
        if ruling.why is not None and ruling.why is not HeldWhy.TYPING:
            # The first reason that is not merely a matter of seconds is the one that is told.
            self._why.setdefault(prompt.key, ruling.why)
        if ruling.verdict is Verdict.SHOW:
            self._shown_at = now
        return ruling

    def at(self, prompt: Prompt) -> datetime:
        """When to ask of a prompt: when it is due, or when what holds it may be over."""
        held = self._held.get(prompt.key)
        return prompt.due_at if held is None else held.until

    def why(self, prompt: Prompt) -> HeldWhy | None:
        """What has held a prompt back so far."""
        return self._why.get(prompt.key)

    def announced(self, plan: DayPlan) -> tuple[Prompt, ...]:
        """Prompts that only wait for a pause in the typing: the icon tells of them already."""
        return tuple(p for p in plan.prompts if (held := self._held.get(p.key)) and held.why is HeldWhy.TYPING)

    def held(self, plan: DayPlan) -> tuple[tuple[Prompt, HeldWhy], ...]:
        """Prompts that wait for longer than a pause in the typing, each with what holds it."""
        found = ((prompt, self._held.get(prompt.key)) for prompt in plan.prompts)
        return tuple((p, held.why) for p, held in found if held and held.why not in (None, HeldWhy.TYPING))

    def keep(self, prompts: Iterable[Prompt]) -> None:
        """Forget what is no longer planned."""
        keys = {prompt.key for prompt in prompts}
        self._held = {key: held for key, held in self._held.items() if key in keys}
        self._why = {key: why for key, why in self._why.items() if key in keys}

    def ask_again(self, now: datetime) -> None:
        """Something about the person has changed: ask of everything that is held, now."""
        self._held = {key: replace(held, until=min(held.until, now)) for key, held in self._held.items()}

    def notice_sleep(self, prompts: Iterable[Prompt], situation: Situation, now: datetime) -> None:
        """Nobody asked in time: the machine slept, or its clock was set. Not every desktop tells."""
        if any(situation.now < self.at(prompt) < now - LATE for prompt in prompts):
            self._woken_at = now

    def call_has_ended(self) -> bool:
        """Whether the person was in a call when this was asked last, and is no more."""
        before, self._in_call, self._look_at = self._in_call, self._presence().in_call, None
        return bool(before) and self._in_call is False

    def next_look_at(self, situation: Situation) -> datetime | None:
        """When to look whether a call is over that something waits for: nothing tells of its end.

        Who plans again meanwhile, however often, does not put the look off.
        """
        waits = self._presence().in_call is not None and any(after_meeting(situation.history, situation.now))
        latest = situation.now + LOOKS_AT_CALL
        self._look_at = min(self._look_at or latest, latest) if waits else None
        return self._look_at

    def is_good_moment(self, prompt: Prompt, situation: Situation) -> bool:
        """Whether a prompt that is on show may say something else now."""
        now = situation.now
        return gate(prompt, self._known(situation, now), now).verdict is Verdict.SHOW

    def away_since(self, situation: Situation, now: datetime) -> datetime | None:
        """Since when nobody is there, if that is known."""
        return self._known(situation, now).away_since

    def was_unseen(self, shown_at: datetime, over_at: datetime, now: datetime) -> bool:
        """Whether nobody can have seen what was on show from a moment on: away, locked, or the machine asleep."""
        presence = self._presence()
        if over_at < now - LATE:
            self._woken_at = now
            return True
        return bool(presence.locked) or (presence.away_since is not None and presence.away_since <= shown_at)

    def _known(self, situation: Situation, now: datetime) -> Presence:
        """What is known of the person, the pause and the quiet times among it."""
        presence = self._presence()
        backs = (presence.back_since, self._woken_at)
        back_since = max((back for back in backs if back is not None and back <= now), default=None)
        ends = (presence.paused_until, situation.paused_until, silent_until(situation, now))
        paused_until = max((end for end in ends if end is not None), default=None)
        return replace(presence, paused_until=paused_until, back_since=back_since)

    def _is_one_too_many(self, prompt: Prompt, presence: Presence, plan: DayPlan, now: datetime) -> bool:
        """Whether a prompt came due in an absence, and another one of then has been shown or has more weight."""
        back = presence.back_since
        if back is None or back > now or prompt.due_at > back + SETTLING:
            return False
        if self._shown_at is not None and back <= self._shown_at <= now:
            return True
        late = (other for other in plan.prompts if other.due_at <= now and not is_over(other, now))
        return min(late, key=lambda other: (RANK.index(other.kind), other.due_at)).key != prompt.key


def got_up_at(situation: Situation, since: datetime, until: datetime) -> datetime | None:
    """From when on an absence counts as movement; None where nobody was to sit, or it was too short.

    Who comes to the desk late has not sat there from the beginning of its block: that is a break since then.
    """
    block_at = seated_since(situation, until)
    if block_at is not None:
        since = max(since, block_at)
    elif seated_since(situation, since) is None:
        return None
    return since if situation.settings.move.on and is_break(since, until) else None


def break_record(history: History, since: datetime, until: datetime) -> PromptRecord:
    """A natural break as a record: nobody was asked to get up, and somebody did.

    An absence is told of by several, by the keys, the lock and the sleep: what overlaps one that counts already
    prolongs it.
    """
    fresh = PromptRecord(
        key=f"break@{since.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        kind=Kind.MOVE,
        due_at=since,
        outcome=Outcome.CREDITED,
        outcome_at=until,
    )
    for record in history.prompts:
        ended_at = record.outcome_at if record.outcome is Outcome.CREDITED else None
        if ended_at is not None and record.due_at <= until and since <= ended_at:
            return replace(record, due_at=min(record.due_at, since), outcome_at=max(ended_at, until))
    return fresh
