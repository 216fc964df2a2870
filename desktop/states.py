"""What the windows show: frozen states made outside of them. A window holds no rule and asks nobody."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from desktop.month_states import MonthState
from desktop.offers import Offers, PromptOffer
from desktop.ports import LogEntry
from schedules.heat import raised
from schedules.prompts import Band
from schedules.settings import BlockKind, Units, WeatherSource


class Mark(StrEnum):
    """What a line of the day is about: its icon, and never the only thing that tells."""

    DRINK = "drink"
    MOVE = "move"
    EXERCISE = "exercise"
    BEDTIME = "bedtime"
    RIDE = "ride"
    HEAT = "heat"
    CRAMP = "cramp"
    NOTE = "note"
    DESK = "desk"
    STANDING = "standing"
    OUTDOORS = "outdoors"
    QUIET = "quiet"


class Pace(StrEnum):
    """How the drinks of the day stand."""

    ON = "on"
    BEHIND = "behind"
    REACHED = "reached"
    """The goal is reached."""
    RESTING = "resting"
    """Drink prompts have stopped for the evening."""
    NO_GOAL = "no-goal"
    """There is none, or nobody is asked to drink towards it."""
    OVER = "over"
    """The day has passed."""


class Night(StrEnum):
    """What became of one night's bedtime routine."""

    DONE = "done"
    OFF = "off"
    AWAY = "away"
    """Paused, or not known: it counts neither way."""


class NoticeKind(StrEnum):
    """Something that a person has to know about Uncramp itself."""

    SETTINGS = "settings"
    """The settings file has an error; the last valid settings are in force."""
    DATABASE = "database"
    """Records cannot be kept, or a broken database was set aside."""
    NO_TRAY = "no-tray"
    NOTIFIER = "notifier"
    """Prompts do not come as notifications but as windows of Uncramp's own."""
    MOVED = "moved"
    """A block was moved out of the heat, which can be taken back."""
    PROPOSAL = "proposal"
    """Other settings may suit the person better; answered with yes or no."""
    DAYS_OFF = "days-off"
    """What is not asked on this weekday, by the person's own wish."""


class FirstHabit(StrEnum):
    """What somebody with nothing switched on can begin with."""

    DRINK = "drink"
    BEDTIME = "bedtime"
    DIARY = "diary"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNotice:
    """A notice at the top of the day."""

    kind: NoticeKind
    detail: str = ""
    """What exactly, in words: the file, line and key of an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fluids:
    """The drinks of a waking day."""

    intake_ml: int
    goal_ml: int
    """0 for no goal."""
    pace: Pace
    next_at: datetime | None = None
    """When the next glass is planned."""
    stops_at: datetime | None = None
    """When drink prompts stop for the evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """One line of what has been."""

    at: datetime
    mark: Mark
    title: str
    note: str = ""
    quiet: bool = False
    """Held back, or let go: something that did not happen."""
    entry: LogEntry | None = None
    """What was logged, for whoever wants to change it; None for a line that only tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLine:
    """A block of the day: the line that it begins with, and the band that runs beside the lines in it."""

    at: datetime
    until: datetime
    mark: Mark
    title: str
    """What it is and until when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadLine:
    """One line of the plan."""

    at: datetime
    mark: Mark
    title: str
    reason: str = ""
    offer: PromptOffer | None = None
    """How it can be answered ahead of its time; None for a line that only tells."""
    quiet: bool = False
    """Will be held back."""
    skipped: str = ""
    """The key of the prompt that was skipped and can be brought back; empty on every other line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveWish:
    """A planned prompt is to come at another time."""

    key: str
    """Of the prompt."""
    typed: str
    """The time, as the person typed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountWish:
    """A drink that is on no button."""

    volume_ml: int
    typed: str = ""
    """When it was, as the person typed it; empty for now."""
    in_all: bool = False
    """The amount is everything that was drunk in the day so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is answered to something that was typed."""

    words: str
    fits: bool = True
    """False where it cannot be done so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatPoint:
    """One hour of the heat curve."""

    at: datetime
    heat_index_c: float
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatBlock:
    """A block of the day, on the heat curve."""

    start_at: datetime
    end_at: datetime
    kind: BlockKind
    band: Band | None = None
    """The worst in it, sun and effort counted; None for a block that is not spent in the heat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDay:
    """The heat of a waking day whose weather is known, at least in part."""

    start_at: datetime
    end_at: datetime
    now: datetime
    zone: ZoneInfo
    units: Units = Units.METRIC
    points: tuple[HeatPoint, ...]
    """In the order of time, at least one."""
    blocks: tuple[HeatBlock, ...] = ()
    source: WeatherSource
    age: timedelta | None = None
    """Of the weather; None for one that does not age."""
    is_old: bool = False
    """Too old to decide anything: it is shown, and no more."""
    band: Band = Band.NONE
    """The class of now, which does not flicker; `Band.NONE` too where the weather is old."""
    now_c: float | None = None
    """The heat index of now; None where it is not known or old."""
    new_to_heat: bool = False
    """The person may not be used to the heat."""
    in_sun: bool = False
    """They said that they are in the sun now."""

    @property
    def advice_band(self) -> Band:
        """The class that the advice of now goes by: one up in the sun."""
        return raised(self.band, int(self.in_sun))


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """One waking day, as the Today window shows it."""

    day: date
    """The date that the waking day begins on."""
    offers: Offers
    """The time, and what the buttons and the Actions menu offer, the waiting prompt, the pause and undo among it."""
    fluids: Fluids | None = None
    """None where a doctor limits fluids: then nothing in the window speaks of drinking."""
    nights: tuple[Night, ...] = ()
    """The last seven, the oldest first."""
    stood_up: int = 0
    """How often the person got up today."""
    behind: tuple[PastLine, ...] = ()
    ahead: tuple[AheadLine, ...] = ()
    blocks: tuple[BlockLine, ...] = ()
    is_today: bool = True
    """False for a day that has passed: it has no plan."""
    after_midnight: bool = False
    """The calendar has gone on to the next date, and the day has not."""
    changed: str = ""
    """What was changed in the log last and can be undone, in words."""
    month: MonthState | None = None
    """The month as a picture, while it is open."""
    habits_on: bool = True
    """False while no kind of prompt is switched on."""
    notices: tuple[DayNotice, ...] = ()
    heat: HeatDay | None = None
    """None where nothing is known of the weather, or nobody wants to know."""
    heat_unknown: bool = False
    """A person wants the weather, and nothing is known of today's."""
