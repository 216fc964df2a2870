"""The guides that there are: those that come with Uncramp and a person's own."""

from dataclasses import dataclass

from desktop.errors import UncrampError, UsageError
from desktop.wording.catalog import _
from schedules.guides.routine import Purpose, Routine


class NoGuideError(UsageError):
    """There is no guide of that name."""


class GuideFileError(UncrampError):
    """A guide file of the person's own cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that is no guide."""

    name: str
    """The file's name without its ending."""
    error: GuideFileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every guide that can be read, and the files that cannot."""

    routines: tuple[Routine, ...]
    refused: tuple[Refused, ...] = ()

    def find(self, name: str) -> Routine:
        """The guide with an id. Relief has questions of its own to ask first, so its routines are not found here.

        Raises:
            NoGuideError: There is none.
            GuideFileError: It is in a file that cannot be used.
        """
        offered = [routine for routine in self.routines if routine.purpose is not Purpose.RELIEF]
        for routine in offered:
            if routine.id == name:
                return routine
        for refused in self.refused:
            if refused.name == name:
                raise refused.error
        title = _("There is no guide called “{name}”.").format(name=name)
        raise NoGuideError(title, _("There are: {names}.").format(names=", ".join(routine.id for routine in offered)))
