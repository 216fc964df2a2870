"""Reads the guides: those that come with Uncramp, and a person's own, which take the place of ours of the same id."""

import logging
from importlib.resources import files
from pathlib import Path

from desktop.guide_shelf import GuideFileError, Refused, Shelf
from desktop.wording import guide_faults, texts
from schedules.guides.parse import parse
from schedules.guides.routine import Routine
from schedules.guides.table import GuideError

_SUFFIX = ".toml"
_LARGEST_BYTES = 262_144
"""A guide is a page or two of text."""

_log = logging.getLogger(__name__)


class GuideFiles:
    """The guides on disk. Ours are read once; a person's own each time, for they may be writing them."""

    def __init__(self, own_folder: Path) -> None:
        """Store where a person's own guides are; the folder may not exist."""
        self._own_folder = own_folder
        self._ours: tuple[Routine, ...] = ()
        self._poses: frozenset[str] = frozenset()

    def read(self) -> Shelf:
        """Every guide; files that cannot be used are in `Shelf.refused`."""
        if not self._ours:
            self._poses = frozenset(_texts("poses"))
            ours = (parse(text, name + _SUFFIX, self._poses) for name, text in _texts("guides").items())
            self._ours = tuple(texts.routine(written) for written in ours)
        routines = {routine.id: routine for routine in self._ours}
        refused: list[Refused] = []
        for path in self._own_files():
            try:
                own = self._own(path)
                routines[own.id] = own
            except GuideFileError as error:
                _log.warning("%s", error)
                refused.append(Refused(name=path.stem, error=error))
        return Shelf(routines=tuple(routines.values()), refused=tuple(refused))

    def _own_files(self) -> list[Path]:
        try:
            return sorted(path for path in self._own_folder.iterdir() if path.suffix == _SUFFIX)
        except OSError:
            return []

    def _own(self, path: Path) -> Routine:
        title = guide_faults.title(path.name)
        try:
            if path.stat().st_size > _LARGEST_BYTES:
                raise GuideFileError(title, guide_faults.too_large())
            return parse(path.read_text(encoding="utf-8"), path.name, self._poses)
        except GuideError as error:
            raise GuideFileError(title, guide_faults.line(error.problems)) from error
        except (OSError, ValueError) as error:
            raise GuideFileError(title, str(error)) from error


def _texts(folder: str) -> dict[str, str]:
    """Every TOML file of a folder of the resources, by name without its ending."""
    entries = sorted((files("resources") / folder).iterdir(), key=lambda entry: entry.name)
    return {
        entry.name.removesuffix(_SUFFIX): entry.read_text(encoding="utf-8")
        for entry in entries
        if entry.name.endswith(_SUFFIX)
    }
