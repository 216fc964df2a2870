"""A switch: its words, and a pill that is filled and ticked when it is on, so that no colour alone tells it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QStyle, QWidget

from desktop.theme import FOCUS_RING, GRID, TARGET, Size, Token, colour, font, is_new_look, scale
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import Icon, paint_icon

_PILL = QSize(48, 28)
"""Pixels at a text scale of 1."""
_PAD = FOCUS_RING + 2 + 4
_WRAPPED = Qt.TextFlag.TextWordWrap
_LONGEST = 100_000


class Switch(QCheckBox):
    """On or off, over the whole width that there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rescale()

    def label(self, text: str) -> None:
        """Say what is switched."""
        self._words = text
        self.setText(text.replace("&", "&&"))  # Qt takes a single one for a shortcut
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the words on one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._words) + 2
        return QSize(words + self._frame(), self.heightForWidth(words + self._frame()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(max(longest, self._pill().width()) + 2 * _PAD + 2, TARGET)

    def hasHeightForWidth(self) -> bool:
        """Its words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is for its words at a width."""
        is_below = self._is_below(width)
        room = QRect(0, 0, max(1, width - (2 * _PAD if is_below else self._frame())), _LONGEST)
        words = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._words).height()
        pill = self._pill().height()
        return max(TARGET, (words + pill + GRID if is_below else max(words, pill)) + 2 * _PAD)

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
        """Paint the ring, the words and the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus_ring(self, painter)
        inside = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        pill = QRect(QPoint(0, 0), self._pill())
        words = QRect(inside)
        if self._is_below(self.width()):
            pill.moveTo(inside.left(), inside.bottom() + 1 - pill.height())
            words.setBottom(pill.top() - GRID)
        else:
            pill.moveTo(inside.right() + 1 - pill.width(), inside.center().y() + 1 - pill.height() // 2)
            words.setWidth(inside.width() - pill.width() - GRID * 2)
        direction = self.layoutDirection()
        painter.setPen(colour(self, Token.TEXT if self.isEnabled() else Token.LINE))
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QStyle.visualRect(direction, inside, words), start | _WRAPPED, self._words)
        self._paint_pill(painter, QRectF(QStyle.visualRect(direction, inside, pill)))

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        on, line = self.isChecked(), colour(self, Token.LINE)
        edge = colour(self, Token.ACCENT) if on else line
        painter.setPen(QPen(edge, 2))
        painter.setBrush(edge if on else colour(self, Token.SURFACE))
        round_by = pill.height() / 2
        painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), round_by - 1, round_by - 1)
        side = pill.height() - 10
        at_end = on == (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        left = pill.right() - side - 5 if at_end else pill.left() + 5
        knob = QRectF(left, pill.top() + 5, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, Token.ON_ACCENT) if on else line)
        painter.drawEllipse(knob)
        if on:
            paint_icon(painter, Icon.DONE, knob.adjusted(2, 2, -2, -2), edge)

    def _is_below(self, width: int) -> bool:
        """Whether the pill has to go below the words: a word has no room beside it."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return longest + self._frame() > width

    def _pill(self) -> QSize:
        grown = scale(QApplication.font())
        return QSize(round(_PILL.width() * grown), round(_PILL.height() * grown))

    def _frame(self) -> int:
        return self._pill().width() + GRID * 2 + 2 * _PAD + 2

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), Size.BASE, strong=True)
        if wanted != self.font():
            self.setFont(wanted)
