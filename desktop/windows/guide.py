"""The guide window: it leads through a routine, hands-free, to be read from the other side of the room."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.guide_state import Feeling, GuideState, Wish
from desktop.theme import Look, is_new_look
from desktop.widgets.announcing import announce
from desktop.windows.guide_controls import KEYS
from desktop.windows.guide_course import GuideCourse
from desktop.windows.guide_end import GuideEnd
from desktop.wording import guiding as wording

_WIDTH, _HEIGHT = 1280, 880
_PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES_FOCUS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_SCROLLS: Mapping[int, int] = MappingProxyType({Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class GuideWindow(QWidget):
    """Shows a `GuideState` and says what the person wishes."""

    wished = Signal(Wish)
    felt = Signal(Feeling)
    evidence_requested = Signal(str)
    """The id of the card behind the step; the guide waits meanwhile."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: GuideState | None = None
        self._course = GuideCourse()
        self._end = GuideEnd()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._course)
        layout.addWidget(self._end)
        self._end.hide()
        self._course.wished.connect(self.wished)
        self._course.evidence_requested.connect(self._on_why)
        self._end.close_requested.connect(self.close)
        self._end.felt.connect(self._on_felt)
        for button in (self._course.stage.why, *self._course.controls.buttons, *self._end.buttons):
            button.installEventFilter(self)
        self.setMinimumSize(320, 320)
        self.resize(_WIDTH, _HEIGHT)

    def tell(self, state: GuideState) -> None:
        """Show a guide at a moment."""
        before, self._state = self._state, state
        if before is None or before.title != state.title:
            self.setWindowTitle(wording.window_title(state.title))
        if not state.session.over:
            self._course.tell(state)
        else:
            self._end.tell(state)
        if before is None or before.session.over is not state.session.over:
            self._turn_to(over=state.session.over)

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""
        announce(self, words)

    def follow(self, look: Look) -> None:
        """Let the figure stand still, or move; colours and text come with the application's own."""
        self._course.stage.figure.set_reduced_motion(look.reduced_motion)

    def open_up(self) -> None:
        """Take as much of the screen as is good for reading from afar, and come to the front."""
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableSize()
            self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 64))
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key pauses, but for those that are on the other buttons."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that has the focus keeps the keys that press it; all others are the window's."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _PRESSES and not event.modifiers() & _COMMANDS:
                if not event.isAutoRepeat() and isinstance(watched, QAbstractButton):
                    watched.click()
                return True
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a click beside the buttons."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_course():
            self.wished.emit(Wish.PAUSE)
        else:
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text of the application; the colours come by themselves."""
        super().changeEvent(event)
        if is_new_look(event):
            self._course.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
        self.closed.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether a key meant something."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        if not self._is_on_course() or key in _MOVES_FOCUS or event.modifiers() & _COMMANDS or _is_silent(event):
            return False
        if key in _SCROLLS and self._course.turn_pages(_SCROLLS[key]):
            return True
        if not event.isAutoRepeat():
            self.wished.emit(KEYS.get(key, Wish.PAUSE))
        return True

    def _leave(self) -> None:
        """Stop, and close. Where something was held the question comes in between, once; Esc leaves it too."""
        was_on_course = self._is_on_course()
        if was_on_course:
            self.wished.emit(Wish.STOP)
        asks = self._state is not None and self._state.session.over and self._state.has_held
        if not (was_on_course and asks):
            self.close()

    def _is_on_course(self) -> bool:
        return self._state is not None and not self._state.session.over

    def _turn_to(self, *, over: bool) -> None:
        self._course.setVisible(not over)
        self._end.setVisible(over)
        if over:
            self._end.take_focus()
        else:
            self._course.controls.take_focus()

    def _on_why(self, card_id: str) -> None:
        if self._state is not None and self._state.session.paused is None:
            self.wished.emit(Wish.PAUSE)
        self.evidence_requested.emit(card_id)

    def _on_felt(self, feeling: Feeling) -> None:
        self.felt.emit(feeling)
        self.close()


def _is_silent(event: QKeyEvent) -> bool:
    """A key that types nothing and moves nowhere: Shift alone, the volume, the brightness."""
    key = event.key()
    return Qt.Key.Key_Shift <= key <= Qt.Key.Key_ScrollLock or (key > Qt.Key.Key_F35 and not event.text())
