"""How fetching the weather can go wrong, as far as it decides when to ask again."""

from datetime import timedelta
from enum import StrEnum

from desktop.errors import UncrampError
from desktop.wording.catalog import _


class Trouble(StrEnum):
    """What kind of thing went wrong."""

    OFFLINE = "offline"
    """The service was not reached: no network, no such name, no secure connection, no answer in time."""
    LIMIT = "limit"
    """The service asks to be left alone for a while."""
    REFUSED = "refused"
    """The request is not one that the service will answer; the same again would not be either."""
    BROKEN = "broken"
    """The service answered, and the answer is of no use."""


class WeatherError(UncrampError):
    """No weather came."""

    def __init__(self, trouble: Trouble, title: str, wait: timedelta | None = None) -> None:
        """Store what went wrong.

        Args:
            trouble: What kind of thing.
            title: One line.
            wait: For how long the service asks to be left alone; None where it says nothing.
        """
        super().__init__(title, _("Uncramp will try again by itself."))
        self.trouble = trouble
        self.wait = wait
