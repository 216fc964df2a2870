"""The front: opens the windows when they are wanted, shows them the day, and turns what a person wishes into deeds."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.commands.moments import pause_end_asked
from desktop.commands.windows import Window
from desktop.engine import Engine, GuideWish
from desktop.offers import LogChoice, PauseChoice
from desktop.ports import Press
from desktop.preferences import Preferences
from desktop.showing import Showing
from desktop.states import DayNotice, FirstHabit, NoticeKind
from schedules.prompts import Kind

if TYPE_CHECKING:
    from desktop.day_desk import DayDesk
    from desktop.theme import Scheme
    from desktop.widgets.menu import MenuActions
    from desktop.windows.evidence import EvidenceWindow
    from desktop.windows.pause import PauseWindow
    from desktop.windows.today import TodayWindow

PAUSES = {
    PauseChoice.HALF_HOUR: timedelta(minutes=30),
    PauseChoice.HOUR: timedelta(hours=1),
    PauseChoice.MEETING: timedelta(hours=1),
}
LOGS = {LogChoice.STRETCHED: "stretch", LogChoice.STOOD_UP: Kind.MOVE, LogChoice.RODE: "easy-bike"}


class Front(QObject):
    """The windows, as far as they are open. They are built when they are first wanted, and let go when closed."""

    habit_requested = Signal(FirstHabit)
    settings_requested = Signal()
    schedule_requested = Signal()
    calendar_requested = Signal()
    notice_requested = Signal(NoticeKind)
    notice_declined = Signal(NoticeKind)
    quit_requested = Signal()
    guide_requested = Signal(object)
    """A `GuideWish`; from the menus."""
    relief_requested = Signal()
    help_requested = Signal()
    heat_requested = Signal()
    """The window of the weather."""
    signs_requested = Signal()
    """The signs of heat illness."""
    address_requested = Signal(str)
    """A page on the web is to be opened, in the browser."""

    def __init__(
        self, engine: Engine, parent: QObject | None = None, preferred: Callable[[], Preferences] = Preferences
    ) -> None:
        """Store the engine.

        Args:
            engine: Started by the time a window is opened.
            parent: The owner.
            preferred: What is preferred at the moment.
        """
        super().__init__(parent)
        self._engine = engine
        self._showing = Showing(engine, preferred)
        self._notices: dict[NoticeKind, DayNotice] = {}
        self._days: DayDesk | None = None
        self._menu: MenuActions | None = None
        self._today: TodayWindow | None = None
        self._evidence: EvidenceWindow | None = None
        self._pause: PauseWindow | None = None

    def start(self, menu: "MenuActions") -> None:
        """Serve the tray's menu, and keep everything that is on show true from now on."""
        self._menu = menu
        self._join(menu)
        menu.open_requested.connect(self.open_today)
        self._engine.changed.connect(self.refresh)
        self.refresh()

    def notify(self, kind: NoticeKind, detail: str = "") -> None:
        """Have the Today window tell something about Uncramp itself."""
        self._notices[kind] = DayNotice(kind=kind, detail=detail)
        self.refresh()

    def clear(self, kind: NoticeKind) -> None:
        """Have it told no longer."""
        if self._notices.pop(kind, None) is not None:
            self.refresh()

    def refresh(self) -> None:
        """Show the present."""
        if self._menu is not None:
            self._menu.tell(self._showing.offers())
        if self._today is not None:
            self._today.tell(self._day_desk().state(tuple(self._notices.values())))

    def open(self, window: Window, routine: str | None = None) -> None:
        """Show a window and bring it to the front."""
        match window:
            case Window.GUIDE:
                routine = routine or self._engine.situation.settings.bedtime.routine
                self.guide_requested.emit(GuideWish(routine=routine))
            case Window.RELIEF:
                self.relief_requested.emit()
            case Window.SETTINGS:
                self.settings_requested.emit()
            case Window.SCHEDULE:
                self.schedule_requested.emit()
            case Window.TODAY:
                self.open_today()

    def open_today(self) -> None:
        """Show the Today window and bring it to the front."""
        if self._today is None:
            from desktop.windows.today import TodayWindow

            self._today = TodayWindow()
            self._join(self._today)
            self._day_desk().serve(self._today)
            self._today.start_requested.connect(self.habit_requested)
            self._today.notice_requested.connect(self._on_notice)
            self._today.notice_declined.connect(self.notice_declined)
            self._today.help_requested.connect(self.help_requested)
            self._today.evidence_requested.connect(self.open_evidence)
            self._today.signs_requested.connect(self.signs_requested)
            self._today.address_requested.connect(self.address_requested)
            self._today.minute_passed.connect(self.refresh)
            self._today.closed.connect(self._on_today_closed)
            self.refresh()
        bring_up(self._today)

    def _day_desk(self) -> "DayDesk":
        """Built for the first window: the tray alone does not need what it stands on."""
        if self._days is None:
            from desktop.day_desk import DayDesk

            self._days = DayDesk(self._engine, self._showing, self)
            self._days.changed.connect(self.refresh)
        return self._days

    def open_evidence(self, card_id: str, scheme: "Scheme | None" = None) -> None:
        """Show what stands behind a piece of advice.

        Args:
            card_id: Of its card, as guides, notes and prompts name it. A person's own guide may name none of ours.
            scheme: The colours of the window that asks, where they are not the application's own.
        """
        from desktop.evidence_cards import cards

        card = cards().get(card_id)
        if card is None:
            return
        from desktop.windows.evidence import EvidenceWindow

        if self._evidence is not None and self._evidence.scheme is not scheme:
            self._evidence.close()
        if self._evidence is None:
            self._evidence = EvidenceWindow(scheme)
            self._evidence.help_requested.connect(self.help_requested)
            self._evidence.address_requested.connect(self.address_requested)
            self._evidence.closed.connect(self._on_evidence_closed)
        self._evidence.tell(card)
        self._evidence.bring_up()

    def close_evidence(self) -> None:
        """Take the card away: what it tells of is not to be tried."""
        if self._evidence is not None:
            self._evidence.close()

    def _join(self, wishes: "TodayWindow | MenuActions") -> None:
        """What the window and the menu have in common."""
        engine = self._engine
        wishes.drink_requested.connect(self._on_drink)
        wishes.log_requested.connect(self._on_log)
        wishes.answer_requested.connect(self._on_answer)
        wishes.pause_requested.connect(self._on_pause)
        wishes.resume_requested.connect(engine.resume)
        wishes.guide_requested.connect(lambda routine: self.guide_requested.emit(GuideWish(routine=routine)))
        wishes.relief_requested.connect(self.relief_requested)
        wishes.calendar_requested.connect(self.calendar_requested)
        wishes.heat_requested.connect(self.heat_requested)
        wishes.schedule_requested.connect(self.schedule_requested)
        wishes.settings_requested.connect(self.settings_requested)
        wishes.quit_requested.connect(self.quit_requested)
        undo = getattr(wishes, "undo_requested", None)
        if undo is not None:
            undo.connect(engine.undo)

    def _on_drink(self, volume_ml: int) -> None:
        self._engine.log(lambda journal: journal.log_drink(volume_ml))

    def _on_log(self, choice: LogChoice) -> None:
        if choice in LOGS:
            self._engine.log(lambda journal: journal.log_routine(LOGS[choice]))
        elif choice is LogChoice.CRAMP:
            self._day_desk().add_cramp()

    def _on_answer(self, press: Press) -> None:
        self._engine.answer(press)

    def _on_pause(self, choice: PauseChoice) -> None:
        if choice is PauseChoice.CUSTOM:
            self._ask_for_pause()
            return
        journal = self._engine.journal
        until = journal.clock.now() + PAUSES[choice] if choice in PAUSES else journal.next_wake_at()
        self._engine.pause(until)

    def _ask_for_pause(self) -> None:
        if self._pause is None:
            from desktop.windows.pause import PauseWindow

            self._pause = PauseWindow(self._pause_end)
            self._pause.pause_requested.connect(self._engine.pause)
            self._pause.closed.connect(self._on_pause_closed)
        self._pause.bring_up()

    def _pause_end(self, typed: str) -> datetime:
        journal = self._engine.journal
        return pause_end_asked(typed, journal.clock.now(), journal.zone(), journal.next_wake_at())

    def _on_pause_closed(self) -> None:
        if self._pause is not None:
            self._pause.deleteLater()
            self._pause = None

    def _on_notice(self, kind: NoticeKind) -> None:
        if kind in (NoticeKind.NO_TRAY, NoticeKind.NOTIFIER):
            self.clear(kind)
        else:
            self.notice_requested.emit(kind)

    def _on_today_closed(self) -> None:
        self._day_desk().leave()
        if self._today is not None:
            self._today.deleteLater()
            self._today = None

    def _on_evidence_closed(self) -> None:
        if self._evidence is not None:
            self._evidence.deleteLater()
            self._evidence = None


def bring_up(window: QWidget) -> None:
    """Show a window and bring it to the front."""
    window.show()
    window.raise_()
    window.activateWindow()
