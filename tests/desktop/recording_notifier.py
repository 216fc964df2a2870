"""A notifier that shows nothing and remembers everything."""

from PySide6.QtCore import QObject, Signal

from desktop.ports import Notice, NotifierFailure, Press, Shown
from schedules.prompts import Answer


class RecordingNotifier(QObject):
    """The port `Notifier` without a screen."""

    pressed = Signal(object)
    failed = Signal(object)
    shown = Signal(object)

    def __init__(self, name: str = "recording", *, has_buttons: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.has_buttons = has_buttons
        self.error = ""
        """What it fails with; empty while it works."""
        self.is_slow = False
        """It neither shows nor fails until it is told to."""
        self.asked: list[Notice] = []
        """Every notice it was asked to show."""
        self.on_show: dict[str, Notice] = {}
        self.is_closed = False

    def show(self, notice: Notice) -> None:
        self.asked.append(notice)
        if self.is_slow:
            return
        if self.error:
            self.fail(notice.key, self.error)
            return
        self.finish(notice)

    def withdraw(self, key: str) -> None:
        self.on_show.pop(key, None)

    def close(self) -> None:
        self.on_show.clear()
        self.is_closed = True

    def finish(self, notice: Notice) -> None:
        """A notice comes on show, late perhaps."""
        self.on_show[notice.key] = notice
        self.shown.emit(Shown(key=notice.key, by=self.name, has_buttons=self.has_buttons))

    def fail(self, key: str, error: str = "It does not answer.") -> None:
        """A notice cannot be shown, after a while perhaps."""
        self.failed.emit(NotifierFailure(key=key, error=error))

    def press(self, key: str, answer: Answer) -> None:
        """A person presses a button of a notice on show."""
        self.pressed.emit(Press(key=key, answer=answer))
