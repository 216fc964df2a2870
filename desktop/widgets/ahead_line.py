"""One line of what is to come, without buttons: its time, its mark and its words."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QStyle, QWidget

from desktop.theme import GRID, Size, Token, colour, font, is_new_look
from desktop.widgets.icons import Icon, paint_icon

_TONES = {Icon.DRINK: Token.WATER, Icon.HEAT: Token.WARM, Icon.EXERCISE: Token.WARM}
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
_TALLEST = 100_000


class AheadLine(QLabel):
    """Painted as three columns; a screen reader hears one sentence."""

    def __init__(  # noqa: PLR0913 each by its name
        self, *, time: str, title: str, icon: Icon, spoken: str, quiet: bool, parent: QWidget | None = None
    ) -> None:
        """Make a line.

        Args:
            time: On the person's clock.
            title: What comes.
            icon: Which kind.
            spoken: All of it as a sentence.
            quiet: It will be held back.
            parent: The widget it lies on.
        """
        super().__init__(parent)
        self._time, self._title, self._icon, self._quiet = time, title, icon, quiet
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is for its words."""
        room = QRect(0, 0, max(1, width - self._indent()), _TALLEST)
        return self._metrics().boundingRect(room, _WRAPPED, self._title).height() + GRID + 2

    def sizeHint(self) -> QSize:
        """Wide enough for its words on one line."""
        width = self._indent() + self._metrics().horizontalAdvance(self._title) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        metrics = self._metrics()
        longest = max((metrics.horizontalAdvance(word) for word in self._title.split()), default=0)
        return QSize(self._indent() + longest, metrics.height() + GRID + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns."""
        painter = QPainter(self)
        words, muted = colour(self, Token.TEXT), colour(self, Token.MUTED)
        top, line = GRID // 2, self._metrics().height()
        painter.setPen(muted if self._quiet else words)
        painter.setFont(font(QApplication.font(), Size.BASE, strong=not self._quiet))
        painter.drawText(self._placed(QRect(0, top, self._times(), line)), _WRAPPED, self._time)
        tone = muted if self._quiet else colour(self, _TONES.get(self._icon, Token.ACCENT))
        paint_icon(painter, self._icon, QRectF(self._placed(QRect(self._times() + GRID, top, line, line))), tone)
        painter.setFont(font(QApplication.font(), Size.BASE))
        indent = self._indent()
        painter.drawText(self._placed(QRect(indent, top, self.width() - indent, self.height())), _WRAPPED, self._title)

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _times(self) -> int:
        return QFontMetrics(font(QApplication.font(), Size.BASE, strong=True)).horizontalAdvance("00:00")

    def _indent(self) -> int:
        return self._times() + self._metrics().height() + 2 * GRID

    @staticmethod
    def _metrics() -> QFontMetrics:
        return QFontMetrics(font(QApplication.font(), Size.BASE))
