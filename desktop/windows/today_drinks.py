"""The upper card of Today: the ring, the next glass, one-click logging, and the nights."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.states import AmountWish, Said, TodayState
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import QUIET_PAD, Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.nights import Nights
from desktop.widgets.ring import Ring
from desktop.widgets.words import Words
from desktop.windows.amount import AmountField
from desktop.wording import today as wording


class DrinksCard(Card):
    """How the day stands. Without a state of fluids nothing in here speaks of drinking."""

    drink_requested = Signal(int)
    """Millilitres."""
    undo_requested = Signal()
    amount_requested = Signal(AmountWish)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._ring = Ring()
        self._ring.setAccessibleName(wording.drinks_name())
        self._pace = Words(size=Size.LARGE, strong=True)
        self._stops = Words(tone=Token.MUTED)
        self._glass = Button(kind=ButtonKind.PRIMARY)
        self._mug = Button()
        self._other = Button(wording.other_button())
        self._undo = Button(kind=ButtonKind.QUIET)
        self._amount = AmountField()
        self._nights_title = Words(wording.nights_title(), tone=Token.MUTED)
        self._nights = Nights()
        self._nights_line = Words(strong=True, roomy=True)
        self._stood_up = Words(tone=Token.MUTED)
        self._drinks = QWidget()
        self._habits = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._join()

    def tell(self, state: TodayState) -> None:
        """Show how a day stands."""
        self._state = state
        self._tell_drinks(state)
        undone = wording.undo_button(state.offers) if state.is_today else ""
        self._undo.label(undone)
        self._undo.setVisible(bool(undone))
        line = wording.nights_line(state.nights)
        self._nights.mark(state.nights, f"{wording.nights_title()}: {line}")
        self._nights_line.say(line)
        self._nights_title.setVisible(bool(line))
        self._nights.setVisible(bool(line))
        self._stood_up.say(wording.stood_up_line(state.stood_up))
        self._habits.setVisible(bool(line) or bool(state.stood_up))
        self.setVisible(state.fluids is not None or self._habits.isVisibleTo(self) or bool(undone))

    def answer_amount(self, said: Said) -> None:
        """Whether an earlier drink could be taken."""
        self._amount.answer(said)

    def set_narrow(self, *, yes: bool) -> None:
        """Put everything below each other where there is no room beside."""
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if yes else QBoxLayout.Direction.LeftToRight)
        self._habits.setContentsMargins(QUIET_PAD if yes else 0, 0, 0, 0)
        place = Qt.AlignmentFlag.AlignHCenter if yes else Qt.AlignmentFlag.AlignTop
        self._layout.setAlignment(self._ring, place)
        self._layout.setAlignment(self._habits, Qt.AlignmentFlag(0) if yes else Qt.AlignmentFlag.AlignTop)

    def _tell_drinks(self, state: TodayState) -> None:
        fluids, offers = state.fluids, state.offers
        for widget in (self._ring, self._pace, self._stops):
            widget.setVisible(fluids is not None)
        for button in (self._glass, self._mug, self._other):
            button.setVisible(fluids is not None and state.is_today)
        self._drinks.setVisible(fluids is not None or bool(wording.undo_button(offers)))
        if fluids is None or not state.is_today:
            self._amount.hide()
        if fluids is None:
            return
        self._ring.fill(
            part=fluids.intake_ml,
            whole=fluids.goal_ml,
            number=wording.number(fluids.intake_ml, offers.units),
            under=wording.ring_whole(fluids, offers.units),
            spoken=wording.ring_spoken(fluids, offers.units),
        )
        self._pace.say(wording.pace_line(fluids, offers))
        self._stops.say(wording.stops_line(fluids, offers.zone))
        if offers.glass_ml is not None:
            self._glass.label(*wording.glass_button(offers.glass_ml, offers.units))
        if offers.mug_ml is not None:
            self._mug.label(*wording.mug_button(offers.mug_ml, offers.units))
        self._amount.ask_in(offers.units)

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=GRID + 4)
        for name, button in (("glass", self._glass), ("mug", self._mug), ("other", self._other)):
            button.setObjectName(name)
            buttons.addWidget(button)
        self._undo.setObjectName("undo")
        undo = QHBoxLayout()
        undo.addWidget(self._undo)
        undo.addStretch(1)
        drinks = QVBoxLayout()
        # The words of a quiet button begin a little in, so the button begins before the rest: they stand in line.
        drinks.setContentsMargins(QUIET_PAD, GRID, 0, 0)
        drinks.setSpacing(GRID // 2)
        drinks.addWidget(self._pace)
        drinks.addWidget(self._stops)
        drinks.addSpacing(GRID + 4)
        drinks.addLayout(buttons)
        drinks.addWidget(self._amount)
        whole = QVBoxLayout(self._drinks)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID // 2)
        whole.addLayout(drinks)
        whole.addLayout(undo)
        habits = QVBoxLayout(self._habits)
        habits.setContentsMargins(0, GRID, 0, 0)
        habits.setSpacing(GRID)
        for widget in (self._nights_title, self._nights, self._nights_line, self._stood_up):
            habits.addWidget(widget)
        self._layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        self._layout.setSpacing(GRID * 2)
        self._layout.addWidget(self._ring)
        self._layout.addWidget(self._drinks, 1)
        self._layout.addWidget(self._habits)
        self._amount.hide()

    def _join(self) -> None:
        self._glass.clicked.connect(self._on_glass)
        self._mug.clicked.connect(self._on_mug)
        self._other.clicked.connect(self._amount.open)
        self._undo.clicked.connect(lambda _checked=False: self.undo_requested.emit())
        self._amount.drink_requested.connect(self.drink_requested)
        self._amount.amount_requested.connect(self.amount_requested)
        self._amount.closed.connect(lambda: self._other.setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_glass(self) -> None:
        if self._state is not None and self._state.offers.glass_ml is not None:
            self.drink_requested.emit(self._state.offers.glass_ml)

    def _on_mug(self) -> None:
        if self._state is not None and self._state.offers.mug_ml is not None:
            self.drink_requested.emit(self._state.offers.mug_ml)
