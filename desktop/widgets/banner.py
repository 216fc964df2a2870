"""A card that speaks up: an icon, what it is about, a line under it, and what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import GRID, Size, Token, colour, is_new_look
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon, paint_icon
from desktop.widgets.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of a banner."""

    id: str
    label: str
    kind: ButtonKind = ButtonKind.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerText:
    """What a banner says."""

    title: str
    under: str = ""
    choices: tuple[Choice, ...] = ()


class IconLabel(QLabel):
    """An icon that only decorates: the words beside it say what it says."""

    def __init__(self, icon: Icon, tone: Token, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of words."""
        side = QFontMetrics(QApplication.font()).height() + 4
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), colour(self, self._tone))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)


class Banner(Card):
    """A banner. It is hidden until it has something to say."""

    chosen = Signal(str)
    """The `id` of the choice."""

    def __init__(self, icon: Icon, tone: Token, *, size: Size = Size.BASE, parent: QWidget | None = None) -> None:
        super().__init__(parent, stripe=tone)
        self._text = BannerText(title="")
        self._buttons: list[Button] = []
        self._title = Words(size=size, strong=True)
        self._under = Words(tone=Token.MUTED)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._title)
        words.addWidget(self._under)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(GRID + 4)
        head.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._tray = QWidget()
        self._flow = FlowLayout(self._tray, gap=GRID)
        # The first is there from the start: so the others come behind it in the order of the Tab key too.
        self._add_button()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        self._layout.setSpacing(GRID * 2)
        self._layout.addWidget(self._head, 1)
        self._layout.addWidget(self._tray)
        self.set_narrow(yes=False)
        self.hide()

    def tell(self, text: BannerText) -> None:
        """Show something; nothing to say hides the banner."""
        self.setVisible(bool(text.title))
        if text == self._text:
            return
        self._title.say(text.title)
        self._under.say(text.under)
        if text.choices != self._text.choices:
            self._offer(text.choices)
        self._text = text

    def set_narrow(self, *, yes: bool) -> None:
        """Put the buttons below the words where there is no room beside them."""
        across = QSizePolicy.Policy.Preferred if yes else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._tray.setSizePolicy(policy)
        self._layout.setAlignment(self._head, Qt.AlignmentFlag(0) if yes else Qt.AlignmentFlag.AlignVCenter)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if yes else QBoxLayout.Direction.LeftToRight)

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        while len(self._buttons) < len(choices):
            self._add_button()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(choices))
            if place < len(choices):
                button.label(choices[place].label)
                button.set_kind(choices[place].kind)
                button.setObjectName(choices[place].id)
        self._tray.setVisible(bool(choices))

    def _add_button(self) -> None:
        button = Button()
        button.clicked.connect(lambda _checked=False: self.chosen.emit(button.objectName()))
        self._flow.addWidget(button)
        if self._buttons:
            QWidget.setTabOrder(self._buttons[-1], button)
        self._buttons.append(button)
