"""A process that works on a store and says on standard output what the store has confirmed; run by `test_store_*`.

One line for each confirmed record, as JSON, written only after the store's method has returned.
"""

import json
import os
import resource
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.adapters.store import SqliteStore, StoreError
from desktop.wording.catalog import _
from schedules.history import Cramp, Drink, Exercise, Outcome, PromptRecord, RoutineDone, StepDone
from schedules.prompts import Kind
from schedules.settings import Effort
from tests.clock import START, FakeClock

PATIENCE = timedelta(seconds=30)


def say(**words: object) -> None:
    """In one piece: others write to the same pipe."""
    os.write(sys.stdout.fileno(), f"{json.dumps(words)}\n".encode())


def open_store(path: Path, patience: timedelta = PATIENCE) -> SqliteStore:
    store = SqliteStore(path, FakeClock(), busy_timeout=patience)
    store.open()
    return store


def log(path: Path, name: str) -> None:
    """One record for each line of standard input, the kinds in turn."""
    store = open_store(path)
    for number, _line in enumerate(sys.stdin, start=1):
        mark = f"{name}/{number}"
        match number % 5:
            case 0:
                store.add(Drink(at=START, volume_ml=number), name)
                say(kind="drink", zone=name, number=number)
            case 1:
                cramp = store.add(Cramp(onset_at=START, note=mark), name)
                say(kind="cramp", note=mark)
                store.replace(Cramp(onset_at=START, lasted=timedelta(seconds=number), note=mark, id=cramp))
                say(kind="cramp lasted", note=mark, number=number)
            case 2:
                store.save_prompt(PromptRecord(key=mark, kind=Kind.MOVE, due_at=START, outcome=Outcome.DONE), name)
                say(kind="prompt", key=mark)
            case 3:
                routine = store.add(RoutineDone(started_at=START, routine=mark), name)
                store.add_steps(routine, (StepDone(index=index, step=mark, done=True) for index in range(3)))
                say(kind="routine", routine=mark)
            case _:
                exercise = store.add(Exercise(started_at=START, lasted=timedelta(0), effort=Effort.LIGHT), name)
                store.remove(Exercise(started_at=START, lasted=timedelta(0), effort=Effort.LIGHT, id=exercise))
                store.set_state(name, mark)
                say(kind="state", key=name, number=number)


def open_only(path: Path, _argument: str) -> None:
    """Open a store, and tell what it says."""
    say(kind="ready")
    notice = SqliteStore(path, FakeClock(), busy_timeout=PATIENCE).open()
    say(kind="opened", notice=notice and str(notice))


def open_without_room(path: Path, _argument: str) -> None:
    """Open a store where no file can grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        say(kind="opened", notice=str(SqliteStore(path, FakeClock()).open()))
    except StoreError as error:
        say(kind="error", title=error.title, remedy=error.remedy)


def undo_all(path: Path, _argument: str) -> None:
    """Take back until nothing is left; tell the number of each."""
    store = open_store(path)
    say(kind="ready")
    sys.stdin.readline()
    while (entry := store.undo()) is not None:
        say(kind="undone", number=entry.id)


def hold(path: Path, begin: str) -> None:
    """Hold a lock on the file until standard input ends."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(begin)
    say(kind="held")
    sys.stdin.read()


def without_rights(path: Path, _argument: str) -> None:
    """Use a store in a folder that may not be written."""
    _("The catalog is opened while there are rights to open it.")
    if os.geteuid() == 0:
        os.setuid(65534)
    store = SqliteStore(path, FakeClock())
    drink = Drink(at=START, volume_ml=1)
    tries: tuple[Callable[[], object], ...] = (
        lambda: store.add(drink, "UTC"),
        store.undo,
        lambda: store.set_paused_until(START),
        lambda: len(store.history(START).drinks),
        lambda: store.add(drink, "UTC"),
    )
    for attempt in tries:
        try:
            say(kind="done", result=attempt())
        except StoreError as error:
            say(kind="error", title=error.title, remedy=error.remedy)


def until_full(path: Path, room: str) -> None:
    """Log until there is no room; the limit on the size of a file stands for the end of the disk."""
    store = open_store(path)
    limit = path.stat().st_size + int(room)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    refused = 0
    for number in count(1):
        try:
            store.add(Cramp(onset_at=START, note=f"{number} {'x' * 500}"), "UTC")
            say(kind="cramp", number=number)
        except StoreError as error:
            say(kind="error", title=error.title, remedy=error.remedy)
            refused += 1
        if refused == 3:
            break
    say(kind="still readable", count=len(store.history(datetime(2000, 1, 1, tzinfo=UTC)).cramps))


if __name__ == "__main__":
    work, file, argument = sys.argv[1:]
    {
        "log": log,
        "open": open_only,
        "open-without-room": open_without_room,
        "undo": undo_all,
        "hold": hold,
        "without-rights": without_rights,
        "until-full": until_full,
    }[work](Path(file), argument)
