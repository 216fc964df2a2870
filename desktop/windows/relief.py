"""The relief window: one thing at a time, dark and large, by a single key or a click."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.relief_view import ReliefView
from desktop.theme import Look, Scheme, is_new_look
from desktop.widgets.announcing import announce
from desktop.windows.relief_dress import scheme_for, wear
from desktop.windows.relief_end import EndPage
from desktop.windows.relief_frame import ReliefFrame
from desktop.windows.relief_help import HelpPage
from desktop.windows.relief_step import StepPage
from desktop.windows.relief_where import WherePage
from desktop.wording import relief as wording
from schedules.guides.relief_course import ACTION_OF, ReliefPhase

SETTLE_MS = 600
"""After a step has changed, presses are let go for so long: in pain a key or a button is easily hit twice."""

Page = WherePage | StepPage | HelpPage | EndPage
P = TypeVar("P", WherePage, StepPage, HelpPage, EndPage)


class ReliefWindow(QWidget):
    """Shows a `ReliefView` and says what the person wishes."""

    painted = Signal()
    """What `tell` brought is on the screen."""
    choose_requested = Signal(object)
    """A `Where`."""
    flag_requested = Signal(object)
    """The `RedFlag` values that may be true."""
    unflag_requested = Signal()
    feeling_requested = Signal(object)
    """A `Feeling`."""
    place_requested = Signal(object)
    """A `Place`."""
    next_requested = Signal()
    back_requested = Signal()
    help_requested = Signal()
    finish_requested = Signal()
    cold_requested = Signal(int)
    """Minutes on."""
    cold_stop_requested = Signal()
    correction_requested = Signal(object)
    """A `Correction`."""
    note_requested = Signal(str)
    forget_requested = Signal()
    number_requested = Signal(str)
    evidence_requested = Signal(str)
    """The id of the card behind what is tried."""
    evidence_unwanted = Signal()
    """Nothing may be tried any more, or the cramp is over: no card is to stay on show."""
    closed = Signal()

    def __init__(self, look: Look | None = None, *, settle_ms: int = SETTLE_MS) -> None:
        """Make the window.

        Args:
            look: What the system asks for; the colours are the relief's own unless it asks for high contrast.
            settle_ms: For how long presses are let go after a step has changed.
        """
        super().__init__()
        self._look, self._settle_ms = look or Look(), settle_ms
        self._view: ReliefView | None = None
        self._scheme: Scheme | None = None
        self._is_unpainted = False
        self._pages: dict[type[Page], Page] = {}
        """Each is built when it is first wanted: the first question waits for none of the others."""
        self._frame = ReliefFrame()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._frame.resized.connect(self._arrange)
        self._frame.help_requested.connect(self.help_requested)
        self._frame.close_requested.connect(self.close)
        self._frame.cold_stop_requested.connect(self.cold_stop_requested)
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(1024, 860)

    def tell(self, view: ReliefView) -> None:
        """Show a state; nothing that stayed the same is touched."""
        before, self._view = self._view, view
        self._dress(view)
        if not view.state.assessment.allowed:
            self._drop_steps()
            self.evidence_unwanted.emit()
        page = self._page(view.state.phase)
        is_new = before is None or before.state.phase is not view.state.phase
        for other in self._pages.values():
            if other is not page and (is_new or not other.isHidden()):
                other.clear()
                other.hide()
        self._is_unpainted = True
        page.tell(view)
        page.show()
        self._frame.tell(view)
        if is_new:
            self._arrange()
            self._frame.to_the_top()
            if before is not None and self._settle_ms:
                self._settling.start(self._settle_ms)
            if self.isVisible():
                page.first_focus(view).setFocus(Qt.FocusReason.ShortcutFocusReason)
        page.headline.update()

    def bring_up(self, *, at_night: bool) -> None:  # noqa: ARG002 -- the colours came with the state
        """Fill the screen, and take the keyboard."""
        if not self.isVisible():
            self.showMaximized()
        self.raise_()
        self.activateWindow()
        if self._view is not None:
            self._page(self._view.state.phase).first_focus(self._view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def prepare(self) -> None:
        """Build the figure before it is wanted, unless a red flag was quicker: then no step is."""
        if self._view is None or self._view.state.assessment.allowed:
            self.page(StepPage).figure.prepare()

    def page(self, kind: type[P]) -> P:
        """A screen, built if it was not yet."""
        page = self._pages.get(kind)
        if page is None:
            page = self._pages[kind] = kind()
            page.hide()
            self._frame.body.addWidget(page)
            page.headline.painted.connect(self._on_painted)
            self._join_page(page)
            self._wear(page)
        assert isinstance(page, kind)
        return page

    def announce(self, words: str) -> None:
        """Tell a screen reader."""
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A single key answers; Enter presses what has the focus; Escape closes, and F1 opens help."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape:
            self.close()
        elif self._settling.isActive():
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif key in (Qt.Key.Key_F1, Qt.Key.Key_Help):
            self._frame.help_button.click()
        elif self._view is None or not self._page(self._view.state.phase).press(event.text()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
        self.evidence_unwanted.emit()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Suit the width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._arrange()

    def dress(self, look: Look) -> None:
        """Follow what the system asks for."""
        self._look = look
        if self._view is not None:
            self._dress(self._view)

    @property
    def scheme(self) -> Scheme | None:
        """The colours that it wears."""
        return self._scheme

    def _drop_steps(self) -> None:
        """Nothing may be tried: no word of it is left, not even where nobody sees it."""
        page = self._pages.pop(StepPage, None)
        if page is not None:
            page.hide()
            page.setParent(None)
            page.deleteLater()

    def _dress(self, view: ReliefView) -> None:
        scheme = scheme_for(self._look, at_night=view.at_night)
        if scheme is not self._scheme:
            self._scheme = scheme
            self._wear(self)
        elif StepPage in self._pages:
            self.page(StepPage).figure.dress(scheme, reduced_motion=self._look.reduced_motion)

    def _wear(self, top: QWidget) -> None:
        if self._scheme is not None:
            wear(top, self._scheme, reduced_motion=self._look.reduced_motion)

    def _page(self, phase: ReliefPhase) -> Page:
        if phase in ACTION_OF:
            return self.page(StepPage)
        match phase:
            case ReliefPhase.WHERE:
                return self.page(WherePage)
            case ReliefPhase.HELP:
                return self.page(HelpPage)
        return self.page(EndPage)

    def _press_focused(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isVisibleTo(self):
            focused.click()

    def _arrange(self) -> None:
        width = self._frame.arrange()
        for page in self._pages.values():
            if not page.isHidden():
                page.arrange(width)

    def _join_page(self, page: Page) -> None:
        """Hand on what is wished for on a screen."""
        wishes: tuple[str, ...]
        match page:
            case WherePage():
                wishes = ("choose", "flag")
            case StepPage():
                wishes = ("feeling", "place", "cold", "next", "back", "finish", "evidence")
            case HelpPage():
                wishes = ("back", "unflag", "next", "number")
            case EndPage():  # pragma: no branch
                wishes = ("correction", "note", "forget")
                page.close_requested.connect(self.close)
        for wish in wishes:
            getattr(page, f"{wish}_requested").connect(self._guarded(getattr(self, f"{wish}_requested")))

    def _guarded(self, wish: SignalInstance) -> Callable[..., None]:
        """Hand a wish on, unless the step has only just changed."""

        def emit(*payload: object) -> None:
            if not self._settling.isActive():
                wish.emit(*payload)

        return emit

    def _on_painted(self) -> None:
        if self._is_unpainted:
            self._is_unpainted = False
            self.painted.emit()
