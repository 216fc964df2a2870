"""The running of a guide: where a person is in a routine, and what each wish and each look at the clock make of it.

Every value is frozen: a transition returns the next `Session`. A look at the clock moves on by one phase at most, and
the new phase begins with that look: what a person has not been shown never counts as done.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.guides.course import ZERO, Phase, Spot, after, hold_at, lasts, step_after
from schedules.guides.passing import passed
from schedules.guides.routine import Routine, Step
from schedules.history import RoutineDone, Side, StepDone

START = Spot()
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class PauseWhy(StrEnum):
    """Why a guide stands still."""

    ASKED = "asked"
    CLOCK_JUMPED = "clock-jumped"
    """The machine slept, or its clock was set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A hold that was left, at its end or before."""

    step: int
    variant: Step
    """As it was held: the step as it came, or an easier one."""
    hold: int
    side: Side
    lasted: timedelta
    """In real time."""
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A routine on its way. Every ``now`` is aware."""

    routine: Routine
    steps: tuple[Step, ...]
    """The routine's, with easier ones where the person asked for them."""
    started_at: datetime
    seen_at: datetime
    """The last look at the clock."""
    spot: Spot = START
    elapsed: timedelta = ZERO
    """Of the phase, as at normal speed."""
    in_phase: timedelta = ZERO
    """Of the phase, in real time."""
    active: timedelta = ZERO
    """Since the start, in real time, pauses left out."""
    speed: float = 1.0
    paused: PauseWhy | None = None
    finished: bool = False
    """It ran to its end; one that was stopped is over but not finished."""
    held: tuple[Held, ...] = ()

    @classmethod
    def begin(cls, routine: Routine, now: datetime) -> "Session":
        """A session at the lead-in of its first step."""
        return cls(routine=routine, steps=routine.steps, started_at=now, seen_at=now)

    @property
    def over(self) -> bool:
        """It ran to its end or was stopped; nothing changes it any more."""
        return self.spot.phase is Phase.DONE

    @property
    def step(self) -> Step:
        """The step it is at; the last one at the end."""
        return self.steps[self.spot.step]

    @property
    def remaining(self) -> timedelta:
        """Of the phase, in real time at the present speed."""
        return max(ZERO, lasts(self.steps, self.spot) - self.elapsed) / self.speed

    def tick(self, now: datetime) -> "Session":
        """A look at the clock; at least once a second, for only so much of a silence counts."""
        if self.over:
            return self
        if self.paused:
            return replace(self, seen_at=now)
        gone = passed(self.seen_at, now)
        if gone is None:
            return replace(self, seen_at=now, paused=PauseWhy.CLOCK_JUMPED)
        looked = replace(
            self,
            seen_at=now,
            elapsed=self.elapsed + gone * self.speed,
            in_phase=self.in_phase + gone,
            active=self.active + gone,
        )
        if looked.elapsed < lasts(self.steps, self.spot):
            return looked
        return _at(_left(looked, whole=True), after(self.steps, self.spot))

    def pause(self, now: datetime) -> "Session":
        """Stand still."""
        looked = self.tick(now)
        return looked if looked.over or looked.paused else replace(looked, paused=PauseWhy.ASKED)

    def resume(self, now: datetime) -> "Session":
        """Go on where it stood still."""
        return replace(self, paused=None, seen_at=now) if self.paused else self

    def skip(self, now: datetime) -> "Session":
        """On to the next step; past the last one it is over, and finished."""
        looked = self.tick(now)
        return looked if looked.over else _at(_left(looked), step_after(looked.steps, looked.spot))

    def back(self, now: datetime) -> "Session":
        """To the beginning of this step; from its lead-in to the step before."""
        looked = self.tick(now)
        if looked.over:
            return looked
        begun = looked.spot.phase is not Phase.LEAD_IN or looked.spot.hold > 0
        return _at(_left(looked), Spot(step=looked.spot.step if begun else max(0, looked.spot.step - 1)))

    def ease(self, now: datetime) -> "Session":
        """The easier variant of this step, from the present hold on; nothing changes where there is none."""
        looked = self.tick(now)
        easier = looked.step.easier
        if looked.over or easier is None:
            return looked
        index = looked.spot.step
        steps = (*looked.steps[:index], easier, *looked.steps[index + 1 :])
        hold = min(looked.spot.hold + (looked.spot.phase is Phase.REST), len(easier.holds) - 1)
        return _at(replace(_left(looked), steps=steps), Spot(step=index, hold=hold))

    def at_speed(self, speed: float, now: datetime) -> "Session":
        """Slower or faster, 0.5 to 2 times; what is outside is brought inside."""
        looked = self.tick(now)
        return looked if looked.over else replace(looked, speed=min(max(speed, SPEEDS[0]), SPEEDS[-1]))

    def slower(self, now: datetime) -> "Session":
        """One speed down."""
        return self.at_speed(max((speed for speed in SPEEDS if speed < self.speed), default=SPEEDS[0]), now)

    def faster(self, now: datetime) -> "Session":
        """One speed up."""
        return self.at_speed(min((speed for speed in SPEEDS if speed > self.speed), default=SPEEDS[-1]), now)

    def stop(self, now: datetime) -> "Session":
        """End it here; what was done stays done."""
        looked = self.tick(now)
        return looked if looked.over else replace(_at(_left(looked), None), finished=False)

    def steps_done(self) -> tuple[StepDone, ...]:
        """What was done: an entry for each side of each variant of each step that was begun, in order."""
        entries = [entry for index in range(len(self.steps)) for entry in self._step_done(index)]
        return tuple(replace(entry, index=number) for number, entry in enumerate(entries))

    def record(self, feeling: str | None = None) -> RoutineDone:
        """What to log; a session that was stopped counts as what it was."""
        sides = [{hold.side for hold in step.holds} for step in self.steps]
        return RoutineDone(
            started_at=self.started_at,
            routine=self.routine.id,
            lasted=self.active,
            steps_done=sum(
                each <= {entry.side for entry in self._step_done(index) if entry.done}
                for index, each in enumerate(sides)
            ),
            steps=len(self.steps),
            feeling=feeling,
        )

    def _step_done(self, index: int) -> list[StepDone]:
        """What was done of a step as it came, then of its easier ones, which go on where it was left."""
        parts = [part for part in self.held if part.step == index]
        whole: set[int] = set()
        entries = []
        for variant in _variants(self.routine.steps[index]):
            mine = [part for part in parts if part.variant == variant]
            whole |= {part.hold for part in mine if part.whole}
            for side in dict.fromkeys(hold.side for hold in variant.holds):
                held = sum((part.lasted for part in mine if part.side is side), ZERO)
                wanted = {number for number, hold in enumerate(variant.holds) if hold.side is side}
                if held:
                    entries.append(StepDone(index=index, step=variant.id, side=side, held=held, done=wanted <= whole))
        return entries


def _left(session: Session, *, whole: bool = False) -> Session:
    """The session with what was held kept, if it is in a hold."""
    if session.spot.phase is not Phase.HOLD or not session.in_phase:
        return session
    side, spot = hold_at(session.steps, session.spot).side, session.spot
    part = Held(step=spot.step, variant=session.step, hold=spot.hold, side=side, lasted=session.in_phase, whole=whole)
    return replace(session, held=(*session.held, part))


def _at(session: Session, spot: Spot | None) -> Session:
    """The session at the beginning of a phase, moving; None is the end."""
    there = spot or replace(session.spot, phase=Phase.DONE)
    return replace(session, spot=there, finished=spot is None, elapsed=ZERO, in_phase=ZERO, paused=None)


def _variants(step: Step) -> tuple[Step, ...]:
    """A step and every easier one behind it."""
    return (step, *(_variants(step.easier) if step.easier else ()))
