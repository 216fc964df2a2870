"""The timeline of Today: the log behind, the line of now, the plan ahead with its buttons."""

from PySide6.QtCore import QLineF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from desktop.ports import Press
from desktop.states import AheadLine, FirstHabit, PastLine, TodayState
from desktop.theme import GRID, Size, Token, colour
from desktop.widgets.buttons import QUIET_PAD, Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.day_line import DayLine, LineText, NowLine, indent, rail_x, time_width
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.words import Words
from desktop.wording import evidence as evidence_wording
from desktop.wording import today as wording
from desktop.wording.amounts import clock
from desktop.wording.tray import bare

_UNFOLDED = 5
"""So many lines of the log are shown at first."""
_Key = tuple[PastLine | AheadLine, str, int]
"""A line, the sentence it is spoken as, and how many lines before it are its equals."""


class AheadRow(QGroupBox):
    """One line of the plan and its buttons, as one group to a screen reader."""

    pressed = Signal(Press)
    evidence_requested = Signal(str)
    """The id of a card."""

    def __init__(self, line: AheadLine, text: LineText, times_px: int, state: TodayState) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAccessibleName(text.spoken)
        self.words = DayLine(text, times_px)
        self.buttons: list[Button] = []
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=GRID // 2)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.words, 1)
        self._layout.addWidget(self._buttons)
        assert line.offer is not None
        for offered in wording.row_buttons(line.offer.buttons):
            spoken = wording.answer_spoken(offered.label, line, state.offers.zone)
            button = Button(offered.label, ButtonKind.QUIET, spoken=spoken)
            button.setObjectName(f"{offered.answer}:{line.offer.key}")
            press = line.offer.press(offered.answer)
            button.clicked.connect(lambda _checked=False, press=press: self.pressed.emit(press))
            flow.addWidget(button)
            self.buttons.append(button)
        if line.offer.evidence:
            self.buttons.append(self._why(line, line.offer.evidence, state))
            flow.addWidget(self.buttons[-1])

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The room that the style keeps for a frame is not kept: the line itself groups."""
        self.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nor is a frame painted."""

    def narrow(self, *, yes: bool, times_px: int) -> None:
        """Put the buttons below the words where there is no room beside them."""
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if yes else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred
        )
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._buttons.setContentsMargins(indent(times_px) - QUIET_PAD if yes else 0, 0, 0, GRID if yes else 0)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if yes else QBoxLayout.Direction.LeftToRight)

    def _why(self, line: AheadLine, card_id: str, state: TodayState) -> Button:
        """The button that tells what is behind the advice."""
        spoken = evidence_wording.why_spoken(line.title, clock(line.at, state.offers.zone))
        button = Button(evidence_wording.why(), ButtonKind.QUIET, spoken=spoken)
        button.setObjectName(f"why:{line.offer.key if line.offer is not None else card_id}")
        button.clicked.connect(lambda _checked=False: self.evidence_requested.emit(card_id))
        return button


class Timeline(Card):
    """The day from its first line to its last. Lines that stay the same are kept, and the focus with them."""

    answer_requested = Signal(Press)
    start_requested = Signal(FirstHabit)
    evidence_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._times_px = 0
        self._narrow = False
        self._rows: dict[_Key, AheadRow | DayLine] = {}
        self._now = NowLine()
        self._earlier = Button(kind=ButtonKind.QUIET)
        self._earlier.setObjectName("earlier")
        self._earlier.clicked.connect(lambda _checked=False: self._unfold())
        self._unfolded = False
        self._nothing = Words(wording.nothing_ahead(), tone=Token.MUTED)
        self._empty = self._made_empty()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID + 4, GRID * 2, GRID * 2, GRID * 2)
        self._layout.setSpacing(GRID // 2)
        # They are here from the start, so that the rows come between them in the order of the Tab key too.
        for widget in (self._earlier, self._now, self._nothing, self._empty):
            self._layout.addWidget(widget)
        self._layout.setAlignment(self._earlier, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(wording.timeline_name())

    def tell(self, state: TodayState) -> None:
        """Show a day."""
        self._state = state
        lines: tuple[PastLine | AheadLine, ...] = (*state.behind, *state.ahead)
        zone = state.offers.zone
        times = tuple(clock(line.at, zone) for line in lines)
        now = clock(state.offers.now, zone)
        self._times_px = time_width((*times, now))
        self._now.tell(now, wording.now_spoken(state.offers), self._times_px)
        rows = [
            # Two glasses in one minute are two lines that say the same.
            self._row(line, time, lines[:place].count(line), state)
            for place, (line, time) in enumerate(zip(lines, times, strict=True))
        ]
        self._drop_all_but(rows)
        behind = len(state.behind)
        self._arrange(rows[:behind], rows[behind:], state)
        self._fold(rows[:behind])
        self.set_narrow(yes=self._narrow)

    def set_narrow(self, *, yes: bool) -> None:
        """Arrange the lines for a narrow window or a wide one."""
        self._narrow = yes
        for row in self._rows.values():
            if isinstance(row, AheadRow):
                row.narrow(yes=yes, times_px=self._times_px)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the rail on it."""
        super().paintEvent(event)
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setPen(QPen(colour(self, Token.TRACK), 2))
        x = self._layout.contentsMargins().left() + rail_x(self._times_px)
        marks = [row.y() + _words(row).node_y() for row in self._rows.values() if row.isVisibleTo(self)]
        marks.append(self._now.geometry().center().y())
        painter.drawLine(QLineF(x, min(marks), x, max(marks)))

    def _row(self, line: PastLine | AheadLine, time: str, copies: int, state: TodayState) -> AheadRow | DayLine:
        """The row of a line: the one that is there, or a new one."""
        text = _text(line, time, state)
        key = (line, text.spoken, copies)
        kept = self._rows.get(key)
        if kept is not None:
            _words(kept).resize_times(self._times_px)
            return kept
        if isinstance(line, AheadLine) and line.offer is not None:
            row = AheadRow(line, text, self._times_px, state)
            row.pressed.connect(self.answer_requested)
            row.evidence_requested.connect(self.evidence_requested)
            self._rows[key] = row
            return row
        plain = DayLine(text, self._times_px)
        self._rows[key] = plain
        return plain

    def _drop_all_but(self, rows: list[AheadRow | DayLine]) -> None:
        for key, row in list(self._rows.items()):
            if row not in rows:
                del self._rows[key]
                row.hide()
                row.setParent(None)
                row.deleteLater()

    def _arrange(self, behind: list[AheadRow | DayLine], ahead: list[AheadRow | DayLine], state: TodayState) -> None:
        """Put the rows into their order, and into the order of the Tab key with it."""
        nothing_on = not state.habits_on and not state.behind and not state.ahead
        self._empty.setVisible(nothing_on)
        self._now.setVisible(not nothing_on)
        self._nothing.setVisible(not nothing_on and not state.ahead)
        in_order = (self._earlier, *behind, self._now, *ahead, self._nothing, self._empty)
        for place, widget in enumerate(in_order):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
        if [child for child in self.children() if child in in_order] != list(in_order):
            for widget in in_order:
                widget.raise_()  # a screen reader reads the children in the order in which they are stacked
        self._nothing.setContentsMargins(indent(self._times_px), GRID, 0, GRID)
        before = self._earlier  # Qt puts nothing behind what takes no focus, as the line of now
        for button in (button for row in ahead if isinstance(row, AheadRow) for button in row.buttons):
            QWidget.setTabOrder(before, button)
            before = button

    def _fold(self, behind: list[AheadRow | DayLine]) -> None:
        """Show the last few lines of the log, and how many there are before them: what is next is what counts."""
        folded = 0 if self._unfolded or len(behind) <= _UNFOLDED else len(behind) - _UNFOLDED
        for place, row in enumerate(behind):
            row.setVisible(place >= folded)
        self._earlier.label(wording.earlier_button(folded) if folded else "")
        self._earlier.setVisible(bool(folded))

    def _unfold(self) -> None:
        self._unfolded = True
        if self._state is not None:
            self.tell(self._state)

    def _made_empty(self) -> QWidget:
        """What stands here while nothing is switched on."""
        empty = QWidget()
        layout = QVBoxLayout(empty)
        layout.setSpacing(GRID * 2)
        layout.addWidget(Words(wording.empty_title(), size=Size.LARGE, strong=True))
        flow = FlowLayout(gap=GRID)
        layout.addLayout(flow)
        for habit in FirstHabit:
            button = Button(wording.first_habit(habit))
            button.setObjectName(f"start:{habit}")
            button.clicked.connect(lambda _checked=False, habit=habit: self.start_requested.emit(habit))
            flow.addWidget(button)
        return empty


def _words(row: AheadRow | DayLine) -> DayLine:
    return row.words if isinstance(row, AheadRow) else row


def _text(line: PastLine | AheadLine, time: str, state: TodayState) -> LineText:
    icon = Icon.NOTE if line.quiet else Icon(line.mark)
    if isinstance(line, AheadLine):
        spoken = wording.ahead_spoken(line, state.offers)
        ahead = line.offer is not None
        return LineText(time=time, title=bare(line.title), under=line.reason, icon=icon, ahead=ahead, spoken=spoken)
    title = f"{line.title} · {line.note}" if line.note else line.title
    return LineText(time=time, title=title, icon=icon, spoken=wording.past_spoken(line, state.offers.zone))
