"""The timeline of Today: the log behind, the line of now, the plan ahead, and blocks as bands beside both."""

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ports import Press
from desktop.states import AheadLine, BlockLine, FirstHabit, MoveWish, PastLine, Said, TodayState
from desktop.theme import GRID, Size, Token, colour
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.day_line import (
    DayLine,
    NowLine,
    band_width,
    indent,
    mirrored,
    rail_x,
    time_width,
)
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.today_rows import LineRow, has_buttons, line_text
from desktop.wording import days as days_wording
from desktop.wording import editing as editing_wording
from desktop.wording import today as wording
from desktop.wording.amounts import clock
from schedules.prompts import Answer

_UNFOLDED = 5
"""So many lines of the log are shown at first."""
_Line = PastLine | AheadLine | BlockLine
_Row = LineRow | DayLine
_Key = tuple[_Line, str, int]
"""A line, the sentence it is spoken as, and how many lines before it are its equals."""


class Timeline(Card):
    """The day from its first line to its last. Lines that stay the same are kept, and the focus with them."""

    answer_requested = Signal(Press)
    start_requested = Signal(FirstHabit)
    evidence_requested = Signal(str)
    edit_requested = Signal(object)
    """An entry of the log."""
    add_requested = Signal()
    back_requested = Signal(str)
    """The key of a prompt that was skipped."""
    move_asked = Signal(MoveWish)
    move_requested = Signal(MoveWish)
    opened = Signal(object)
    """A part of a row that was out of the way until now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._times_px = 0
        self._narrow = False
        self._rows: dict[_Key, _Row] = {}
        self._lines: list[tuple[_Line, _Row]] = []
        self._focus_on = ""
        self._now = NowLine()
        self._earlier, self._add = Button(kind=ButtonKind.QUIET), Button(kind=ButtonKind.QUIET)
        self._earlier.setObjectName("earlier")
        self._add.setObjectName("add")
        self._earlier.clicked.connect(lambda _checked=False: self._unfold())
        self._add.clicked.connect(lambda _checked=False: self.add_requested.emit())
        self._unfolded = False
        self._nothing = Words(tone=Token.MUTED)
        self._empty = self._made_empty()
        self._head = QWidget()
        head = FlowLayout(self._head, gap=GRID)
        head.addWidget(self._earlier)
        head.addWidget(self._add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID + 4, GRID * 2, GRID * 2, GRID * 2)
        self._layout.setSpacing(GRID // 2)
        # They are here from the start, so that the rows come between them in the order of the Tab key too.
        for widget in (self._head, self._now, self._nothing, self._empty):
            self._layout.addWidget(widget)
        self.setAccessibleName(wording.timeline_name())

    def tell(self, state: TodayState) -> None:
        """Show a day."""
        if self._state is not None and state.day != self._state.day:
            self._unfolded = False
        self._state = state
        now = state.offers.now
        begun = [block for block in state.blocks if block.at <= now]
        behind, ahead = _in_order(begun, state.behind), _in_order([*state.blocks[len(begun) :]], state.ahead)
        lines: list[_Line] = [*behind, *ahead]
        zone = state.offers.zone
        times = tuple(clock(line.at, zone) for line in lines)
        self._times_px = time_width((*times, clock(now, zone)))
        self._tell_now(state)
        rows = [
            # Two glasses in one minute are two lines that say the same.
            self._row(line, time, lines[:place].count(line), state)
            for place, (line, time) in enumerate(zip(lines, times, strict=True))
        ]
        self._drop_all_but(rows)
        self._lines = list(zip(lines, rows, strict=True))
        self._arrange(rows[: len(behind)], rows[len(behind) :], state)
        self._fold(self._lines[: len(behind)])
        self.set_narrow(yes=self._narrow)
        self._focus()

    def set_narrow(self, *, yes: bool) -> None:
        """Arrange the lines for a narrow window or a wide one."""
        self._narrow = yes
        for row in self._rows.values():
            if isinstance(row, LineRow):
                row.narrow(yes=yes, times_px=self._times_px)
        self.update()

    def answer_move(self, said: Said) -> None:
        """Say where a prompt would come that is about to be moved."""
        for row in self._rows.values():
            if isinstance(row, LineRow) and row.panel is not None and row.panel.isVisibleTo(self):
                row.answer_move(said)

    def focus_on(self, name: str) -> None:
        """Go to a button by its name, now or as soon as it is there."""
        self._focus_on = name
        self._focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the bands of the blocks, and the rail on them."""
        super().paintEvent(event)
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        painter.setPen(QPen(colour(self, Token.TRACK), 2))
        marks = [row.y() + _words(row).node_y() for row in self._rows.values() if row.isVisibleTo(self)]
        if self._now.isVisibleTo(self):
            marks.append(self._now.geometry().center().y())
        if marks:
            line = mirrored(self, QRectF(self._rail(), min(marks), 0, max(marks) - min(marks)))
            painter.drawLine(QLineF(line.topLeft(), line.bottomLeft()))

    def _paint_bands(self, painter: QPainter) -> None:
        """A band runs beside the lines of its block; what it is stands in words where it begins."""
        wide = band_width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, Token.TRACK))
        for line, _row in self._lines:
            if not isinstance(line, BlockLine):
                continue
            held = [
                (row.y(), row.y() + row.height())
                for other, row in self._lines
                if line.at <= other.at < line.until and row.isVisibleTo(self)
            ]
            if not held:
                continue
            top, bottom = min(y for y, _ in held) + 4, max(y for _, y in held) - 4
            band = QRectF(self._rail() - wide / 2, top, wide, max(wide, bottom - top))
            painter.drawRoundedRect(mirrored(self, band), wide / 2, wide / 2)

    def _rail(self) -> float:
        margins = self._layout.contentsMargins()
        first = margins.right() if self.isRightToLeft() else margins.left()
        return first + rail_x(self._times_px)

    def _tell_now(self, state: TodayState) -> None:
        now = state.offers.now
        spoken = wording.now_spoken(state.offers)
        for block in state.blocks:
            if block.at <= now < block.until:
                spoken = days_wording.now_in_spoken(spoken, block.title)
        self._now.tell(clock(now, state.offers.zone), spoken, self._times_px)

    def _row(self, line: _Line, time: str, copies: int, state: TodayState) -> _Row:
        """The row of a line: the one that is there, or a new one."""
        text = line_text(line, time, state)
        key = (line, text.spoken, copies)
        kept = self._rows.get(key)
        if kept is not None:
            _words(kept).resize_times(self._times_px)
            return kept
        if isinstance(line, BlockLine) or not has_buttons(line):
            plain = DayLine(text, self._times_px)
            self._rows[key] = plain
            return plain
        row = LineRow(line, text, self._times_px, state)
        row.pressed.connect(self._on_pressed)
        row.evidence_requested.connect(self.evidence_requested)
        row.edit_requested.connect(self.edit_requested)
        row.back_requested.connect(self._on_back)
        row.move_asked.connect(self.move_asked)
        row.move_requested.connect(self.move_requested)
        row.opened.connect(self.opened)
        self._rows[key] = row
        return row

    def _drop_all_but(self, rows: list[_Row]) -> None:
        for key, row in list(self._rows.items()):
            if row not in rows:
                del self._rows[key]
                row.hide()
                row.setParent(None)
                row.deleteLater()

    def _arrange(self, behind: list[_Row], ahead: list[_Row], state: TodayState) -> None:
        """Put the rows into their order, and into the order of the Tab key with it."""
        nothing_on = state.is_today and not state.habits_on and not state.behind and not state.ahead
        self._empty.setVisible(nothing_on)
        self._now.setVisible(state.is_today and not nothing_on)
        nothing = wording.nothing_ahead() if state.is_today else days_wording.nothing_noted()
        self._nothing.say("" if nothing_on or state.ahead or (behind and not state.is_today) else nothing)
        self._add.label(editing_wording.add_button(today=state.is_today))
        in_order = (self._head, *behind, self._now, *ahead, self._nothing, self._empty)
        for place, widget in enumerate(in_order):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
        for row in ahead:
            row.show()  # at once, not in a later turn: the keyboard may go on in it
        if [child for child in self.children() if child in in_order] != list(in_order):
            for widget in in_order:
                widget.raise_()  # a screen reader reads the children in the order in which they are stacked
        inward = indent(self._times_px)
        self._nothing.setContentsMargins(
            *((0, GRID, inward, GRID) if self.isRightToLeft() else (inward, GRID, 0, GRID))
        )
        before: QWidget = self._add  # Qt puts nothing behind what takes no focus, as the line of now
        rows = (row for row in (*behind, *ahead) if isinstance(row, LineRow))
        for button in (button for row in rows for button in row.tab_order()):
            QWidget.setTabOrder(before, button)
            before = button

    def _fold(self, behind: list[tuple[_Line, _Row]]) -> None:
        """Show the last few lines of the log, and how many there are before them: what is next is what counts."""
        assert self._state is not None
        lines = [row for line, row in behind if not isinstance(line, BlockLine)]
        folds = self._state.is_today and not self._unfolded and len(lines) > _UNFOLDED
        folded = lines[: len(lines) - _UNFOLDED] if folds else []
        first = next((line.at for line, row in behind if row not in folded and not isinstance(line, BlockLine)), None)
        for line, row in behind:
            over = isinstance(line, BlockLine) and bool(folded) and first is not None and line.until <= first
            row.setVisible(row not in folded and not over)
        self._earlier.label(wording.earlier_button(len(folded)) if folded else "")
        self._earlier.setVisible(bool(folded))

    def _unfold(self) -> None:
        self._unfolded = True
        if self._state is not None:
            self.tell(self._state)

    def _focus(self) -> None:
        """Go where the keyboard is to go on, if that is there by now."""
        if not self._focus_on:
            return
        for row in self._rows.values():
            for button in row.buttons if isinstance(row, LineRow) else ():
                if button.objectName() == self._focus_on and button.isVisibleTo(self):
                    self._focus_on = ""
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _on_pressed(self, press: Press) -> None:
        if press.answer is Answer.SKIP:
            self._focus_on = f"back:{press.key}"
        self.answer_requested.emit(press)

    def _on_back(self, key: str) -> None:
        self._focus_on = f"move:{key}"
        self.back_requested.emit(key)

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


def _in_order(blocks: list[BlockLine], lines: tuple[PastLine, ...] | tuple[AheadLine, ...]) -> list[_Line]:
    """Blocks and lines in the order of time; a block comes before what it begins with."""
    both: list[_Line] = [*blocks, *lines]
    return sorted(both, key=lambda line: line.at)


def _words(row: _Row) -> DayLine:
    return row.words if isinstance(row, LineRow) else row
