"""The running application once the tray icon is up: the engine, what it stands on, and the windows on top.

Part of the composition root `desktop.app`, which imports it late.
"""

import sys
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import window_parts as parts
from desktop.adapters.calendar_file import CalendarFile
from desktop.adapters.crash_report import CrashReport
from desktop.adapters.log_file import start_logging
from desktop.adapters.notifier_chain import NotifierChain
from desktop.adapters.settings_watch import SettingsWatch
from desktop.adapters.tray import Tray
from desktop.adapters.weather_file import WeatherFile
from desktop.adapters.weather_known import KnownWeather
from desktop.calendar_parts import calendar_watch
from desktop.commands.desk import Surroundings
from desktop.commands.windows import Window
from desktop.desks import Desks, Running
from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.front import Front
from desktop.journal import Journal
from desktop.moving import Moving
from desktop.network_count import NetworkCount
from desktop.outside import Outside, machine
from desktop.preferred import Preferred
from desktop.presence import PresenceWatch
from desktop.settings import places
from desktop.settings.problems import SettingsError
from desktop.showing import Showing
from desktop.states import FirstHabit, NoticeKind
from desktop.telling import Telling
from desktop.weather_contact import contact
from desktop.weather_parts import Network, weather_watch
from desktop.wording import notices as words
from desktop.wording.catalog import ENGLISH, language
from schedules.settings import HeatSettings, Settings
from schedules.timetable import Timetable

CHANGES_MS = 40
_LET_GO_MS = 500


class Runtime(QObject):
    """Builds and joins; it is the `desktop.commands.desk.Desk` of the commands that come in."""

    def __init__(
        self, app: QCoreApplication, tray: Tray | None, parent: QObject, outside: Outside | None = None
    ) -> None:
        """Build the objects; `start` lets them work.

        Args:
            app: Ends when a person quits.
            tray: On show; None without a display.
            parent: The owner.
            outside: The ports; None for those of this machine.
        """
        super().__init__(parent)
        self._app, self._tray = app, tray
        self._outside = outside = outside or machine(self)
        self._clock, self._store = outside.clock, outside.store
        self._preferred = Preferred(self._store, self)
        self._network = NetworkCount(self._store, self)
        self._watch = SettingsWatch(self)
        self._problem: UncrampError | None = None
        weather_file = WeatherFile(places.cache_folder() / "weather.json")
        self._weather = KnownWeather(weather_file, self._store, self._clock, self._heat)
        calendar_file = CalendarFile(places.calendar_path())
        self.journal = Journal(
            self._store,
            self._clock,
            lambda: self._watch.settings,
            self._zone,
            self._weather.forecast,
            self._clock.now(),
            calendar_file.blocks,
        )
        self._scheduler, self._terminal = outside.scheduler, outside.terminal
        self._chain = self._notifiers()
        self._way_out = Network(self._clock, self._network.add, lambda: contact(self._store), self)
        self._weather_watch = weather_watch(self._heat, weather_file, self._clock, self._scheduler, self._way_out, self)
        self._calendar = calendar_watch(self.journal, calendar_file, self._scheduler, self._network.add, self)
        self._presence = PresenceWatch(self._clock, self)
        self._engine = Engine(
            journal=self.journal,
            timetable=self._timetable(),
            notifier=self._chain,
            presence=outside.presence or self._presence.presence,
        )
        self._showing = Showing(self._engine, lambda: self._preferred.now)
        self._front = None if tray is None else Front(self._engine, self, lambda: self._preferred.now)
        save = partial(parts.settings_saved, self._watch)
        self._moving = Moving(lambda: self._watch.settings, self._zone, save, self._clock, self._store, self)
        self._crash_report = CrashReport(places.log_folder())
        self._changes = QTimer(self)
        self._changes.setSingleShot(True)
        self._changes.timeout.connect(self._engine.replan)
        self._telling = Telling(self._engine, self._chain, self._terminal, self._front, self)
        self._desks: Desks | None = None
        self.is_to_erase = False
        """Once it has ended, everything of the person's is to be deleted."""

    def start(self) -> None:
        """Read the settings, open the store, and begin the day."""
        start_logging(places.log_folder())
        self._crash_report.start()
        self._watch.settings_changed.connect(self._on_settings)
        self._watch.settings_refused.connect(self._on_refused)
        self._join_engine()
        self._scheduler.start()
        # What the first look at the files says is told once the engine runs and the windows can show it.
        told = parts.restore_finished() or self._open_store()
        self._engine.start()
        if self._front is not None and self._tray is not None:
            self._join_front(self._front, self._tray)
        self._watch.start(places.settings_path())
        self._engine.changed.connect(self._moving.look)  # not before: what was moved stands in the file
        self._moving.look()
        self._weather_watch.look()
        self._calendar.start()
        if told is not None:
            self._telling.trouble(told)
        if self._tray is None:
            sys.stderr.write(f"{words.headless()}\n")
        if self._outside.presence is None:
            QTimer.singleShot(0, self, self._watch_presence)

    def close(self) -> None:
        """Let go of everything outside."""
        if self._desks is not None:
            self._desks.close()
        self._presence.close()
        self._watch.stop()
        self._weather_watch.close()
        self._calendar.close()
        self._way_out.close()
        self._scheduler.shutdown()
        self._chain.close()
        self._store.close()
        self._crash_report.stop()

    # The desk of the commands

    @property
    def settings_problem(self) -> UncrampError | None:
        """What keeps the settings file from being used."""
        return self._problem

    def surroundings(self) -> Surroundings:
        """What the instance runs with."""
        self._presence.read(lambda: None)  # for who asks again: an answer does not wait for it
        return Surroundings(
            running=True,
            notifier=self._chain.name,
            tray=self._tray is not None and self._tray.is_available,
            weather_age=self._weather.age(),
            presence=self._presence.known(),
        )

    def changed(self) -> None:
        """The journal was changed by a command: plan again, once for all that come in quick succession."""
        if not self._changes.isActive():
            self._changes.start(CHANGES_MS)

    def open_window(self, window: Window, routine: str | None = None) -> None:
        """Show a window and bring it to the front.

        Raises:
            UncrampError: There is no display, or no such routine.
        """
        if self._front is None or self._desks is None:
            raise UncrampError(words.no_display(), words.no_display_remedy())
        if window is Window.GUIDE:
            self._desks.open_guide(routine or self._watch.settings.bedtime.routine)
        else:
            self._front.open(window, routine)

    def welcome(self) -> bool:
        """Go through the first minute, where nobody has set anything up or gone through it; whether that is so."""
        if self._front is None or self._tray is None or self._preferred.now.welcomed or places.settings_path().exists():
            return False
        from desktop.welcome_parts import first_minute

        first = first_minute(self._engine, self._front, self._tray, self._chain, self._appearance)
        first.ended.connect(self._preferred.load)
        return True

    def quit(self) -> None:
        """End the instance, in the next turn of the event loop. No window may hold it up with a question."""
        if self._desks is not None:
            self._desks.leave()
        QTimer.singleShot(0, self._app, self._app.quit)

    # Joining

    def _notifiers(self) -> NotifierChain:
        if self._tray is None:
            return self._outside.chain(None, None)
        from desktop.windows.prompt import PromptWindow

        self._prompts = PromptWindow(self)
        return self._outside.chain(self._tray, self._prompts)

    def _timetable(self) -> Timetable:
        """Who is there is looked at before each call, where it has to be read."""
        if self._outside.presence is not None:
            return Timetable(self._scheduler)
        return Timetable(self._scheduler, first=self._presence.read)

    def _join_engine(self) -> None:
        self._chain.pressed.connect(self._engine.answer)
        self._chain.shown.connect(self._telling.shown)
        self._engine.trouble_arisen.connect(self._telling.trouble)
        self._engine.trouble_ended.connect(self._telling.trouble_ended)
        self._weather_watch.changed.connect(self._engine.replan)
        self._calendar.changed.connect(self._engine.replan)
        self._engine.move_requested.connect(self._moving.move)
        self._moving.told.connect(self._chain.show)
        self._moving.standing.connect(self._telling.moved)
        self._moving.over.connect(self._telling.move_over)
        self._moving.trouble_arisen.connect(self._telling.trouble)
        self._engine.prompt_opened.connect(self._chain.show_with_buttons)

    def _join_front(self, front: Front, tray: Tray) -> None:
        from desktop.adapters.appearance import Appearance
        from desktop.theme import dress
        from desktop.tray_state import TrayLook
        from desktop.widgets.menu import MenuActions
        from desktop.widgets.tray_icon import tray_icon

        app = self._app
        assert isinstance(app, QApplication)
        if language() != ENGLISH:
            from desktop.adapters.qt_words import translate_qt

            translate_qt(app, language())
        self._preferred.load()
        self._appearance = Appearance(app, self)
        self._appearance.prefer(self._preferred.now)
        self._preferred.changed.connect(self._appearance.prefer)
        self._preferred.changed.connect(lambda _preferred: self._engine.changed.emit())
        self._appearance.changed.connect(lambda look: dress(app, look))
        self._appearance.start()
        dress(app, self._appearance.look)
        app.setWindowIcon(tray_icon(TrayLook.READY))
        app.lastWindowClosed.connect(lambda: QTimer.singleShot(_LET_GO_MS, self, _tidy_up))
        tray.opened.connect(front.open_today)
        tray.available_changed.connect(self._telling.tray)
        self._engine.changed.connect(lambda: tray.tell(self._showing.tray()))
        self._engine.guide_requested.connect(front.guide_requested)
        self._engine.signs_requested.connect(front.signs_requested)
        self._engine.relief_requested.connect(front.relief_requested)
        front.notice_requested.connect(self._on_notice_action)
        front.habit_requested.connect(self._start_habit)
        front.address_requested.connect(parts.open_on_the_web)
        front.start(MenuActions(tray.menu))
        tray.tell(self._showing.tray())
        self._telling.tray(tray.is_available)
        self._desks = Desks(self._running(), front, self._appearance, self)
        self._desks.quit_requested.connect(self.quit)
        self._desks.erase_requested.connect(self._erase)
        self._desks.trouble_arisen.connect(self._telling.trouble)
        self._desks.start()

    def _running(self) -> Running:
        return Running(
            engine=self._engine,
            store=self._store,
            chain=self._chain,
            watch=self._watch,
            preferred=self._preferred,
            network=self._network,
            way_out=self._way_out,
            weather=self._weather_watch,
            calendar=self._calendar,
            showing=self._showing,
            surroundings=self.surroundings,
            problem=lambda: self._problem,
        )

    def _watch_presence(self) -> None:
        """Once everything is up: nothing that a person waits for waits for this."""
        from desktop.presence_parts import join_presence, sensors

        join_presence(self._presence, self._engine)
        self._presence.start(sensors(self._app, self._clock, self))

    # What happens

    def _open_store(self) -> UncrampError | None:
        try:
            return self._store.open()
        except UncrampError as error:
            return error

    def _on_settings(self, _settings: Settings) -> None:
        self._problem = None
        self._telling.settings_taken()
        self.journal.running_since = self._clock.now()
        self._weather_watch.look()
        self._engine.replan()

    def _on_refused(self, error: SettingsError) -> None:
        self._problem = error
        self._telling.settings_refused(error)

    def _on_notice_action(self, kind: NoticeKind) -> None:
        if kind is NoticeKind.MOVED:
            self._moving.take_back()
        elif kind is NoticeKind.SETTINGS:
            assert self._desks is not None  # the notice was answered in a window
            self._desks.open_settings_file()
        elif kind is NoticeKind.DATABASE:
            parts.open_outside(str(places.database_path().parent))

    def _erase(self) -> None:
        self.is_to_erase = True
        self.quit()

    def _start_habit(self, habit: FirstHabit) -> None:
        from desktop.settings import writer

        keys = {FirstHabit.DRINK: "drink.on", FirstHabit.BEDTIME: "bedtime.on"}
        if habit in keys:
            try:
                writer.write(places.settings_path(), {keys[habit]: True})
            except UncrampError as error:
                self._telling.trouble(error)

    def _zone(self) -> ZoneInfo:
        return self._outside.zone(self._watch.settings.timezone)

    def _heat(self) -> HeatSettings:
        return self._watch.settings.heat


def _tidy_up() -> None:
    """Give back what the windows have left behind."""
    from desktop.adapters.allocator import give_back

    give_back()
