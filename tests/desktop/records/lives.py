"""A life with one of everything in it, in a database on disk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.adapters.store import SqliteStore
from desktop.adapters.store_access import StoreAccess
from desktop.records.files import OwnFiles, own_files
from schedules.history import (
    Cramp,
    Drink,
    Exercise,
    Muscle,
    Outcome,
    PromptRecord,
    RoutineDone,
    Side,
    StepDone,
    Trigger,
)
from schedules.prompts import Kind
from schedules.settings import Effort
from tests.clock import FakeClock

NOON = datetime(2026, 7, 15, 17, 0, 0, 123456, tzinfo=UTC)
ZONE = "America/Chicago"
CRAMP = Cramp(
    onset_at=NOON + timedelta(hours=9),
    lasted=timedelta(seconds=160, microseconds=5),
    at_night=True,
    muscle=Muscle.CALF,
    side=Side.LEFT,
    severity_nrs=7,
    sleep_disturbance_nrs=0,
    sore_next_day=False,
    trigger=Trigger.LONG_SITTING,
    tried=("stretch", "warmth"),
    helped=("stretch",),
    note='=1+1, "quoted"; Wadenkrampf\nzweite Zeile – 🌙',
)


def live(database: Path) -> SqliteStore:
    """The records of a life; close the store when done."""
    store = SqliteStore(database, FakeClock())
    store.add(Drink(at=NOON, volume_ml=250), ZONE)
    store.add(Drink(at=NOON, volume_ml=250), ZONE)
    gone = store.add(Drink(at=NOON, volume_ml=999), ZONE)
    store.remove(Drink(at=NOON, volume_ml=999, id=gone))
    guided = store.add(
        RoutineDone(started_at=NOON, routine="bedtime", lasted=timedelta(seconds=182.5), steps_done=2, steps=6), ZONE
    )
    store.add_steps(
        guided,
        (
            StepDone(index=0, step="calf", side=Side.LEFT, held=timedelta(seconds=30), done=True),
            StepDone(index=1, step="calf", side=Side.RIGHT, held=timedelta(seconds=3.25)),
        ),
    )
    store.add(RoutineDone(started_at=NOON, routine="move", feeling="good"), "Europe/Berlin")
    store.add(CRAMP, ZONE)
    store.add(Cramp(onset_at=NOON), ZONE)
    store.add(Exercise(started_at=NOON, lasted=timedelta(hours=1), effort=Effort.HARD), ZONE)
    prompt = PromptRecord(key="2026-07-15 drink 1", kind=Kind.DRINK, also=(Kind.MOVE,), due_at=NOON, volume_ml=250)
    store.save_prompt(prompt, ZONE)
    store.save_prompt(replace(prompt, key="2", also=(), outcome=Outcome.DONE, outcome_at=NOON, volume_ml=None), ZONE)
    return store


def access(database: Path) -> StoreAccess:
    """The way to a database."""
    return StoreAccess(database, FakeClock(), timedelta(seconds=1))


def lived_in() -> OwnFiles:
    """This test's own files, with something in each."""
    files = own_files()
    live(files.database).close()
    files.settings.parent.mkdir(parents=True, exist_ok=True)
    files.settings.write_text("# mine\n[you]\ndrink_goal_ml = 1800\n", encoding="utf-8")
    files.guides.mkdir()
    (files.guides / "own.toml").write_text('title = "Own"\n', encoding="utf-8")
    for folder in (files.cache, files.log):
        folder.mkdir(parents=True)
        (folder / "something").write_bytes(b"x")
    return files
