"""The ports: what the engine needs from outside, as the adapters offer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from schedules.history import Cramp, Drink, Exercise, History, PromptRecord, RoutineDone, StepDone
from schedules.prompts import Answer
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Forecast

LogEntry = Drink | RoutineDone | Cramp | Exercise
"""What a person can log and take back."""


class Clock(Protocol):
    """The one source of time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button of a notice."""

    answer: Answer
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a notifier shows: plain text, never markup."""

    key: str
    """The prompt's key: a notice with the same key replaces the one on show."""
    title: str
    """At most 60 characters."""
    body: str
    """At most 250 characters."""
    buttons: tuple[Button, ...] = ()
    sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A person pressed a button of a notice, or clicked on it (`Answer.OPEN`)."""

    key: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifierFailure:
    """A notifier could not show a notice."""

    key: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A notice is on show."""

    key: str
    by: str
    """The name of the notifier that shows it."""
    has_buttons: bool
    """Whether its buttons are on show; without, the prompt has to be answered somewhere else."""


class Notifier(Protocol):
    """Shows notices. Adapters are `QObject`s with the signals ``pressed(Press)`` and ``failed(NotifierFailure)``.

    No method ever blocks or raises: what goes wrong comes back through ``failed``.
    """

    @property
    def name(self) -> str:
        """As ``uncramp status`` names it."""

    def show(self, notice: Notice) -> None:
        """Show a notice, or replace the one with the same key."""

    def withdraw(self, key: str) -> None:
        """Take a notice away; nothing happens when it is not on show."""

    def close(self) -> None:
        """Let go of everything held outside."""


class Store(Protocol):
    """Keeps the records. A method that returns has its record on disk.

    Raises:
        StoreError: From every method, when the database is locked, full, read-only or broken.
    """

    def add(self, entry: LogEntry, zone: str) -> int:
        """Log an entry as lived in an IANA zone; its number."""

    def replace(self, entry: LogEntry) -> None:
        """Change a logged entry, found by its ``id``."""

    def remove(self, entry: LogEntry) -> None:
        """Take a certain logged entry back, found by its type and ``id``."""

    def restore(self, entry: LogEntry) -> None:
        """Give back a certain entry that was taken back, as it was."""

    def undo(self) -> LogEntry | None:
        """Take the entry that was logged last back; None when there is none."""

    def last_entry(self) -> LogEntry | None:
        """The entry that `undo` would take back."""

    def save_prompt(self, record: PromptRecord, zone: str) -> None:
        """Insert or replace a prompt's record, found by its ``key``."""

    def history(self, since: datetime, until: datetime | None = None) -> History:
        """All records from a moment on, up to another (exclusive)."""

    def paused_until(self) -> datetime | None:
        """The end of the pause that was set last; it may have passed."""

    def set_paused_until(self, until: datetime | None) -> None:
        """Set or end the pause."""

    def get_state(self, key: str) -> str | None:
        """A small thing that is remembered, a choice for example; None when it was never set."""

    def set_state(self, key: str, value: str | None) -> None:
        """Remember a small thing, or forget it."""

    def add_steps(self, routine_id: int, steps: Sequence[StepDone]) -> None:
        """Log what was done of each step of a routine, found by its ``id``."""

    def steps_of(self, routine_id: int) -> tuple[StepDone, ...]:
        """What was done of each step of a routine."""

    def close(self) -> None:
        """Close the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWeather:
    """The last good reply of a weather service, with what the next request to it needs."""

    source: WeatherSource
    latitude: float
    """To two decimals, as is the longitude: no service learns more of where a person is."""
    longitude: float
    server: str = ""
    forecast: Forecast
    """With the moment at which it was fetched."""
    expires_at: datetime | None = None
    """Until then the service has nothing new."""
    last_modified: str = ""
    """The service's own word for it."""
    grid: str = ""
    """Where the service keeps the weather of this place, if it has to be asked for that first."""

    def is_for(self, heat: HeatSettings) -> bool:
        """Whether this is the weather that the settings ask for."""
        here = (round(heat.latitude, 2), round(heat.longitude, 2))
        return (self.source, self.server) == (heat.source, heat.server) and (self.latitude, self.longitude) == here


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place of a search."""

    name: str
    region: str = ""
    country: str = ""
    latitude: float
    """To two decimals, as is the longitude."""
    longitude: float
    timezone: str = ""
    """An IANA name; empty where the service has none."""


class WeatherFetcher(Protocol):
    """Fetches a forecast over the network. It never blocks and never raises, and answers each request once.

    Adapters are `QObject`s with the signals ``fetched(KeptWeather)`` and ``failed(WeatherError)``.
    """

    def fetch(self, heat: HeatSettings, kept: KeptWeather | None) -> None:
        """Ask for the weather of a place; what is kept of the same place saves the service work."""

    def close(self) -> None:
        """Let go of the network; what is under way comes to nothing."""
