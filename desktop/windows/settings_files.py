"""Asks for a file with the window of the desktop's own."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.settings_state import Action
from desktop.wording import settings as wording


class FileDialogs:
    """The port `desktop.records_desk.FileQuestion`."""

    def where_to(self, action: Action, name: str) -> Path | None:
        """Where to write; the desktop asks before something is replaced."""
        title, kind = wording.file_question(action), wording.file_kind(action)
        chosen, _kind = QFileDialog.getSaveFileName(QApplication.activeWindow(), title, str(Path.home() / name), kind)
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix else target.with_suffix(Path(name).suffix)

    def which(self, action: Action) -> Path | None:
        """What to read."""
        title, kind = wording.file_question(action), wording.file_kind(action)
        chosen, _kind = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, str(Path.home()), kind)
        return Path(chosen) if chosen else None
