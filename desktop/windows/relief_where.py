"""The first screen of the relief: where is it, and is one of the red flags true?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.relief_view import ReliefView, Where
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Headline, KeyButton, is_narrow
from desktop.wording import relief as wording
from schedules.guides.red_flags import ASKED_ALONE, ASKED_FIRST
from schedules.guides.relief_course import WHERE_CHOICES
from schedules.history import Muscle, Side

ANSWERS = (*(Where(muscle=muscle, side=side) for muscle, side in WHERE_CHOICES), Where(muscle=Muscle.OTHER))
"""In the order of their keys, 1 to 9."""
FLAG_KEY, DANGER_KEY = "0", "C"
_HEIGHT = 60


class ChoiceGrid(QWidget):
    """One button for each muscle of each leg: the left leg on the left, the right one on the right."""

    chosen = Signal(object)
    """A `Where`."""

    def __init__(self, *, keys: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Where, KeyButton] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for column, side in enumerate((Side.LEFT, Side.RIGHT)):
            layout.addWidget(Words(wording.leg(side), tone=Token.MUTED), 0, column)
            layout.setColumnStretch(column, 1)
        for number, where in enumerate(ANSWERS):
            key = str(number + 1) if keys else ""
            spoken = wording.muscle_spoken(where.muscle, where.side, key)
            button = KeyButton(wording.muscle(where.muscle), key=key, spoken=spoken, size=Size.TITLE, height=_HEIGHT)
            button.setObjectName(f"{where.muscle}-{where.side}" if where.side else str(where.muscle))
            button.clicked.connect(lambda _checked=False, where=where: self.chosen.emit(where))
            self.buttons[where] = button
            span = 1 if where.side else 2
            layout.addWidget(button, 1 + number // 2, number % 2, 1, span)

    def set_usual(self, usual: Where | None) -> None:
        """Mark one of the answers."""
        for where, button in self.buttons.items():
            button.set_usual(yes=where == usual)

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        for button in self.buttons.values():
            button.set_narrow(yes=is_narrow(width))


class WherePage(QWidget):
    """The one question, the one warning."""

    choose_requested = Signal(object)
    """A `Where`."""
    flag_requested = Signal(object)
    """The `RedFlag` values that may be true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Headline()
        self._first = Words(size=Size.TITLE, tone=Token.MUTED)
        self._grid = ChoiceGrid(keys=True)
        self._usual = Words(tone=Token.MUTED)
        self._question = Words(size=Size.TITLE)
        self._yes = KeyButton(wording.flag_yes(), ButtonKind.ALARM, key=FLAG_KEY, size=Size.TITLE, height=_HEIGHT)
        self._yes.setObjectName("flag")
        self._yes.setAccessibleDescription(wording.flag_question())
        self._danger = KeyButton(
            wording.danger(),
            ButtonKind.ALARM,
            key=DANGER_KEY,
            spoken=wording.danger_spoken(DANGER_KEY),
            size=Size.TITLE,
            height=_HEIGHT,
        )
        self._danger.setObjectName("danger")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self.headline)
        layout.addWidget(self._first)
        layout.addWidget(self._grid)
        layout.addWidget(self._usual)
        layout.addWidget(self._question)
        flags = FlowLayout(gap=GRID)
        flags.addWidget(self._yes)
        flags.addWidget(self._danger)
        layout.addLayout(flags)
        layout.addStretch(1)
        self._grid.chosen.connect(self.choose_requested)
        self._yes.clicked.connect(lambda _checked=False: self.flag_requested.emit(ASKED_FIRST))
        self._danger.clicked.connect(lambda _checked=False: self.flag_requested.emit(ASKED_ALONE))

    def tell(self, view: ReliefView) -> None:
        """Show the question."""
        self._first.say(wording.where_first())
        self.headline.say(wording.where_question())
        self._grid.set_usual(view.usual)
        self._usual.say(wording.usual_hint(view.usual.muscle, view.usual.side))
        self._question.say(wording.flag_question())

    def first_focus(self, view: ReliefView) -> QWidget:
        """Where the keyboard begins."""
        return self._grid.buttons[view.usual]

    def press(self, key: str) -> bool:
        """A key was pressed; whether it meant something."""
        if key == FLAG_KEY:
            self.flag_requested.emit(ASKED_FIRST)
            return True
        if key.upper() == DANGER_KEY:
            self.flag_requested.emit(ASKED_ALONE)
            return True
        if key.isdigit() and 1 <= int(key) <= len(ANSWERS):
            self.choose_requested.emit(ANSWERS[int(key) - 1])
            return True
        return False

    def clear(self) -> None:
        """What is not on show says nothing."""
        for words in (self._first, self.headline, self._usual, self._question):
            words.setText("")

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self.headline.fit(width)
        self._grid.arrange(width)
        self._danger.set_narrow(yes=is_narrow(width))
