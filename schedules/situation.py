"""The situation: one frozen value that holds everything a decision may depend on."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from schedules.calendar import CalendarBlock
from schedules.history import History
from schedules.settings import Settings
from schedules.weather import Forecast

if TYPE_CHECKING:
    from schedules.later import DayOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known when a decision is made."""

    now: datetime
    """Aware."""
    zone: ZoneInfo
    """The zone that wall-clock times are read in: `Settings.timezone`, with ``system`` resolved."""
    settings: Settings = field(default_factory=Settings)
    history: History = field(default_factory=History)
    """At least all records of the last seven days."""
    forecast: Forecast | None = None
    paused_until: datetime | None = None
    calendar: tuple[CalendarBlock, ...] = ()
    """What the person's calendar has, as far as it counts as blocks; of any day."""
    days_off: "frozenset[DayOff]" = frozenset()
    """Kinds that the person wants none of on a weekday."""
    running_since: datetime | None = None
    """When Uncramp began to watch; None means that it has watched since the waking day began."""

    @property
    def weather(self) -> Forecast | None:
        """The forecast, where heat is on and the forecast is young enough to decide anything."""
        if self.forecast is None or not self.settings.heat.on or self.forecast.is_old_at(self.now):
            return None
        return self.forecast
