"""The relief window: one thing at a time, dark and large, by a single key or a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.relief_view import ReliefView
from desktop.theme import GRID, SCHEMES, Look, Scheme, Size, Token, is_new_look, palette, scale
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.windows.help import HelpPanel
from desktop.windows.relief_end import EndPage
from desktop.windows.relief_parts import KeyButton
from desktop.windows.relief_step import StepPage
from desktop.windows.relief_where import WherePage
from desktop.wording import help as help_wording
from desktop.wording import relief as wording
from schedules.guides.relief_course import ACTION_OF, ReliefPhase

SETTLE_MS = 600
"""After a step has changed, presses are let go for so long: in pain a key or a button is easily hit twice."""
_WIDEST = 1120
_MOST_HEAD = 0.3
"""Of the window's height."""


class HelpPage(QWidget):
    """*When to get help* within the relief."""

    back_requested = Signal()
    unflag_requested = Signal()
    next_requested = Signal()
    number_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = HelpPanel()
        self.headline = self.panel.headline
        self._back = KeyButton(wording.back())
        self._unflag = KeyButton(wording.unflag())
        self._next = KeyButton(wording.finish())
        row = FlowLayout(gap=GRID)
        for name, button in (("help-back", self._back), ("unflag", self._unflag), ("help-next", self._next)):
            button.setObjectName(name)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 3)
        layout.addWidget(self.panel)
        layout.addLayout(row)
        layout.addStretch(1)
        self.panel.number_requested.connect(self.number_requested)
        self._back.clicked.connect(lambda _checked=False: self.back_requested.emit())
        self._unflag.clicked.connect(lambda _checked=False: self.unflag_requested.emit())
        self._next.clicked.connect(lambda _checked=False: self.next_requested.emit())

    def tell(self, view: ReliefView) -> None:
        """Show what there is to know."""
        self.panel.tell(view.help)
        self._back.setVisible(view.state.may_go_back)
        self._unflag.setVisible(view.state.may_unflag)

    def first_focus(self, view: ReliefView) -> QWidget:
        """Where the keyboard begins."""
        return self._back if view.state.may_go_back else self._next

    def press(self, _key: str) -> bool:
        """No key means anything here."""
        return False

    def clear(self) -> None:
        """What is not on show says nothing."""
        self.panel.clear()

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self.panel.arrange(width)


class ReliefWindow(QWidget):
    """Shows a `ReliefView` and says what the person wishes."""

    painted = Signal()
    """What `tell` brought is on the screen."""
    choose_requested = Signal(object)
    """A `Where`."""
    flag_requested = Signal()
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
        self._scheme_worn: Scheme | None = None
        self._is_unpainted = False
        self._where, self._step, self._help, self._end = WherePage(), StepPage(), HelpPage(), EndPage()
        self._pages: tuple[WherePage | StepPage | HelpPage | EndPage, ...] = (
            self._where,
            self._step,
            self._help,
            self._end,
        )
        self._title = Words(size=Size.TITLE, tone=Token.MUTED, strong=True)
        self._help_button = Button(help_wording.title(), ButtonKind.QUIET)
        self._help_button.setObjectName("help")
        self._close_button = Button(wording.close(), ButtonKind.QUIET)
        self._close_button.setObjectName("close")
        self._ice = Words(size=Size.LARGE, tone=Token.ACCENT, roomy=True)
        self._ice_stop = Button(wording.cold_stop())
        self._ice_stop.setObjectName("cold-stop")
        self._unsaved = Words(tone=Token.MUTED)
        self._note = Words(tone=Token.MUTED)
        self._note.setObjectName("disclaimer")
        self._head = QWidget()
        self._content = QWidget()
        self._scroll = Pages()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._lay_out()
        self._join()
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(1024, 860)

    def tell(self, view: ReliefView) -> None:
        """Show a state; nothing that stayed the same is touched."""
        before, self._view = self._view, view
        self._dress(view)
        page = self._page(view.state.phase)
        is_new = before is None or before.state.phase is not view.state.phase
        for other in self._pages:
            if other is not page and (is_new or not other.isHidden()):
                other.clear()
                other.hide()
        self._is_unpainted = True
        page.tell(view)
        page.show()
        self._tell_frame(view)
        if is_new:
            self._arrange()
            self._scroll.verticalScrollBar().setValue(0)
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
        """Build the figure before it is wanted."""
        self._step.figure.prepare()

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
            self._help_button.click()
        elif self._view is None or not self._page(self._view.state.phase).press(event.text()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
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

    def _dress(self, view: ReliefView) -> None:
        scheme = self._scheme_for(at_night=view.at_night)
        if scheme is not self._scheme_worn:
            self._scheme_worn = scheme
            self.setStyleSheet(_style(scheme))
            # One by one: under an application's stylesheet Qt hands no palette on to children.
            for widget in (self, *self.findChildren(QWidget)):
                widget.setPalette(palette(scheme))
        self._step.figure.dress(scheme, reduced_motion=self._look.reduced_motion)

    def _scheme_for(self, *, at_night: bool) -> Scheme:
        """Dark in any case, and dim at night. Who asks for high contrast cannot read without it: it goes first."""
        if self._look.scheme in (Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK):
            return Scheme.CONTRAST_DARK
        return Scheme.NIGHT if at_night else Scheme.DARK

    def _page(self, phase: ReliefPhase) -> WherePage | StepPage | HelpPage | EndPage:
        if phase in ACTION_OF:
            return self._step
        if phase is ReliefPhase.WHERE:
            return self._where
        return self._help if phase is ReliefPhase.HELP else self._end

    def _tell_frame(self, view: ReliefView) -> None:
        """What stands round every step, always in the same place."""
        state = view.state
        self._title.setText(" · ".join(part for part in (wording.where_line(state), wording.title(state)) if part))
        self._ice.say(wording.cold_line(view.ice) if view.ice is not None else "")
        self._ice_stop.setVisible(view.ice is not None)
        self._unsaved.say("" if view.is_kept else wording.not_kept())
        self._note.say(help_wording.disclaimer(view.help.number))

    def _press_focused(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isVisibleTo(self):
            focused.click()

    def _arrange(self) -> None:
        width = self._scroll.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID, side, GRID * 2)
        self._place_head(side)
        for page in self._pages:
            page.arrange(width - 2 * side)

    def _place_head(self, side: int) -> None:
        """Keep help and the way out in sight, unless they take much of a small window: then they scroll."""
        self._set_head_margins(side)
        pinned = self._head.heightForWidth(self.width()) <= self.height() * _MOST_HEAD
        if not pinned:
            self._set_head_margins(0)
        home = self._outer if pinned else self._inner
        if self._head.parentWidget() is not home.parentWidget():
            home.insertWidget(0, self._head)
            self._head.show()

    def _set_head_margins(self, side: int) -> None:
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(side, GRID * 2, side, 0)

    def _lay_out(self) -> None:
        self._scroll.setWidget(self._content)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        head = QHBoxLayout(self._head)
        head.setSpacing(GRID)
        head.addWidget(self._title, 1)
        for button in (self._help_button, self._close_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QVBoxLayout(self._content)
        self._inner.setSpacing(GRID * 2)
        self._outer.addWidget(self._head)
        self._outer.addWidget(self._scroll, 1)
        for page in self._pages:
            self._inner.addWidget(page, 1)
            page.hide()
        ice = FlowLayout(gap=GRID)
        ice.addWidget(self._ice)
        ice.addWidget(self._ice_stop)
        self._inner.addLayout(ice)
        self._inner.addWidget(self._unsaved)
        self._inner.addWidget(self._note)

    def _join(self) -> None:
        for page in self._pages:
            page.headline.painted.connect(self._on_painted)
        self._scroll.viewport_resized.connect(self._arrange)
        self._where.choose_requested.connect(self._guarded(self.choose_requested))
        self._where.flag_requested.connect(self._guarded(self.flag_requested))
        for name in ("feeling", "place", "cold", "next", "back", "finish"):
            wish = f"{name}_requested"
            getattr(self._step, wish).connect(self._guarded(getattr(self, wish)))
        for name in ("back", "unflag", "next"):
            wish = f"{name}_requested"
            getattr(self._help, wish).connect(self._guarded(getattr(self, wish)))
        self._help.number_requested.connect(self.number_requested)
        self._end.correction_requested.connect(self.correction_requested)
        self._end.note_requested.connect(self.note_requested)
        self._end.forget_requested.connect(self.forget_requested)
        self._end.close_requested.connect(self.close)
        self._help_button.clicked.connect(lambda _checked=False: self.help_requested.emit())
        self._close_button.clicked.connect(lambda _checked=False: self.close())
        self._ice_stop.clicked.connect(lambda _checked=False: self.cold_stop_requested.emit())

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


def _style(scheme: Scheme) -> str:
    """Qt's own controls in a scheme: the application's stylesheet would paint them in the application's."""
    of = SCHEMES[scheme]
    return f"""
QLineEdit {{ background: {of.surface}; color: {of.text}; border-color: {of.line}; }}
QLineEdit:focus {{ border-color: {of.accent}; }}
QScrollBar:vertical {{ background: {of.ground}; }}
QScrollBar::handle:vertical {{ background: {of.line}; }}
"""
