"""A notification service that is deaf, missing or can less: the prompt comes all the same, and nothing stands still."""

import sys
from pathlib import Path

import pytest

from tests.desk_session import Processes
from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import NOTIFICATIONS, wait_until

pytestmark = pytest.mark.desktop

LETTER = """
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
line = QLineEdit()
line.setWindowTitle("A letter")
line.textChanged.connect(lambda text: print(text, flush=True))
line.show()
line.activateWindow()
application.exec()
"""
"""A program that somebody is writing in."""

NOTIFY_SEND = """#!/bin/sh
printf '%s\\n' "$*" >> '{told}'
"""

GREY_EDGE = 16
"""Pixels between the edge of the prompt window and its buttons."""
ROW = 52
"""Pixels from one row of its buttons to the next."""


@pytest.fixture
def processes(tmp_path: Path) -> Processes:
    folder = tmp_path / "programs"
    folder.mkdir()
    return Processes(folder)


def prompt_window(uncramp: Resident) -> str:
    """Uncramp's own small window, once it is on the screen."""
    wait_until(lambda: uncramp.desk.windows("^Uncramp: "), "the small window")
    return uncramp.desk.windows("^Uncramp: ")[0]


def click_first_button(uncramp: Resident, window: str, rows: int = 1) -> None:
    """Click the first button of the small window, which has so many rows of them at its lower edge."""
    said = dict(line.split("=") for line in uncramp.desk.xdotool("getwindowgeometry", "--shell", window).splitlines())
    x, y, height = int(said["X"]), int(said["Y"]), int(said["HEIGHT"])
    above = height - GREY_EDGE - 20 - (rows - 1) * ROW
    uncramp.desk.xdotool("mousemove", str(x + GREY_EDGE + 30), str(y + above), "click", "1")


def test_without_a_service_the_small_window_has_the_same_buttons(uncramp: Resident) -> None:
    uncramp.desk.session.stop_notifications()
    uncramp.start()
    uncramp.leap_to("drink")
    click_first_button(uncramp, prompt_window(uncramp))
    wait_until(lambda: uncramp.status()["intake_ml"] == 250, "the drink is logged")
    assert uncramp.desk.windows("^Uncramp: ") == ()
    assert uncramp.status()["notifier"] == "window"


def test_the_small_window_leaves_the_keyboard_where_it_was(uncramp: Resident, processes: Processes) -> None:
    uncramp.desk.session.stop_notifications()
    uncramp.desk.tray_host().start()  # without one, Today would open over the letter
    processes.start([sys.executable, "-c", LETTER], uncramp.desk.env, "letter")
    wait_until(lambda: uncramp.desk.windows("^A letter$"), "the letter is open")
    (letter,) = uncramp.desk.windows("^A letter$")
    wait_until(lambda: uncramp.desk.xdotool("getactivewindow") == letter, "the letter has the keyboard")
    uncramp.start()
    uncramp.leap_to("drink")
    window = prompt_window(uncramp)
    uncramp.desk.xdotool("type", "dear")
    wait_until(lambda: processes.log_of("letter").read_text().endswith("dear\n"), "the letter is written on")
    click_first_button(uncramp, window)
    uncramp.desk.xdotool("type", "est")
    wait_until(lambda: processes.log_of("letter").read_text().endswith("dearest\n"), "and after a click as well")
    processes.end_all()


def test_a_frozen_service_hands_over_and_holds_nothing_up(uncramp: Resident) -> None:
    uncramp.start()
    wait_until(lambda: uncramp.status()["notifier"] == "freedesktop", "the service is known")
    uncramp.desk.session.freeze_notifications()
    uncramp.leap_to("drink")
    answered = 0
    while not uncramp.desk.windows("^Uncramp: Time for a glass"):
        answered += uncramp.status()["running"]
    assert answered > 5
    assert uncramp.status()["notifier"] == "window"
    click_first_button(uncramp, prompt_window(uncramp))
    wait_until(lambda: uncramp.status()["intake_ml"] == 250, "the drink is logged")


def test_a_service_that_wakes_up_late_does_not_show_the_prompt_a_second_time(uncramp: Resident) -> None:
    uncramp.start()
    wait_until(lambda: uncramp.status()["notifier"] == "freedesktop", "the service is known")
    uncramp.desk.session.freeze_notifications()
    uncramp.leap_to("drink")
    prompt_window(uncramp)
    uncramp.desk.session.start_notifications()
    wait_until(lambda: uncramp.desk.session.record.all, "the late bubble comes")
    wait_until(lambda: not uncramp.desk.shown, "it is taken away")
    assert len(uncramp.desk.windows("^Uncramp: ")) == 1


def test_a_service_that_dies_with_a_prompt_on_show_hands_it_over(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.desk.session.stop_notifications()
    click_first_button(uncramp, prompt_window(uncramp), rows=2)
    wait_until(lambda: uncramp.planned("bedtime") == [], "it was answered there")
    uncramp.desk.session.start_notifications()
    wait_until(lambda: uncramp.status()["notifier"] == "freedesktop", "the service is trusted again")


def test_a_service_that_comes_back_is_used_again(uncramp: Resident) -> None:
    uncramp.desk.session.stop_notifications()
    uncramp.start(at=EVENING)
    prompt_window(uncramp)
    uncramp.desk.session.start_notifications()
    wait_until(lambda: uncramp.status()["notifier"] == "freedesktop", "the service is trusted again")


def test_a_service_that_takes_only_plain_notifications_gets_them_from_plyer(
    uncramp: Resident, processes: Processes, tmp_path: Path
) -> None:
    uncramp.desk.session.stop_notifications()
    service = [sys.executable, "-m", "tests.desktop.adapters.notification_service", "actions", "--silent"]
    processes.start(service, uncramp.desk.env, "service")
    wait_until(lambda: uncramp.desk.session.client.owned(NOTIFICATIONS), "the service is there")
    programs, told = tmp_path / "bin", tmp_path / "told"
    programs.mkdir()
    (programs / "notify-send").write_text(NOTIFY_SEND.format(told=told))
    (programs / "notify-send").chmod(0o755)
    uncramp.start(at=EVENING, PATH=f"{programs}:{uncramp.desk.env['PATH']}")
    wait_until(told.exists, "notify-send is called")
    assert "Stretch before bed?" in told.read_text()
    assert uncramp.status()["notifier"] == "plyer"
    assert uncramp.desk.windows("^Uncramp: ") == ()
    processes.end_all()
