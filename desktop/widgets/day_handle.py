"""A thing in the picture of a day that the keyboard moves; a screen reader takes it for a slider."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QWidget

from desktop.schedule_wishes import Drag
from desktop.theme import CORNER, FOCUS_RING, Token, colour
from schedules.day_editing import STEP_MIN, Grip, Handle, Stretch

_PAGE_MIN = 30
_KEYS = Qt.Key
_LATER = {_KEYS.Key_Right: STEP_MIN, _KEYS.Key_Left: -STEP_MIN}
_UP = {
    _KEYS.Key_Up: STEP_MIN,
    _KEYS.Key_Down: -STEP_MIN,
    _KEYS.Key_PageUp: _PAGE_MIN,
    _KEYS.Key_PageDown: -_PAGE_MIN,
}
_WEEK_MIN = 7 * 24 * 60


class HandleSlider(QAbstractSlider):
    """Shows nothing but the focus; the picture under it paints the thing, and is what the pointer holds."""

    moved = Signal(object)
    """A `Drag`."""
    chosen = Signal(object)
    """Its `Handle`: Enter or Space."""
    removed = Signal(int)
    """Its block: Delete."""

    def __init__(self, handle: Handle, parent: QWidget) -> None:
        """Make a handle.

        Args:
            handle: What it moves.
            parent: The picture.
        """
        super().__init__(parent)
        self._handle = handle
        self._place = Stretch(start=0, end=0)
        self.setRange(-_WEEK_MIN, _WEEK_MIN)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(f"handle:{handle.grip}:{handle.block}")

    def tell(self, spoken: str, place: Stretch) -> None:
        """Say what it is, and where."""
        self._place = place
        self.setAccessibleName(spoken)
        self.setValue(place.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move it; with Shift they move a block's end, with Control its start."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        step = _UP.get(key, _LATER.get(key, 0) * (-1 if mirrored else 1))
        if step:
            self._move(step, event.modifiers())
        elif key in {_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space}:
            self.chosen.emit(self._handle)
        elif key in {_KEYS.Key_Delete, _KEYS.Key_Backspace} and self._handle.grip is Grip.BLOCK:
            self.removed.emit(self._handle.block)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the focus ring."""
        if not self.hasFocus() or not self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = FOCUS_RING / 2
        painter.setPen(QPen(colour(self, Token.ACCENT), FOCUS_RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), CORNER - 4, CORNER - 4)

    def _move(self, step: int, keys: Qt.KeyboardModifier) -> None:
        grip, at = self._handle.grip, self._place.start
        if grip is Grip.BLOCK and keys & Qt.KeyboardModifier.ShiftModifier:
            grip, at = Grip.END, self._place.end
        elif grip is Grip.BLOCK and keys & Qt.KeyboardModifier.ControlModifier:
            grip = Grip.START
        handle = Handle(grip=grip, block=self._handle.block)
        self.moved.emit(Drag(handle=handle, to=at + step, run=f"keys {grip} {handle.block}"))
