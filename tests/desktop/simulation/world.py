"""A world for the whole application: the real composition root on a clock, a desk and a person that are all made up."""

import heapq
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.jobstores.base import JobLookupError
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desktop.adapters.notifier_chain import NotifierChain
from desktop.adapters.notifier_terminal import TerminalNotifier
from desktop.engine import Engine
from desktop.outside import Outside
from desktop.putting_off import PuttingOff
from desktop.runtime import Runtime
from desktop.settings import writer
from schedules.calendar import CalendarBlock
from schedules.gate import Presence
from schedules.history import Drink, Exercise, PromptRecord, RoutineDone
from schedules.wall_clock import HOUR
from schedules.weather import Forecast, WeatherHour
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.desktop.recording_notifier import RecordingNotifier

REMEMBERED = timedelta(days=31)
"""What the application ever asks for again."""
MOST_AT_ONCE = 1000
"""Jobs that run at one moment: many more than a day has."""


class ForgetfulStore(RecordingStore):
    """The store in memory; what nobody will ask for again is let go, so that a year costs no more than a month."""

    def forget(self, before: datetime) -> None:
        self._prompts = {key: record for key, record in self._prompts.items() if record.due_at >= before}
        entries = self._entries.items()
        self._entries = {number: entry for number, entry in entries if _at(entry) >= before}

    def prompts(self) -> list[PromptRecord]:
        return list(self._prompts.values())

    def add(self, entry: Any, zone: str) -> int:  # noqa: ANN401, ARG002 as its base, whose numbers are given by counting
        self.added = getattr(self, "added", 0) + 1
        number = 1_000_000 + self.added
        self._entries[number] = _numbered(entry, number)
        return number


def _numbered(entry: Any, number: int) -> Any:  # noqa: ANN401 any entry
    from dataclasses import replace

    return replace(entry, id=number)


@lru_cache(maxsize=8)
def _hours_around(hour_at: datetime, hottest_c: float, zone: ZoneInfo) -> tuple[WeatherHour, ...]:
    return tuple(_hour(hour_at + n * HOUR, hottest_c, zone) for n in range(-36, 37))


def _hour(at: datetime, hottest_c: float, zone: ZoneInfo) -> WeatherHour:
    from_three = abs((at.astimezone(zone).hour - 15 + 12) % 24 - 12)
    return WeatherHour(start_at=at, temperature_c=hottest_c - from_three, humidity_pct=55)


def _at(entry: object) -> datetime:
    if isinstance(entry, Drink):
        return entry.at
    assert isinstance(entry, (RoutineDone, Exercise))
    return entry.started_at


class FakeScheduler:
    """In the place of the scheduler: date jobs that run when the world's clock reaches them."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._jobs: dict[str, tuple[datetime, Callable[[], None]]] = {}
        self._queue: list[tuple[datetime, int, str]] = []
        self._count = 0

    def add_job(self, call: Callable[[], None], trigger: Any, id: str, *, replace_existing: bool) -> None:  # noqa: A002, ANN401 APScheduler's names
        assert replace_existing
        self._jobs[id] = (trigger.run_date, call)
        self._count += 1
        heapq.heappush(self._queue, (trigger.run_date, self._count, id))

    def remove_job(self, job_id: str) -> None:
        if self._jobs.pop(job_id, None) is None:
            raise JobLookupError(job_id)

    def start(self) -> None:
        """It only runs when the world says so."""

    def shutdown(self) -> None:
        self._jobs.clear()
        self._queue.clear()

    def wakeup(self) -> None:
        """What is due runs when the world looks next."""

    def next_at(self) -> datetime | None:
        """The moment of the next job."""
        while self._queue:
            at, _, key = self._queue[0]
            if key in self._jobs and self._jobs[key][0] == at:
                return at
            heapq.heappop(self._queue)
        return None

    def next_prompt_at(self) -> datetime | None:
        """The moment of the next job that is about a prompt."""
        about = (at for key, (at, _) in self._jobs.items() if key.startswith(("due ", "over ")))
        return min(about, default=None)

    def run_due(self) -> None:
        """Run everything that is due, as after a suspend: the earliest first.

        Raises:
            RuntimeError: What is due makes itself due again without end: a program that does so burns the processor.
        """
        left = MOST_AT_ONCE
        while (at := self.next_at()) is not None and at <= self._clock.now():
            _, _, key = heapq.heappop(self._queue)
            job = self._jobs.pop(key, None)
            if job is not None:
                left -= 1
                if not left:
                    raise RuntimeError(f"{key} is due again and again at {at}.")
                job[1]()


class World:
    """Everything outside of the application, and the application in it."""

    def __init__(
        self,
        app: QCoreApplication,
        start: datetime,
        zone: ZoneInfo,
        settings_file: Path,
        on_show: Callable[[str], None],
    ) -> None:
        self._app = app
        self.clock = FakeClock(start)
        self.zone = zone
        self.store = ForgetfulStore()
        self.presence = Presence()
        self.calendar: tuple[CalendarBlock, ...] = ()
        self.hottest_c: float | None = None
        """The day's highest temperature; None without any weather."""
        self.settings_file = settings_file
        self.elapsed = timedelta()
        """True time, whatever the clock says."""
        self._on_show = on_show
        self._parent = QObject()
        self.begin()

    def begin(self) -> None:
        """Start the application."""
        self.notifier = RecordingNotifier()
        self.notifier.shown.connect(lambda shown: self._on_show(shown.key))
        self.scheduler = FakeScheduler(self.clock)
        terminal = TerminalNotifier(StringIO(), self.clock, parent=self._parent)
        outside = Outside(
            clock=self.clock,
            store=self.store,
            scheduler=self.scheduler,
            terminal=terminal,
            chain=lambda _tray, _window: NotifierChain([self.notifier], self.clock),
            zone=lambda _name: self.zone,
            presence=lambda: self.presence,
        )
        self.runtime = Runtime(self._app, None, self._parent, outside)
        shown, sys.stderr = sys.stderr, StringIO()
        try:
            self.runtime.start()
        finally:
            sys.stderr = shown
        self.engine: Engine = self.runtime._engine
        self.engine.journal.calendar = lambda _now: self.calendar
        self.engine.journal.forecast = self.weather
        self.engine.replan()
        self.putting_off = PuttingOff(self.engine)

    def end(self) -> None:
        """End the application."""
        self.runtime.close()
        self.runtime.deleteLater()
        # No loop runs here that would do it: each restart would keep its watch of the settings file.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def restart(self) -> None:
        """End it and start it again."""
        self.end()
        self.begin()

    def pass_until(self, moment: datetime) -> None:
        """Let time pass, each job at its moment."""
        while (at := self.scheduler.next_at()) is not None and at <= moment:
            self._move_to(max(at, self.clock.now()))
            self.scheduler.run_due()
        self._move_to(max(moment, self.clock.now()))

    def weather(self) -> Forecast | None:
        """The weather around now: the hottest at three in the afternoon, twelve degrees less at three in the night."""
        if self.hottest_c is None:
            return None
        now = self.clock.now()
        hour_at = now.replace(minute=0, second=0, microsecond=0)
        return Forecast(hours=_hours_around(hour_at, self.hottest_c, self.zone), fetched_at=hour_at)

    def sleep(self, lasts: timedelta) -> None:
        """Suspend the machine, and wake it up; nothing has run meanwhile."""
        self._move_to(self.clock.now() + lasts)

    def step(self, by: timedelta) -> None:
        """The clock is set; no time passes."""
        self.clock.jump(by)

    def change_settings(self, changes: dict[str, object]) -> None:
        """Edit the settings file, and let the watch notice."""
        writer.write(self.settings_file, changes)
        self.runtime._watch.look()

    def _move_to(self, moment: datetime) -> None:
        by = moment - self.clock.now()
        self.elapsed += by
        self.clock.advance(by)
