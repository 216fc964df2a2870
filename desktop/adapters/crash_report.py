"""Leaves a report on disk when the process dies by a fault: the lines of code each thread was at, and nothing else.

In a report that is kept the person's own folder stands as ``~``.
"""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

RUNNING = "running.txt"
"""Empty while all is well; what a fault wrote into it is found at the next start."""
KEPT = 3
"""So many reports stay, the newest."""


class CrashReport:
    """Watches from `start` to `stop`. A folder that cannot be written to goes without."""

    def __init__(self, folder: Path) -> None:
        """Store where reports go, the folder of the log."""
        self._folder = folder
        self._file: TextIO | None = None

    def start(self) -> None:
        """Keep what an earlier run left, and watch."""
        with suppress(OSError):
            self._keep()
            self._file = (self._folder / RUNNING).open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """The process ends well: there is nothing to report."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            (self._folder / RUNNING).unlink()

    def _keep(self) -> None:
        left = self._folder / RUNNING
        if left.exists() and left.stat().st_size:
            told = left.read_text(encoding="utf-8", errors="replace").replace(str(Path.home()), "~")
            (self._folder / f"crash-{int(left.stat().st_mtime)}.txt").write_text(told, encoding="utf-8")
            left.unlink()
        for old in reports(self._folder)[:-KEPT]:
            old.unlink()


def reports(folder: Path) -> list[Path]:
    """The reports there are, the newest last."""
    return sorted(folder.glob("crash-*.txt"))
