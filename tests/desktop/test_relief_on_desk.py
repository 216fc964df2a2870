"""A cramp on a real desktop: the key from anywhere, one key for the place, and the record in the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

TITLE = "I have a cramp now"


def cramps(home: Path) -> list[tuple[str | None, str | None, int | None]]:
    with closing(sqlite3.connect(home / "uncramp.db")) as store:
        return store.execute("SELECT muscle, side, lasted FROM cramps").fetchall()


def test_from_the_key_to_the_record(desk: Desk, home: Path) -> None:
    desk.start()

    def opened_by_key() -> tuple[str, ...]:
        desk.xdotool("key", "ctrl+alt+c")
        return desk.windows(TITLE)

    wait_until(opened_by_key, "the relief opens")
    (window,) = desk.windows(TITLE)

    def answered() -> bool:
        # Answered more than once it only says again that the person lies in bed.
        desk.press_keys(window, "4")
        return bool(cramps(home)) and cramps(home)[0][:2] == ("calf", "right")

    wait_until(answered, "the answer is in the store")

    def closed() -> bool:
        if desk.windows(TITLE):
            desk.press_keys(window, "Escape")
        return not desk.windows(TITLE)

    wait_until(closed, "it closes")
    wait_until(lambda: cramps(home)[0][2] is not None, "how long it took is in the store")
    assert len(cramps(home)) == 1
    assert desk.run("relief").returncode == 0
    wait_until(lambda: desk.windows(TITLE), "the command opens it again")
