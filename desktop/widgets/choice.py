"""A choice of one from a few: pills beside each other, the chosen one filled and ticked. Arrow keys go along them."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QRadioButton, QSizePolicy, QStyle, QWidget

from desktop.theme import CORNER, FOCUS_RING, GRID, TARGET, Size, Token, colour, font, is_new_look
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import Icon, paint_icon

_PAD = FOCUS_RING + 2 + GRID
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_LONGEST = 100_000


class Pill(QRadioButton):
    """One of the options. Those that have the same parent are one choice."""

    def __init__(self, text: str, spoken: str = "", *, bare: bool = False, parent: QWidget | None = None) -> None:
        """Make an option.

        Args:
            text: What it says.
            spoken: What a screen reader says; it contains the words.
            bare: Without an edge while it is not chosen, as in a list.
            parent: What holds the choice.
        """
        super().__init__(text.replace("&", "&&"), parent)
        self._words, self._bare = text, bare
        self.setAccessibleName(spoken or text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rescale()

    def sizeHint(self) -> QSize:
        """As wide as the words on one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._words) + self._frame() + 2
        return QSize(max(TARGET, width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(max(TARGET, longest + self._frame()), TARGET)

    def hasHeightForWidth(self) -> bool:
        """Its words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is for its words at a width."""
        room = QRect(0, 0, max(1, width - self._frame()), _LONGEST)
        return max(TARGET, QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._words).height() + 2 * _PAD)

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 Qt's name
        """All of it can be clicked."""
        return self.rect().contains(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self._rescale()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the ground, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = paint_focus_ring(self, painter)
        tone = self._paint_ground(painter, area.adjusted(-2, -2, 2, 2))
        direction = self.layoutDirection()
        inside = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        side = self._tick()
        tick = QRect(inside.left(), (self.height() - side) // 2, side, side)
        words = inside.adjusted(side + GRID // 2, 0, 0, 0)
        if self.isChecked():
            paint_icon(painter, Icon.DONE, QRectF(QStyle.visualRect(direction, inside, tick)), tone)
        painter.setPen(tone)
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(direction, inside, words), start | _WRAPPED, self._words)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> QColor:
        chosen = self.isChecked()
        accent = colour(self, Token.ACCENT)
        tone = colour(self, Token.TEXT if self._bare else Token.ON_ACCENT) if chosen else colour(self, Token.TEXT)
        ground = colour(self, Token.TRACK) if self._bare else accent
        painter.setBrush(ground if chosen else Qt.BrushStyle.NoBrush)
        is_edged = not self._bare
        painter.setPen(QPen(accent if chosen else colour(self, Token.LINE), 1.5) if is_edged else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, CORNER - 2, CORNER - 2)
        return tone

    def _tick(self) -> int:
        return QFontMetrics(self.font()).height()

    def _frame(self) -> int:
        return 2 * _PAD + self._tick() + GRID // 2 + 1

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), Size.BASE)
        if wanted != self.font():
            self.setFont(wanted)
