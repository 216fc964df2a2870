"""``make bench``: what Uncramp costs, beside a bare PySide6 tray icon measured in the same run.

Everything is measured from outside, on a private screen and bus: the tray icon is there when it has registered with the
tray host, memory and processor time are the kernel's figures. Prints a table; ``--quick`` idles for ten seconds only.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from schedules.plan import plan
from schedules.settings import Settings
from schedules.situation import Situation
from tests import relief_bench, today_bench
from tests.desk_session import DeskSession, Processes
from tests.session_bus import wait_until
from tests.status_notifier import TrayHost

ROUNDS = 5
BARE = """
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
picture = QPixmap(22, 22)
picture.fill()
tray = QSystemTrayIcon(QIcon(picture))
menu = QMenu()
menu.addAction("Quit", app.quit)
tray.setContextMenu(menu)
tray.setToolTip("bare")
tray.show()
app.exec()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process has cost so far."""

    uss_mb: float
    rss_mb: float
    cpu_ms: float
    switches: int

    @classmethod
    def of(cls, pid: int) -> "Cost":
        """The kernel's figures."""
        sums = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return cls(
            uss_mb=sum(_kb(line) for line in sums.splitlines() if line.startswith("Private_")) / 1024,
            rss_mb=sum(_kb(line) for line in sums.splitlines() if line.startswith("Rss:")) / 1024,
            cpu_ms=int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6,
            switches=sum(_voluntary(path) for path in Path(f"/proc/{pid}/task").iterdir()),
        )


def _kb(line: str) -> int:
    return int(line.split()[1])


def _voluntary(task: Path) -> int:
    lines = (task / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))


class Bench:
    """A desk, and what is started on it."""

    def __init__(self, session: DeskSession, folder: Path) -> None:
        self._session = session
        self._folder = folder
        self._processes = Processes(folder)
        self.env = dict(os.environ) | session.env | {"UNCRAMP_HOME": str(folder / "home")}
        (folder / "home").mkdir()
        (folder / "home" / "settings.toml").write_text("version = 1\n")  # else the first minute opens
        self._host_process: subprocess.Popen[bytes] | None = None
        self._host = TrayHost(session.client, self._start_host, self._end_host)
        self._host.start()

    def start(self, *command: str) -> tuple[subprocess.Popen[bytes], float]:
        """Start a program; how many milliseconds its icon took."""
        known = len(self._host.items)
        started = time.perf_counter()
        process = self._processes.start([sys.executable, *command], self.env, "measured")
        while len(self._host.items) <= known:
            assert process.poll() is None, "the program ended"
        return process, (time.perf_counter() - started) * 1000

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a program and wait until its icon is gone."""
        self._processes.end(process)
        wait_until(lambda: not self._host.items, "the icon goes")

    def command(self, *words: str) -> float:
        """How many milliseconds a command takes."""
        started = time.perf_counter()
        subprocess.run([sys.executable, *words], env=self.env, check=True, capture_output=True)
        return (time.perf_counter() - started) * 1000

    def close_windows(self) -> None:
        """Press Escape in every window of Uncramp's until none is left: a guide asks a question first."""
        while found := self._said("search", "--onlyvisible", "--name", "Uncramp|guide").split():
            self._said("windowactivate", "--sync", found[0])
            self._said("key", "Escape")
            time.sleep(0.2)
        time.sleep(1)

    def _said(self, *words: str) -> str:
        """What xdotool says."""
        done = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False)
        return done.stdout

    def _start_host(self, command: list[str]) -> None:
        self._host_process = self._processes.start(command, self.env, "tray-host")

    def _end_host(self) -> None:
        if self._host_process is not None:
            self._processes.end(self._host_process)


@contextmanager
def bench() -> Iterator[Bench]:
    """A desk for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        session = DeskSession(Path(folder))
        try:
            session.start()
            yield Bench(session, Path(folder))
        finally:
            session.end()


def timed(repeat: int, call: Callable[[], object]) -> float:
    """The median of some calls, in milliseconds."""
    taken = []
    for _ in range(repeat):
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def report(what: str, ours: float, bare: float | None = None, budget: str = "", unit: str = "ms") -> None:
    """One line."""
    beside = "" if bare is None else f"{bare:10.1f}"
    sys.stdout.write(f"{what:<52}{ours:10.1f}{beside:>10} {unit:<5}{budget}\n")
    sys.stdout.flush()


def starts(on: Bench) -> None:
    """Time to the icon, and memory before any window and after."""
    bare, ours = [], []
    for _ in range(ROUNDS):
        process, taken = on.start("-c", BARE)
        bare.append(taken)
        on.end(process)
        process, taken = on.start("-m", "desktop")
        ours.append(taken)
        on.end(process)
    bare_ms, our_ms = statistics.median(bare), statistics.median(ours)
    report("start to tray icon", our_ms, bare_ms, f"budget {1.3 * bare_ms:.0f}")


def memory_and_idling(on: Bench, seconds: int) -> None:
    """One of each, alone on the desk: memory after settling, an idle minute, memory after windows."""
    process, _ = on.start("-c", BARE)
    bare, bare_idle = _idle(process.pid, seconds)
    on.end(process)
    process, _ = on.start("-m", "desktop")
    ours, idle = _idle(process.pid, seconds)
    report("private memory (USS) before any window", ours.uss_mb, bare.uss_mb, f"budget {bare.uss_mb + 18:.0f}", "MB")
    report("resident memory (RSS) before any window", ours.rss_mb, bare.rss_mb, "", "MB")
    minute = 60 / seconds
    cpu, bare_cpu = idle.cpu_ms * minute, bare_idle.cpu_ms * minute
    report("processor time in an idle minute", cpu, bare_cpu, f"budget {bare_cpu + 5:.0f}")
    switches, bare_switches = idle.switches * minute, bare_idle.switches * minute
    report("voluntary switches in an idle minute", switches, bare_switches, f"budget {bare_switches + 2:.0f}", "")
    for words in (["show", "today"], ["stretch"], ["show", "schedule"]):
        subprocess.run([sys.executable, "-m", "desktop", *words], env=on.env, check=False, capture_output=True)
        time.sleep(1)
        on.close_windows()
    after = Cost.of(process.pid)
    report("private memory (USS) after its windows", after.uss_mb, bare.uss_mb, f"budget {bare.uss_mb + 32:.0f}", "MB")
    report("resident memory (RSS) after its windows", after.rss_mb, bare.rss_mb, "", "MB")
    on.end(process)


def _idle(pid: int, seconds: int) -> tuple[Cost, Cost]:
    """The cost after settling, and what an idle time costs."""
    time.sleep(5)
    before = Cost.of(pid)
    time.sleep(seconds)
    after = Cost.of(pid)
    spent = Cost(
        uss_mb=after.uss_mb,
        rss_mb=after.rss_mb,
        cpu_ms=after.cpu_ms - before.cpu_ms,
        switches=after.switches - before.switches,
    )
    return before, spent


def commands(on: Bench) -> None:
    """Commands beside bare Python, without and with an instance."""
    bare = timed(ROUNDS, lambda: on.command("-c", "pass"))
    budget = f"budget {bare + 150:.0f}"
    report("command: log drink, nothing running", timed(ROUNDS, lambda: _log(on)), bare, budget)
    report("command: plan", timed(ROUNDS, lambda: on.command("-m", "desktop", "plan")), bare, budget)
    process, _ = on.start("-m", "desktop")
    time.sleep(2)
    report("command: log drink, forwarded", timed(ROUNDS, lambda: _log(on)), bare, budget)
    report("command: status, forwarded", timed(ROUNDS, lambda: on.command("-m", "desktop", "status")), bare, budget)
    on.end(process)


def _log(on: Bench) -> float:
    return on.command("-m", "desktop", "log", "drink", "250ml")


def planning() -> None:
    """A day and a year."""
    situation = Situation(
        now=datetime(2026, 1, 1, 12, tzinfo=UTC), zone=ZoneInfo("America/Chicago"), settings=Settings()
    )
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    report("plan a day", timed(50, lambda: plan(situation, days[7])), None, "budget 10")
    report("plan a year", timed(1, lambda: [plan(situation, day) for day in days]), None, "budget 3000")


def relief() -> None:
    """From the wish to the first instruction in a cramp, while another process holds the database locked."""
    times = relief_bench.measure()
    report("cramp: first question painted, database locked", times.to_question, None, "budget 300")
    report("cramp: from the key to the first instruction", times.to_instruction, None, "budget 300")


def today() -> None:
    """Today with ten years of history in the store."""
    times = today_bench.measure()
    report("Today opened, ten years of history", times.to_open, None, f"budget {today_bench.LIMIT_MS}")
    report("a day of three years ago", times.to_past_day, None, f"budget {today_bench.LIMIT_MS}")
    report("the month of a year ago", times.to_month, None, f"budget {today_bench.LIMIT_MS}")


def main() -> None:
    """Measure everything."""
    seconds = 10 if "--quick" in sys.argv else 60
    sys.stdout.write(f"{'':<52}{'Uncramp':>10}{'bare':>10}\n")
    planning()
    with bench() as on:
        starts(on)
        memory_and_idling(on, seconds)
        commands(on)
    relief()
    today()


if __name__ == "__main__":
    main()
