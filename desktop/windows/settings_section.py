"""One section of the Settings page: its name, and its rows on a card."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.settings_search import matches
from desktop.settings_state import Row, Section
from desktop.theme import GRID, Size
from desktop.widgets.card import Card
from desktop.widgets.words import Words
from desktop.windows.settings_row import RowView
from desktop.wording import settings as wording


class SectionView(QWidget):
    """A name and a card."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.views: list[RowView] = []
        self._title = wording.section(section)
        heading = Words(self._title, size=Size.LARGE, strong=True)
        card = Card()
        self._rows = QVBoxLayout(card)
        self.set_narrow(yes=False)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(card)

    def add(self, row: Row) -> RowView:
        """Add a row at the end."""
        view = RowView(row)
        self.views.append(view)
        self._rows.addWidget(view)
        return view

    def set_narrow(self, *, yes: bool) -> None:
        """Keep the edges small where there is no room."""
        side = GRID // 2 if yes else GRID * 2
        self._rows.setContentsMargins(side, GRID, side, GRID)

    def sift(self, typed: str) -> int:
        """Show the rows that have what was typed, and itself if there are any; how many there are."""
        shown = [view for view in self.views if view.row.is_shown and matches(view.row, self._title, typed)]
        for view in self.views:
            view.setVisible(view in shown)
            view.is_ruled = view in shown[1:]
        self.setVisible(bool(shown))
        return len(shown)
