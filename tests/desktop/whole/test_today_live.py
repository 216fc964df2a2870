"""Today in the running program: what is moved in the window is what comes, also past midnight."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.accessibility_bus import LAUNCHER, Node, desktop
from tests.desk import Desk
from tests.desktop.whole.resident import SETTLED, WEDNESDAY, Resident
from tests.session_bus import wait_until

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        not Path(LAUNCHER).exists() and not os.environ.get("CI"), reason="at-spi2-core is not installed."
    ),
]
BUTTON, LABEL, FIELD = "push button", "label", "text"
TITLE = "Today – Uncramp"
LATE = """version = 1
[[day]]
name = "Late"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "10:00"
bed = "02:00"
"""


class Screen:
    """The program, its windows as a screen reader knows them, and the keys."""

    def __init__(self, uncramp: Resident) -> None:
        self.uncramp = uncramp

    def start(self, at: datetime = WEDNESDAY) -> Node:
        self.uncramp.start("show", "today", at=at, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        return self.window(TITLE)

    def window(self, title: str) -> Node:
        return desktop(self.uncramp.desk.session.client).named("filler", title)

    def type(self, title: str, text: str, *keys: str) -> None:
        """Type into the window with a title, as at a keyboard."""
        desk = self.uncramp.desk
        wait_until(lambda: desk.windows(title), f"{title} is there")
        desk.xdotool("windowactivate", "--sync", desk.windows(title)[0])
        desk.xdotool("type", "--delay", "5", text)
        desk.xdotool("key", *keys)


@pytest.fixture
def screen(desk: Desk, home: Path, tmp_path: Path) -> Screen:
    desk.start_beside(LAUNCHER, "--launch-immediately")
    wait_until(lambda: desk.session.client.owned("org.a11y.Bus"), "the accessibility bus is there")
    return Screen(Resident(desk, home, tmp_path))


def test_a_prompt_that_is_moved_comes_when_the_window_says(screen: Screen) -> None:
    uncramp, today = screen.uncramp, screen.start()
    today.named(BUTTON, "Move: Stretch before bed, 22:15").press()
    today.find(FIELD, lambda name: "from 22:15 to when?" in name)
    screen.type(TITLE, "9:30pm")
    today.named(LABEL, "It will come at 21:30.")
    screen.type(TITLE, "", "Return")
    today.named(LABEL, "21:30, Stretch before bed. You chose this time.")
    (due_at,) = uncramp.planned("bedtime")
    assert due_at == WEDNESDAY.replace(hour=21, minute=30)
    uncramp.clock.move(timedelta(hours=11, minutes=25))
    uncramp.stir()
    wait_until(lambda: uncramp.planned("drink") == [], "what came due meanwhile is let go")
    uncramp.clock.move(SETTLED)  # what comes due waits a little after a sleep
    uncramp.stir()
    uncramp.desk.wait_for_notification("Stretch before bed")
    assert uncramp.planned("bedtime") == []


def test_a_drink_of_earlier_is_typed_changed_and_deleted(screen: Screen) -> None:
    uncramp, today = screen.uncramp, screen.start()
    today.named(BUTTON, "Other…").press()
    today.named(FIELD, "When? Empty means now")
    screen.type(TITLE, "300", "Tab")
    screen.type(TITLE, "9", "Return")
    today.named(LABEL, "09:00, A drink, 300 ml.")
    today.named(BUTTON, "Edit: A drink, 300 ml, 09:00").press()
    screen.window("Change an entry").find(FIELD, lambda name: name.startswith("How much"))
    screen.type("Change an entry", "", "ctrl+a")
    screen.type("Change an entry", "200", "Return")
    today.named(LABEL, "Changed: 09:00, 200 ml")
    wait_until(lambda: uncramp.status()["intake_ml"] == 200, "the amount is changed")
    today.named(BUTTON, "Edit: A drink, 200 ml, 09:00").press()
    screen.window("Change an entry").named(BUTTON, "Delete").press()
    wait_until(lambda: uncramp.status()["intake_ml"] == 0, "the drink is gone")
    today.named(BUTTON, "Undo").press()
    wait_until(lambda: uncramp.status()["intake_ml"] == 200, "the drink is back")


def test_past_midnight_it_is_still_the_day_that_began_with_waking(screen: Screen) -> None:
    uncramp = screen.uncramp
    uncramp.settings(LATE)
    today = screen.start(WEDNESDAY.replace(hour=0, minute=20) + timedelta(days=1))
    today.named(LABEL, "Wednesday, 15 July")
    today.named(LABEL, "It is past midnight. This is still Wednesday's day.")
    today.find(LABEL, lambda name: name.startswith("01:15, Stretch before bed"))
    today.named(BUTTON, "Skip: Stretch before bed, 01:15").press()
    today.named(LABEL, "01:15, Skipped: Before bed.")
    assert uncramp.planned("bedtime") == []
    today.named(BUTTON, "Bring back: Skipped: Before bed, 01:15").press()
    wait_until(lambda: len(uncramp.planned("bedtime")) == 1, "it comes after all")
    today.named(BUTTON, "Previous day").press()
    today.named(LABEL, "Tuesday, 14 July")
    today.named(BUTTON, "Back to today").press()
    today.named(LABEL, "Wednesday, 15 July")
