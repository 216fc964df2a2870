"""The head of Today: the date, the menu of everything, and the button for a cramp, always in the same place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.theme import GRID, Size
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.words import Words
from desktop.wording import today as wording
from desktop.wording import tray as tray_wording


class TodayHeader(QWidget):
    """The date and two buttons."""

    relief_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date = Words(size=Size.TITLE, strong=True)
        self._date.setObjectName("date")
        self._actions = Button(wording.actions(), icon=Icon.MORE)
        self._actions.setObjectName("actions")
        self._relief = Button(tray_wording.relief(), ButtonKind.ALARM)
        self._relief.setObjectName("relief")
        self._relief.clicked.connect(lambda _checked=False: self.relief_requested.emit())
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=GRID + 4)
        flow.addWidget(self._actions)
        flow.addWidget(self._relief)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setSpacing(GRID + 4)
        self._layout.addWidget(self._date, 1)
        self._layout.addWidget(self._buttons)

    def tell(self, date: str) -> None:
        """Show a date."""
        self._date.setText(date)

    def set_menu(self, menu: QMenu) -> None:
        """The menu that the Actions button opens."""
        self._actions.setMenu(menu)

    def arrange(self, side: int, *, narrow: bool) -> None:
        """Put the buttons below the date where they have no room beside it.

        Args:
            side: The margin on both sides, in pixels; 0 where it scrolls with the rest, which has margins of its own.
            narrow: Whether there is no room.
        """
        across = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(side, GRID * 2 if narrow else GRID * 3, side, GRID * 2 if side else 0)
