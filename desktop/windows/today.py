"""The Today window: how the day stands, what has been, what is planned, and every action with one click."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from desktop.offers import LogChoice, PauseChoice
from desktop.ports import Press
from desktop.states import AmountWish, FirstHabit, MoveWish, NoticeKind, Said, TodayState
from desktop.theme import GRID, is_new_look, scale
from desktop.tray_state import TrayLook
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind, let_enter_press
from desktop.widgets.menu import MenuActions
from desktop.widgets.pages import Pages
from desktop.widgets.tray_icon import tray_icon
from desktop.windows.heat_card import HeatCard
from desktop.windows.today_banners import TodayBanners
from desktop.windows.today_drinks import DrinksCard
from desktop.windows.today_header import TodayHeader
from desktop.windows.today_month import MonthCard
from desktop.windows.today_timeline import Timeline
from desktop.wording import heat_day as heat_wording
from desktop.wording import today as wording
from desktop.wording import tray as tray_wording

_WIDEST = 920
"""Pixels of content, at a text scale of 1: longer lines are hard to read."""
_NARROW = 680
"""Below it, at a text scale of 1, things stand below instead of beside each other."""

_LEAST = 300
"""Pixels of width, at a text scale of 1, and of height: words that were cut off could not be read."""
_MINUTE_MS = 60_000
_SETTLE_MS = 200
"""A timer may be early by a little."""
_MOST_HEADER = 0.4
"""Of the window's height."""


class TodayWindow(QWidget):
    """Shows a `TodayState` and says what the person wishes."""

    relief_requested = Signal()
    help_requested = Signal()
    """When to get help."""
    drink_requested = Signal(int)
    """Millilitres."""
    log_requested = Signal(LogChoice)
    undo_requested = Signal()
    answer_requested = Signal(Press)
    start_requested = Signal(FirstHabit)
    pause_requested = Signal(PauseChoice)
    resume_requested = Signal()
    guide_requested = Signal(str)
    """The routine's id."""
    evidence_requested = Signal(str)
    """The id of the card behind an advice."""
    heat_requested = Signal()
    """The window of the weather."""
    signs_requested = Signal()
    """The signs of heat illness."""
    address_requested = Signal(str)
    """A page on the web is to be opened, in the browser."""
    notice_requested = Signal(NoticeKind)
    """The button of a notice was pressed."""
    calendar_requested = Signal()
    edit_requested = Signal(object)
    """An entry of the log is to be changed."""
    add_requested = Signal()
    """Something is to be logged for an earlier time."""
    amount_requested = Signal(AmountWish)
    """Answered with `answer_amount`."""
    move_asked = Signal(MoveWish)
    """Answered with `answer_move`."""
    move_requested = Signal(MoveWish)
    back_requested = Signal(str)
    """The key of a prompt that was skipped."""
    change_undo_requested = Signal()
    """What was changed in the log last is to be as it was."""
    day_requested = Signal(object)
    """A `date`; None for the present day."""
    month_requested = Signal(object)
    """A day of the month to show; None to put the month away."""
    schedule_requested = Signal()
    notice_declined = Signal(NoticeKind)
    """The button that says no to it."""
    settings_requested = Signal()
    quit_requested = Signal()
    closed = Signal()
    minute_passed = Signal()
    """While the window is in sight: the time that it shows is a minute old."""

    def __init__(self) -> None:
        super().__init__()
        self._state: TodayState | None = None
        self._header = TodayHeader()
        self._month = MonthCard()
        self._banners = TodayBanners()
        self._drinks = DrinksCard()
        self._heat = HeatCard()
        self._no_heat = Button(heat_wording.unknown(), ButtonKind.QUIET)
        self._no_heat.setObjectName("heat:unknown")
        self._timeline = Timeline()
        self._help = Button(tray_wording.help_item(), ButtonKind.QUIET)
        self._menu = QMenu(self)
        self._actions = MenuActions(self._menu)
        self._content = QWidget()
        self._scroll = Pages()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.minute_passed)
        self._lay_out()
        self._join()
        let_enter_press(self)
        self.setWindowTitle(wording.window_title())
        self.setWindowIcon(tray_icon(TrayLook.READY))
        self.resize(960, 800)

    def tell(self, state: TodayState) -> None:
        """Show a day; nothing that stayed the same is touched."""
        before, self._state = self._state, state
        if state == before:
            return
        opens = state.month is not None and (before is None or before.month is None)
        self._header.tell(state)
        self._month.tell(state.month)
        self._banners.tell(state)
        self._drinks.tell(state)
        self._heat.tell(state.heat)
        self._no_heat.setVisible(state.heat_unknown)
        self._timeline.tell(state)
        self._actions.tell(state.offers)
        self._menu.actions()[0].setVisible(False)  # it would open this window
        self._count_minute()
        if opens:
            self._month.enter()
            self._bring_into_sight(self._month)
        elif before is not None and before.month is not None and state.month is None:
            self._header.enter()
        drunk = state.fluids.intake_ml if state.fluids is not None else None
        if (
            before is not None
            and before.fluids is not None
            and before.day == state.day
            and drunk != before.fluids.intake_ml
        ):
            announce(self, wording.ring_spoken(state.fluids, state.offers.units) if state.fluids is not None else "")

    def answer_move(self, said: Said) -> None:
        """Say where a prompt would come that is about to be moved."""
        self._timeline.answer_move(said)

    def answer_amount(self, said: Said) -> None:
        """Whether an earlier drink could be taken."""
        self._drinks.answer_amount(said)

    def focus_on(self, name: str) -> None:
        """Have the keyboard go on at a button of the timeline."""
        self._timeline.focus_on(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _bring_into_sight(self, part: QWidget) -> None:
        """What was opened may stand above or below what is looked at: scroll there, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    def showEvent(self, event: QShowEvent) -> None:
        """Count the minutes."""
        super().showEvent(event)
        self._count_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees needs no clock."""
        super().hideEvent(event)
        self._minute.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the window for its width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._arrange()
        elif event.type() == QEvent.Type.WindowStateChange:
            self._on_window_state()

    def _count_minute(self) -> None:
        """Wait for the time that the window shows to be old: nothing else tells that a minute has passed."""
        if self._state is None or not self.isVisible() or self.isMinimized():
            return
        now = self._state.offers.now
        self._minute.start(_MINUTE_MS - now.second * 1000 - now.microsecond // 1000 + _SETTLE_MS)

    def _on_window_state(self) -> None:
        if self.isMinimized():
            self._minute.stop()
        elif self.isVisible():
            self.minute_passed.emit()

    def _lay_out(self) -> None:
        self._scroll.setWidget(self._content)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._header)
        self._outer.addWidget(self._scroll, 1)
        self._inner = QVBoxLayout(self._content)
        self._inner.setSpacing(GRID * 2)
        for widget in (self._month, self._banners, self._drinks, self._heat, self._timeline):
            self._inner.addWidget(widget)
        self._inner.addWidget(self._no_heat, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addStretch(1)
        self._help.setObjectName("help")
        self._header.set_menu(self._menu)

    def _join(self) -> None:
        self._scroll.viewport_resized.connect(self._arrange)
        self._header.relief_requested.connect(self.relief_requested)
        self._help.clicked.connect(lambda _checked=False: self.help_requested.emit())
        self._drinks.drink_requested.connect(self.drink_requested)
        self._drinks.undo_requested.connect(self.undo_requested)
        self._heat.heat_requested.connect(self.heat_requested)
        self._no_heat.clicked.connect(lambda _checked=False: self.heat_requested.emit())
        self._heat.signs_requested.connect(self.signs_requested)
        self._heat.evidence_requested.connect(self.evidence_requested)
        self._heat.address_requested.connect(self.address_requested)
        self._timeline.answer_requested.connect(self.answer_requested)
        self._timeline.start_requested.connect(self.start_requested)
        self._timeline.evidence_requested.connect(self.evidence_requested)
        self._timeline.edit_requested.connect(self.edit_requested)
        self._timeline.add_requested.connect(self.add_requested)
        self._timeline.back_requested.connect(self.back_requested)
        self._timeline.move_asked.connect(self.move_asked)
        self._timeline.move_requested.connect(self.move_requested)
        self._timeline.opened.connect(self._bring_into_sight)
        self._drinks.amount_requested.connect(self.amount_requested)
        for days in (self._header, self._month):
            days.day_requested.connect(self.day_requested)
            days.month_requested.connect(self.month_requested)
        self._banners.answer_requested.connect(self.answer_requested)
        self._banners.evidence_requested.connect(self.evidence_requested)
        self._banners.resume_requested.connect(self.resume_requested)
        self._banners.notice_requested.connect(self.notice_requested)
        self._banners.notice_declined.connect(self.notice_declined)
        self._banners.change_undo_requested.connect(self.change_undo_requested)
        self._actions.relief_requested.connect(self.relief_requested)
        self._actions.drink_requested.connect(self.drink_requested)
        self._actions.log_requested.connect(self.log_requested)
        self._actions.answer_requested.connect(self.answer_requested)
        self._actions.pause_requested.connect(self.pause_requested)
        self._actions.resume_requested.connect(self.resume_requested)
        self._actions.guide_requested.connect(self.guide_requested)
        self._actions.calendar_requested.connect(self.calendar_requested)
        self._actions.heat_requested.connect(self.heat_requested)
        self._actions.schedule_requested.connect(self.schedule_requested)
        self._actions.settings_requested.connect(self.settings_requested)
        self._actions.quit_requested.connect(self.quit_requested)

    def _arrange(self) -> None:
        """Put things beside each other or below, and keep the lines short enough to be read."""
        grown = scale(QApplication.font())
        self.setMinimumSize(round(_LEAST * grown), _LEAST)
        narrow = self.width() < _NARROW * grown
        side = GRID * 2 if narrow else max(GRID * 4, (self.width() - round(_WIDEST * grown)) // 2)
        # The scroll bar stands in the margin, so that the cards end where the header ends.
        bar = self._scroll.width() - self._scroll.viewport().width()
        margins = (side, 0, max(GRID // 2, side - bar), GRID * 3)
        self._inner.setContentsMargins(*(margins if not self.isRightToLeft() else (margins[2], 0, side, margins[3])))
        self._banners.set_narrow(yes=narrow)
        self._month.set_narrow(yes=narrow)
        self._drinks.set_narrow(yes=narrow)
        self._timeline.set_narrow(yes=narrow)
        self._place_header(side, narrow=narrow)

    def _place_header(self, side: int, *, narrow: bool) -> None:
        """Keep the header in sight, unless it takes much of a small window: then it scrolls with the day."""
        self._header.arrange(side, narrow=narrow)
        pinned = self._header.heightForWidth(self.width()) <= self.height() * _MOST_HEADER
        if not pinned:
            self._header.arrange(0, narrow=narrow)
        home = self._outer if pinned else self._inner
        if self._header.parentWidget() is not home.parentWidget():
            home.insertWidget(0, self._header)
            self._header.show()
