"""What the screens of the relief are made of: a headline as large as there is room for, and buttons with their key."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import GRID, TARGET, Size, Token, colour, font, scale
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.words import Words

LARGEST, SMALLEST = 72, 32
"""Pixels of a headline at a text scale of 1."""
_LINES = 3
"""A headline shrinks, down to the smallest, before it takes more."""
_STEP = 4
_SHARE = 0.056
"""Of its room, at most: else a short headline shouts."""
_MARK = 3
NARROW = 640
"""Pixels at a text scale of 1; below it things stand below instead of beside each other."""


class Column(QWidget):
    """What a `Pages` holds: as high as its words need at the width it has, not at the narrowest there could be."""

    def minimumSizeHint(self) -> QSize:
        """None of its own: the scroll area asks for the height at the width that there is."""
        return QSize(0, 0)


class Headline(Words):
    """The one thing to read now. It grows with its room, and no word of it is ever cut."""

    painted = Signal()
    """It is on the screen."""

    def __init__(self, *, largest: int = LARGEST, tone: Token = Token.TEXT, grows: bool = True) -> None:
        """Make a headline.

        Args:
            largest: In pixels, at a text scale of 1.
            tone: Its colour.
            grows: With its room; else it only shrinks where it has none.
        """
        self._room, self._largest, self._grows = 0, largest, grows
        super().__init__(size=Size.HUGE, strong=True, tone=tone)

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        super().say(text)
        self._rescale()
        self.update()

    def fit(self, room: int) -> None:
        """Take the largest size that suits a width in pixels."""
        self._room = room
        self._rescale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell of it."""
        super().paintEvent(event)
        self.painted.emit()

    def _rescale(self) -> None:
        grown = scale(QApplication.font())
        wanted = font(QApplication.font(), Size.HUGE, strong=True)
        least = min(SMALLEST, self._largest)
        most = max(least, min(self._largest, round(self._room * _SHARE / grown))) if self._grows else self._largest
        for side in range(most, least - 1, -_STEP):
            wanted.setPixelSize(round(side * grown))
            if not self._room or self._lines(wanted) <= _LINES:
                break
        longest = _longest_word(wanted, self.text())
        if self._room and longest > self._room:
            wanted.setPixelSize(max(1, wanted.pixelSize() * self._room // (longest + 2)))
        if wanted != self.font():
            self.setFont(wanted)

    def _lines(self, wanted: QFont) -> int:
        metrics = QFontMetrics(wanted)
        room = QRect(0, 0, self._room, 100_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height() // metrics.lineSpacing()


def _longest_word(of: QFont, text: str) -> int:
    """The width in pixels of the longest word."""
    metrics = QFontMetrics(of)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class KeyButton(Button):
    """A large button that says which key presses it."""

    _key = ""
    _size = Size.LARGE
    _is_usual = False
    _is_narrow = False
    _height = TARGET

    def __init__(  # noqa: PLR0913 -- each with a default, each by its name
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        key: str = "",
        size: Size = Size.LARGE,
        spoken: str = "",
        height: int = TARGET,
    ) -> None:
        """Make a button.

        Args:
            text: What it says.
            kind: How it looks; nothing here is ever filled, for that would light up the room.
            key: The key that presses it; shown before the words.
            size: Of the words.
            spoken: What a screen reader says.
            height: In pixels, at least; a hand that hurts needs more than 44.
        """
        super().__init__(text, kind, spoken=spoken)
        self._key, self._size, self._height = key, size, height
        self._rescale()

    def set_usual(self, *, yes: bool) -> None:
        """A bare Enter presses it: its edge says so."""
        self._is_usual = yes
        self.update()

    def set_key(self, key: str) -> None:
        """Another key presses it."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_narrow(self, *, yes: bool) -> None:
        """There is no room for the key."""
        self._is_narrow = yes
        self.updateGeometry()
        self.update()

    def _size_for(self, width: int) -> QSize:
        return super()._size_for(width).expandedTo(QSize(0, self._height))

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        if self._key and not self._is_narrow:
            painter.setPen(colour(self, Token.MUTED))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._key)
            room = QRect(room).adjusted(self._key_width(), 0, -self._key_width(), 0)
        painter.setPen(tone)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self._is_usual:  # no colour alone tells it
            length = min(room.width(), QFontMetrics(self.font()).horizontalAdvance(self._words))
            mark = QRect(room.center().x() - length // 2, self.height() - GRID - 2, length, _MARK)
            painter.fillRect(mark, colour(self, Token.ACCENT))

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        fill, edge, words = super()._colours()
        return (fill, colour(self, Token.ACCENT) if self._is_usual else edge, words)

    def _frame(self) -> int:
        return super()._frame() + (2 * self._key_width() if self._key and not self._is_narrow else 0)

    def _pad(self) -> int:
        return GRID if self._is_narrow else super()._pad()

    def _key_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance("0") + GRID // 2

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), self._size, strong=True)
        if wanted != self.font():
            self.setFont(wanted)


def is_narrow(width: int) -> bool:
    """Whether things have to stand below each other."""
    return width < NARROW * scale(QApplication.font())
