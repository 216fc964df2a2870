"""What a process holds of the machine, and a day's load in minutes: ``python -m tests.desktop.whole.load``."""

import os
import socket
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from desktop.commands.reply import Reply

COMMANDS, PROMPTS = 100_000, 10_000
BATCH = 200
"""Commands that are sent at once."""
GROWTH_KB = 2_000
"""What the memory of a process may swing by."""
PATIENCE_S = 300.0
"""For the answers to a batch: the machine may be busy with other things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a process holds."""

    threads: int
    files: int
    memory_kb: int
    """Private memory that was written to: what is only read is private or shared by what else runs."""


def use_of(pid: int | None = None) -> Use:
    """What a process holds now, by the kernel; without a number, this one."""
    folder = Path("/proc") / str(pid or os.getpid())
    private = [line.split() for line in (folder / "smaps_rollup").read_text().splitlines() if "Private_Dirty" in line]
    return Use(
        threads=len(list((folder / "task").iterdir())),
        files=len(list((folder / "fd").iterdir())),
        memory_kb=sum(int(parts[1]) for parts in private),
    )


def has_grown(used: list[Use]) -> bool:
    """Whether more is held at the end than once all that is made once was made: after a fifth of the way."""
    settled, last = used[len(used) // 5], used[-1]
    grown = last.memory_kb - settled.memory_kb
    print(f"Grown by {grown} kB, {last.threads - settled.threads} threads, {last.files - settled.files} files.")
    return grown > GROWTH_KB or last.threads > settled.threads or last.files > settled.files + 1


def told(batch: list[list[str]]) -> list[Reply]:
    """The answers to many commands, all sent at once over one connection."""
    from desktop.adapters.endpoint import socket_path
    from desktop.commands.wire import read_reply, written_request
    from desktop.settings.places import database_path

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(PATIENCE_S)
        connection.connect(str(socket_path(database_path())))
        connection.sendall(b"".join(map(written_request, batch)))
        with connection.makefile("rb") as answers:
            return [read_reply(answers.readline()) for _ in batch]


def answers() -> bool:
    """Whether the program answers. On a busy machine its start may take longer than a command waits."""
    from desktop.commands.client import UnansweredError, send
    from desktop.settings.places import database_path

    try:
        return send(["status"], database_path()) is not None
    except UnansweredError:
        return False


def commands(count: int) -> list[Use]:
    """Have a running program log and take back, and compare what it holds before and after."""
    from tests.desk import Desk
    from tests.desk_session import DeskSession
    from tests.session_bus import wait_until

    folder = Path(tempfile.mkdtemp())
    os.environ |= {"UNCRAMP_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    (folder / "settings.toml").write_text("version = 1\n", encoding="utf-8")  # a window of the first minute would move
    session = DeskSession(folder)
    session.start()
    desk = Desk(session, folder)
    process = desk.start()
    wait_until(answers, "it answers")
    used: list[Use] = []
    batch, began = [["log", "drink", "10ml"], ["undo"]] * (BATCH // 2), time.monotonic()
    try:
        for number in range(0, count, BATCH):
            if number % (count // 20) < BATCH:
                used.append(use_of(process.pid))
                print(f"{number:>7} commands in {time.monotonic() - began:.0f} s: {used[-1]}", flush=True)
            refused = [reply.err for reply in told(batch) if reply.status]
            assert refused == [], desk.said()
        used.append(use_of(process.pid))
        print(f"{count:>7} commands in {time.monotonic() - began:.0f} s: {used[-1]}")
        return used
    finally:
        desk._processes.end_all()
        session.end()


def prompts(count: int) -> list[Use]:
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
    used: list[Use] = []
    chain.shown.connect(lambda _shown: loop.quit())
    try:
        for number in range(count):
            if number % (count // 10) == 0:
                used.append(use_of())
                print(f"{number:>7} prompts: {used[-1]}", flush=True)
                session.record.forget()  # what this process itself notes down of them is not the program's
            key = f"prompt {number}"
            QTimer.singleShot(0, app, lambda key=key: chain.show(Notice(key=key, title="A drink?", body="250 ml")))
            loop.exec()
            chain.withdraw(key)
        used.append(use_of())
        print(f"{count:>7} prompts: {used[-1]}, through {chain.name}")
        return used
    finally:
        chain.close()
        session.end()


if __name__ == "__main__":
    sys.exit(1 if has_grown(prompts(PROMPTS)) or has_grown(commands(COMMANDS)) else 0)
