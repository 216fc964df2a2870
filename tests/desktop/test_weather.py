"""When the weather is fetched, by the clock of the test, and that nothing of it exists while it is off."""

import subprocess
import sys
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.adapters.weather_file import WeatherFile
from desktop.ports import KeptWeather
from desktop.weather import WeatherWatch, back_off, is_online
from desktop.weather_trouble import Trouble, WeatherError
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Forecast, WeatherHour
from tests.clock import START, FakeClock
from tests.desktop.living import ManualTimetable
from tests.desktop.weather_server import serving

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
HERE = HeatSettings(source=WeatherSource.OPEN_METEO, place="Chicago", latitude=41.88, longitude=-87.6)


class RecordingFetcher(QObject):
    """The port `desktop.ports.WeatherFetcher`, answered by the test."""

    fetched = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[HeatSettings, KeptWeather | None]] = []
        self.closed = False

    def fetch(self, heat: HeatSettings, kept: KeptWeather | None) -> None:
        self.asked.append((heat, kept))

    def close(self) -> None:
        self.closed = True


@dataclass
class Watching:
    """A watch and all around it."""

    file: WeatherFile
    clock: FakeClock = field(default_factory=FakeClock)
    heat: HeatSettings = HERE
    chance: float = 0.5
    built: list[RecordingFetcher] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.timetable = ManualTimetable(self.clock)
        self.watch = WeatherWatch(
            heat=lambda: self.heat,
            keeper=self.file,
            clock=self.clock,
            timetable=self.timetable,
            fetcher=self._build,
            chance=lambda: self.chance,
        )

    def _build(self) -> RecordingFetcher:
        self.built.append(RecordingFetcher())
        return self.built[-1]

    @property
    def fetcher(self) -> RecordingFetcher:
        return self.built[-1]

    @property
    def asked(self) -> int:
        return sum(len(fetcher.asked) for fetcher in self.built)

    def pass_time(self, by: timedelta) -> None:
        self.timetable.run_until(self.clock.now() + by)

    def answer(self, expires_in: timedelta | None = None) -> None:
        now = self.clock.now()
        hour = WeatherHour(start_at=now, temperature_c=30, humidity_pct=50)
        kept = KeptWeather(
            source=self.heat.source,
            latitude=self.heat.latitude,
            longitude=self.heat.longitude,
            forecast=Forecast(hours=(hour,), fetched_at=now),
            expires_at=None if expires_in is None else now + expires_in,
        )
        self.fetcher.fetched.emit(kept)

    def start(self) -> None:
        self.watch.look()
        self.timetable.run_due()


@pytest.fixture
def watching(tmp_path: Path) -> Watching:
    return Watching(file=WeatherFile(tmp_path / "weather.json"))


def test_the_weather_is_fetched_at_once_and_then_every_half_hour_to_an_hour(watching: Watching) -> None:
    watching.start()
    assert watching.asked == 1
    watching.answer()
    for chance, minutes in ((0.0, 30), (1.0, 60), (0.5, 45)):
        watching.chance = chance
        watching.answer()
        before = watching.asked
        watching.pass_time(minutes * MINUTE - MINUTE)
        assert watching.asked == before
        watching.pass_time(MINUTE)
        assert watching.asked == before + 1


def test_nobody_is_asked_before_there_is_something_new(watching: Watching) -> None:
    watching.start()
    watching.answer(expires_in=100 * MINUTE)
    watching.pass_time(99 * MINUTE)
    assert watching.asked == 1
    watching.pass_time(MINUTE)
    assert watching.asked == 2


def test_a_service_that_promises_nothing_new_for_days_is_asked_all_the_same(watching: Watching) -> None:
    watching.start()
    watching.answer(expires_in=timedelta(days=30))
    watching.pass_time(3 * HOUR)
    assert watching.asked >= 2


def test_after_a_suspend_it_is_fetched_at_once_and_only_once(watching: Watching) -> None:
    watching.start()
    watching.answer()
    watching.clock.jump(9 * HOUR)
    watching.timetable.run_due()
    assert watching.asked == 2


def test_what_is_kept_is_enough_after_a_start(watching: Watching) -> None:
    watching.start()
    watching.answer()
    again = Watching(file=watching.file, clock=watching.clock)
    again.start()
    assert again.asked == 0
    again.pass_time(45 * MINUTE)
    assert again.asked == 1
    assert again.fetcher.asked[0][1] is not None


def test_what_is_too_old_is_told_at_that_moment(watching: Watching) -> None:
    watching.start()
    watching.answer()
    told: list[object] = []
    watching.watch.changed.connect(lambda: told.append(watching.clock.now()))
    watching.timetable.jobs.pop("weather")
    watching.pass_time(4 * HOUR)
    assert told == [START + 3 * HOUR]


@pytest.mark.parametrize(
    "heat",
    [
        HeatSettings(),
        replace(HERE, on=False),
        replace(HERE, source=WeatherSource.TYPED),
        HeatSettings(source=WeatherSource.NWS),
    ],
)
def test_nothing_is_built_or_planned_while_no_online_weather_is_wanted(watching: Watching, heat: HeatSettings) -> None:
    watching.heat = heat
    watching.start()
    watching.pass_time(timedelta(days=2))
    assert watching.built == []
    assert watching.timetable.jobs == {}
    assert not is_online(heat)


def test_switched_off_the_network_is_let_go_and_a_late_answer_is_not_kept(watching: Watching) -> None:
    watching.start()
    fetcher = watching.fetcher
    watching.heat = replace(HERE, source=WeatherSource.OFF)
    watching.watch.look()
    assert fetcher.closed
    assert watching.timetable.jobs == {}
    watching.answer()
    assert watching.file.kept(HERE) is None


def test_another_place_is_fetched_at_once(watching: Watching) -> None:
    watching.start()
    watching.answer()
    watching.heat = replace(HERE, latitude=30.0)
    watching.start()
    assert watching.fetcher.asked[-1] == (watching.heat, None)


def test_settings_that_change_elsewhere_ask_nobody_twice(watching: Watching) -> None:
    watching.start()
    watching.start()
    watching.start()
    assert watching.asked == 1


def test_an_answer_that_never_comes_is_asked_for_again(watching: Watching) -> None:
    watching.start()
    watching.pass_time(2 * MINUTE)
    assert watching.asked == 2


def error(trouble: Trouble, wait: timedelta | None = None) -> WeatherError:
    return WeatherError(trouble, "No weather.", wait)


def test_offline_it_is_tried_less_and_less_and_told_quietly(watching: Watching) -> None:
    watching.chance = 0.0
    watching.start()
    gaps: list[timedelta] = []
    for _ in range(6):
        failed_at = watching.clock.now()
        watching.fetcher.failed.emit(error(Trouble.OFFLINE))
        (at, _call) = watching.timetable.jobs["weather"]
        gaps.append(at - failed_at)
        watching.timetable.run_until(at)
    assert gaps == [minutes * MINUTE for minutes in (5, 10, 20, 40, 60, 60)]
    assert watching.watch.trouble is not None
    watching.answer()
    assert watching.watch.trouble is None


@pytest.mark.parametrize(
    ("failure", "failures", "wait"),
    [
        (error(Trouble.LIMIT, 2 * MINUTE), 1, 2 * MINUTE),
        (error(Trouble.LIMIT, 2 * MINUTE), 5, 2 * MINUTE),
        (error(Trouble.LIMIT), 1, HOUR),
        (error(Trouble.REFUSED), 1, 12 * HOUR),
        (error(Trouble.REFUSED), 9, 24 * HOUR),
        (error(Trouble.BROKEN), 1, 10 * MINUTE),
        (error(Trouble.BROKEN), 2000, HOUR),
        (error(Trouble.BROKEN, timedelta()), 1, MINUTE),
    ],
)
def test_how_long_a_service_is_left_alone_is_up_to_what_went_wrong(
    failure: WeatherError, failures: int, wait: timedelta
) -> None:
    assert back_off(failure, failures, 0.0) == wait
    assert back_off(failure, failures, 1.0) == wait * 1.25


def test_a_full_disk_keeps_nobody_from_asking_again(watching: Watching, tmp_path: Path) -> None:
    (tmp_path / "weather.json").mkdir()
    watching.start()
    watching.answer()
    watching.pass_time(45 * MINUTE)
    assert watching.asked == 2


OFF = """
import socket, sys
opened = []
def hook(event, arguments):
    if event == "socket.connect" and arguments[0].family in (socket.AF_INET, socket.AF_INET6): opened.append(arguments)
    if event == "socket.getaddrinfo": opened.append(arguments)
sys.addaudithook(hook)
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.runtime import Runtime
app = QCoreApplication(sys.argv[:1])
runtime = Runtime(app, None, app)
runtime.start()
QTimer.singleShot(300, app.quit)
app.exec()
loaded = sorted(name for name in sys.modules if name in ("PySide6.QtNetwork", "desktop.adapters.weather_http"))
libraries = [line for line in open("/proc/self/maps") if "Network" in line] if sys.platform == "linux" else []
runtime.close()
print(opened, loaded, libraries)
"""


@pytest.mark.parametrize("settings", ["", '[heat]\nsource = "off"\n', '[heat]\nsource = "typed"\n'])
def test_while_the_weather_is_off_no_socket_is_opened_and_no_network_is_loaded(home: Path, settings: str) -> None:
    if settings:
        (home / "settings.toml").write_text(settings, encoding="utf-8")
    found = subprocess.run([sys.executable, "-c", OFF], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.splitlines()[-1] == "[] [] []"


ON = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.runtime import Runtime
app = QCoreApplication(sys.argv[:1])
runtime = Runtime(app, None, app)
runtime._weather_watch.changed.connect(app.quit)
runtime.start()
QTimer.singleShot(20_000, app.quit)
app.exec()
print(runtime.surroundings().weather_age is not None, len(runtime.journal.forecast().hours))
runtime.close()
"""


@pytest.mark.parametrize("source", ["open-meteo", "met-norway", "nws"])
def test_switched_on_the_whole_program_fetches_keeps_and_plans_by_the_weather(home: Path, source: str) -> None:
    with serving() as weather:
        settings = f'[heat]\nsource = "{source}"\nlatitude = 41.88\nlongitude = -87.6\nserver = "{weather.url}"\n'
        (home / "settings.toml").write_text(settings, encoding="utf-8")
        found = subprocess.run([sys.executable, "-c", ON], capture_output=True, text=True, check=True, timeout=60)
        assert found.stdout.splitlines()[-1] == f"True {23 if source == 'nws' else 24}"
        assert weather.seen
    again = [sys.executable, "-m", "desktop", "plan", "--date", "2026-07-15", "--json"]
    kept = WeatherFile(next(home.rglob("weather.json")))
    here = HeatSettings(source=WeatherSource(source), latitude=41.88, longitude=-87.6, server=weather.url)
    assert kept.kept(here) is not None
    planned = subprocess.run(again, capture_output=True, text=True, check=True, timeout=60)
    assert '"heat-brief"' in planned.stdout
