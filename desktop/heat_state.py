"""What the window of the weather shows, and what a person says in it: frozen values made outside of it."""

from dataclasses import dataclass, field

from desktop.ports import FoundPlace
from desktop.states import HeatDay
from schedules.settings import HeatSettings, Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The search for a place."""

    under_way: bool = False
    found: tuple[FoundPlace, ...] | None = None
    """None before there was any."""
    trouble: str = ""
    """Why no answer came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatView:
    """The window of the weather."""

    heat: HeatSettings
    """The settings in force."""
    units: Units = Units.METRIC
    day: HeatDay | None = None
    kept: int = 0
    """How many readings were kept while the window was open."""
    search: Search = field(default_factory=Search)
    search_server: str = ""
    """Who is asked for places; empty for Open-Meteo."""
    trouble: str = ""
    """Why no weather came the last time, or why something could not be kept."""
    contact: str = ""
    """Whom a weather service can write to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedReading:
    """What a person reads off a thermometer."""

    temperature_c: float
    humidity_pct: float
    sun: bool
