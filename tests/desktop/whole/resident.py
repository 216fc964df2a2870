"""The program as it runs for a person: started on a desk, at a time of the test's choosing."""

import json
import os
import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.commands.client import UnansweredError, send
from desktop.commands.reply import Reply
from desktop.settings.places import database_path
from tests.desk import Desk
from tests.session_bus import wait_until

CHICAGO = ZoneInfo("America/Chicago")
WEDNESDAY = datetime(2026, 7, 15, 10, 0, tzinfo=CHICAGO)
"""A working day of the default settings: up at 07:00, at the desk from 09:00, in bed at 23:00."""
EVENING = WEDNESDAY.replace(hour=22, minute=16)
"""A minute after the bedtime prompt has come due."""
SETTLED = timedelta(minutes=6)
"""So long after its start nothing comes from Uncramp but what belongs to a certain time."""


class TestClock:
    """The wall clock of the programs of one test."""

    __test__ = False

    def __init__(self, folder: Path, start: datetime) -> None:
        self._folder = folder
        self._ahead = start.timestamp() - time.clock_gettime(time.CLOCK_REALTIME)
        folder.mkdir()
        os.mkfifo(folder / "moves")
        self._write()

    def env(self, *, followed: bool = False) -> dict[str, str]:
        """How a program gets this clock; one that runs on follows its moves."""
        env = {"PYTHONPATH": str(Path(__file__).parent / "clock"), "TEST_CLOCK": str(self._folder)}
        return env | {"TEST_CLOCK_FOLLOWED": "1"} if followed else env

    def now(self) -> datetime:
        """The time it shows."""
        return datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME) + self._ahead, CHICAGO)

    def move(self, by: timedelta, *, runs: bool = True) -> None:
        """Set it forward or back, in the program too while it runs."""
        self._ahead += by.total_seconds()
        self._write()
        if not runs:
            return
        told = self._folder / "moved"
        told.unlink(missing_ok=True)
        # Opened for reading too, so that it never waits for a program that does not run.
        with os.fdopen(os.open(self._folder / "moves", os.O_RDWR), "r+b", buffering=0) as moves:
            moves.write(f"{by.total_seconds()}\n".encode("ascii"))
        wait_until(told.exists, "the program's clock has been moved")

    def _write(self) -> None:
        (self._folder / "ahead").write_text(f"{self._ahead}", encoding="ascii")


class Resident:
    """Uncramp on a desk."""

    def __init__(self, desk: Desk, home: Path, folder: Path) -> None:
        self.desk = desk
        self.home = home
        self._folder = folder
        self._clock: TestClock | None = None
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def clock(self) -> TestClock:
        """The time of this test; set by the first start."""
        assert self._clock is not None
        return self._clock

    def start(self, *arguments: str, at: datetime = WEDNESDAY, **env: str) -> None:
        """Start it, or start it again, and wait until it answers."""
        if self._clock is None:
            self._clock = TestClock(self._folder / "clock", at)
        self.process = self.desk.start(*arguments, **self.clock.env(followed=True), **env)
        wait_until(self.answers, f"it answers; it said {self.desk.said()!r}")

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command as a process of its own, at the time of this test."""
        return self.desk.run(*arguments, **self.clock.env(), **env)

    def answers(self) -> bool:
        """Whether it answers commands. On a busy machine its start may take longer than a command waits."""
        try:
            return send(["status"], database_path()) is not None
        except UnansweredError:
            return False

    def ask(self, *arguments: str) -> Reply:
        """What the running program answers to a command; quicker than a process that only hands it on."""
        reply = send(arguments, database_path())
        assert reply is not None, self.desk.said()
        return reply

    def status(self) -> dict[str, Any]:
        """What ``uncramp status`` tells."""
        found: dict[str, Any] = json.loads(self.ask("status", "--json").out)
        return found

    def plan(self) -> dict[str, Any]:
        """The day that ``uncramp plan`` tells."""
        found: dict[str, Any] = json.loads(self.ask("plan", "--json").out)[0]
        return found

    def planned(self, kind: str) -> list[datetime]:
        """When a kind of prompt is still to come."""
        kinds = (([one["kind"], *one["also"]], one["due_at"]) for one in self.plan()["prompts"])
        return [datetime.fromisoformat(due_at) for found, due_at in kinds if kind in found]

    def settings(self, text: str) -> None:
        """Write the settings file, whatever is in it."""
        (self.home / "settings.toml").write_text(text, encoding="utf-8")

    def leap_to(self, kind: str) -> None:
        """Let the time pass until a kind of prompt is due, in one leap, as a suspend does.

        And not beyond: what is asked of more than a minute late was slept through, and waits longer.
        """
        self.clock.move(max(self.planned(kind)[0] - self.clock.now(), timedelta()) + timedelta(seconds=1))
        self.stir()

    def stir(self) -> None:
        """Make it look at the clock, which it does by itself only once a minute: change something in its plan."""
        self.ask("log", "move")

    def kill(self) -> None:
        """End it with SIGKILL, which it cannot hear."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.desk.dismiss_all()  # nobody else takes its notifications away

    def ended(self) -> int:
        """Its exit status, once it has ended."""
        assert self.process is not None
        return self.process.wait(timeout=20)
