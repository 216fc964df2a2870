"""A button that shows beside its words which key does the same."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from desktop.theme import GRID
from desktop.widgets.buttons import Button, ButtonKind, mixed

_FAINT = 0.8
_LEAN = 4
"""Letters may lean out of their advance by so many pixels; without them the last word wraps."""


class KeyButton(Button):
    """A button and its key. A screen reader hears the words alone: it tells of keys in its own way."""

    def __init__(
        self, text: str = "", kind: ButtonKind = ButtonKind.PLAIN, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button.

        Args:
            text: What it says.
            kind: How it looks.
            key: What is on the key; empty for a button without one.
            parent: The widget it lies on.
        """
        self._key = key
        super().__init__(text, kind, parent=parent)

    def _frame(self) -> int:
        """The key takes room beside the words."""
        return super()._frame() + self._key_width() + _LEAN

    def _key_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self._key) + GRID + 4 if self._key else 0

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        """Paint the words and the key as one line in the middle."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._words)
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        words = min(words, room.width() - self._key_width())
        start = room.x() + (room.width() - words - self._key_width()) // 2
        painter.setPen(tone)
        painter.drawText(
            QRect(start, 0, words + _LEAN, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
            self._words,
        )
        fill, _edge, _words = self._colours()
        painter.setPen(mixed(fill, tone, _FAINT) if fill.alpha() == 255 else tone)  # noqa: PLR2004 opaque
        painter.drawText(
            QRect(start, 0, words + self._key_width() + 1, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self._key,
        )
