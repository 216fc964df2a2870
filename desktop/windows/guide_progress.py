"""How much of the whole guide is behind: one thin bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.theme import Token, colour

_HEIGHT = 8
_PARTS = 100


class GuideProgress(QProgressBar):
    """A progress bar painted like everything else; a screen reader knows it as one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setRange(0, _PARTS)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, share: float, spoken: str) -> None:
        """Show a share of the whole, 0 to 1; a screen reader is told by whole parts."""
        self._share = min(1.0, max(0.0, share))
        if self.value() != int(self._share * _PARTS):
            self.setValue(int(self._share * _PARTS))
            self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have it too."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(colour(self, Token.TRACK))
        painter.drawRoundedRect(area, _HEIGHT / 2, _HEIGHT / 2)
        if self._share:
            area.setWidth(max(_HEIGHT, area.width() * self._share))
            painter.setBrush(colour(self, Token.ACCENT))
            painter.drawRoundedRect(area, _HEIGHT / 2, _HEIGHT / 2)
