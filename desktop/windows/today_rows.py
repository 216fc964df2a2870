"""The rows of the timeline that can be acted on: a line of the day, its buttons, and the field to move it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from desktop.ports import Press
from desktop.states import AheadLine, BlockLine, MoveWish, PastLine, Said, TodayState
from desktop.theme import GRID
from desktop.widgets.buttons import QUIET_PAD, Button, ButtonKind
from desktop.widgets.day_line import DayLine, LineText, indent
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.windows.today_move import MovePanel
from desktop.wording import days as wording
from desktop.wording import editing as editing_wording
from desktop.wording import evidence as evidence_wording
from desktop.wording import today as today_wording
from desktop.wording.amounts import clock
from desktop.wording.tray import bare
from schedules.prompts import Answer


class LineRow(QGroupBox):
    """One line and its buttons, as one group to a screen reader."""

    pressed = Signal(Press)
    evidence_requested = Signal(str)
    """The id of a card."""
    edit_requested = Signal(object)
    """The entry of the log."""
    back_requested = Signal(str)
    """The key of a prompt that was skipped."""
    move_asked = Signal(MoveWish)
    """Where would it come? Nothing is moved yet."""
    move_requested = Signal(MoveWish)
    opened = Signal(object)
    """The panel to move it: it stands below, maybe out of sight."""

    def __init__(self, line: PastLine | AheadLine, text: LineText, times_px: int, state: TodayState) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAccessibleName(text.spoken)
        self.line = line
        self.words = DayLine(text, times_px)
        self.buttons: list[QWidget] = []
        self.panel: MovePanel | None = None
        self._state, self._times_px = state, times_px
        self._tray = QWidget()
        self._flow = FlowLayout(self._tray, gap=GRID // 2)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.words, 1)
        self._layout.addWidget(self._tray)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._layout)
        self._add_buttons(line, clock(line.at, state.offers.zone))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The room that the style keeps for a frame is not kept: the line itself groups."""
        self.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nor is a frame painted."""

    def narrow(self, *, yes: bool, times_px: int) -> None:
        """Put the buttons below the words where there is no room beside them."""
        self._times_px = times_px
        across = QSizePolicy.Policy.Preferred if yes else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._tray.setSizePolicy(policy)
        inward = indent(times_px) - QUIET_PAD if yes else 0
        outward = GRID if yes else 0
        self._tray.setContentsMargins(*((0, 0, inward, outward) if self.isRightToLeft() else (inward, 0, 0, outward)))
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if yes else QBoxLayout.Direction.LeftToRight)
        if self.panel is not None:
            self.panel.begin_at(indent(times_px))

    def tab_order(self) -> list[QWidget]:
        """What takes the Tab key, in order."""
        return [*self.buttons, *(self.panel.tab_order() if self.panel is not None else ())]

    def answer_move(self, said: Said) -> None:
        """Say where it would come."""
        if self.panel is not None:
            self.panel.say(said)

    def _add_buttons(self, line: PastLine | AheadLine, time: str) -> None:
        if isinstance(line, PastLine):
            spoken = editing_wording.edit_spoken(line.title, time)
            button = self._add(editing_wording.edit(), spoken, f"edit:{line.entry.id if line.entry else ''}")
            button.clicked.connect(lambda _checked=False: self.edit_requested.emit(line.entry))
            return
        if line.skipped:
            spoken = wording.bring_back_spoken(line.title, time)
            button = self._add(wording.bring_back(), spoken, f"back:{line.skipped}")
            button.clicked.connect(lambda _checked=False: self.back_requested.emit(line.skipped))
            return
        self._add_ahead(line)

    def _add_ahead(self, line: AheadLine) -> None:
        offer = line.offer
        assert offer is not None
        main = today_wording.row_button(offer.buttons)
        self._answer(line, main.answer, main.label)
        move = self._add(wording.move(), self._spoken(wording.move(), line), f"move:{offer.key}")
        move.clicked.connect(lambda _checked=False: self._toggle_panel(line, move))
        self._answer(line, Answer.SKIP, wording.skip())
        if offer.evidence:
            spoken = evidence_wording.why_spoken(line.title, clock(line.at, self._state.offers.zone))
            why = self._add(evidence_wording.why(), spoken, f"why:{offer.key}")
            why.clicked.connect(lambda _checked=False: self.evidence_requested.emit(offer.evidence))

    def _answer(self, line: AheadLine, answer: Answer, label: str) -> None:
        assert line.offer is not None
        press = line.offer.press(answer)
        button = self._add(label, self._spoken(label, line), f"{answer}:{line.offer.key}")
        button.clicked.connect(lambda _checked=False: self.pressed.emit(press))

    def _spoken(self, label: str, line: AheadLine) -> str:
        return today_wording.answer_spoken(label, line, self._state.offers.zone)

    def _add(self, label: str, spoken: str, name: str) -> Button:
        button = Button(label, ButtonKind.QUIET, spoken=spoken)
        button.setObjectName(name)
        self._flow.addWidget(button)
        self.buttons.append(button)
        return button

    def _toggle_panel(self, line: AheadLine, button: Button) -> None:
        if self.panel is None:
            self.panel = MovePanel(line, self._state.offers.zone)
            self.panel.begin_at(indent(self._times_px))
            self.panel.asked.connect(self.move_asked)
            self.panel.requested.connect(self.move_requested)
            self.panel.left.connect(lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))
            self._whole.addWidget(self.panel)
            before: QWidget = self.buttons[-1]
            for widget in self.panel.tab_order():
                QWidget.setTabOrder(before, widget)
                before = widget
        if self.panel.isVisibleTo(self):
            self.panel.leave()
        else:
            self.panel.open()
            self.opened.emit(self.panel)


def has_buttons(line: PastLine | AheadLine) -> bool:
    """Whether something can be done about a line."""
    if isinstance(line, PastLine):
        return line.entry is not None
    return line.offer is not None or bool(line.skipped)


def line_text(line: PastLine | AheadLine | BlockLine, time: str, state: TodayState) -> LineText:
    """What a line says."""
    if isinstance(line, BlockLine):
        spoken = wording.block_spoken(time, line.title)
        return LineText(time=time, title=line.title, icon=Icon(line.mark), spoken=spoken)
    icon = Icon.NOTE if line.quiet else Icon(line.mark)
    if isinstance(line, AheadLine):
        spoken = today_wording.ahead_spoken(line, state.offers)
        ahead = line.offer is not None
        return LineText(time=time, title=bare(line.title), under=line.reason, icon=icon, ahead=ahead, spoken=spoken)
    title = f"{line.title} · {line.note}" if line.note else line.title
    return LineText(time=time, title=title, icon=icon, spoken=today_wording.past_spoken(line, state.offers.zone))
