"""What a person can set, as frozen values whose names are the keys of ``settings.toml``.

The values are plain: which of them are allowed, and how they are read from and written to a file, is
`desktop.settings`. Every default is the one a person gets without a file.
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

SHORTEST_DAY_H = 4
LONGEST_DAY_H = 22
"""A waking day leaves at least two hours of sleep: planning needs a night between two days."""


class Units(StrEnum):
    """How volumes and temperatures are shown; they are stored in millilitres and degrees Celsius."""

    METRIC = "metric"
    US = "us"


class Weekday(StrEnum):
    """A day of the week, in the order of `datetime.date.weekday`."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """The weekday of a calendar date."""
        return _WEEK[day.weekday()]


_WEEK = tuple(Weekday)


class BlockKind(StrEnum):
    """What a person does in a part of the day."""

    DESK = "desk"
    STANDING = "standing"
    EXERCISE = "exercise"
    OUTDOORS = "outdoors"
    QUIET = "quiet"


class Effort(StrEnum):
    """How hard the body works in an exercise or outdoors block."""

    LIGHT = "light"
    MODERATE = "moderate"
    HARD = "hard"


class Position(StrEnum):
    """A position that a person may want to avoid in stretches."""

    STANDING = "standing"
    FLOOR = "floor"
    KNEELING = "kneeling"


class BedtimeChoice(StrEnum):
    """What the bedtime prompt offers."""

    STRETCH = "stretch"
    BIKE = "bike"
    EITHER = "either"
    BOTH = "both"


class WeatherSource(StrEnum):
    """Where temperature and humidity come from; anything but ``off`` and ``typed`` uses the network."""

    OFF = "off"
    TYPED = "typed"
    OPEN_METEO = "open-meteo"
    MET_NORWAY = "met-norway"
    NWS = "nws"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a waking day; a ``to`` earlier than the wake time lies after midnight."""

    kind: BlockKind
    start: time
    """Key ``from``: wall clock."""
    end: time
    """Key ``to``: wall clock."""
    effort: Effort = Effort.MODERATE
    """Only for exercise and outdoors."""
    outdoors: bool = False
    """Only for exercise; an outdoors block always is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShape:
    """A kind of waking day: when it begins and ends and what is in it."""

    name: str
    on: tuple[Weekday, ...]
    wake: time
    bed: time
    """At or before ``wake`` means after midnight, in the same waking day."""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedShape:
    """One calendar date that takes another shape than its weekday's."""

    date: date
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """Table ``[you]``."""

    units: Units = Units.METRIC
    drink_goal_ml: int = 2000
    """Drinks in a waking day, food not counted; 0 means no goal: remind by gap alone."""
    glass_ml: int = 250
    doctor_limits_fluids: bool = False
    """True silences every drink suggestion everywhere, heat included."""
    avoid_positions: tuple[Position, ...] = ()
    has_bike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrinkSettings:
    """Table ``[drink]``."""

    on: bool = True
    stop_before_bed_min: int = 120
    longest_gap_min: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSettings:
    """Table ``[move]``."""

    on: bool = True
    every_min: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class BedtimeSettings:
    """Table ``[bedtime]``."""

    on: bool = True
    before_bed_min: int = 45
    choice: BedtimeChoice = BedtimeChoice.STRETCH
    routine: str = "bedtime"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatSettings:
    """Table ``[heat]``."""

    on: bool = True
    source: WeatherSource = WeatherSource.OFF
    place: str = ""
    latitude: float = 0.0
    """Degrees north, kept to two decimals."""
    longitude: float = 0.0
    """Degrees east, kept to two decimals."""
    server: str = ""
    """Another address of the same API; empty for the provider's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSettings:
    """Table ``[prompts]``."""

    most_per_day: int = 12
    smallest_gap_min: int = 30
    sound: bool = False


WORKDAY = DayShape(
    name="Workday",
    on=(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
    wake=time(7),
    bed=time(23),
    blocks=(Block(kind=BlockKind.DESK, start=time(9), end=time(17, 30)),),
)
WEEKEND = DayShape(name="Weekend", on=(Weekday.SAT, Weekday.SUN), wake=time(8, 30), bed=time(23, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a person can set."""

    version: int = 1
    timezone: str = "system"
    """``system`` or an IANA name."""
    you: You = field(default_factory=You)
    days: tuple[DayShape, ...] = (WORKDAY, WEEKEND)
    """Array ``[[day]]``: every weekday belongs to exactly one shape."""
    dates: tuple[DatedShape, ...] = ()
    """Array ``[[date]]``."""
    drink: DrinkSettings = field(default_factory=DrinkSettings)
    move: MoveSettings = field(default_factory=MoveSettings)
    bedtime: BedtimeSettings = field(default_factory=BedtimeSettings)
    heat: HeatSettings = field(default_factory=HeatSettings)
    prompts: PromptSettings = field(default_factory=PromptSettings)

    def shape_of(self, day: date) -> DayShape:
        """The shape of a calendar date: its own if it has one, else its weekday's."""
        for dated in self.dates:
            if dated.date == day:
                return next(shape for shape in self.days if shape.name == dated.shape)
        weekday = Weekday.of(day)
        return next(shape for shape in self.days if weekday in shape.on)
