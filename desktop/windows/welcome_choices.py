"""A question's choices, one under the other, several of which can be ticked."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import GRID
from desktop.widgets.tick import Tick
from schedules.welcome import MOST_HABITS, Answers, Habit, offered


class Choices(QWidget):
    """Ticks, one for each value."""

    chosen = Signal(object)
    """What is ticked now, a frozenset."""

    def __init__(self, values: Iterable[Any], named: Callable[[Any], str]) -> None:
        """Make the ticks.

        Args:
            values: What there is to choose from.
            named: A value in words.
        """
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._ticks = {value: Tick(named(value)) for value in values}
        for value, tick in self._ticks.items():
            tick.setObjectName(str(value))
            tick.clicked.connect(lambda _checked=False: self.chosen.emit(self._ticked()))
            layout.addWidget(tick)

    @property
    def first(self) -> Tick:
        """Where the keyboard comes in."""
        return next(tick for tick in self._ticks.values() if tick.isEnabled() and not tick.isHidden())

    def tell(self, ticked: frozenset[Any], answers: Answers) -> None:
        """Show what is ticked; habits that do not suit go away, and two are enough."""
        for value, tick in self._ticks.items():
            tick.setChecked(value in ticked)
            if isinstance(value, Habit):
                tick.setVisible(value in offered(answers))
                tick.setEnabled(value in ticked or len(ticked) < MOST_HABITS)

    def _ticked(self) -> frozenset[Any]:
        return frozenset(value for value, tick in self._ticks.items() if tick.isChecked())
