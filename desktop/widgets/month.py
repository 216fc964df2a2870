"""One day in the picture of a month: its number, a ring for drinks, and marks that differ by shape."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from desktop.month_states import DayMark
from desktop.theme import CORNER, FOCUS_RING, TARGET, Size, Token, colour, font, is_new_look, scale
from desktop.widgets.icons import Icon, paint_icon

_RING = 34
"""Across, at a text scale of 1."""
_STROKE = 3
_MARK = 13
_LEAST_WIDTH = 36
"""At a text scale of 1: seven of them stand side by side in the narrowest window."""
_HEIGHT = 62


class DayCell(QPushButton):
    """A day that can be chosen. One of a month takes the Tab key; the arrow keys go on from there."""

    step_requested = Signal(int)
    """The arrow keys: by so many days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: DayMark | None = None
        self._is_chosen = False
        self._is_today = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self._rescale()

    @property
    def mark(self) -> DayMark | None:
        """What it shows."""
        return self._mark

    def show_day(self, mark: DayMark, *, is_chosen: bool, is_today: bool) -> None:
        """Show a day."""
        self._mark, self._is_chosen, self._is_today = mark, is_chosen, is_today
        self.setText(str(mark.day.day))
        self.setAccessibleName(mark.words)
        self.setObjectName(f"day:{mark.day.isoformat()}")
        self.setEnabled(not mark.is_ahead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the ring and a row of marks."""
        grown = scale(QApplication.font())
        return QSize(max(TARGET, round(_LEAST_WIDTH * grown)), round(_HEIGHT * grown))

    def minimumSizeHint(self) -> QSize:
        """A little narrower."""
        return QSize(round(_LEAST_WIDTH * scale(QApplication.font())), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self._rescale()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to another day, as they stand in the picture."""
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.step_requested.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day."""
        if self._mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = scale(QApplication.font())
        middle = QPointF(self.width() / 2, (_RING / 2 + 6) * grown)
        self._paint_ground(painter)
        self._paint_ring(painter, middle, grown)
        strong = self._is_today or self._is_chosen
        painter.setFont(font(QApplication.font(), Size.BASE, strong=strong))
        painter.setPen(colour(self, Token.LINE if self._mark.is_ahead else Token.TEXT))
        area = QRectF(middle.x() - 30 * grown, middle.y() - 15 * grown, 60 * grown, 30 * grown)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._mark.day.day))
        if self._is_today:
            painter.setPen(QPen(colour(self, Token.TEXT), 2 * grown))
            low = middle.y() + 9.5 * grown
            painter.drawLine(QPointF(middle.x() - 7 * grown, low), QPointF(middle.x() + 7 * grown, low))
        self._paint_marks(painter, middle.y() + _RING / 2 * grown + 3 * grown, grown)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._is_chosen:
            painter.setPen(QPen(colour(self, Token.ACCENT), 2))
            painter.setBrush(colour(self, Token.TRACK))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self, Token.TRACK))
            painter.drawRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            half = FOCUS_RING / 2
            painter.setPen(QPen(colour(self, Token.ACCENT), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), CORNER, CORNER)

    def _paint_ring(self, painter: QPainter, middle: QPointF, grown: float) -> None:
        assert self._mark is not None
        if not self._mark.share:
            return
        radius = (_RING - _STROKE) / 2 * grown
        ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        pen = QPen(colour(self, Token.TRACK), _STROKE * grown, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._is_chosen:
            painter.setPen(pen)
            painter.drawEllipse(ring)
        pen.setColor(colour(self, Token.WATER))
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * min(1.0, self._mark.share)))

    def _paint_marks(self, painter: QPainter, top: float, grown: float) -> None:
        assert self._mark is not None
        shown = [
            (icon, token)
            for there, icon, token in (
                (self._mark.stretched, Icon.BEDTIME, Token.ACCENT),
                (self._mark.moved, Icon.DOT, Token.GOOD),
                (self._mark.cramp, Icon.CRAMP, Token.DANGER),
            )
            if there
        ]
        side = min(_MARK * grown, self.width() / 3)
        x = (self.width() - side * len(shown)) / 2
        for icon, token in reversed(shown) if self.isRightToLeft() else shown:
            paint_icon(painter, icon, QRectF(x, top, side, side), colour(self, token))
            x += side

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), Size.BASE)
        if wanted != self.font():  # to set it is a change again
            self.setFont(wanted)
