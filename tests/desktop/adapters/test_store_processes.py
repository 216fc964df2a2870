"""The store under several processes at once, some of which are killed: nothing that was confirmed is lost."""

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from desktop.adapters.store import SqliteStore, StoreSetAsideError
from desktop.adapters.store_tables import DRINKS
from schedules.history import Drink
from tests.clock import START, FakeClock

PROCESSES = 4
ROUNDS = 8
WITHOUT_END = 1000
CHECKOUT = Path(__file__).parents[3]


def test_nothing_confirmed_is_lost_when_processes_are_killed(tmp_path: Path) -> None:
    path = tmp_path / "uncramp.db"
    chance = random.Random(20260715)  # noqa: S311 - it only picks the moments
    confirmed: list[dict[str, Any]] = []
    for killing in range(ROUNDS):
        names = [f"{killing}-{number}" for number in range(PROCESSES)]
        lines, end = os.pipe()
        with ExitStack() as stack, os.fdopen(lines) as output:
            workers = [stack.enter_context(worker("log", path, name, stdout=end)) for name in names]
            os.close(end)
            for each in workers:
                go(each, WITHOUT_END)
            confirmed += [json.loads(line) for line in islice(output, chance.randrange(1, 60))]
            # They are anywhere in their work now.
            for each in chance.sample(workers, PROCESSES):
                each.kill()
            confirmed += [json.loads(line) for line in output]
    assert len(confirmed) > ROUNDS
    assert missing(path, confirmed) == []


def missing(path: Path, confirmed: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was confirmed and is not in the file, as the store reads it."""
    store = SqliteStore(path, FakeClock())
    assert store.open() is None
    found = store.history(START)
    cramps = {cramp.note: cramp.lasted for cramp in found.cramps}
    routines = {routine.routine: len(store.steps_of(routine.id or 0)) for routine in found.routines}
    prompts = {prompt.key for prompt in found.prompts}
    connection = sqlite3.connect(path)
    drinks = set(connection.execute("SELECT zone, volume_ml FROM drinks"))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()

    def is_there(line: dict[str, Any]) -> bool:
        match line:
            case {"kind": "drink", "zone": zone, "number": number}:
                return (zone, number) in drinks
            case {"kind": "cramp", "note": note}:
                return note in cramps
            case {"kind": "cramp lasted", "note": note, "number": number}:
                return cramps.get(note) == timedelta(seconds=number)
            case {"kind": "prompt", "key": key}:
                return key in prompts
            case {"kind": "routine", "routine": routine}:
                return routines.get(routine) == 3
            case {"kind": "state", "key": key, "number": number}:
                return bool(int((store.get_state(key) or "/0").split("/")[1]) >= number)
        raise ValueError(line)

    lost = [each for each in confirmed if not is_there(each)]
    store.close()
    return lost


def test_what_is_missing_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "uncramp.db"
    SqliteStore(path, FakeClock()).open()
    never = [{"kind": "drink", "zone": "0-0", "number": 5}, {"kind": "state", "key": "0-0", "number": 4}]
    assert missing(path, never) == never


def test_processes_that_undo_at_once_never_take_the_same_entry(tmp_path: Path) -> None:
    path = tmp_path / "uncramp.db"
    store = SqliteStore(path, FakeClock())
    numbers = {store.add(Drink(at=START, volume_ml=volume), "UTC") for volume in range(60)}
    with ExitStack() as stack:
        workers = [stack.enter_context(worker("undo", path)) for _ in range(PROCESSES)]
        for each in workers:
            assert told(each, 1) == [{"kind": "ready"}]
        for each in workers:
            go(each, 1)
        undone = [line["number"] for each in workers for line in told(each)]
    assert sorted(undone) == sorted(numbers)
    assert store.undo() is None
    store.close()


def test_processes_that_make_the_file_at_once_make_one(tmp_path: Path) -> None:
    path = tmp_path / "records" / "uncramp.db"
    with ExitStack() as stack:
        workers = [stack.enter_context(worker("log", path, f"0-{number}")) for number in range(PROCESSES)]
        for each in workers:
            go(each, 1)
        confirmed = [line for each in workers for line in told(each, 1)]
    assert len(confirmed) == PROCESSES
    assert missing(path, confirmed) == []


@pytest.mark.parametrize("at", [0, 5000])
def test_processes_that_find_it_broken_at_once_set_it_aside_once(tmp_path: Path, at: int) -> None:
    path = tmp_path / "uncramp.db"
    store = SqliteStore(path, FakeClock())
    store.add(Drink(at=START, volume_ml=1), "UTC")
    store.close()
    content = bytearray(path.read_bytes())
    content[at : at + 20000] = b"\xff" * len(content[at : at + 20000])
    path.write_bytes(content)
    path.with_name("uncramp.db-journal").write_bytes(b"cut short")
    with ExitStack() as stack:
        workers = [stack.enter_context(worker("log", path, f"0-{number}")) for number in range(PROCESSES)]
        for each in workers:
            go(each, 5)
        confirmed = [line for each in workers for line in told(each, 5)]
    assert missing(path, confirmed) == []
    assert [kept.read_bytes() for kept in tmp_path.glob("uncramp.db.broken-*")] == [content]


def test_a_process_killed_while_it_sets_a_file_aside_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "uncramp.db"
    store = SqliteStore(path, FakeClock())
    with store._access.transaction("BEGIN IMMEDIATE") as connection:
        drink = DRINKS.values(Drink(at=START, volume_ml=1))
        connection.executemany(DRINKS.insert, ((number, "UTC", *drink) for number in range(1, 30_000)))
    store.close()
    content = bytearray(path.read_bytes())
    content[-4096 * 40 :: 4096] = b"\xff" * 40
    chance = random.Random(20260715)  # noqa: S311 - it only picks the moments
    for killing in range(ROUNDS):
        path = tmp_path / str(killing) / "uncramp.db"
        path.parent.mkdir()
        path.write_bytes(content)
        path.with_name("uncramp.db-journal").write_bytes(b"cut short")
        with worker("open", path) as process:
            assert told(process, 1) == [{"kind": "ready"}]
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0, 0.3))
            process.kill()
        store = SqliteStore(path, FakeClock())
        with suppress(StoreSetAsideError):
            store.history(START)
        assert len(store.history(START).drinks) > 20_000
        store.close()
        kept = [each for each in path.parent.glob("uncramp.db.broken-*") if not each.name.endswith("-journal")]
        assert {each.read_bytes() for each in kept} == {bytes(content)}


@contextmanager
def worker(work: str, path: Path, argument: str = "", stdout: int = subprocess.PIPE) -> Iterator[subprocess.Popen[str]]:
    """A process of `store_worker`; killed and waited for at the end, if it still runs."""
    command = [sys.executable, "-m", "tests.desktop.adapters.store_worker", work, str(path), argument]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=stdout, text=True, cwd=CHECKOUT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def go(process: subprocess.Popen[str], times: int) -> None:
    """Let it do its work that often."""
    assert process.stdin is not None
    process.stdin.write("go\n" * times)
    process.stdin.flush()


def told(process: subprocess.Popen[str], lines: int | None = None) -> list[dict[str, Any]]:
    """Its next lines, or all that are left."""
    assert process.stdout is not None
    return [json.loads(line) for line in islice(process.stdout, lines)]
