"""The program in worlds where something is missing, and how it begins and ends there."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.adapters.endpoint import socket_path
from desktop.settings.places import database_path, log_folder
from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

NO_DISPLAY = {"DISPLAY": "", "QT_QPA_PLATFORM": ""}
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
TODAY = "^Today "


def test_without_a_display_prompts_go_to_the_notification_service(uncramp: Resident) -> None:
    uncramp.start(at=EVENING, **NO_DISPLAY)
    uncramp.desk.wait_for_notification("before bed")
    assert uncramp.status()["notifier"] == "freedesktop"
    wait_until(lambda: "Stretch before bed?" in uncramp.desk.said(), "the terminal shows it as well")
    uncramp.desk.press("Not tonight")
    wait_until(lambda: not uncramp.planned("bedtime"), "the answer is heard")


def test_without_display_and_bus_prompts_go_to_the_terminal(uncramp: Resident) -> None:
    uncramp.start(at=EVENING, **NO_DISPLAY, **NO_BUS)
    wait_until(lambda: "Stretch before bed?" in uncramp.desk.said(), "the terminal shows the prompt")
    assert uncramp.status()["notifier"] == "terminal"
    assert uncramp.status()["tray"] is False
    assert uncramp.desk.said().count("Stretch before bed?") == 1
    uncramp.ask("log", "stretch")
    assert uncramp.planned("bedtime") == []


def test_without_a_bus_the_small_window_shows_the_prompt(uncramp: Resident) -> None:
    uncramp.start(at=EVENING, **NO_BUS)
    wait_until(lambda: uncramp.desk.windows("^Uncramp: Stretch"), "the small window")
    assert uncramp.status()["notifier"] == "window"


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_a_display_that_is_not_there_is_as_none(uncramp: Resident, platform: str) -> None:
    uncramp.start(at=EVENING, DISPLAY=":4321", QT_QPA_PLATFORM=platform)
    uncramp.desk.wait_for_notification("before bed")
    refused = uncramp.ask("show", "today")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "display" in refused.err


@pytest.mark.parametrize("window", ["show", "stretch", "relief"])
def test_a_window_without_a_display_is_refused_in_one_line(uncramp: Resident, window: str) -> None:
    done = uncramp.desk.run(window, **NO_DISPLAY)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "display" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_and_takes_its_notifications_along(uncramp: Resident, number: signal.Signals) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    assert uncramp.process is not None
    uncramp.process.send_signal(number)
    assert uncramp.ended() == 0
    wait_until(lambda: not uncramp.desk.shown, "the notification goes")
    assert uncramp.desk.said() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_the_midst_of_the_start_ends_it(uncramp: Resident, number: signal.Signals) -> None:
    process = uncramp.desk.start()
    wait_until(socket_path(database_path()).exists, "it has taken its place")
    process.send_signal(number)
    assert process.wait(timeout=20) in {0, -number}  # the second for a moment after it has taken it
    assert uncramp.desk.said() == ""
    assert not (log_folder() / "running.txt").exists()


def test_quit_ends_it_and_the_next_start_finds_the_place_free(uncramp: Resident) -> None:
    uncramp.start()
    assert uncramp.run("quit").returncode == 0
    assert uncramp.ended() == 0
    uncramp.start()
    assert uncramp.status()["running"] is True


def test_a_start_while_it_runs_raises_today(uncramp: Resident) -> None:
    uncramp.desk.tray_host().start()
    uncramp.start()
    second = uncramp.run()
    assert second.returncode == 0
    wait_until(lambda: uncramp.desk.windows(TODAY), "the window of the first one comes")
    assert len(uncramp.desk.windows(TODAY)) == 1
    assert uncramp.process is not None
    assert uncramp.process.poll() is None


def test_of_eight_that_start_at_once_one_stays(uncramp: Resident) -> None:
    uncramp.desk.tray_host().start()
    command = [sys.executable, "-m", "desktop"]
    starts = [subprocess.Popen(command, env=uncramp.desk.env) for _ in range(8)]
    try:
        wait_until(lambda: sum(one.poll() is None for one in starts) == 1, "seven have handed over")
        assert [one.returncode for one in starts if one.returncode is not None] == [0] * 7
        wait_until(lambda: uncramp.desk.windows(TODAY), "the window was asked for")
        assert len(uncramp.desk.windows(TODAY)) == 1
        uncramp.ask("quit")
        assert [one.wait(timeout=20) for one in starts] == [0] * 8
    finally:
        for one in starts:
            one.kill()
            one.wait()


def test_a_thousand_commands_are_all_answered(uncramp: Resident) -> None:
    uncramp.desk.tray_host().start()
    uncramp.start()
    others = [("heat", "--temp", "34C", "--humidity", "60"), ("settings", "path"), ("status",), ("nonsense",)] * 2
    commands = [("log", "drink", "1ml"), ("undo",), *others] * 100
    with ThreadPoolExecutor(8) as crowd:
        replies = list(crowd.map(lambda words: uncramp.ask(*words), commands))
    assert len(replies) == 1000
    assert all(reply.out or reply.err for reply in replies)
    assert uncramp.status()["intake_ml"] == sum("take back" in reply.err for reply in replies)
