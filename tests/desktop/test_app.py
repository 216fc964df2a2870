"""The composition root, as far as it can be asked alone; the whole of it is tried in `tests.desktop.whole`."""

from typing import cast

from PySide6.QtGui import QSessionManager

from desktop.app import end_with_session


class Session:
    """A session manager's end, which Qt lets nobody else make."""

    def __init__(self) -> None:
        self.hints: list[QSessionManager.RestartHint] = []

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:  # noqa: N802 Qt's name
        self.hints.append(hint)


def test_the_session_is_not_asked_to_bring_back_what_the_autostart_brings() -> None:
    session = Session()
    end_with_session(cast("QSessionManager", session))
    assert session.hints == [QSessionManager.RestartHint.RestartNever]
