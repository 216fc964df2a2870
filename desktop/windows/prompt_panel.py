"""One notice in a window of Uncramp's own, with the same buttons as a notification.

It never takes the keyboard's focus. Who has no mouse answers in the Today window, which shows the prompt that waits.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBitmap, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ports import Button as Answering
from desktop.ports import Notice, Press
from desktop.theme import CORNER, GRID, TARGET, Size, Token, colour, scale
from desktop.tray_state import TrayLook
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.tray_icon import tray_icon
from desktop.widgets.words import Words
from desktop.wording import tray as wording
from schedules.prompts import Answer

_WIDTH = 420
_SIGN = 32
_MARGIN = GRID * 2
"""Between a panel and the edge of the screen."""


class PromptPanel(QWidget):
    """One notice on the screen."""

    pressed = Signal(Press)
    dismissed = Signal(str)
    """The notice's key: it was put away without an answer."""

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # X11 has no half-clear corners without a compositor, so there they are cut off; elsewhere there always is one.
        self._cut = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._cut)
        self._key = ""
        self._title = Words(size=Size.LARGE, strong=True)
        self._body = Words(tone=Token.MUTED)
        self._hide = Button(kind=ButtonKind.QUIET, icon=Icon.CLOSE, spoken=wording.hide_prompt())
        self._hide.setObjectName("hide")
        self._hide.setToolTip(wording.hide_prompt())
        self._hide.clicked.connect(lambda _checked=False: self.dismissed.emit(self._key))
        self._answers: list[Button] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=GRID)
        self._layout = QVBoxLayout(self)
        self._lay_out()

    def tell(self, notice: Notice) -> None:
        """Show a notice in the place of the one before."""
        self._key = notice.key
        self.setWindowTitle(wording.prompt_title(notice.title))
        self._title.say(notice.title)
        self._body.say(notice.body)
        for answer in self._answers:
            self._flow.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
        self._answers = [self._made(button, first=not place) for place, button in enumerate(notice.buttons)]
        self._row.setVisible(bool(self._answers))
        self.fit()

    def fit(self) -> None:
        """Be as wide as the screen allows, and as high as the words need."""
        screen = self.screen().availableGeometry()
        width = min(round(_WIDTH * scale(QApplication.font())), screen.width() - 2 * _MARGIN)
        self._layout.activate()
        self.setFixedSize(width, max(1, self._layout.heightForWidth(width)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the buttons opens what the notice is about."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(Press(key=self._key, answer=Answer.OPEN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off."""
        super().resizeEvent(event)
        if self._cut:
            shape = QBitmap(self.size())
            shape.fill(Qt.GlobalColor.color0)
            painter = QPainter(shape)
            painter.setPen(Qt.GlobalColor.color1)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), CORNER, CORNER)
            painter.end()
            self.setMask(shape)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._cut:
            painter.fillRect(self.rect(), colour(self, Token.LINE))
        painter.setPen(QPen(colour(self, Token.LINE), 1))
        painter.setBrush(colour(self, Token.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        sign = QLabel()
        sign.setPixmap(tray_icon(TrayLook.READY).pixmap(_SIGN))
        sign.setAccessibleName(wording.app_name())
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        # The first line stands beside the middle of the button.
        words.setContentsMargins(0, (TARGET - self._title.fontMetrics().height()) // 2, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._body)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        sign.setContentsMargins(0, (TARGET - _SIGN) // 2, 0, 0)
        self._layout.setContentsMargins(GRID * 2, GRID, GRID, GRID * 2)
        self._layout.setSpacing(GRID // 2)
        self._layout.addLayout(head)
        self._layout.addSpacing(GRID + 4)
        self._layout.addWidget(self._row)

    def _made(self, answering: Answering, *, first: bool) -> Button:
        button = Button(answering.label, ButtonKind.PRIMARY if first else ButtonKind.PLAIN)
        button.setObjectName(answering.answer)
        button.clicked.connect(lambda _checked=False: self.pressed.emit(Press(key=self._key, answer=answering.answer)))
        self._flow.addWidget(button)
        return button
