"""The chime: short sounds, played by whatever plays sounds here."""

import sys
from contextlib import ExitStack
from importlib.resources import as_file, files

from PySide6.QtCore import QObject, Signal

from desktop.adapters.first_program import FirstProgram
from desktop.adapters.sound_programs import Program, players
from desktop.guide_state import Sound


class Chime(QObject):
    """Plays one sound at a time."""

    missing = Signal()
    """There is nothing here that plays sounds; told once until it is looked for again."""

    def __init__(self, programs: tuple[Program, ...] | None = None, parent: QObject | None = None) -> None:
        """Store what plays.

        Args:
            programs: In the order in which they are tried; None for those of this platform.
            parent: The owner.
        """
        super().__init__(parent)
        self._player = FirstProgram(players(sys.platform) if programs is None else programs, self)
        self._player.missing.connect(self.missing)
        self._plays_itself = programs is None and sys.platform == "win32"
        self._files = ExitStack()
        self._paths: dict[Sound, str] = {}

    def play(self, sound: Sound) -> None:
        """Play a sound, instead of the one that is still heard."""
        if self._plays_itself:
            _play_on_windows(self._path(sound))
        else:
            self._player.run(self._path(sound))

    def look_again(self) -> None:
        """Look anew for something that plays sounds."""
        self._player.look_again()

    def close(self) -> None:
        """Leave no process behind."""
        self._player.close()
        self._files.close()
        self._paths.clear()

    def _path(self, sound: Sound) -> str:
        """Where the sound is as a file, wherever Uncramp itself is kept."""
        if sound not in self._paths:
            found = self._files.enter_context(as_file(files("resources") / "sounds" / f"{sound}.wav"))
            self._paths[sound] = str(found)
        return self._paths[sound]


def _play_on_windows(path: str) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
