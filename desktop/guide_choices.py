"""What a person chose for guides: voice, chime and speed, remembered from one time to the next."""

import logging
from contextlib import suppress

from desktop.engine import Engine
from desktop.errors import UncrampError

VOICE, CHIME, SPEED = "guide_voice", "guide_chime", "guide_speed"
"""Names of what is remembered."""
ON, OFF = "on", "off"
_TOLD = "_missing_told"

_log = logging.getLogger(__name__)


class Heard:
    """The voice, or the chime: whether it is wanted, and whether there is a program for it."""

    def __init__(self, engine: Engine, key: str) -> None:
        """Store what it works with.

        Args:
            engine: Its store remembers.
            key: The name of the choice.
        """
        self._engine, self._key = engine, key
        self.is_on = True
        self.is_missing = False
        """No program for it was found, and this guide is the one that says so."""
        self._was_missing = False

    def begin(self) -> None:
        """Another guide: on unless it was turned off or there is nothing that makes it heard. That was said already."""
        self.is_on = not self._was_missing and read(self._engine, self._key) != OFF
        self.is_missing = False

    def turn(self) -> None:
        """Turn it on or off; its program may have come since it was missing."""
        self.is_on = not self.is_on
        self.is_missing = self._was_missing = False
        write(self._engine, self._key, ON if self.is_on else OFF)
        if self.is_on:
            with suppress(UncrampError):
                self._engine.journal.store.set_state(self._key + _TOLD, None)

    def lose(self) -> None:
        """There is no program for it. It is told once, not with every start of Uncramp."""
        told = self._key + _TOLD
        self.is_on, self._was_missing = False, True
        self.is_missing = read(self._engine, told) is None
        if self.is_missing:
            with suppress(UncrampError):  # then it is said once more next time
                self._engine.journal.store.set_state(told, ON)


def speed(engine: Engine) -> float:
    """The speed of the last time."""
    from schedules.guides.session import SPEEDS  # with the first guide: that there is a voice is asked from the start

    kept = read(engine, SPEED)
    return next((times for times in SPEEDS if str(times) == kept), 1.0)


def read(engine: Engine, key: str) -> str | None:
    """What is remembered; None where nothing is, or nothing can be read."""
    try:
        return engine.journal.store.get_state(key)
    except UncrampError as error:
        _log.info("The choice %s is not known: %s", key, error)
        return None


def write(engine: Engine, key: str, value: str | None) -> None:
    """Remember a choice; a store that refuses is told of, for the choice will be gone next time."""
    try:
        engine.journal.store.set_state(key, value)
    except UncrampError as error:
        engine.trouble_arisen.emit(error)
