"""Whole days for tables: a situation in a line, and a plan read as kinds and times of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schedules.history import Drink, History, Outcome, PromptRecord, RoutineDone
from schedules.plan import plan
from schedules.prompts import Kind, Prompt
from schedules.settings import Block, BlockKind, DayShape, Settings, Weekday
from schedules.situation import Situation
from schedules.weather import Forecast, WeatherHour

CHICAGO = ZoneInfo("America/Chicago")
DAY = date(2026, 7, 15)


def at(text: str, day: date = DAY) -> datetime:
    """A time of the clock, ``10:30``, on the day."""
    return datetime.combine(day, time.fromisoformat(text), tzinfo=CHICAGO).astimezone(UTC)


def block(kind: BlockKind, start: str, end: str, **other: object) -> Block:
    """A block of a day."""
    return Block(kind=kind, start=time.fromisoformat(start), end=time.fromisoformat(end), **other)  # type: ignore[arg-type]


def shape(*blocks: Block, wake: str = "07:00", bed: str = "23:00") -> DayShape:
    """The same day every day."""
    return DayShape(
        name="Every day",
        on=tuple(Weekday),
        wake=time.fromisoformat(wake),
        bed=time.fromisoformat(bed),
        blocks=blocks,
    )


def situation(  # noqa: PLR0913 a situation has as many parts
    settings: Settings | None = None,
    now: str = "07:00",
    *,
    history: History | None = None,
    forecast: Forecast | None = None,
    paused_until: datetime | None = None,
    running_since: datetime | None = None,
) -> Situation:
    """What is known at a time of the clock."""
    return Situation(
        now=at(now),
        zone=CHICAGO,
        settings=settings or Settings(),
        history=history or History(),
        forecast=forecast,
        paused_until=paused_until,
        running_since=running_since,
    )


def drunk(*drinks: tuple[str, int]) -> History:
    """A history of drinks."""
    return History(drinks=tuple(Drink(at=at(when), volume_ml=ml) for when, ml in drinks))


def done(*routines: tuple[str, str]) -> History:
    """A history of routines."""
    return History(routines=tuple(RoutineDone(started_at=at(when), routine=routine) for when, routine in routines))


def asked(
    kind: Kind,
    *times: str,
    outcome: Outcome = Outcome.IGNORED,
    volume_ml: int | None = None,
    again: str | None = None,
    day: date = DAY,
) -> tuple[PromptRecord, ...]:
    """Prompts of a kind that came, and what became of them."""
    return tuple(
        PromptRecord(
            key=f"{kind}@{when}",
            kind=kind,
            due_at=at(when, day),
            volume_ml=volume_ml,
            shown_at=at(when, day),
            outcome=outcome,
            show_again_at=None if again is None else at(again, day),
        )
        for when in times
    )


def prompts(of: Situation, *kinds: Kind) -> list[Prompt]:
    """The prompts of the day's plan that hold one of the kinds."""
    return [prompt for prompt in plan(of).prompts if not kinds or set(kinds) & set(prompt.kinds)]


def times(of: Situation, *kinds: Kind) -> list[str]:
    """The same, as times of the clock."""
    return [clock(prompt.due_at) for prompt in prompts(of, *kinds)]


def clock(moment: datetime) -> str:
    """A moment as a time of the clock."""
    return f"{moment.astimezone(CHICAGO):%H:%M}"


def hot(celsius: float, first: int = 0, last: int = 23, *, humidity_pct: float = 50.0) -> Forecast:
    """A forecast of the day that is so hot from one hour to another, and cool before and after."""
    start_at = at("00:00")
    return Forecast(
        hours=tuple(
            WeatherHour(
                start_at=start_at + timedelta(hours=hour),
                temperature_c=celsius if first <= hour <= last else 15.0,
                humidity_pct=humidity_pct,
            )
            for hour in range(24)
        )
    )
