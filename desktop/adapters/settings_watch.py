"""The settings file while Uncramp runs: watched, not polled, and never able to stop the app."""

import logging
import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.settings.problems import SettingsError
from desktop.settings.reader import Reading, examine
from schedules.settings import Settings

_log = logging.getLogger(__name__)

_SETTLED_MS = 150
"""An editor that replaces a file makes several changes in a row; this long without one, and it is done. Ours."""
_TRIES = 3
_MOST_LINKS = 40
"""As many symlinks in a chain as Linux follows. Source: path_resolution(7)."""


class SettingsWatch(QObject):
    """Tells of the settings when they are first read, and whenever they change."""

    settings_changed = Signal(object)
    """`Settings`: valid and new, or valid again."""
    settings_refused = Signal(object)
    """`SettingsError`: the file cannot be used; the last valid settings stay. Told once for each broken content."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Store the parent."""
        super().__init__(parent)
        self._file: Path | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._settled: QTimer | None = None
        self._reading: Reading | None = None
        self._settings: Settings | None = None
        self._refused: set[object] = set()

    @property
    def settings(self) -> Settings:
        """The last valid settings; the defaults while there were none."""
        return self._settings or Settings()

    @property
    def reading(self) -> Reading | None:
        """What the file held when it was last looked at: the ``seen`` of `desktop.settings.writer`."""
        return self._reading

    def start(self, file: Path) -> None:
        """Read the file, tell of it, and watch it from now on. It need not exist, nor its folder."""
        self.stop()
        self._file = file
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._something_stirred)
        self._watcher.directoryChanged.connect(self._something_stirred)
        self.look()

    def stop(self) -> None:
        """Watch no longer."""
        for each in (self._watcher, self._settled):
            if each is not None:
                each.deleteLater()
        self._file = self._watcher = self._settled = None

    def look(self) -> None:
        """Read the file now, as it does by itself when the file changes, and tell what is new."""
        if self._file is None:
            return
        self._watch_again()  # first, so that what changes while the file is read is not lost
        reading = examine(self._file, before=self._reading)
        if reading is not self._reading:
            self._reading = reading
            self._tell(reading)

    def _tell(self, reading: Reading) -> None:
        if reading.settings is None:
            broken = reading.content if reading.content is not None else reading.problems
            if broken not in self._refused:
                self._refused.add(broken)
                self.settings_refused.emit(SettingsError(reading.file, reading.problems))
            return
        mended = bool(self._refused)
        self._refused.clear()
        if mended or reading.settings != self._settings:
            self._settings = reading.settings
            self.settings_changed.emit(reading.settings)

    def _something_stirred(self, _path: str) -> None:
        if self._settled is not None:
            self._settled.start()

    def _watch_again(self) -> None:
        """Watch what stands at the paths now: a file that was replaced is another file under the same name."""
        if self._file is None or self._watcher is None:
            return
        for _ in range(_TRIES):
            watched = [*self._watcher.files(), *self._watcher.directories()]
            if watched:
                self._watcher.removePaths(watched)
            folders = _folders(self._file)
            refused = self._watcher.addPaths([str(folder) for folder in sorted(folders)])
            if not refused and folders == _folders(self._file):
                break  # no folder came or went meanwhile
        else:
            _log.warning("Changes of %s may go unseen: not every folder on the way to it can be watched.", self._file)
        if self._file.exists():
            self._watcher.addPath(str(self._file))


def _folders(file: Path) -> set[Path]:
    """The folders in which something comes, goes or is renamed when the file does, or a link on the way to it.

    Not among them is the parent of the file's folder, so that a whole folder that is renamed goes unseen until the next
    `SettingsWatch.look`: that parent is where every other program keeps its settings, and each of them would wake us.
    """
    folders: set[Path] = set()
    hop = file.absolute()
    for _ in range(_MOST_LINKS):
        folders.add(next(folder for folder in hop.parents if folder.is_dir()))
        folders.update(folder.parent for folder in hop.parents if folder.is_symlink())
        if not hop.is_symlink():
            break
        hop = Path(os.path.normpath(hop.parent / hop.readlink()))
    return folders
