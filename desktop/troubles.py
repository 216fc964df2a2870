"""Trouble with the records: told when it arises, not again while it lasts, and once more when it is over."""

import logging
from collections.abc import Callable
from typing import TypeVar

from desktop.errors import UncrampError

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Troubles:
    """Tells what the store has to say."""

    def __init__(self, arisen: Callable[[UncrampError], None], ended: Callable[[], None]) -> None:
        """Store who is told.

        Args:
            arisen: Of each trouble that a person is to know of.
            ended: That what was told last is over.
        """
        self._arisen, self._ended = arisen, ended
        self._title = ""

    def tell(self, error: UncrampError) -> None:
        """Tell of a trouble."""
        _log.warning("%s", error)
        if not error.again:
            self._title = error.title
        self._arisen(error)

    def tell_once(self, error: UncrampError | None) -> None:
        """Tell of a trouble in the background, which may last: not again before it is over."""
        if error is not None and error.title != self._title:
            self.tell(error)

    def looked(self, *errors: UncrampError | None) -> None:
        """Tell what a look at the records came to, that all is well again included."""
        for error in errors:
            self.tell_once(error)
        if self._title and not any(errors):
            self._title = ""
            self._ended()

    def twice(self, change: Callable[[], T]) -> T:
        """Do something with the records; once more where the store had to put itself right first."""
        try:
            return change()
        except UncrampError as error:
            if not error.again:
                raise
            self.tell(error)
            return change()
