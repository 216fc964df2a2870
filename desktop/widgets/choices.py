"""A few answers of which one, or none, is chosen: buttons that stay down, told apart by a tick too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import GRID
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.words import Words


class ChoiceButton(Button):
    """A button that stays down; a screen reader hears whether it is."""

    def __init__(self, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(text, ButtonKind.PLAIN, spoken=spoken, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._show_state)

    def _show_state(self, down: bool) -> None:
        self._icon = Icon.DONE if down else None
        self.set_kind(ButtonKind.PRIMARY if down else ButtonKind.PLAIN)
        self.updateGeometry()


class Choices(QWidget):
    """A question with a few answers."""

    chosen = Signal(int)
    """The place of the answer, from 0; -1 for none."""

    def __init__(self, question: str, answers: tuple[tuple[str, str], ...], *, optional: bool = True) -> None:
        """Make the question.

        Args:
            question: What is asked.
            answers: Each as it is read and as it is spoken.
            optional: A second press takes an answer back.
        """
        super().__init__()
        self._optional = optional
        self._place = -1
        self._buttons = [ChoiceButton(text, spoken) for text, spoken in answers]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(Words(question))
        flow = FlowLayout(gap=GRID)
        layout.addLayout(flow)
        for place, button in enumerate(self._buttons):
            flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, place=place: self._on_clicked(place))

    @property
    def place(self) -> int:
        """The answer's place, from 0; -1 for none."""
        return self._place

    def focus_first(self) -> QWidget:
        """Where the keyboard begins: the answer that is chosen, or the first."""
        return self._buttons[max(0, self._place)]

    def choose(self, place: int) -> None:
        """Show an answer."""
        self._place = place
        for each, button in enumerate(self._buttons):
            button.setChecked(each == place)

    def _on_clicked(self, place: int) -> None:
        self.choose(-1 if self._optional and place == self._place else place)
        self.chosen.emit(self._place)
