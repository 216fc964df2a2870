"""The composition root: builds every object of the running application and joins every signal.

The tray icon comes first; everything that it can do without is imported after it is up.
"""

import sys
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop import display
from desktop.commands.windows import Window
from desktop.errors import UncrampError
from desktop.settings import places
from desktop.wording.catalog import _

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from desktop.adapters.instance import Instance
    from desktop.adapters.signals import EndSignals
    from desktop.adapters.tray import Tray
    from desktop.runtime import Runtime

HAND_OVER_TRIES, HAND_OVER_PAUSE_S = 10, 0.1
"""The other one may be about to end, or about to put back the socket that somebody took away."""
TRAY_PATIENCE_MS = 2_500
"""So long a desktop may take to show the icon before the window comes in its place."""


class NoDisplayError(UncrampError):
    """A window was asked for where there is no display."""


def main(*, open_window: Window | None = None, routine: str | None = None) -> int:
    """Start the application and stay until it ends.

    Args:
        open_window: A window to open at once.
        routine: For the guide.

    Returns:
        The exit status.

    Raises:
        UncrampError: It cannot start.
    """
    headless = not display.has_display()
    if headless and open_window is not None:
        raise NoDisplayError(_("There is no display to show a window on."), _("Run this on the desktop."))
    if routine is not None:
        _look_up(routine)
    display.prepare_qt()
    app = _qt_application(headless=headless)
    application = Application(app, headless=headless)
    if not application.listen():
        return _hand_over(open_window, routine)
    application.hear_signals()
    if not headless:
        application.show_tray()
    QTimer.singleShot(0, application, lambda: application.start(open_window, routine))
    status = app.exec()
    application.close()
    if application.is_to_erase:
        from desktop.erase_parts import erase_everything

        erase_everything()
    return status


def _qt_application(*, headless: bool) -> QCoreApplication:
    if headless:
        app = QCoreApplication(sys.argv[:1])
    else:
        from PySide6.QtWidgets import QApplication

        app = QApplication(sys.argv[:1])
        app.setDesktopFileName("uncramp")
        app.setQuitOnLastWindowClosed(False)
        app.commitDataRequest.connect(end_with_session)
        app.saveStateRequest.connect(end_with_session)
    app.setApplicationName("uncramp")
    return app


def end_with_session(session: "QSessionManager") -> None:
    """The session ends: all is on disk, and what starts Uncramp at the next sign-in is its own entry, not the session.

    A session that brings back what ran would start it a second time, and a second start opens a window.
    """
    from PySide6.QtGui import QSessionManager

    session.setRestartHint(QSessionManager.RestartHint.RestartNever)


def _look_up(routine: str) -> None:
    """A guide that is not there is said before anything is started."""
    from desktop.adapters.guide_files import GuideFiles

    GuideFiles(places.guides_folder()).read().find(routine)


def _hand_over(open_window: Window | None, routine: str | None) -> int:
    """Another instance was quicker: what was wanted of this one is asked of it."""
    from desktop.commands.client import send

    words = {Window.GUIDE: ["stretch", *([routine] if routine else [])], Window.RELIEF: ["relief"]}
    wanted = words.get(open_window, ["show", open_window or Window.TODAY]) if open_window else ["show", "today"]
    reply = None
    for _number in range(HAND_OVER_TRIES):
        reply = send(wanted, places.database_path())
        if reply is not None:
            break
        Event().wait(HAND_OVER_PAUSE_S)
    if reply is None:
        raise UncrampError(_("Another Uncramp runs and cannot be reached."), _("Start it again, or end its process."))
    sys.stdout.write(reply.out)
    sys.stderr.write(reply.err)
    return reply.status


class Application(QObject):
    """What lives as long as the process."""

    def __init__(self, app: QCoreApplication, *, headless: bool) -> None:
        """Store the Qt application.

        Args:
            app: A `QApplication`, or a `QCoreApplication` without a display.
            headless: There is no display.
        """
        super().__init__()
        self._app = app
        self._headless = headless
        self._instance: Instance | None = None
        self._signals: EndSignals | None = None
        self._tray: Tray | None = None
        self._runtime: Runtime | None = None

    @property
    def is_to_erase(self) -> bool:
        """Whether everything of the person's is to be deleted, now that nothing runs."""
        return self._runtime is not None and self._runtime.is_to_erase

    def listen(self) -> bool:
        """Become the one instance; False when there is one already."""
        from desktop.adapters.instance import instance

        self._instance = instance(self._answer, places.database_path())
        self._instance.replaced.connect(self._end)
        return self._instance.listen()

    def hear_signals(self) -> None:
        """End in order when the system asks for it. Before the rest is built: what is half built would be left so."""
        from desktop.adapters.signals import EndSignals

        self._signals = EndSignals(self)
        self._signals.asked.connect(self._end)
        self._signals.start()

    def show_tray(self) -> None:
        """Put the icon into the tray."""
        from desktop.adapters.tray import Tray
        from desktop.widgets.tray_icon import tray_icon

        self._tray = Tray(tray_icon, self)
        self._tray.show()

    def start(self, open_window: Window | None, routine: str | None) -> None:
        """Build the rest and begin the day, or end: half an application would only hold the place of a whole one."""
        try:
            self._begin(open_window, routine)
        except BaseException:
            self._app.exit(1)
            raise

    def close(self) -> None:
        """Let go of everything outside."""
        if self._signals is not None:
            self._signals.stop()
        if self._runtime is not None:
            self._runtime.close()
        if self._tray is not None:
            self._tray.close()
        if self._instance is not None:
            self._instance.close()

    def _end(self) -> None:
        if self._runtime is None:
            self._app.quit()
        else:
            self._runtime.quit()

    def _begin(self, open_window: Window | None, routine: str | None) -> None:
        from desktop.adapters.light_apscheduler import import_apscheduler

        import_apscheduler()
        from desktop.runtime import Runtime

        self._runtime = Runtime(self._app, self._tray, self)
        self._runtime.start()
        if open_window is not None:
            self._runtime.open_window(open_window, routine)
        elif self._runtime.welcome():
            return
        elif self._tray is not None:
            QTimer.singleShot(TRAY_PATIENCE_MS, self, self._open_without_tray)

    def _open_without_tray(self) -> None:
        if self._tray is None or self._runtime is None or self._tray.is_available:
            return
        from PySide6.QtWidgets import QApplication

        # What a person opened meanwhile, the relief above all, stays on top.
        if not any(window.isVisible() for window in QApplication.topLevelWidgets()):
            self._runtime.open_window(Window.TODAY)

    def _answer(self, line: bytes) -> bytes:
        from desktop.commands.answering import answer_line

        assert self._runtime is not None  # commands are read in the event loop, and the first turn of it builds this
        return answer_line(line, self._runtime)
