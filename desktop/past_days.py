"""Days that have passed, and the month as a picture: read from the store a span at a time. No Qt."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.editing import moment_of
from desktop.journal import Journal
from desktop.month_states import DayMark, MonthState
from desktop.offers import Offers
from desktop.ports import LogEntry
from desktop.states import Fluids, Pace, TodayState
from desktop.wording import days as words
from desktop.wording.past import past_lines
from schedules.history import History
from schedules.ledger import EVENING, stretched
from schedules.prompts import Kind
from schedules.waking_day import ONE_DAY, WakingDay, log_span, waking_day

EARLIEST = date(2000, 1, 1)
"""Nobody has records of before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What was logged of one waking day."""

    day: WakingDay
    start_at: datetime
    end_at: datetime
    """From when until when logs belong to it."""
    history: History

    @property
    def intake_ml(self) -> int:
        """What was drunk."""
        return sum(drink.volume_ml for drink in self.history.drinks)

    @property
    def has_stretched(self) -> bool:
        """Whether the evening had its stretch or ride."""
        return any(self.day.bed_at - EVENING <= at < self.end_at for at in stretched(self.history))


class PastDays:
    """Reads days and months; changes nothing. Every method may raise the store's `StoreError`."""

    def __init__(self, journal: Journal) -> None:
        """Store the journal.

        Args:
            journal: Where the records and the settings are.
        """
        self._journal = journal

    def lived(self, on: date) -> Lived:
        """One waking day."""
        journal = self._journal
        day = waking_day(journal.settings(), on, journal.zone())
        start_at, end_at = log_span(journal.settings(), day)
        return Lived(day=day, start_at=start_at, end_at=end_at, history=journal.store.history(start_at, end_at))

    def day(self, on: date, offers: Offers) -> TodayState:
        """A day that has passed, as the Today window shows it."""
        journal, lived = self._journal, self.lived(on)
        settings = journal.settings()
        fluids = Fluids(intake_ml=lived.intake_ml, goal_ml=settings.you.drink_goal_ml, pace=Pace.OVER)
        return TodayState(
            day=on,
            offers=replace(offers, undo=None),
            # A day without a note is not known, and nobody is shown a zero.
            fluids=fluids if lived.history.drinks and not settings.you.doctor_limits_fluids else None,
            stood_up=sum(routine.routine == Kind.MOVE for routine in lived.history.routines),
            behind=past_lines(lived.history, lived.start_at, lived.end_at, settings, journal.zone()),
            is_today=False,
        )

    def month(self, first: date, chosen: date, today: date) -> MonthState:
        """A month, read with one question to the store."""
        journal = self._journal
        settings, zone = journal.settings(), journal.zone()
        _, length = monthrange(first.year, first.month)
        dates = [first + n * ONE_DAY for n in range(length)]
        days = {on: waking_day(settings, on, zone) for on in (first - ONE_DAY, *dates, dates[-1] + ONE_DAY)}
        spans = {on: log_span(settings, days[on]) for on in dates}
        history = journal.store.history(spans[dates[0]][0], spans[dates[-1]][1])
        parts = _parted(history, [spans[on] for on in dates])
        marks = tuple(
            self._mark(Lived(day=days[on], start_at=spans[on][0], end_at=spans[on][1], history=part), today)
            for on, part in zip(dates, parts, strict=True)
        )
        return MonthState(
            title=words.month_title(first),
            first=first,
            days=marks,
            chosen=chosen,
            today=today,
            drinks=not settings.you.doctor_limits_fluids,
            is_last=(first.year, first.month) == (today.year, today.month),
        )

    def _mark(self, lived: Lived, today: date) -> DayMark:
        you = self._journal.settings().you
        moves = len(lived.history.routines) + len(lived.history.exercises)
        counts = you.drink_goal_ml and not you.doctor_limits_fluids
        return DayMark(
            day=lived.day.date,
            words=words.day_words(
                lived.day.date,
                intake_ml=None if you.doctor_limits_fluids else lived.intake_ml,
                goal_ml=you.drink_goal_ml,
                units=you.units,
                stretched=lived.has_stretched,
                moves=moves,
                cramps=len(lived.history.cramps),
            ),
            share=min(1.0, lived.intake_ml / you.drink_goal_ml) if counts else 0.0,
            stretched=lived.has_stretched,
            moved=moves > 0,
            cramp=bool(lived.history.cramps),
            is_ahead=lived.day.date > today,
        )


def _parted(history: History, spans: list[tuple[datetime, datetime]]) -> list[History]:
    """A history as one of each span; the spans are in order and do not overlap."""
    drinks, routines, cramps = (_split(of, spans) for of in (history.drinks, history.routines, history.cramps))
    exercises = _split(history.exercises, spans)
    return [
        History(drinks=tuple(a), routines=tuple(b), cramps=tuple(c), exercises=tuple(d))  # type: ignore[arg-type]
        for a, b, c, d in zip(drinks, routines, cramps, exercises, strict=True)
    ]


def _split(records: Iterable[LogEntry], spans: list[tuple[datetime, datetime]]) -> list[list[LogEntry]]:
    parts: list[list[LogEntry]] = [[] for _ in spans]
    place = 0
    for record in records:
        at = moment_of(record)
        while place < len(spans) - 1 and at >= spans[place][1]:
            place += 1
        if spans[place][0] <= at < spans[place][1]:
            parts[place].append(record)
    return parts
