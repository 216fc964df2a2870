"""The ice timer: cold pack on, then off, in a cycle that is known from its start and its choice alone.

Source: the founding articles: 10 to 20 minutes on, at least 20 off, in a towel. Discharge sheets say 10 to 15 on; the
stricter figure is the default.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from schedules.guides.passing import between

LEAST_ON, MOST_ON = timedelta(minutes=10), timedelta(minutes=20)
LEAST_OFF = timedelta(minutes=20)
MOST_ROUNDS = 6


class IcePhase(StrEnum):
    """What the cold pack does."""

    ON = "on"
    OFF = "off"
    OVER = "over"


class IceEvent(StrEnum):
    """What to remind of."""

    TAKE_OFF = "take-off"
    MAY_GO_ON = "may-go-on"
    """The pause is over: it may go on again if it is still sore."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IceMoment:
    """One reminder."""

    at: datetime
    """Aware, in UTC."""
    event: IceEvent
    last: bool = False
    """Nothing comes after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IceState:
    """Where a cycle is."""

    phase: IcePhase
    round: int
    """From 1."""
    rounds: int
    remaining: timedelta
    """Of the phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IceCycle:
    """A cycle: these few values are all that has to be kept over a restart.

    Raises:
        ValueError: On for less than 10 or more than 20 minutes, off for less than 20, or more than 6 rounds.
    """

    started_at: datetime
    """Aware."""
    on: timedelta = timedelta(minutes=15)
    off: timedelta = timedelta(minutes=20)
    rounds: int = 3

    def __post_init__(self) -> None:
        if not (LEAST_ON <= self.on <= MOST_ON and self.off >= LEAST_OFF and 1 <= self.rounds <= MOST_ROUNDS):
            raise ValueError(f"ice {self.on} on, {self.off} off, {self.rounds} rounds")

    def moments(self) -> tuple[IceMoment, ...]:
        """Every reminder, in order: take it off, it may go on again, and so on; the last one is to take it off."""
        start, found = self.started_at.astimezone(UTC), []
        for number in range(self.rounds):
            off_at = start + (self.on + self.off) * number + self.on
            last = number == self.rounds - 1
            found.append(IceMoment(at=off_at, event=IceEvent.TAKE_OFF, last=last))
            if not last:
                found.append(IceMoment(at=off_at + self.off, event=IceEvent.MAY_GO_ON))
        return tuple(found)

    def next_after(self, moment: datetime) -> IceMoment | None:
        """The first reminder later than a moment; None when it is over."""
        return next((found for found in self.moments() if found.at > moment), None)

    def due_between(self, after: datetime, until: datetime) -> IceMoment | None:
        """The reminder to show at ``until`` if the last look was at ``after``.

        After a sleep or a restart that is the latest of those that came meanwhile, never a burst of them.
        """
        due = [found for found in self.moments() if after < found.at <= until]
        return due[-1] if due else None

    def state_at(self, now: datetime) -> IceState:
        """Where the cycle is at an aware moment; before its start it is at its start."""
        gone = max(timedelta(0), between(self.started_at, now))
        number, inside = divmod(gone, self.on + self.off)
        if number >= self.rounds or (number == self.rounds - 1 and inside >= self.on):
            return IceState(phase=IcePhase.OVER, round=self.rounds, rounds=self.rounds, remaining=timedelta(0))
        phase, end = (IcePhase.ON, self.on) if inside < self.on else (IcePhase.OFF, self.on + self.off)
        return IceState(phase=phase, round=number + 1, rounds=self.rounds, remaining=end - inside)
