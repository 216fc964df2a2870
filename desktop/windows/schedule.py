"""The schedule editor: kinds of day on the left, the day as a picture, rules as sentences, and the next 24 hours."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.schedule_states import Outside, PresetOffer, ScheduleState
from desktop.schedule_wishes import Act, OfferPreset, Wish
from desktop.theme import GRID, TARGET, Size, Token, is_new_look, scale
from desktop.tray_state import TrayLook
from desktop.widgets.announcing import announce
from desktop.widgets.banner import Banner, BannerText, Choice
from desktop.widgets.buttons import Button, ButtonKind, let_enter_press
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.pages import Pages
from desktop.widgets.tray_icon import tray_icon
from desktop.widgets.words import Words
from desktop.windows.schedule_ahead import AheadCard
from desktop.windows.schedule_day import DayCard, DayHead
from desktop.windows.schedule_order import put_in_order
from desktop.windows.schedule_rules import RulesCard
from desktop.windows.schedule_shapes import ShapeList
from desktop.wording import schedule as wording
from desktop.wording import tray as tray_wording

_NARROW, _WIDE = 720, 1080
"""Pixels at a text scale of 1: below the first things stand below each other, from the second on the plan is beside."""
_LEAST = 300
_LIST, _PLAN = 216, 316
"""Pixels of width of the kinds of day and of the plan."""
_MINUTE_MS = 60_000
_SAVE, _DISCARD, _STAY = "save-and-close", "discard", "stay"
_MOST_FOOTER = 0.4
"""Of the window's height; more, and it scrolls with the rest."""


class ScheduleWindow(QWidget):
    """Shows a `ScheduleState` and says what the person wishes."""

    wished = Signal(object)
    """A wish of `desktop.schedule_wishes`."""
    calendar_requested = Signal()
    """Blocks are to come from a calendar."""
    export_requested = Signal()
    """The plan is to become a calendar."""
    help_requested = Signal()
    closed = Signal()
    stayed = Signal()
    """Somebody was asked about their draft, and the window stays."""
    minute_passed = Signal()
    """While the window is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._state: ScheduleState | None = None
        self._is_asked = self._may_close = False
        self._order: tuple[QWidget, ...] = ()
        self._title = Words(wording.heading(), size=Size.TITLE, strong=True)
        self._presets = QMenu(self)
        self._head = QWidget()
        self._outside = Banner(Icon.NOTICE, Token.WARM)
        self._preview = Banner(Icon.NOTE, Token.ACCENT)
        self._shapes, self._day_head, self._day = ShapeList(), DayHead(), DayCard()
        self._rules, self._ahead = RulesCard(), AheadCard()
        self._help = Button(tray_wording.help_item(), ButtonKind.QUIET)
        self._unsaved = Banner(Icon.NOTICE, Token.ACCENT)
        self._foot = QWidget()
        self._content, self._page = QWidget(), Pages()
        self._column, self._beside = QWidget(), Pages()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.minute_passed)
        self._lay_out()
        self._join()
        let_enter_press(self)
        self.setWindowTitle(wording.window_title())
        self.setWindowIcon(tray_icon(TrayLook.READY))
        self.resize(1240, 880)

    def tell(self, state: ScheduleState) -> None:
        """Show a draft; nothing that stayed the same is touched."""
        before, self._state = self._state, state
        if state == before:
            return
        self._tell_banners(state)
        if before is None or state.presets != before.presets:
            self._offer_presets(state.presets)
        self._shapes.tell(state.tabs, state.chosen)
        self._day_head.tell(state.day, state.trouble)
        self._day.tell(state.day, state.trouble)
        self._rules.tell(state.rules, state.trouble)
        self._ahead.tell(state.ahead)
        self._save.setEnabled(state.is_changed)
        self._undo.setEnabled(state.can_undo)
        self._redo.setEnabled(state.can_redo)
        self._status.say(state.status)
        self._summary.setText(state.ahead.summary)
        self._put_in_order()
        if before is not None and state.status != before.status:
            announce(self, state.status)
        if before is not None and state.day.summary != before.day.summary:
            announce(self, state.day.summary)

    def open_up(self) -> None:
        """Come to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def ask(self) -> None:
        """Ask what is to become of the draft."""
        self._is_asked = True
        self._ask(wanted=True)

    def leave(self) -> None:
        """Close without a question."""
        self._may_close = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a question first, and then the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._unsaved.isVisibleTo(self):
            self._on_unsaved(_STAY)
        elif self._state is not None and self._state.preview is not None:
            self.wished.emit(Act.LEAVE_PRESET)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once whether the draft is to be saved; whoever closes the window again has answered."""
        if self._state is not None and self._state.is_changed and not self._may_close and not self._is_asked:
            event.ignore()
            self.ask()
            return
        super().closeEvent(event)
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Count the minutes."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees needs no clock."""
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the window for its width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._arrange()

    def _tell_banners(self, state: ScheduleState) -> None:
        if state.outside is None:
            self._outside.tell(BannerText(title=""))
        else:
            theirs = Choice(id=Act.LOAD_THEIRS, label=wording.load_theirs())
            mine = Choice(id=Act.KEEP_MINE, label=wording.keep_mine(), kind=ButtonKind.PRIMARY)
            title, under = wording.outside_title(state.outside), wording.outside_help(state.outside, state.detail)
            choices = (mine, theirs) if state.outside is Outside.CHANGED else ()
            self._outside.tell(BannerText(title=title, under=under, choices=choices))
        if state.preview is None:
            self._preview.tell(BannerText(title=""))
        else:
            take = Choice(id=Act.TAKE_PRESET, label=wording.preset_take(), kind=ButtonKind.PRIMARY)
            leave = Choice(id=Act.LEAVE_PRESET, label=wording.preset_leave())
            under = "\n".join(state.preview.lines)
            self._preview.tell(BannerText(title=state.preview.title, under=under, choices=(take, leave)))

    def _ask(self, *, wanted: bool) -> None:
        """Ask whether the draft is to be saved, or ask no more."""
        if not wanted:
            self._is_asked = False
            self._unsaved.tell(BannerText(title=""))
            return
        choices = (
            Choice(id=_SAVE, label=wording.unsaved_save(), kind=ButtonKind.PRIMARY),
            Choice(id=_DISCARD, label=wording.unsaved_discard()),
            Choice(id=_STAY, label=wording.unsaved_stay()),
        )
        self._unsaved.tell(BannerText(title=wording.unsaved_title(), choices=choices))
        announce(self, wording.unsaved_title())
        first = self._unsaved.findChild(Button, _SAVE)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_unsaved(self, chosen: str) -> None:
        if chosen == _SAVE:
            self.wished.emit(Act.SAVE)
        self._may_close = chosen == _DISCARD or (
            chosen == _SAVE and self._state is not None and not self._state.is_changed
        )
        self._ask(wanted=False)
        if self._may_close:
            self.close()
        else:
            self.stayed.emit()

    def _offer_presets(self, presets: tuple[PresetOffer, ...]) -> None:
        self._presets.clear()
        for preset in presets:
            action = self._presets.addAction(preset.title.replace("&", "&&"))
            action.setObjectName(f"preset:{preset.id}")
            action.triggered.connect(partial(self._offer, preset.id))

    def _offer(self, preset: str, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.wished.emit(OfferPreset(preset=preset))
        self._page.ensureWidgetVisible(self._preview)
        first = self._preview.findChild(Button, Act.TAKE_PRESET.value)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._lay_out_head()
        self._lay_out_foot()
        self._page.setWidget(self._content)
        self._days = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._days.setSpacing(GRID * 2)
        self._days.addWidget(self._shapes)
        right = QVBoxLayout()
        right.setSpacing(GRID * 2)
        right.addWidget(self._day_head)
        right.addWidget(self._day)
        self._days.addLayout(right, 1)
        self._inner = QVBoxLayout(self._content)
        self._inner.setSpacing(GRID * 2)
        self._inner.addWidget(self._outside)
        self._inner.addWidget(self._preview)
        self._inner.addLayout(self._days)
        self._inner.addWidget(self._rules)
        self._inner.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        self._inner.addStretch(1)
        self._in_column = QVBoxLayout(self._column)
        self._beside.setWidget(self._column)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self._page, 1)
        self._body.addWidget(self._beside)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._head)
        self._outer.addLayout(self._body, 1)
        self._outer.addWidget(self._foot)
        self._help.setObjectName("help")

    def _lay_out_head(self) -> None:
        self._start = Button(wording.start_from())
        self._start.setObjectName("start-from")
        self._start.setMenu(self._presets)
        self._import, self._export = Button(wording.import_calendar()), Button(wording.export())
        self._import.setObjectName("import-calendar")
        self._export.setObjectName("export")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=GRID)
        for button in (self._start, self._import, self._export):
            flow.addWidget(button)
        layout = QVBoxLayout(self._head)
        layout.setSpacing(GRID)
        layout.addWidget(self._title)
        layout.addWidget(buttons)

    def _lay_out_foot(self) -> None:
        self._save = Button(wording.save(), ButtonKind.PRIMARY)
        self._undo, self._redo = Button(wording.undo()), Button(wording.redo())
        for button, name in ((self._save, "save"), (self._undo, "undo"), (self._redo, "redo")):
            button.setObjectName(name)
        self._status = Words(tone=Token.MUTED, roomy=True)
        self._status.setObjectName("status")
        self._status.setMinimumHeight(TARGET)
        self._status.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self._summary = Words(tone=Token.MUTED)
        self._summary.setObjectName("ahead-summary")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=GRID)
        for widget in (self._save, self._undo, self._redo, self._status):
            flow.addWidget(widget)
        layout = QVBoxLayout(self._foot)
        layout.setSpacing(GRID)
        for part in (self._unsaved, self._summary, buttons):
            layout.addWidget(part)

    def _join(self) -> None:
        self._page.viewport_resized.connect(self._arrange)
        self._rules.arranged.connect(self._put_in_order)
        for part in (self._shapes, self._day_head, self._day, self._rules):
            part.wished.connect(self.wished)
        for button, act in ((self._save, Act.SAVE), (self._undo, Act.UNDO), (self._redo, Act.REDO)):
            button.clicked.connect(partial(self._act, act))
        for key, act in (
            (QKeySequence.StandardKey.Save, Act.SAVE),
            (QKeySequence.StandardKey.Undo, Act.UNDO),
            (QKeySequence.StandardKey.Redo, Act.REDO),
        ):
            QShortcut(key, self).activated.connect(partial(self._act, act))
        self._outside.chosen.connect(lambda chosen: self.wished.emit(Act(chosen)))
        self._preview.chosen.connect(lambda chosen: self.wished.emit(Act(chosen)))
        self._unsaved.chosen.connect(self._on_unsaved)
        self._import.clicked.connect(lambda _checked=False: self.calendar_requested.emit())
        self._export.clicked.connect(lambda _checked=False: self.export_requested.emit())
        self._help.clicked.connect(lambda _checked=False: self.help_requested.emit())

    def _act(self, wish: Wish, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.wished.emit(wish)

    def _arrange(self) -> None:
        """Put things beside each other or below, as there is room."""
        grown = scale(QApplication.font())
        self.setMinimumSize(round(_LEAST * grown), _LEAST)
        narrow, wide = self.width() < _NARROW * grown, self.width() >= _WIDE * grown
        side = GRID * 2 if narrow else GRID * 4
        bar = self._page.width() - self._page.viewport().width()
        self._inner.setContentsMargins(side, 0, max(GRID // 2, side - bar), GRID * 2)
        self._days.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._shapes.setFixedWidth(round(_LIST * grown)) if not narrow else self._shapes.setMaximumWidth(16_777_215)
        if narrow:
            self._shapes.setMinimumWidth(0)
        for banner in (self._outside, self._preview, self._unsaved):
            banner.set_narrow(yes=narrow)
        self._place_plan(wide=wide, grown=grown)
        self._place_ends(side)
        self._put_in_order()

    def _put_in_order(self) -> None:
        self._order = put_in_order(self, self._order)

    def _place_plan(self, *, wide: bool, grown: float) -> None:
        """The next 24 hours stand beside the page, or at its end with a line of them always in sight."""
        self._beside.setVisible(wide)
        self._beside.setFixedWidth(round(_PLAN * grown))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._in_column.setContentsMargins(GRID * 3 if mirrored else 0, 0, 0 if mirrored else GRID * 3, GRID * 2)
        self._summary.setVisible(not wide)
        if wide and self._in_column.indexOf(self._ahead) < 0:
            self._inner.removeWidget(self._ahead)
            self._in_column.addWidget(self._ahead)
            self._ahead.show()
        elif not wide and self._inner.indexOf(self._ahead) < 0:
            self._in_column.removeWidget(self._ahead)
            self._inner.insertWidget(self._inner.indexOf(self._help), self._ahead)
            self._ahead.show()

    def _place_ends(self, side: int) -> None:
        """Keep head and foot in sight, unless they take much of a small window: then they scroll with the rest."""
        for part, at_start in ((self._head, True), (self._foot, False)):
            layout = part.layout()
            assert layout is not None
            layout.setContentsMargins(side, GRID * 2, side, GRID * 2)
            pinned = layout.totalHeightForWidth(self.width()) <= self.height() * _MOST_FOOTER
            if not pinned:
                layout.setContentsMargins(0, GRID * 2, 0, GRID)
            home = self._outer if pinned else self._inner
            if part.parentWidget() is not home.parentWidget():
                home.insertWidget(0 if at_start else -1, part)
                part.show()
