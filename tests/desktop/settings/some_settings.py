"""Any settings that are allowed, for property tests."""

from datetime import date, time

from hypothesis import strategies as st

from desktop.settings.limits import LIMITS
from schedules.settings import (
    LONGEST_DAY_H,
    SHORTEST_DAY_H,
    BedtimeChoice,
    BedtimeSettings,
    Block,
    BlockKind,
    DatedShape,
    DayShape,
    DrinkSettings,
    Effort,
    HeatSettings,
    MoveSettings,
    Position,
    PromptSettings,
    Settings,
    Units,
    WeatherSource,
    Weekday,
    You,
)


def whole(key: str) -> st.SearchStrategy[int]:
    return st.integers(LIMITS[key].least, LIMITS[key].most)


def degrees(key: str) -> st.SearchStrategy[float]:
    return whole(key).flatmap(lambda n: st.sampled_from([float(n), n / 100, n / 4]))


def line(key: str) -> st.SearchStrategy[str]:
    characters = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    return st.text(characters, min_size=LIMITS[key].least, max_size=min(LIMITS[key].most, 12)).filter(
        lambda text: not LIMITS[key].least or bool(text.strip())
    )


def at(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


@st.composite
def blocks(draw: st.DrawFn, wake: int, length: int) -> Block:
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    kind = draw(st.sampled_from(BlockKind))
    with_effort = kind in {BlockKind.EXERCISE, BlockKind.OUTDOORS}
    return Block(
        kind=kind,
        start=at(wake + start),
        end=at(wake + end),
        effort=draw(st.sampled_from(Effort)) if with_effort else Effort.MODERATE,
        outdoors=draw(st.booleans()) if kind is BlockKind.EXERCISE else False,
    )


@st.composite
def shapes(draw: st.DrawFn, name: str, on: tuple[Weekday, ...]) -> DayShape:
    wake = draw(st.integers(0, 24 * 60 - 1))
    length = draw(st.integers(SHORTEST_DAY_H * 60, LONGEST_DAY_H * 60))
    some = draw(st.lists(blocks(wake, length), max_size=3))
    return DayShape(name=name, on=on, wake=at(wake), bed=at(wake + length), blocks=tuple(some))


@st.composite
def weeks(draw: st.DrawFn) -> tuple[DayShape, ...]:
    names = draw(st.lists(line("day[].name"), min_size=1, max_size=4, unique=True))
    homes = {weekday: draw(st.sampled_from(names)) for weekday in draw(st.permutations(tuple(Weekday)))}
    return tuple(draw(shapes(name, tuple(day for day, home in homes.items() if home == name))) for name in names)


@st.composite
def some_settings(draw: st.DrawFn) -> Settings:
    days = draw(weeks())
    dates = draw(st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1)), max_size=3, unique=True))
    return Settings(
        timezone=draw(st.sampled_from(["system", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"])),
        you=You(
            units=draw(st.sampled_from(Units)),
            drink_goal_ml=draw(whole("you.drink_goal_ml")),
            glass_ml=draw(whole("you.glass_ml")),
            doctor_limits_fluids=draw(st.booleans()),
            avoid_positions=tuple(draw(st.lists(st.sampled_from(Position), unique=True))),
            has_bike=draw(st.booleans()),
        ),
        days=days,
        dates=tuple(
            DatedShape(date=each, shape=draw(st.sampled_from([shape.name for shape in days]))) for each in dates
        ),
        drink=DrinkSettings(
            on=draw(st.booleans()),
            stop_before_bed_min=draw(whole("drink.stop_before_bed_min")),
            longest_gap_min=draw(whole("drink.longest_gap_min")),
        ),
        move=MoveSettings(on=draw(st.booleans()), every_min=draw(whole("move.every_min"))),
        bedtime=BedtimeSettings(
            on=draw(st.booleans()),
            before_bed_min=draw(whole("bedtime.before_bed_min")),
            choice=draw(st.sampled_from(BedtimeChoice)),
            routine=draw(st.sampled_from(["bedtime", "my-own_1", "Dehnung"])),
        ),
        heat=HeatSettings(
            on=draw(st.booleans()),
            source=draw(st.sampled_from(WeatherSource)),
            place=draw(line("heat.place")),
            latitude=draw(degrees("heat.latitude")),
            longitude=draw(degrees("heat.longitude")),
            server=draw(st.sampled_from(["", "http://[::1]:8080/v1", "https://weather.example/om?a=b"])),
        ),
        prompts=PromptSettings(
            most_per_day=draw(whole("prompts.most_per_day")),
            smallest_gap_min=draw(whole("prompts.smallest_gap_min")),
            sound=draw(st.booleans()),
        ),
    )
