"""Buttons: painted from the palette, at least 44 pixels each way, with a focus ring that cannot be overlooked."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QStyle, QWidget

from desktop.theme import CORNER, FOCUS_RING, GRID, TARGET, Size, Token, colour, font, is_new_look
from desktop.widgets.icons import Icon, paint_icon

_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
QUIET_PAD = 12
"""Pixels before the words of a quiet button: it has to begin so much before what its words stand under."""
_TURNED = {Icon.BACK: Icon.ONWARD, Icon.ONWARD: Icon.BACK}
"""What points the other way where people read from right to left."""
_ENTER_PRESSES = "enter presses"
_LONGEST = 100_000
"""Wider than any text."""


class ButtonKind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    """Only its words, until it is pointed at."""
    ALARM = "alarm"


def let_enter_press(window: QWidget) -> None:
    """Have Enter press the button that has the focus, in a window that has no other meaning for it."""
    window.setProperty(_ENTER_PRESSES, True)


class Button(QPushButton):
    """A button with words, an icon, or both. Words that do not fit on one line go on two."""

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        icon: Icon | None = None,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            text: What it says.
            kind: How it looks.
            icon: Painted before the words.
            spoken: What a screen reader says; it has to contain the words. Needed where there is only an icon.
            parent: The widget it lies on.
        """
        super().__init__(parent)
        self._kind, self._icon = kind, icon
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self._rescale()
        self.label(text, spoken)

    def label(self, text: str, spoken: str = "") -> None:
        """Change what the button says."""
        if text != self._words:
            self._words = text
            self.setText(text.replace("&", "&&"))  # Qt takes a single one for a shortcut
            self.updateGeometry()
        self.setAccessibleName(spoken or text)

    def set_kind(self, kind: ButtonKind) -> None:
        """Change how it looks."""
        if kind is not self._kind:
            self._kind = kind
            self._rescale()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words on one line."""
        return self._size_for(_LONGEST)

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        metrics, frame = QFontMetrics(self.font()), self._frame()
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(max(TARGET, longest + frame), TARGET)

    def hasHeightForWidth(self) -> bool:
        """Its words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it has to be for its words at a width."""
        return self._size_for(width).height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it, and Enter where the window lets it."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
        if enters and self.window().property(_ENTER_PRESSES):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self._rescale()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the edge, the ring when it has the keyboard's focus, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            area = self._paint_ring(painter, area)
        fill, edge, words = self._colours()
        painter.setPen(QPen(edge, 1.5) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inset = 0.75 if edge is not None else 0.0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), CORNER - 1, CORNER - 1)
        self._paint_words(painter, words)

    def _paint_ring(self, painter: QPainter, area: QRectF) -> QRectF:
        """Paint the focus ring along the edge; what is left inside of it."""
        half = FOCUS_RING / 2
        painter.setPen(QPen(self._ring_colour(), FOCUS_RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), CORNER, CORNER)
        gap = FOCUS_RING + 2
        return area.adjusted(gap, gap, -gap, -gap)

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        painter.setPen(tone)
        side, gap = self._icon_side(), GRID if self._words else 0
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        if not side:
            painter.drawText(room, _WRAPPED, self._words)
            return
        words = QFontMetrics(self.font()).horizontalAdvance(self._words)
        start = room.x() + max(0, (room.width() - side - gap - words) // 2)
        assert self._icon is not None
        reads = self.layoutDirection()
        painter.setLayoutDirection(reads)
        icon = _TURNED.get(self._icon, self._icon) if self.isRightToLeft() else self._icon
        place = QRect(start, (self.height() - side) // 2, side, side)
        paint_icon(painter, icon, QRectF(QStyle.visualRect(reads, self.rect(), place)), tone)
        rest = QRect(start + side + gap, 0, room.right() - start - side - gap + 1, self.height())
        painter.drawText(
            QStyle.visualRect(reads, self.rect(), rest),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
            self._words,
        )

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Fill, edge and words, as the pointer and the state want them."""
        surface, accent, danger = colour(self, Token.SURFACE), colour(self, Token.ACCENT), colour(self, Token.DANGER)
        touched = 0.24 if self.isDown() else 0.12 if self.underMouse() else 0.0
        if not self.isEnabled():
            line = colour(self, Token.LINE)
            return QColor(Qt.GlobalColor.transparent), line if self._kind is not ButtonKind.QUIET else None, line
        match self._kind:
            case ButtonKind.PRIMARY:
                on_accent = colour(self, Token.ON_ACCENT)
                return mixed(accent, colour(self, Token.TEXT), touched), None, on_accent
            case ButtonKind.ALARM:
                return mixed(surface, danger, touched / 2), danger, danger
            case ButtonKind.QUIET:
                fill = mixed(surface, accent, touched) if touched else QColor(Qt.GlobalColor.transparent)
                return fill, None, accent
            case ButtonKind.PLAIN:
                return mixed(surface, accent, touched / 2), colour(self, Token.LINE), colour(self, Token.TEXT)

    def _ring_colour(self) -> QColor:
        return colour(self, Token.DANGER if self._kind is ButtonKind.ALARM else Token.ACCENT)

    def _size_for(self, width: int) -> QSize:
        frame = self._frame()
        room = QRect(0, 0, max(1, width - frame), _LONGEST)
        words = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._words)
        return QSize(max(TARGET, words.width() + frame), max(TARGET, words.height() + 2 * GRID))

    def _frame(self) -> int:
        """What the padding and the icon add to the width of the words; a pixel saves the last word from wrapping."""
        side = self._icon_side()
        return 2 * self._pad() + side + (GRID if side and self._words else 0) + 1

    def _icon_side(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.05) if self._icon is not None else 0

    def _pad(self) -> int:
        if not self._words:
            return GRID
        return QUIET_PAD if self._kind is ButtonKind.QUIET else GRID * 2

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), Size.BASE, strong=self._kind is not ButtonKind.PLAIN)
        if wanted != self.font():  # to set it is a change again
            self.setFont(wanted)


def mixed(ground: QColor, over: QColor, share: float) -> QColor:
    """A colour with some of another in it.

    Args:
        ground: The colour.
        over: The other.
        share: How much of the other, 0 to 1.
    """
    rest = 1 - share
    return QColor.fromRgbF(
        ground.redF() * rest + over.redF() * share,
        ground.greenF() * rest + over.greenF() * share,
        ground.blueF() * rest + over.blueF() * share,
    )
