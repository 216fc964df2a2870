"""The menu of everything that can be done: the tray's, and the Actions menu of the Today window."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.offers import LogChoice, Offers, PauseChoice
from desktop.ports import Press
from desktop.wording import heat_day as heat_wording
from desktop.wording import tray as wording


class MenuActions(QObject):
    """Fills a menu and keeps it true; every action has a name.

    Only what changed is touched: a tray host draws the menu again each time.
    """

    open_requested = Signal()
    relief_requested = Signal()
    drink_requested = Signal(int)
    """Millilitres."""
    log_requested = Signal(LogChoice)
    answer_requested = Signal(Press)
    pause_requested = Signal(PauseChoice)
    resume_requested = Signal()
    guide_requested = Signal(str)
    """The routine's id."""
    calendar_requested = Signal()
    heat_requested = Signal()
    """The window of the weather."""
    schedule_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._offers: Offers | None = None
        self._waiting: list[QAction] = []

    def tell(self, offers: Offers) -> None:
        """Offer what there is now."""
        if offers == self._offers:
            return
        if self._offers is None:
            self._build()
        before, self._offers = self._offers, offers
        self._tell_drinks(offers)
        if before is None or offers.waiting != before.waiting:
            self._offer_waiting(offers)
        self._tell_next(offers)
        self._tell_pause(offers)
        _show(self._heat, heat_wording.open_window() if offers.heat else "")
        if before is None or offers.guides != before.guides:
            self._offer_guides(offers)

    def _build(self) -> None:
        """Make every action once; the first two never move again."""
        menu = self._menu
        opening = self._add(menu, "open", wording.open_window())
        opening.triggered.connect(lambda _checked=False: self.open_requested.emit())
        menu.setDefaultAction(opening)
        self._add(menu, "relief", wording.relief()).triggered.connect(
            lambda _checked=False: self.relief_requested.emit()
        )
        menu.addSeparator()
        self._glass = self._add(menu, "drink", "")
        self._glass.triggered.connect(lambda _checked=False: self._log_glass())
        self._logs = menu.addMenu(wording.log_menu())
        self._logs.setObjectName("log")
        for choice in LogChoice:
            action = self._add(self._logs, f"log:{choice}", "")
            action.triggered.connect(partial(self._on_log, choice))
        self._next = self._add(menu, "next", "")
        self._next.triggered.connect(lambda _checked=False: self._do_next())
        menu.addSeparator()
        self._resume = self._add(menu, "resume", "")
        self._resume.triggered.connect(lambda _checked=False: self.resume_requested.emit())
        self._pauses = menu.addMenu(wording.pause_menu())
        self._pauses.setObjectName("pause")
        for pause in PauseChoice:
            action = self._add(self._pauses, f"pause:{pause}", wording.pause_choice(pause))
            action.triggered.connect(partial(self._on_pause, pause))
        self._guides = menu.addMenu(wording.guide_menu())
        self._guides.setObjectName("guides")
        self._add(menu, "calendar", wording.calendar_item()).triggered.connect(
            lambda _checked=False: self.calendar_requested.emit()
        )
        menu.addSeparator()
        self._heat = self._add(menu, "heat", "")
        self._heat.triggered.connect(lambda _checked=False: self.heat_requested.emit())
        schedule = self._add(menu, "schedule", wording.schedule_item())
        schedule.triggered.connect(lambda _checked=False: self.schedule_requested.emit())
        settings = self._add(menu, "settings", wording.settings_item())
        settings.triggered.connect(lambda _checked=False: self.settings_requested.emit())
        self._add(menu, "quit", wording.quit_item()).triggered.connect(
            lambda _checked=False: self.quit_requested.emit()
        )

    def _add(self, menu: QMenu, name: str, text: str) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        return action

    def _tell_drinks(self, offers: Offers) -> None:
        _show(self._glass, wording.drank_glass(offers) if offers.glass_ml is not None else "")
        drinks = offers.drinks()
        for action, choice in zip(self._logs.actions(), LogChoice, strict=True):
            volume_ml = drinks.get(choice)
            unsaid = choice in drinks and volume_ml is None
            _show(action, "" if unsaid else wording.log_choice(choice, volume_ml, offers.units))

    def _tell_next(self, offers: Offers) -> None:
        upcoming = offers.next
        _show(
            self._next,
            wording.next_item(upcoming, offers.now, offers.zone)
            if upcoming is not None
            else wording.nothing_next(offers),
        )
        self._next.setEnabled(upcoming is not None and bool(upcoming.buttons))

    def _tell_pause(self, offers: Offers) -> None:
        paused = offers.paused_until
        _show(self._resume, wording.resume_item(paused, offers.now, offers.zone) if paused is not None else "")
        self._pauses.menuAction().setVisible(paused is None)

    def _offer_waiting(self, offers: Offers) -> None:
        """Put the waiting prompt's answers above the drinks, under its title."""
        for action in self._waiting:
            self._menu.removeAction(action)
            action.deleteLater()
        self._waiting = []
        if offers.waiting is None:
            return
        heading = QAction(_escaped(wording.waiting_title(offers.waiting)), self._menu)
        heading.setObjectName("waiting")
        heading.setEnabled(False)
        self._waiting.append(heading)
        for button in offers.waiting.buttons:
            action = QAction(_escaped(button.label), self._menu)
            action.setObjectName(f"waiting:{button.answer}")
            press = offers.waiting.press(button.answer)
            action.triggered.connect(partial(self._on_answer, press))
            self._waiting.append(action)
        rule = QAction(self._menu)
        rule.setSeparator(True)
        self._waiting.append(rule)
        self._menu.insertActions(self._glass, self._waiting)

    def _offer_guides(self, offers: Offers) -> None:
        self._guides.clear()
        for guide in offers.guides:
            action = self._add(self._guides, f"guide:{guide.routine}", _escaped(guide.title))
            action.triggered.connect(partial(self._on_guide, guide.routine))
        self._guides.menuAction().setVisible(bool(offers.guides))

    def _log_glass(self) -> None:
        if self._offers is not None and self._offers.glass_ml is not None:
            self.drink_requested.emit(self._offers.glass_ml)

    def _do_next(self) -> None:
        if self._offers is not None and self._offers.next is not None:
            upcoming = self._offers.next
            self.answer_requested.emit(upcoming.press(upcoming.buttons[0].answer))

    def _on_log(self, choice: LogChoice, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        volume_ml = None if self._offers is None else self._offers.drinks().get(choice)
        if volume_ml is not None:
            self.drink_requested.emit(volume_ml)
        else:
            self.log_requested.emit(choice)

    def _on_pause(self, choice: PauseChoice, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.pause_requested.emit(choice)

    def _on_guide(self, routine: str, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.guide_requested.emit(routine)

    def _on_answer(self, press: Press, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.answer_requested.emit(press)


def _show(action: QAction, text: str) -> None:
    """Give an action its words; without any it is not there."""
    if action.text() != _escaped(text):
        action.setText(_escaped(text))
    action.setVisible(bool(text))


def _escaped(text: str) -> str:
    """Words in which an ampersand is no shortcut."""
    return text.replace("&", "&&")
