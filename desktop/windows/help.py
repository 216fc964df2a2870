"""*When to get help*: the emergency number first, then which signs ask for help and how soon."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.relief_view import HelpView
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.windows.heat_signs import HeatSigns
from desktop.windows.relief_parts import Column, Headline
from desktop.wording import help as wording
from desktop.wording import tray as tray_wording
from schedules.guides.emergency import is_callable
from schedules.guides.red_flags import FACTS, Urgency

_WIDEST = 840


class NumberField(QWidget):
    """Asks for another emergency number."""

    number_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Words(wording.type_number())
        self._field = QLineEdit()
        self._field.setObjectName("number")
        self._field.setMaxLength(16)
        self._field.setAccessibleName(wording.type_number())
        self._label.setBuddy(self._field)
        self._wrong = Words(tone=Token.DANGER)
        self._wrong.hide()
        self._keep = Button(wording.save_number())
        self._keep.setObjectName("keep-number")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._label)
        flow = FlowLayout(gap=GRID)
        flow.addWidget(self._field)
        flow.addWidget(self._keep)
        layout.addLayout(flow)
        layout.addWidget(self._wrong)
        self._field.returnPressed.connect(self._take)
        self._keep.clicked.connect(lambda _checked=False: self._take())

    def open(self, number: str) -> None:
        """Show the field with the number in it."""
        self._field.setText(number)
        self._wrong.say("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _take(self) -> None:
        typed = self._field.text().strip()
        if typed and not is_callable(typed):
            self._wrong.say(wording.wrong_number())
            announce(self._field, wording.wrong_number())
            return
        self.hide()
        self.left.emit()
        self.number_requested.emit(typed)


class HelpPanel(QWidget):
    """The content, in a window of its own and in the relief."""

    number_requested = Signal(str)
    """Another emergency number; empty for that of the country."""

    def __init__(self, actions: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Make the panel.

        Args:
            actions: What can be done, below the number and above the signs; None for nothing.
            parent: The owner.
        """
        super().__init__(parent)
        self._view: HelpView | None = None
        self.headline = Headline()
        self._to_do = Headline(largest=Size.HUGE, tone=Token.DANGER)
        self._meanwhile = Words(size=Size.LARGE)
        self._also = Words(size=Size.LARGE, tone=Token.MUTED)
        self.change = Button(wording.change_number(), ButtonKind.QUIET)
        self.change.setObjectName("change-number")
        self._field = NumberField()
        self._lists = {
            urgency: (Words(size=Size.TITLE, strong=True), Words(size=Size.LARGE), Words(tone=Token.MUTED))
            for urgency in (Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.SOON)
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self._to_do, self._meanwhile, self.headline, self._also):
            layout.addWidget(widget)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._field)
        if actions is not None:
            layout.addWidget(actions)
        for heading, signs, under in self._lists.values():
            layout.addSpacing(GRID)
            layout.addWidget(heading)
            layout.addWidget(signs)
            layout.addWidget(under)
        self._field.hide()
        self.change.clicked.connect(lambda _checked=False: self._open_field())
        self._field.left.connect(lambda: self.change.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._field.number_requested.connect(self.number_requested)

    def tell(self, view: HelpView) -> None:
        """Show what there is to know."""
        self._view = view
        self._to_do.say(wording.what_to_do(view.assessment, worse=view.worse))
        self._meanwhile.say(wording.meanwhile(view.assessment))
        self.headline.say(wording.number_line(view.number, is_own=view.is_own))
        self._also.say(wording.number_also(view.number))
        for urgency, (heading, signs, under) in self._lists.items():
            heading.say(wording.heading(urgency))
            texts = [flag.text for flag in view.flags if FACTS[flag.flag].urgency is urgency]
            signs.say("\n".join(f"•  {text}" for text in texts))
            signs.setAccessibleName(". ".join(texts))
            under.say(wording.under_heading(urgency))

    def clear(self) -> None:
        """What is not on show says nothing."""
        self._field.hide()
        for words in (self._to_do, self._meanwhile, self.headline, self._also):
            words.setText("")
        for labels in self._lists.values():
            for label in labels:
                label.setText("")

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self.headline.fit(width)
        self._to_do.fit(width)

    def _open_field(self) -> None:
        if self._view is not None:
            self._field.open(self._view.number.number if self._view.is_own else "")


class HelpWindow(Sheet):
    """*When to get help* on its own, in the look of the other windows."""

    number_requested = Signal(str)
    card_requested = Signal()
    relief_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._panel = HelpPanel()
        self._heat = HeatSigns()
        self._relief = Button(tray_wording.relief(), ButtonKind.ALARM)
        self._relief.setObjectName("relief")
        self._card = Button(wording.card())
        self._card.setObjectName("card")
        self._close = Button(wording.close())
        self._close.setObjectName("close")
        self._note = Words(tone=Token.MUTED)
        self._content = Column()
        self._scroll = Pages()
        self._scroll.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._inner = QVBoxLayout(self._content)
        self._inner.setSpacing(GRID * 2)
        self._inner.addWidget(self._panel)
        self._inner.addWidget(self._heat)
        row = FlowLayout(gap=GRID)
        for button in (self._relief, self._card, self._close):
            row.addWidget(button)
        self._inner.addLayout(row)
        self._inner.addWidget(self._note)
        self._inner.addStretch(1)
        self._panel.number_requested.connect(self.number_requested)
        self._relief.clicked.connect(lambda _checked=False: self.relief_requested.emit())
        self._card.clicked.connect(lambda _checked=False: self.card_requested.emit())
        self._close.clicked.connect(lambda _checked=False: self.close())
        self._scroll.viewport_resized.connect(self._arrange)
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(820, 860)

    def tell(self, view: HelpView) -> None:
        """Show what there is to know."""
        self._panel.tell(view)
        self._heat.tell(view)
        self._note.say(wording.disclaimer(view.number, is_own=view.is_own))

    def bring_up(self) -> None:
        """Show the window and bring it to the front."""
        super().bring_up()
        announce(self, self._panel.headline.text())

    def show_heat(self) -> None:
        """Go to the signs of heat illness, once the window knows how high everything is."""
        QTimer.singleShot(0, self, self._go_to_heat)

    def _go_to_heat(self) -> None:
        self._scroll.verticalScrollBar().setValue(self._heat.y())
        announce(self, self._heat.spoken())

    def _arrange(self) -> None:
        width = self._scroll.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID * 3, side, GRID * 3)
        self._panel.arrange(width - 2 * side)
