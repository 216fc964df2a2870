"""What opens the windows: each is built, with all that it stands on, when it is first wanted.

Part of the composition root `desktop.app`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import window_parts as parts
from desktop.adapters.notifier_chain import NotifierChain
from desktop.adapters.settings_watch import SettingsWatch
from desktop.calendar_memory import CalendarMemory
from desktop.calendar_watch import CalendarWatch
from desktop.commands.desk import Surroundings
from desktop.engine import Engine, GuideWish
from desktop.errors import UncrampError
from desktop.front import Front
from desktop.network_count import NetworkCount
from desktop.ports import Store
from desktop.preferred import Preferred
from desktop.showing import Showing
from desktop.weather import WeatherWatch
from desktop.weather_parts import Network
from desktop.wording import notices as words

if TYPE_CHECKING:
    from desktop.adapters.appearance import Appearance
    from desktop.calendar_desk import CalendarDesk
    from desktop.guide_desk import GuideDesk
    from desktop.heat_desk import HeatDesk
    from desktop.later_desk import LaterDesk
    from desktop.relief_desk import ReliefDesk
    from desktop.schedule_desk import ScheduleDesk
    from desktop.settings_door import SettingsDoor
    from desktop.settings_parts import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What runs, as far as windows stand on it."""

    engine: Engine
    store: Store
    chain: NotifierChain
    watch: SettingsWatch
    preferred: Preferred
    network: NetworkCount
    way_out: Network
    weather: WeatherWatch
    calendar: CalendarWatch
    showing: Showing
    surroundings: Callable[[], Surroundings]
    problem: Callable[[], UncrampError | None]
    """What keeps the settings file from being used."""


class Desks(QObject):
    """Opens each window, and ends what is behind them."""

    quit_requested = Signal()
    """And nothing is left to be asked."""
    erase_requested = Signal()
    """Everything of the person's is to be deleted, once the program has ended."""
    trouble_arisen = Signal(object)
    """An `UncrampError`."""

    def __init__(self, running: Running, front: Front, appearance: "Appearance", parent: QObject) -> None:
        """Store what the windows stand on; `start` joins them.

        Args:
            running: What runs.
            front: What is wished in a window or menu comes from it.
            appearance: How windows look.
            parent: The owner.
        """
        super().__init__(parent)
        self._running, self._front, self._appearance = running, front, appearance
        self._relief: ReliefDesk | None = None
        self._later: LaterDesk | None = None
        self._guides: GuideDesk | None = None
        self._calendar: CalendarDesk | None = None
        self._heat: HeatDesk | None = None
        self._schedule: ScheduleDesk | None = None
        self._settings: SettingsDoor | None = None

    def start(self) -> None:
        """Serve the wishes. A cramp can come at any moment: all of it that needs no window is ready from here on."""
        self._join_relief()
        from desktop.later_parts import later_desk

        self._later = later_desk(self._running.engine, self._front, self)
        front = self._front
        front.guide_requested.connect(self._on_guide)
        front.relief_requested.connect(self._on_relief)
        front.heat_requested.connect(self.open_heat)
        front.calendar_requested.connect(self.open_calendar)
        front.schedule_requested.connect(self.open_schedule)
        front.settings_requested.connect(self.open_settings)
        front.quit_requested.connect(self._on_quit)

    def leave(self) -> None:
        """The program ends: no window may hold it up with a question."""
        if self._schedule is not None:
            self._schedule.leave()

    def close(self) -> None:
        """Write what is not written yet, and let go of everything outside."""
        for desk in (self._relief, self._guides, self._settings):
            if desk is not None:
                desk.close()

    def open_guide(self, routine: str) -> None:
        """Open the guide.

        Raises:
            UncrampError: There is no such routine, or its file cannot be used.
        """
        if self._guides is None:
            from desktop.guide_parts import guide_desk

            build = partial(parts.guide_window, self._appearance, self._front)
            self._guides = guide_desk(self._running.engine, build, self)
        self._guides.open(routine)

    def open_calendar(self) -> None:
        """Open the person's calendar."""
        self._calendar_desk().open()

    def _calendar_desk(self) -> "CalendarDesk":
        if self._calendar is None:
            from desktop.calendar_desk import CalendarDesk

            now = self._running
            self._calendar = CalendarDesk(
                now.calendar, CalendarMemory(now.store), now.engine.journal, parts.calendar_window, self
            )
        return self._calendar

    def open_heat(self) -> None:
        """Open the weather."""
        if self._heat is None:
            from desktop.heat_desk import HeatDesk

            now, build = self._running, partial(parts.heat_window, self._front)
            write = partial(parts.settings_written, now.watch)
            self._heat = HeatDesk(now.engine, now.showing, now.weather, now.way_out, write, build, self)
        self._heat.open()

    def open_schedule(self) -> None:
        """Open the schedule editor."""
        if self._schedule is None:
            from desktop.schedule_parts import schedule_desk

            self._schedule = schedule_desk(self._running.engine, self._running.watch, parts.schedule_window, self)
            self._schedule.help_requested.connect(self._front.help_requested)
            self._schedule.quit_requested.connect(self.quit_requested)
            self._schedule.calendar_requested.connect(self.open_calendar)
            self._schedule.export_requested.connect(lambda: self._calendar_desk().open_export())
        self._schedule.open()

    def open_settings(self) -> None:
        """Open the settings."""
        if self._settings is None:
            from desktop.settings_door import SettingsDoor

            self._settings = SettingsDoor(self._here, self._front, self._running.chain, self)
            self._settings.file_requested.connect(self.open_settings_file)
            self._settings.erase_requested.connect(self.erase_requested)
        self._settings.open()

    def open_settings_file(self) -> None:
        """Have the desktop open the settings file."""
        try:
            parts.settings_file_opened()
        except UncrampError as error:
            self.trouble_arisen.emit(error)

    def _join_relief(self) -> None:
        from desktop.relief_desk import Builders
        from desktop.relief_parts import relief_desk

        build = Builders(
            relief=partial(parts.relief_window, self._appearance, self._front),
            help=parts.help_window,
            card=parts.card_window,
        )
        self._relief = relief_desk(self._running.engine, self._running.chain, build, self)
        self._relief.relieving.stretch_ruled_out.connect(self._on_stretch_ruled_out)
        self._front.relief_requested.connect(self._relief.relieving.open)
        self._front.help_requested.connect(self._relief.helping.open)
        self._front.signs_requested.connect(self._relief.helping.open_heat)
        self._relief.start()

    def _on_guide(self, wish: GuideWish) -> None:
        try:
            self.open_guide(wish.routine)
        except UncrampError as error:
            self._running.chain.show(words.about(words.GUIDE_KEY, error))

    def _on_relief(self) -> None:
        """A cramp comes before a guide."""
        if self._guides is not None:
            self._guides.stand_still()

    def _on_stretch_ruled_out(self) -> None:
        """A red flag: the guide does not wait behind the relief to go on with its stretch."""
        if self._guides is not None:
            self._guides.guiding.close()

    def _on_quit(self) -> None:
        """A person quits from a menu: where there is a draft, it is asked once what is to become of it."""
        if self._schedule is None or not self._schedule.asks_first():
            self.quit_requested.emit()

    def _here(self) -> "Here":
        from desktop.settings_parts import Here
        from desktop.settings_state import Action

        now = self._running
        assert self._relief is not None  # `start` made it
        return Here(
            engine=now.engine,
            watch=now.watch,
            preferred=now.preferred,
            network=now.network,
            relief=self._relief,
            surroundings=now.surroundings,
            problem=now.problem,
            let_go=now.store.close,
            renewed=self._renew,
            actions=frozenset(Action),
        )

    def _renew(self) -> None:
        """The records and settings are others than a moment ago."""
        self._running.preferred.load()
        self._running.watch.look()
        self._running.engine.replan()
