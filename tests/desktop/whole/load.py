"""What a process holds of the machine, and a day's load in minutes: ``python -m tests.desktop.whole.load``."""

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

COMMANDS, PROMPTS = 100_000, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a process holds."""

    threads: int
    files: int
    memory_kb: int
    """Private memory."""


def use_of(pid: int | None = None) -> Use:
    """What a process holds now, by the kernel; without a number, this one."""
    folder = Path("/proc") / str(pid or os.getpid())
    private = [line.split() for line in (folder / "smaps_rollup").read_text().splitlines() if "Private_" in line]
    return Use(
        threads=len(list((folder / "task").iterdir())),
        files=len(list((folder / "fd").iterdir())),
        memory_kb=sum(int(parts[1]) for parts in private),
    )


def commands(count: int) -> None:
    """Have a running program log and take back, and compare what it holds before and after."""
    from desktop.commands.client import UnansweredError, send
    from desktop.settings.places import database_path
    from tests.desk import Desk
    from tests.desk_session import DeskSession
    from tests.session_bus import wait_until

    folder = Path(tempfile.mkdtemp())
    os.environ |= {"UNCRAMP_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    session = DeskSession(folder)
    session.start()
    desk = Desk(session, folder)
    process = desk.start()
    wait_until(lambda: send(["status"], database_path()) is not None, "it answers")
    began, longest, unanswered = time.monotonic(), 0.0, 0
    try:
        for number in range(count // 2):
            if number % (count // 20) == 0:
                print(
                    f"{number * 2:>7} commands in {time.monotonic() - began:.0f} s: {use_of(process.pid)}", flush=True
                )
            for words in (["log", "drink", "10ml"], ["undo"]):
                asked = time.monotonic()
                try:
                    reply = send(words, database_path())
                except UnansweredError:  # on a machine that is busy with other things for seconds
                    unanswered += 1
                    continue
                longest = max(longest, time.monotonic() - asked)
                assert reply is not None, desk.said()
                assert reply.status == 0 or unanswered, reply.err
        print(f"{count:>7} commands in {time.monotonic() - began:.0f} s: {use_of(process.pid)}")
        print(f"The longest answer took {longest:.2f} s; {unanswered} came too late.")
    finally:
        desk._processes.end_all()
        session.end()


def prompts(count: int) -> None:
    """Show prompts on a real notification daemon and take them away, and compare what this process holds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    from desktop.adapters.clock import SystemClock
    from desktop.adapters.notifier_terminal import TerminalNotifier
    from desktop.notifying import headless_chain
    from desktop.ports import Notice
    from tests.desk_session import DeskSession

    folder = Path(tempfile.mkdtemp())
    session = DeskSession(folder)
    session.start()
    os.environ |= session.env
    app = QCoreApplication([])
    clock = SystemClock()
    chain = headless_chain(clock, TerminalNotifier(sys.stderr, clock))
    loop = QEventLoop()
    chain.shown.connect(lambda _shown: loop.quit())
    try:
        for number in range(count):
            if number % (count // 10) == 0:
                print(f"{number:>7} prompts: {use_of()}", flush=True)
                session.record.forget()  # what this process itself notes down of them is not the program's
            key = f"prompt {number}"
            QTimer.singleShot(0, app, lambda key=key: chain.show(Notice(key=key, title="A drink?", body="250 ml")))
            loop.exec()
            chain.withdraw(key)
        print(f"{count:>7} prompts: {use_of()}, through {chain.name}")
    finally:
        chain.close()
        session.end()


if __name__ == "__main__":
    prompts(PROMPTS)
    commands(COMMANDS)
