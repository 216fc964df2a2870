"""The buttons of a running guide, and the keys that do the same."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.guide_state import GuideState, Wish
from desktop.theme import GRID, Token
from desktop.widgets.buttons import ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.key_button import KeyButton
from desktop.widgets.words import Words
from desktop.wording import guiding as wording
from schedules.guides.session import SPEEDS

KEYS: Mapping[int, Wish] = {
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_E: Wish.EASE,
    Qt.Key.Key_Minus: Wish.SLOWER,
    Qt.Key.Key_Plus: Wish.FASTER,
    Qt.Key.Key_Equal: Wish.FASTER,  # the plus of many keyboards without Shift
    Qt.Key.Key_V: Wish.VOICE,
    Qt.Key.Key_C: Wish.CHIME,
}
_ON_THE_KEY = {
    Wish.BACK: "←",
    Wish.SKIP: "→",
    Wish.EASE: "E",
    Wish.SLOWER: "–",
    Wish.FASTER: "+",
    Wish.VOICE: "V",
    Wish.CHIME: "C",
}
_ORDER = (Wish.PAUSE, Wish.BACK, Wish.EASE, Wish.SKIP, Wish.STOP, Wish.SLOWER, Wish.FASTER, Wish.VOICE, Wish.CHIME)
_PAUSE_WIDTH = 184


class _PauseButton(KeyButton):
    """The one that is pressed most: it keeps its width, whatever it says."""

    def sizeHint(self) -> QSize:
        """Wider than its words."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), _PAUSE_WIDTH), hint.height())


class GuideControls(QWidget):
    """A row of buttons that becomes several where there is no room."""

    wished = Signal(Wish)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._speed = Words(tone=Token.MUTED, roomy=True)
        self._speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = {wish: self._made(wish) for wish in _ORDER}
        flow = FlowLayout(self, gap=GRID)
        for wish, button in self._buttons.items():
            flow.addWidget(button)
            if wish is Wish.SLOWER:
                flow.addWidget(self._speed)

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        """In the order of the Tab key."""
        return tuple(self._buttons.values())

    def tell(self, state: GuideState) -> None:
        """Show what can be done now."""
        for wish, button in self._buttons.items():
            words = wording.wish(wish, state)
            if words != button.accessibleName():  # a screen reader is told of every change of a name
                button.label(words)
        now = state.session
        self._speed.say(wording.speed(now.speed))
        self._speed.setAccessibleName(wording.speed_spoken(now))
        # As wide as the longest of them: the buttons beside it stay where they are.
        advance = self._speed.fontMetrics().horizontalAdvance
        widest = max(advance(wording.speed(times)) for times in SPEEDS)
        self._speed.setMinimumSize(widest + 1, self._buttons[Wish.SLOWER].sizeHint().height())
        self._buttons[Wish.EASE].setEnabled(now.can_ease)
        self._buttons[Wish.SLOWER].setEnabled(now.speed > SPEEDS[0])
        self._buttons[Wish.FASTER].setEnabled(now.speed < SPEEDS[-1])

    def take_focus(self) -> None:
        """The keyboard starts at the button that is pressed most."""
        self._buttons[Wish.PAUSE].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, wish: Wish) -> KeyButton:
        if wish is Wish.PAUSE:
            button: KeyButton = _PauseButton(kind=ButtonKind.PRIMARY, key=wording.any_key())
        else:
            button = KeyButton(key=_ON_THE_KEY.get(wish, ""))
        button.setObjectName(wish)
        button.clicked.connect(lambda _checked=False: self.wished.emit(wish))
        return button
