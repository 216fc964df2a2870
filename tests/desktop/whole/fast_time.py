"""Days that pass in minutes: the program under libfaketime, with a real notification daemon.

``python -m tests.desktop.whole.fast_time DAYS`` lets whole days pass and compares what came with what was planned. With
``--installed`` it is the wheel in a fresh environment, run outside the checkout.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.adapters.store import SqliteStore
from desktop.settings.places import database_path
from schedules.history import History, Outcome, PromptRecord
from schedules.plan import plan
from schedules.prompts import Prompt
from schedules.settings import Settings
from schedules.situation import Situation
from schedules.waking_day import ONE_DAY
from tests.clock import FakeClock
from tests.desk import HERE, Desk

ZONE = ZoneInfo("America/Chicago")
START = datetime(2026, 7, 15, 6, 30, tzinfo=ZONE)
SPEED = 400
"""So many seconds pass in one: a prompt that stays for a quarter of an hour stays for two seconds."""
KEY_EVERY_S = 120.0
"""The X server's own time does not fly: without a key now and then somebody would be away for days."""


def start(desk: Desk, speed: int = SPEED) -> subprocess.Popen[bytes]:
    """Start the program in a time that flies."""
    library = _library()
    return desk.start(LD_PRELOAD=library, FAKETIME=f"@{START:%Y-%m-%d %H:%M:%S} x{speed}", TZ=ZONE.key)


def pass_until(moment: datetime, desk: Desk, speed: int = SPEED, over: Callable[[], bool] = lambda: False) -> None:
    """Let the time pass up to a moment of the program's own, with somebody at the keys."""
    now = time.monotonic()
    end, key_at = now + (moment - START).total_seconds() / speed, now
    while now < end and not over():
        if now >= key_at:
            desk.xdotool("key", "shift")
            key_at = now + KEY_EVERY_S
        time.sleep(0.1)  # noqa: TID251 there is nothing to wait for but the time
        now = time.monotonic()


def came() -> tuple[PromptRecord, ...]:
    """Every prompt that is over, shown or not, as they ended."""
    store = SqliteStore(database_path(), FakeClock(START))
    store.open()
    try:
        records = store.history(START - ONE_DAY).prompts
    finally:
        store.close()
    return tuple(sorted((record for record in records if record.outcome is not Outcome.WAITING), key=_ended_at))


def shown(records: tuple[PromptRecord, ...]) -> tuple[PromptRecord, ...]:
    """Those that a person could see."""
    return tuple(record for record in records if record.shown_at is not None)


def planned_after(records: tuple[PromptRecord, ...]) -> Prompt:
    """The prompt that the plan has next, once these have come and gone."""
    now = _ended_at(records[-1])
    situation = Situation(
        now=now, zone=ZONE, settings=Settings(), history=History(prompts=records), running_since=START
    )
    today = plan(situation)
    both = (*today.prompts, *plan(replace(situation, now=max(now, today.bed_at)), today.date + ONE_DAY).prompts)
    return next(prompt for prompt in both if prompt.due_at >= now)


def wrong(records: tuple[PromptRecord, ...]) -> list[str]:
    """Where what came is not what was planned. What came first hangs on how long the program took to start."""
    found = []
    for had in shown(records)[1:]:
        assert had.shown_at is not None
        planned = planned_after(tuple(other for other in records if _ended_at(other) <= had.shown_at))
        if planned.key != had.key:
            found.append(f"{had.key} came where {planned.key} was planned")
        elif not had.due_at <= had.shown_at < planned.expires_at:
            found.append(f"{had.key} came at {had.shown_at}")
    return found


def _ended_at(record: PromptRecord) -> datetime:
    return record.outcome_at or record.due_at


def _library() -> str:
    faketime = shutil.which("faketime")
    assert faketime is not None, "faketime is not installed"
    told = subprocess.run(
        [faketime, "now", sys.executable, "-c", "import os; print(os.environ['LD_PRELOAD'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip().split(":")[-1]


def _installed(folder: Path) -> tuple[str, ...]:
    """The installed program; from here on nothing is started in the checkout."""
    from tests.desktop.whole.installed import install

    (folder / "installed").mkdir()
    program = install(folder / "installed")
    os.environ.pop("PYTHONPATH", None)
    os.chdir(folder)
    return (str(program),)


def main(days: int, *, speed: int, wheel: bool) -> int:
    """Let whole days pass; the status says whether all came as planned."""
    from tests.desk_session import DeskSession

    folder = Path(tempfile.mkdtemp())
    os.environ |= {"UNCRAMP_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    program = _installed(folder) if wheel else HERE
    session = DeskSession(folder)
    session.start()
    desk = Desk(session, folder, program)
    process = start(desk, speed)
    try:
        pass_until(START + timedelta(days=days), desk, speed, over=lambda: process.poll() is not None)
        records = came()
        told = [one for one in session.record.all if not one.replaces]
        faults = wrong(records)
        print(*faults, sep="\n")
        print(f"{days} days: {len(shown(records))} prompts, {len(told)} notifications, {len(faults)} not as planned.")
        print(f"{len(records) - len(shown(records))} records of what was not shown. {desk.said()}")
        as_planned = not faults and len(told) == len(shown(records)) > 0
        return 0 if as_planned and process.poll() is None else 1
    finally:
        desk._processes.end_all()
        session.end()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("days", type=int, nargs="?", default=3)
    parser.add_argument("--speed", type=int, default=SPEED)
    parser.add_argument("--installed", action="store_true", help="build the wheel, install it afresh, and run that")
    given = parser.parse_args()
    sys.exit(main(given.days, speed=given.speed, wheel=given.installed))
