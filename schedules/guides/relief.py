"""The relief of a cramp that is there now: what to show next, and the record of it that is valid at every step.

Where is it, and is a red flag true? Then a static stretch, again while nothing changes, light massage, warmth, and cold
for later. Frozen, as a guide is: each wish and each look at the clock returns the next `Relief`. Of itself it only
goes from a hold to a rest and on to the next hold; everything else waits for the person.

Source: Miller et al., Exercise-Associated Muscle Cramps, J Athl Train 2022: static stretch until it lets go; the
founding articles for the order and the cautions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.guides.passing import between, passed
from schedules.guides.red_flags import ASKED_FIRST, Assessment, RedFlag, assess
from schedules.guides.relief_course import ACTION_OF, ORDER, Feeling, Person, ReliefPhase
from schedules.guides.relief_steps import care_step, places_for, stretches_at
from schedules.guides.routine import Action, Limit, Place, Routine, Step
from schedules.history import Cramp, Muscle, Side

ZERO = timedelta(0)
MOST_REPEATS = 3
"""After the first stretch."""
LEAST_SHOWN = timedelta(seconds=10)
"""Nothing changes by itself sooner."""
ASLEEP = timedelta(minutes=1)
"""A longer silence means that the machine slept: what the person did meanwhile is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A cramp on its way out. Every ``now`` is aware."""

    routines: tuple[Routine, ...]
    person: Person
    onset_at: datetime
    seen_at: datetime
    """The last look at the clock."""
    phase: ReliefPhase = ReliefPhase.WHERE
    help_from: ReliefPhase = ReliefPhase.WHERE
    """Where help was opened."""
    muscle: Muscle | None = None
    side: Side | None = None
    place: Place | None = None
    repeat: int = 0
    """How often the stretch was begun again."""
    resting: bool = False
    """Between two holds."""
    elapsed: timedelta = ZERO
    """Of the hold, or of the rest."""
    flags: frozenset[RedFlag] = frozenset()
    worse: bool = False
    """Something made it worse: no more stretching."""
    lasted: timedelta | None = None
    """Known once it eased, or once the panel was closed during the stretch."""
    tried: tuple[Action, ...] = ()
    helped: tuple[Action, ...] = ()
    record_id: int | None = None
    """The store's number of the record, once it is stored."""

    @classmethod
    def begin(
        cls,
        routines: Iterable[Routine],
        now: datetime,
        person: Person | None = None,
        flags: frozenset[RedFlag] = frozenset(),
    ) -> "Relief":
        """A relief at its first question; with a flag that rules out every care it begins with help.

        Args:
            routines: The guides; those for relief count.
            now: The cramp is taken to begin here.
            person: What is known.
            flags: Those known beforehand.
        """
        begun = cls(routines=tuple(routines), person=person or Person(), onset_at=now, seen_at=now, flags=flags)
        return begun if begun.assessment.allowed else replace(begun, phase=ReliefPhase.HELP)

    @property
    def assessment(self) -> Assessment:
        """What the flags come to."""
        return assess(self.flags, pregnant=self.person.pregnant, over_65=self.person.over_65)

    @property
    def limits(self) -> frozenset[Limit]:
        """What steps are chosen by."""
        return self.person.limits | ({Limit.PREGNANT} if self.person.pregnant else set())

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the muscle can be stretched, what comes first first; empty before it is known which."""
        if self.muscle is None:
            return ()
        return places_for(self.routines, self.muscle, self.limits, at_night=self.person.at_night)

    @property
    def step(self) -> Step | None:
        """What is on show with its words; None where there is nothing to try. Several stretches take turns."""
        action = ACTION_OF.get(self.phase)
        if action is None or self.muscle is None:
            return None
        if action is not Action.STRETCH:
            return care_step(self.routines, action, self.muscle)
        stretches = stretches_at(self.routines, self.muscle, self.place, self.limits) if self.place else ()
        return stretches[self.repeat % len(stretches)] if stretches else None

    def tick(self, now: datetime) -> "Relief":
        """A look at the clock, at least once a second: holds and rests of the stretch take turns."""
        gone, looked = passed(self.seen_at, now), replace(self, seen_at=now)
        if self.phase not in ACTION_OF or gone is None or not self.remaining:
            return looked
        looked = replace(looked, elapsed=self.elapsed + gone)
        if looked.remaining or self.phase is not ReliefPhase.STRETCH:
            return looked
        if self.resting:
            return replace(looked, resting=False, elapsed=ZERO)
        if self.repeat < MOST_REPEATS:
            return replace(looked, resting=True, repeat=self.repeat + 1, elapsed=ZERO)
        return looked

    @property
    def remaining(self) -> timedelta:
        """Of what is on show, or of the rest between two holds; at zero it waits for the person."""
        step = self.step
        if step is None:
            return ZERO
        return max(ZERO, max(step.rest if self.resting else step.hold, LEAST_SHOWN) - self.elapsed)

    def choose(self, muscle: Muscle, side: Side | None, now: datetime) -> "Relief":
        """Say where it is, or correct it: the stretch begins, unless a flag or *worse* rules it out."""
        if self.phase is ReliefPhase.LOGGED:
            return self
        looked = replace(self.tick(now), muscle=muscle, side=side)
        looked = replace(looked, place=next(iter(looked.places), None))
        return _to(looked, ReliefPhase.STRETCH) if looked.assessment.allowed else looked

    def at_place(self, place: Place, now: datetime) -> "Relief":
        """Stretch somewhere else; nothing changes if that is not offered."""
        looked = self.tick(now)
        if self.phase is not ReliefPhase.STRETCH or place not in self.places:
            return looked
        return replace(looked, place=place, resting=False, elapsed=ZERO)

    def flag(self, now: datetime, flags: Iterable[RedFlag] = ASKED_FIRST) -> "Relief":
        """Say that one of these is true: what it rules out goes from the screen, and help opens."""
        if self.phase is ReliefPhase.LOGGED:
            return self
        return _to(replace(self.tick(now), flags=self.flags.union(flags)), ReliefPhase.HELP)

    def unflag(self, now: datetime) -> "Relief":
        """Take the flags back: said by mistake. It goes on with the first question."""
        looked = self.tick(now)
        if self.phase is not ReliefPhase.HELP or not self.flags:
            return looked
        return replace(looked, flags=frozenset(), phase=ReliefPhase.WHERE)

    def answer(self, feeling: Feeling, now: datetime) -> "Relief":
        """Say how it feels while something is tried."""
        action = ACTION_OF.get(self.phase)
        if action is None:
            return self.tick(now)
        looked = _tried(self.tick(now), action)
        match feeling:
            case Feeling.EASING:
                lasted = looked.lasted if looked.lasted is not None else _since_onset(self, now)
                helped = looked.helped if action in looked.helped else (*looked.helped, action)
                return _on(replace(looked, helped=helped, lasted=lasted))
            case Feeling.WORSE:
                return _to(replace(looked, worse=True, lasted=None), ReliefPhase.HELP)
            case Feeling.SAME if self.phase is ReliefPhase.STRETCH and self.repeat < MOST_REPEATS:
                return replace(looked, repeat=self.repeat + 1, resting=True, elapsed=ZERO)
            case Feeling.SAME:
                return _on(looked)

    def next(self, now: datetime) -> "Relief":
        """Go on without an answer; from help to the end."""
        looked = self.tick(now)
        if self.phase is ReliefPhase.HELP:
            return _to(looked, ReliefPhase.LOGGED)
        return looked if self.phase in (ReliefPhase.WHERE, ReliefPhase.LOGGED) else _on(looked)

    def back(self, now: datetime) -> "Relief":
        """To what came before, as far as flags and *worse* allow it; from help to where it was opened."""
        looked = self.tick(now)
        if self.phase is ReliefPhase.HELP:
            return _to(looked, self.help_from) if self.assessment.allowed else looked
        if self.phase in (ReliefPhase.WHERE, ReliefPhase.LOGGED):
            return looked
        return _to(looked, next(phase for phase in _before(self.phase) if _open(looked, phase)))

    def help(self, now: datetime) -> "Relief":
        """Open *When to get help*, without a flag."""
        return self if self.phase is ReliefPhase.LOGGED else _to(self.tick(now), ReliefPhase.HELP)

    def start_cold(self, now: datetime) -> "Relief":
        """The ice timer was started."""
        return _tried(self.tick(now), Action.COLD) if self.phase is ReliefPhase.COLD else self

    def close(self, now: datetime) -> "Relief":
        """The panel is closed. During the stretch that means that it is over, unless it got worse."""
        looked = replace(self.tick(now), phase=ReliefPhase.LOGGED)
        over = self.phase is ReliefPhase.STRETCH and self.lasted is None
        return replace(looked, lasted=_since_onset(self, now)) if over else looked

    def stored(self, record_id: int) -> "Relief":
        """The record has this number in the store."""
        return replace(self, record_id=record_id)

    def record(self) -> Cramp:
        """The record as it is now: valid whenever the program ends."""
        return Cramp(
            onset_at=self.onset_at,
            lasted=self.lasted,
            at_night=self.person.at_night,
            muscle=self.muscle,
            side=self.side,
            tried=tuple(self.tried),
            helped=tuple(self.helped),
            id=self.record_id,
        )


def _to(relief: Relief, phase: ReliefPhase) -> Relief:
    """At the beginning of a phase, or of the next one that is open."""
    if phase is ReliefPhase.HELP:
        came_from = relief.help_from if relief.phase is ReliefPhase.HELP else relief.phase
        return replace(relief, phase=phase, help_from=came_from)
    if not _open(relief, phase):
        return _to(relief, ORDER[ORDER.index(phase) + 1])
    there = replace(relief, phase=phase, repeat=0, resting=False, elapsed=ZERO)
    return _tried(there, Action.STRETCH) if phase is ReliefPhase.STRETCH else there


def _on(relief: Relief) -> Relief:
    return _to(relief, ORDER[ORDER.index(relief.phase) + 1])


def _before(phase: ReliefPhase) -> tuple[ReliefPhase, ...]:
    """The phases before one, the nearest first; the first question is always among them."""
    return ORDER[: ORDER.index(phase)][::-1]


def _open(relief: Relief, phase: ReliefPhase) -> bool:
    """Whether flags, *worse* and what there is to show leave a phase open."""
    action = ACTION_OF.get(phase)
    if action is None:
        return True
    if relief.worse and action is Action.STRETCH:
        return False
    return action in relief.assessment.allowed and replace(relief, phase=phase).step is not None


def _tried(relief: Relief, action: Action) -> Relief:
    return relief if action in relief.tried else replace(relief, tried=(*relief.tried, action))


def _since_onset(relief: Relief, now: datetime) -> timedelta:
    """From the onset to now, or to the last look at the clock if the machine slept since."""
    end_at = now if between(relief.seen_at, now) <= ASLEEP else relief.seen_at
    return max(ZERO, between(relief.onset_at, end_at))
