"""What a screen reader finds of the running program, over the accessibility bus itself, and what it can press."""

import os
from pathlib import Path

import pytest

from tests.accessibility_bus import LAUNCHER, Node, desktop
from tests.desk import Desk
from tests.desktop.whole.resident import Resident
from tests.session_bus import wait_until

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        not Path(LAUNCHER).exists() and not os.environ.get("CI"), reason="at-spi2-core is not installed."
    ),
]
BUTTON, LABEL, GROUP, BAR = "push button", "label", "panel", "progress bar"


class ScreenReader:
    """Reads the windows of one running Uncramp."""

    def __init__(self, uncramp: Resident) -> None:
        self.uncramp = uncramp

    def start(self, *arguments: str) -> None:
        """Start the program on a Wednesday at ten."""
        self.uncramp.start(*arguments, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")

    def window(self, title: str) -> Node:
        """A window by its title, once it is there. The toolkit calls a plain window a filler."""
        return desktop(self.uncramp.desk.session.client).named("filler", title)


@pytest.fixture
def reader(desk: Desk, home: Path, tmp_path: Path) -> ScreenReader:
    desk.start_beside(LAUNCHER, "--launch-immediately")
    wait_until(lambda: desk.session.client.owned("org.a11y.Bus"), "the accessibility bus is there")
    return ScreenReader(Resident(desk, home, tmp_path))


def test_today_is_read_from_its_date_to_its_last_line(reader: ScreenReader) -> None:
    reader.start("show", "today")
    reader.uncramp.ask("log", "drink", "250ml", "--at", "09:05")
    today = reader.window("Today – Uncramp")
    today.named(LABEL, "09:05, A drink, 250 ml.")
    read = [node.name for node in today.walk() if node.role == LABEL]
    assert read[0] == "Wednesday, 15 July"
    lines = [name for name in read if name.removeprefix("Now, ")[:2].isdigit()]
    times = [name.removeprefix("Now, ")[:5] for name in lines]
    assert times == sorted(times)
    assert lines[:2] == ["09:00, Desk until 17:30.", "09:05, A drink, 250 ml."]
    assert lines[2].startswith("Now, 10:0")
    assert lines[2].endswith("Desk until 17:30.")
    assert lines[-1] == "22:15, Stretch before bed. Bed is at 23:00."


def test_every_button_has_a_name_of_its_own_and_can_be_pressed(reader: ScreenReader) -> None:
    reader.start("show", "today")
    today = reader.window("Today – Uncramp")
    today.named(BUTTON, "Do now: Stretch before bed, 22:15")
    names = today.names(BUTTON)
    assert "" not in names
    assert len(set(names)) == len(names)
    assert all("Action" in node.interfaces for node in today.walk() if node.role == BUTTON)


def test_the_ring_tells_its_value_and_follows_a_drink(reader: ScreenReader) -> None:
    reader.start("show", "today")
    today = reader.window("Today – Uncramp")
    ring = today.named(BAR, "Drinks today")
    assert (ring.value, ring.description) == ((0, 2000), "0 of 2,000 ml")
    today.named(BUTTON, "+ Glass 250 ml").press()
    wait_until(lambda: ring.value == (250, 2000), "the ring holds the glass")
    assert (ring.value, ring.description) == ((250, 2000), "250 of 2,000 ml")


def test_what_an_advice_rests_on_is_read_out(reader: ScreenReader) -> None:
    reader.start("show", "today")
    reader.window("Today – Uncramp").named(BUTTON, "Why? Stretch before bed, 22:15").press()
    card = reader.window("Why this? – Uncramp")
    card.named(BUTTON, "When to get help")
    read = card.names(LABEL)
    assert read[0].startswith("Stretching the calf and the back of the thigh each evening may help")
    assert read[1:3] == ["Mixed evidence", "There are sound studies, and they do not agree."]
    assert [name.partition(" ")[0] for name in read if " et al." in name] == ["Hallegraeff", "Coppin"]


def test_a_cramp_is_led_through_and_logged_without_looking(reader: ScreenReader) -> None:
    reader.start("show", "today")
    reader.window("Today – Uncramp").named(BUTTON, "I have a cramp now").press()
    relief = reader.window("I have a cramp now – Uncramp")
    relief.named(LABEL, "Where is it?")
    relief.find(BUTTON, lambda name: name.startswith("Yes, one of these"))
    relief.find(BUTTON, lambda name: name.startswith("Calf, left leg")).press()
    relief.find(LABEL, lambda name: name.startswith("Straighten the leg"))
    relief.find(LABEL, lambda name: name.startswith("Gentle pull, never pain."))
    relief.find(BUTTON, lambda name: name.startswith("Worse"))
    relief.named(BUTTON, "Why?").press()
    card = reader.window("Why this? – Uncramp")
    card.named(LABEL, "Expert advice")
    card.named(BUTTON, "Close").press()
    relief.named(BUTTON, "It is over").press()
    relief.find(LABEL, lambda name: name.startswith("Logged: left calf"))
    assert "a cramp" in reader.uncramp.ask("undo").out


def test_a_guide_is_read_and_paused(reader: ScreenReader) -> None:
    reader.start("stretch", "desk")
    guide = reader.window("One minute at the desk – guide")
    guide.named(LABEL, "Step 1 of 2")
    guide.find(LABEL, lambda name: name.startswith("Sit on the front of the chair."))
    guide.find(LABEL, lambda name: name.startswith("Picture: Back of the thigh, on a chair."))
    guide.find(LABEL, lambda name: name.endswith(" s left"))
    guide.find(BAR, lambda name: name.endswith("% of the guide is done"))
    guide.find(BUTTON, lambda name: name.startswith("Pause")).press()
    guide.named(LABEL, "Paused. Press any key to go on.")
    guide.find(BUTTON, lambda name: name.startswith("Go on"))
