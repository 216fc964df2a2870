"""Where each setting is kept, and how it is read and written there; what is read can be written: an undo is exact."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import Protocol

from desktop.errors import UncrampError
from desktop.ports import Store
from desktop.preferred import Preferred
from desktop.settings.problems import SettingsChangedError
from desktop.settings.reader import Reading
from desktop.wording import settings as words
from schedules.settings import Position, Settings


class NotTakenError(UncrampError):
    """What was typed cannot be taken; the title says why, to be shown beside it."""


class SettingsSource(Protocol):
    """The settings file, as it is watched."""

    @property
    def settings(self) -> Settings:
        """The last valid settings."""

    @property
    def reading(self) -> Reading | None:
        """What the file held when it was last looked at."""

    def look(self) -> None:
        """Read the file now."""


class Keeper(Protocol):
    """One setting where it is kept. Both methods may raise `UncrampError`."""

    def read(self) -> object:
        """What it is now."""

    def write(self, value: object) -> None:
        """Make it another."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """A key of ``settings.toml``. What somebody else wrote there meanwhile is looked at, and never overwritten."""

    key: str
    source: SettingsSource
    file: Callable[[], Path]

    def read(self) -> object:
        """The value in force."""
        found: object = reduce(getattr, self.key.split("."), self.source.settings)
        return found

    def write(self, value: object) -> None:
        """Write it, unless the file says something else than what was last seen."""
        from desktop.settings import writer

        try:
            writer.write(self.file(), {self.key: value}, seen=self.source.reading)
        except SettingsChangedError as error:
            self.source.look()
            raise NotTakenError(words.file_changed()) from error
        self.source.look()


@dataclass(frozen=True, slots=True)
class Avoided:
    """Whether a position is among those to avoid."""

    position: Position
    positions: FileKey

    def read(self) -> object:
        """True where it is to be avoided."""
        return self.position in self._all()

    def write(self, value: object) -> None:
        """Avoid it, or not; the others stay as they are."""
        others = self._all() - {self.position}
        wanted = others | {self.position} if value else others
        self.positions.write(tuple(position for position in Position if position in wanted))

    def _all(self) -> frozenset[object]:
        found = self.positions.read()
        assert isinstance(found, tuple)
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Preference:
    """One of the preferences."""

    name: str
    preferred: Preferred

    def read(self) -> object:
        """What is preferred."""
        found: object = getattr(self.preferred.now, self.name)
        return found

    def write(self, value: object) -> None:
        """Prefer another."""
        assert isinstance(value, (StrEnum, int))
        self.preferred.prefer(self.name, value)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A switch that is remembered with the records, and is on until it is turned off."""

    key: str
    store: Store
    on: str
    off: str

    def read(self) -> object:
        """Whether it is on."""
        return self.store.get_state(self.key) != self.off

    def write(self, value: object) -> None:
        """Turn it on or off."""
        self.store.set_state(self.key, self.on if value else self.off)


@dataclass(frozen=True, slots=True)
class Through:
    """Something that is read and written through its owner."""

    get: Callable[[], object]
    put: Callable[[object], None]

    def read(self) -> object:
        """What its owner says."""
        return self.get()

    def write(self, value: object) -> None:
        """Ask the owner."""
        self.put(value)
