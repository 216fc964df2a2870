"""*When to get help* within the relief."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.relief_view import ReliefView
from desktop.theme import GRID
from desktop.widgets.flow import FlowLayout
from desktop.windows.help import HelpPanel
from desktop.windows.relief_parts import KeyButton
from desktop.wording import relief as wording


class HelpPage(QWidget):
    """*When to get help* within the relief."""

    back_requested = Signal()
    unflag_requested = Signal()
    next_requested = Signal()
    number_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = KeyButton(wording.back())
        self._unflag = KeyButton(wording.unflag())
        self._next = KeyButton(wording.finish())
        actions = QWidget()
        row = FlowLayout(actions, gap=GRID)
        for name, button in (("help-back", self._back), ("unflag", self._unflag), ("help-next", self._next)):
            button.setObjectName(name)
            row.addWidget(button)
        self.panel = HelpPanel(actions)
        self.headline = self.panel.headline
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 3)
        layout.addWidget(self.panel)
        layout.addStretch(1)
        self.panel.number_requested.connect(self.number_requested)
        self._back.clicked.connect(lambda _checked=False: self.back_requested.emit())
        self._unflag.clicked.connect(lambda _checked=False: self.unflag_requested.emit())
        self._next.clicked.connect(lambda _checked=False: self.next_requested.emit())

    def tell(self, view: ReliefView) -> None:
        """Show what there is to know."""
        self.panel.tell(view.help)
        self._back.setVisible(view.state.may_go_back)
        self._unflag.setVisible(view.state.may_unflag)

    def first_focus(self, view: ReliefView) -> QWidget:
        """Where the keyboard begins."""
        return self._back if view.state.may_go_back else self._next

    def press(self, _key: str) -> bool:
        """No key means anything here."""
        return False

    def clear(self) -> None:
        """What is not on show says nothing."""
        self.panel.clear()

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self.panel.arrange(width)
