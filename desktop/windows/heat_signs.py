"""The signs of heat illness and what to do about each, the most urgent first: a part of *When to get help*."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.relief_view import HelpView
from desktop.theme import GRID, Size, Token
from desktop.widgets.words import Words
from desktop.wording import heat as wording
from desktop.wording import help as help_wording


class HeatSigns(QWidget):
    """Three stages of heat illness."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(wording.illness_title(), size=Size.TITLE, strong=True)
        self._number = Words(size=Size.LARGE, strong=True, tone=Token.DANGER)
        self._parts = tuple(
            (Words(size=Size.LARGE, strong=True), Words(), Words(strong=True)) for _ in wording.illness(limited=False)
        )
        self._limited = Words()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._number)
        for part in self._parts:
            layout.addSpacing(GRID)
            for words in part:
                layout.addWidget(words)
        layout.addSpacing(GRID)
        layout.addWidget(self._limited)

    def tell(self, view: HelpView) -> None:
        """Show the signs, with the number to call."""
        self._number.say(help_wording.number_line(view.number, is_own=view.is_own))
        for part, (title, signs, action) in zip(wording.illness(limited=view.limits_fluids), self._parts, strict=True):
            title.say(part.title)
            signs.say(part.signs)
            action.say(part.action)
        self._limited.say(wording.illness_limited() if view.limits_fluids else "")

    def spoken(self) -> str:
        """The first stage, for somebody who cannot see it."""
        return " ".join(words.text() for words in (self._title, self._number, *self._parts[0]))
