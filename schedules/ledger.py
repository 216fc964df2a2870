"""The ledger: what has happened in a day so far, as the planners see it, kept as one value that events move on.

The past is entered from the history, the future as it is planned: each prompt comes when it is due and is followed. So
a plan made in the morning and one made at noon agree, as long as the person does what was planned.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.history import Drink, History, LaterWhy, Outcome, PromptRecord, RoutineDone
from schedules.pace import Pace
from schedules.prompts import HeldWhy, Kind, Prompt
from schedules.waking_day import log_span
from schedules.wall_clock import HOUR, MINUTE

PATIENCE = 3
"""After so many unanswered prompts of a kind in a row Uncramp asks less."""
INDOORS_ML_PER_H = 500
"""Most that is suggested in an hour. Source: kidneys pass 0.8 to 1.0 l an hour; a margin below."""
IN_HEAT_ML_PER_H = 1000
"""The same in heat. Source: NIOSH publication 2017-126 sets 48 fl oz, 1,400 ml, as the limit; a margin below."""
TWO_DAYS = timedelta(hours=36)
EVENING = timedelta(hours=3)
"""A stretch or ride in so many hours before bed serves as the bedtime one."""
BREAKS = ("move", "desk", "chair", "floor")
"""Routines that are had in the place of a break that was moved to a later time."""
NOT_FOR_BED = (*BREAKS, "warm-up", "warm-up-seated", "after-exercise", "after-exercise-seated")
"""Routines that do not stand in for the bedtime one."""
STILL = frozenset({Kind.DRINK, Kind.HEAT_BRIEF})
"""Kinds that are followed without getting up."""
FLEXIBLE = (Kind.DRINK, Kind.MOVE)
"""Kinds that may wait; the others belong to a certain time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A kind that was asked for, or that was held back for good, at a moment."""

    kind: Kind
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The state of a day."""

    frame: Frame
    credited_ml: float = 0.0
    """What the pace counts as drunk: drinks, drinks that were suggested, and arrears that are not made up."""
    open_ml: float = 0.0
    """Suggested, and not yet seen drunk."""
    intake_ml: int = 0
    """Drunk in fact, or as planned."""
    drank_at: datetime | None = None
    fluid_at: datetime | None = None
    """The last drink or suggestion of one."""
    moved_at: datetime | None = None
    asked_at: datetime | None = None
    """The last prompt that the smallest gap counts from."""
    settled_at: datetime | None = None
    """The same without what was put off: what comes again does not wait for itself."""
    count: int = 0
    """Prompts that the daily budget counts."""
    flexible_count: int = 0
    asked: tuple[Asked, ...] = ()
    volumes: tuple[tuple[datetime, float], ...] = ()
    not_before: dict[Kind, datetime] = field(default_factory=dict)
    """Kinds that were put off, and until when."""
    chosen: dict[Kind, datetime] = field(default_factory=dict)
    """Kinds that the person moved, and to when."""
    unanswered: dict[Kind, int] = field(default_factory=dict)
    closed: tuple[Kind, ...] = ()
    """Kinds that the day has no room for, its budget used up or the weekday free of them."""
    is_sore: bool = False
    """The person said today that the legs are too sore."""
    bedtime_done_at: datetime | None = None
    """A bedtime routine was done this evening without being asked."""
    asked_before: dict[Kind, datetime] = field(default_factory=dict)
    """When what goes with exercise came last on an earlier day."""
    bedtime_before: datetime | None = None
    """When the bedtime prompt came on an earlier day."""

    @property
    def pace(self) -> Pace:
        """The day's pace of drinking."""
        frame = self.frame
        goal_ml = frame.settings.you.drink_goal_ml
        return Pace(start_at=frame.day.wake_at, end_at=frame.drink_until, goal_ml=goal_ml, rises=frame.rises)

    def asks_less(self, kind: Kind) -> bool:
        """Whether the last prompts of a kind all went unanswered."""
        return self.unanswered.get(kind, 0) >= PATIENCE

    def rests(self, kind: Kind, at: datetime) -> bool:
        """Whether a kind that goes unanswered is left out on a day, because it came the day before."""
        before = self.asked_before.get(kind)
        return self.asks_less(kind) and before is not None and at - before < TWO_DAYS

    def says_so(self, kind: Kind) -> bool:
        """Whether this is the time to say that Uncramp asks less: the first one after the last that went unanswered."""
        return self.unanswered.get(kind, 0) == PATIENCE

    def last_asked_at(self, kind: Kind) -> datetime | None:
        """When a kind was last asked for or held back for good."""
        return max((asked.at for asked in self.asked if asked.kind is kind), default=None)

    def asked_between(self, kind: Kind, start_at: datetime, end_at: datetime) -> bool:
        """Whether a kind was asked for within a time, both ends included."""
        return any(asked.kind is kind and start_at <= asked.at <= end_at for asked in self.asked)

    def room_ml(self, at: datetime) -> int:
        """How much may still be suggested at a moment without passing the ceiling of an hour."""
        ceiling = IN_HEAT_ML_PER_H if self.frame.hot_at(at) else INDOORS_ML_PER_H
        return int(ceiling - sum(ml for when, ml in self.volumes if at - HOUR <= when <= at))

    def room_at(self, at: datetime, volume_ml: int) -> datetime:
        """The first moment from one on at which a volume may be suggested."""
        freed = sorted(when + HOUR + MINUTE for when, _ in self.volumes if when + HOUR + MINUTE > at)
        return next(moment for moment in (at, *freed) if self.room_ml(moment) >= volume_ml)

    def drink(self, at: datetime, volume_ml: int) -> "Ledger":
        """Enter a drink. It first fills what was suggested and not yet drunk, and counts as one that was moved."""
        extra = max(0.0, volume_ml - self.open_ml)
        return replace(
            self,
            credited_ml=self._forgiven(at) + extra,
            open_ml=max(0.0, self.open_ml - volume_ml),
            intake_ml=self.intake_ml + volume_ml,
            drank_at=at,
            fluid_at=_later(self.fluid_at, at),
            volumes=(*self.volumes, (at, extra)),
            chosen=_without(Kind.DRINK, self),
        )

    def moved(self, at: datetime) -> "Ledger":
        """Enter that the person got up, stretched or exercised until a moment."""
        return replace(self, moved_at=_later(self.moved_at, at))

    def hold(self, kind: Kind, at: datetime) -> "Ledger":
        """Enter that a kind was held back for good at a moment, so that its planner goes on to the next."""
        ledger = replace(self, asked=(*self.asked, Asked(kind=kind, at=at)), chosen=_without(kind, self))
        return ledger.suggest(at, self.frame.settings.you.glass_ml) if kind is Kind.DRINK else ledger

    def choose(self, kinds: tuple[Kind, ...], at: datetime) -> "Ledger":
        """Enter that the person moved a prompt to a moment."""
        return replace(self, chosen=self.chosen | dict.fromkeys(kinds, at))

    def skip(self, kinds: tuple[Kind, ...], at: datetime, volume_ml: int | None) -> "Ledger":
        """Enter that a prompt was skipped ahead of its time: it is never shown, and no drink is made up for it."""
        asked = (*self.asked, *(Asked(kind=kind, at=at) for kind in kinds))
        ledger = replace(self.settled(*kinds), asked=asked)
        return ledger if volume_ml is None else ledger.suggest(at, volume_ml)

    def settled(self, *kinds: Kind) -> "Ledger":
        """Enter that nothing is put off or moved of some kinds any more."""
        if self.not_before.keys().isdisjoint(kinds) and self.chosen.keys().isdisjoint(kinds):
            return self
        return replace(
            self,
            not_before={kind: at for kind, at in self.not_before.items() if kind not in kinds},
            chosen={kind: at for kind, at in self.chosen.items() if kind not in kinds},
        )

    def close(self, kind: Kind) -> "Ledger":
        """Enter that the day has no more room for a kind."""
        return replace(self, closed=(*self.closed, kind))

    def gap_from(self, kind: Kind) -> datetime | None:
        """The moment that the smallest gap before a kind counts from."""
        return self.settled_at if kind in self.not_before else self.asked_at

    def put_off(self, kinds: tuple[Kind, ...], shown_at: datetime | None, again_at: datetime) -> "Ledger":
        """Enter a prompt that was put off, after it was shown or ahead of its time.

        Where a clock that was set back has left two of a kind that were put off, the later moment counts.
        """
        asked_at = self.asked_at if shown_at is None else _later(self.asked_at, shown_at)
        not_before = {kind: _later(self.not_before.get(kind), again_at) for kind in kinds}
        return replace(self, not_before=self.not_before | not_before, asked_at=asked_at)

    def ask(
        self, kinds: tuple[Kind, ...], at: datetime, volume_ml: int | None, shown_at: datetime | None = None
    ) -> "Ledger":
        """Enter a prompt that was shown, or was to be.

        Args:
            kinds: All of it.
            at: When it was due.
            volume_ml: What it suggests to drink.
            shown_at: When it came in fact, if that was later: the next ones keep their distance from then.
        """
        exempt = Kind.HEAT_BREAK in kinds
        flexible = all(kind in FLEXIBLE for kind in kinds)
        ledger = replace(
            self.settled(*kinds),
            asked=(*self.asked, *(Asked(kind=kind, at=at) for kind in kinds)),
            asked_at=_later(self.asked_at, shown_at or at),
            settled_at=_later(self.settled_at, shown_at or at),
            count=self.count + (not exempt),
            flexible_count=self.flexible_count + flexible,
        )
        return ledger if volume_ml is None else ledger.suggest(at, volume_ml, (shown_at or at, volume_ml))

    def follow(self, prompt: Prompt) -> "Ledger":
        """Enter a planned prompt and that the person does what it says."""
        ledger = self.ask(prompt.kinds, prompt.due_at, prompt.volume_ml)
        if prompt.volume_ml is not None:
            ledger = ledger.drink(prompt.due_at, prompt.volume_ml)
        if not STILL.issuperset(prompt.kinds):
            ledger = ledger.moved(prompt.due_at)
        if Kind.HEAT_BREAK in prompt.kinds:
            ledger = replace(ledger, chosen=_without(Kind.MOVE, ledger))
        if not any(ledger.unanswered.get(kind) for kind in prompt.kinds):
            return ledger
        return replace(ledger, unanswered=ledger.unanswered | dict.fromkeys(prompt.kinds, 0))

    def suggest(self, at: datetime, volume_ml: float, *volumes: tuple[datetime, float]) -> "Ledger":
        """Credit a drink that was suggested, drunk or not.

        Args:
            at: When.
            volume_ml: How much.
            volumes: What of it the ceiling of an hour counts, and when.
        """
        return replace(
            self,
            volumes=(*self.volumes, *volumes),
            credited_ml=self._forgiven(at) + volume_ml,
            open_ml=float(volume_ml),
            fluid_at=_later(self.fluid_at, at),
        )

    def _forgiven(self, at: datetime) -> float:
        """The credit at a moment: arrears of more than half a serving are let go, so that nothing is ever made up."""
        you = self.frame.settings.you
        if not you.drink_goal_ml or not self.frame.drinks:
            return self.credited_ml
        return max(self.credited_ml, self.pace.due_ml(at) - you.glass_ml / 2)


def enter(frame: Frame, history: History) -> Ledger:
    """The ledger of a day after its history."""
    start_at, end_at = log_span(frame.settings, frame.day)
    ledger = Ledger(
        frame=frame,
        is_sore=any(r.later_why is LaterWhy.SORE and start_at <= r.due_at < end_at for r in history.prompts),
        unanswered=_unanswered(history.prompts),
        asked_before={
            kind: max(record.due_at for record in found)
            for kind in (Kind.WARM_UP, Kind.AFTER_EXERCISE)
            if (found := [record for record in _of(kind, history) if record.due_at < start_at])
        },
        bedtime_before=max((p.due_at for p in _of(Kind.BEDTIME, history) if p.due_at < start_at), default=None),
        bedtime_done_at=max(
            (at for at in stretched(history) if frame.day.bed_at - EVENING <= at < end_at), default=None
        ),
    )
    events: list[tuple[datetime, Drink | RoutineDone | PromptRecord]] = [
        *((prompt.counts_at, prompt) for prompt in _moved_first(history.prompts)),
        *((drink.at, drink) for drink in history.drinks),
        *((routine.ended_at, routine) for routine in history.routines),
    ]
    ended = ((e.started_at + e.lasted) for e in history.exercises)
    for at in sorted(at for at in ended if start_at <= at < end_at):
        ledger = ledger.moved(at)
    for at, event in sorted((e for e in events if start_at <= e[0] < end_at), key=lambda e: e[0]):
        ledger = _entered(ledger, at, event)
    return ledger


def _moved_first(prompts: tuple[PromptRecord, ...]) -> list[PromptRecord]:
    """A prompt that was moved comes under a record of its own, maybe at the same moment: after that of its moving."""
    return sorted(prompts, key=lambda record: record.outcome is not Outcome.MOVED)


def _of(kind: Kind, history: History) -> tuple[PromptRecord, ...]:
    return tuple(record for record in history.prompts if kind in record.kinds)


def stretched(history: History) -> tuple[datetime, ...]:
    """When a stretch or a ride ended that may serve as the bedtime one."""
    return tuple(done.ended_at for done in history.routines if done.counts and done.routine not in NOT_FOR_BED)


def _entered(ledger: Ledger, at: datetime, event: Drink | RoutineDone | PromptRecord) -> Ledger:
    if isinstance(event, PromptRecord) and event.is_settled_ahead:
        return settled(ledger, event)
    match event:
        case Drink():
            return ledger.drink(at, event.volume_ml)
        case RoutineDone():
            chosen = _without(Kind.MOVE, ledger) if event.routine in BREAKS else ledger.chosen
            return replace(ledger, chosen=chosen).moved(at)
        case PromptRecord(outcome=Outcome.LATER, show_again_at=datetime() as again):
            return ledger.put_off(event.kinds, event.shown_at, again)
        case PromptRecord(outcome=Outcome.CREDITED):
            return replace(ledger, chosen=_without(Kind.MOVE, ledger)).moved(event.outcome_at or at)
        case PromptRecord():
            return ledger.ask(event.kinds, at, event.volume_ml, event.shown_at)


def settled(ledger: Ledger, record: PromptRecord) -> Ledger:
    """Enter what a person settled ahead of its time: a prompt that was moved, skipped, or done for later."""
    if record.outcome is Outcome.MOVED:
        return ledger.choose(record.kinds, record.show_again_at or record.due_at)
    skipped = record.outcome is Outcome.SKIPPED
    return ledger.skip(record.kinds, record.due_at, record.volume_ml if skipped else None)


def _without(kind: Kind, ledger: Ledger) -> dict[Kind, datetime]:
    return {other: at for other, at in ledger.chosen.items() if other is not kind}


def _unanswered(prompts: tuple[PromptRecord, ...]) -> dict[Kind, int]:
    """How many prompts of each kind in a row, up to the last one, were seen and not answered."""
    streak: dict[Kind, int] = {}
    for record in sorted(prompts, key=lambda record: record.due_at):
        if record.outcome in (Outcome.EXPIRED, Outcome.WAITING) or _is_hushed(record):
            continue
        for kind in record.kinds:
            streak[kind] = streak.get(kind, 0) + 1 if record.outcome is Outcome.IGNORED else 0
    return streak


def _is_hushed(record: PromptRecord) -> bool:
    """Whether a quiet time took a prompt away before anybody answered: it comes again."""
    return record.outcome is Outcome.LATER and record.held_why is HeldWhy.QUIET and record.later_why is None


def _later(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else max(one, other)
