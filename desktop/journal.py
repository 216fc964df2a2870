"""The journal: what a person logs, takes back and pauses, and the plan that follows from it. No Qt.

The command line and the running application use the same one, so both log and plan alike. What plans is imported when
a plan is asked for: to log something takes half the time without it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from desktop.ports import Clock, LogEntry, Store
from schedules.calendar import CalendarBlock
from schedules.history import Cramp, Drink, Exercise, RoutineDone, Side
from schedules.prompts import DayPlan, Prompt
from schedules.settings import Effort, Settings
from schedules.situation import Situation
from schedules.waking_day import ONE_DAY, WakingDay, belongs_to, current, log_span
from schedules.weather import Forecast

if TYPE_CHECKING:
    from schedules.guides.routine import Limit
    from schedules.later import DayOff

REMEMBERED = timedelta(days=8)
"""How far back a decision looks: a week, and the night before it."""

DAYS_OFF = "days_off"
"""The state that remembers on which weekdays a kind is not wanted."""

Entry = TypeVar("Entry", Drink, RoutineDone, Cramp, Exercise)


def no_forecast() -> Forecast | None:
    """The forecast of somebody who has none."""
    return None


def no_calendar(_now: datetime) -> tuple[CalendarBlock, ...]:
    """The calendar of somebody who has given none."""
    return ()


class Journal:
    """Records and plans one person's days. Every method may raise the store's `StoreError`."""

    def __init__(  # noqa: PLR0913, PLR0917 this is all that a decision depends on
        self,
        store: Store,
        clock: Clock,
        settings: Callable[[], Settings],
        zone: Callable[[], ZoneInfo],
        forecast: Callable[[], Forecast | None] = no_forecast,
        running_since: datetime | None = None,
        calendar: Callable[[datetime], tuple[CalendarBlock, ...]] = no_calendar,
    ) -> None:
        """Store what it works with.

        Args:
            store: Where the records are.
            clock: The time.
            settings: The settings in force; asked each time, for they change.
            zone: The zone that `Settings.timezone` means now; asked each time too.
            forecast: The weather, if it is known.
            running_since: When the application began to watch; None for the command line.
            calendar: What the person's calendar has, as far as it counts at a moment.
        """
        self.store = store
        self.clock = clock
        self.settings = settings
        self.zone = zone
        self.forecast = forecast
        self.running_since = running_since
        self.calendar = calendar
        self.body: frozenset[Limit] = frozenset()
        """What the person said that stretches have to leave out, as `limits` read it last."""
        self.sore_side: Side | None = None
        """The leg that the person wants stretched gently, as `limits` read it last."""

    def log(self, entry: Entry) -> Entry:
        """Log an entry as it is; the entry with its number."""
        return replace(entry, id=self.store.add(entry, self.zone().key))

    def log_drink(self, volume_ml: int, at: datetime | None = None) -> Drink:
        """Log a drink, now or at a moment that has passed."""
        return self.log(Drink(at=at or self.clock.now(), volume_ml=volume_ml))

    def log_routine(
        self,
        routine: str,
        at: datetime | None = None,
        lasted: timedelta = timedelta(),
        steps_done: int = 0,
        steps: int = 0,
    ) -> RoutineDone:
        """Log a stretch, a ride, or having got up.

        Args:
            routine: The routine's id; ``move`` for getting up.
            at: When it began; None for a beginning that makes it end now.
            lasted: How long it took.
            steps_done: Steps that were finished.
            steps: Steps that the routine has; 0 where it was done without a guide.
        """
        started_at = at or self.clock.now() - lasted
        return self.log(
            RoutineDone(started_at=started_at, routine=routine, lasted=lasted, steps_done=steps_done, steps=steps)
        )

    def log_cramp(self, cramp: Cramp) -> Cramp:
        """Log a cramp."""
        return self.log(cramp)

    def log_exercise(self, lasted: timedelta, effort: Effort, at: datetime | None = None) -> Exercise:
        """Log exercise; without a beginning it is over now."""
        return self.log(Exercise(started_at=at or self.clock.now() - lasted, lasted=lasted, effort=effort))

    def undo(self) -> LogEntry | None:
        """Take the last log back; None when there is none."""
        return self.store.undo()

    def pause(self, until: datetime) -> None:
        """Show no prompt until a moment."""
        self.store.set_paused_until(until)

    def take_off(self, day_off: "DayOff") -> None:
        """Ask no more of a kind on a weekday."""
        self._set_days_off(self._days_off() | {day_off})

    def put_on(self, day_off: "DayOff") -> None:
        """Ask for it again."""
        self._set_days_off(self._days_off() - {day_off})

    def _days_off(self) -> "frozenset[DayOff]":
        remembered = self.store.get_state(DAYS_OFF)
        if remembered is None:
            return frozenset()
        from schedules.later import read_days_off

        return read_days_off(remembered)

    def _set_days_off(self, days_off: "frozenset[DayOff]") -> None:
        from schedules.later import write_days_off

        self.store.set_state(DAYS_OFF, write_days_off(days_off))

    def resume(self) -> bool:
        """End the pause; whether there was one.

        Its end stays known: what came due in the pause is due now, not long ago.
        """
        paused = self.paused_until() is not None
        if paused:
            self.store.set_paused_until(self.clock.now())
        return paused

    def paused_until(self) -> datetime | None:
        """The end of the pause, or None while prompts come."""
        until = self.store.paused_until()
        return until if until is not None and until > self.clock.now() else None

    def day(self) -> WakingDay:
        """The waking day that a log of this moment belongs to."""
        return belongs_to(self.settings(), self.clock.now(), self.zone())

    def next_wake_at(self) -> datetime:
        """When the next waking day begins: what a person means by tomorrow, also at one in the morning."""
        day = self.day()
        return current(self.settings(), max(day.bed_at, self.clock.now()), self.zone()).wake_at

    def limits(self) -> "frozenset[Limit]":
        """What stretches have to leave out: the positions of the settings, and what the person said of themselves."""
        from desktop import preferences
        from schedules.guides.limits import limits_of

        preferred = preferences.read(self.store)
        self.body, self.sore_side = preferred.limits, preferred.sore_side
        return limits_of(self.settings().you) | self.body

    def intake_ml(self) -> int:
        """What was drunk so far in this waking day."""
        start_at, end_at = log_span(self.settings(), self.day())
        return sum(drink.volume_ml for drink in self.store.history(start_at, end_at).drinks)

    def watching_since(self, now: datetime) -> datetime | None:
        """Since when the application watches. A clock that was set back leaves no hours before it begins to."""
        if self.running_since is not None and self.running_since > now:
            self.running_since = now
        return self.running_since

    def situation(self) -> Situation:
        """Everything a decision may depend on, now."""
        now = self.clock.now()
        return Situation(
            now=now,
            zone=self.zone(),
            settings=self.settings(),
            history=self.store.history(now - REMEMBERED),
            forecast=self.forecast(),
            paused_until=self.store.paused_until(),
            days_off=self._days_off(),
            running_since=self.watching_since(now),
            calendar=self.calendar(now),
        )

    def plan(self, on: date | None = None) -> DayPlan:
        """The plan of the waking day that begins on a date; of the present or next one without a date."""
        from schedules.plan import plan

        return plan(self.situation(), on)

    def next_prompt(self) -> Prompt | None:
        """The next prompt, today's or, when today has none left, tomorrow's."""
        from schedules.plan import plan

        situation = self.situation()
        today = plan(situation)
        both = (*today.prompts, *plan(situation, today.date + ONE_DAY).prompts)
        return next((prompt for prompt in both if prompt.due_at >= situation.now), None)
