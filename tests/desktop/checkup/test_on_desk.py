"""``uncramp doctor`` on a real desktop, with the program running and after a fault."""

import signal
from pathlib import Path

import pytest

from desktop.settings import places
from tests.desk import Desk
from tests.desktop.whole.resident import Resident

pytestmark = pytest.mark.desktop


@pytest.fixture
def uncramp(desk: Desk, home: Path, tmp_path: Path) -> Resident:
    return Resident(desk, home, tmp_path)


def test_it_names_the_notification_service_and_how_the_program_runs(uncramp: Resident) -> None:
    uncramp.start()
    report = uncramp.desk.run("doctor").stdout
    assert "[fine] Notifications: dunst" in report
    assert "[fine] Running: " in report
    assert "idle=x11" in report
    assert "last_input_at" not in report
    assert "[fine] Display: DISPLAY=" in report


def test_a_service_that_is_gone_or_deaf_is_told(desk: Desk) -> None:
    desk.session.freeze_notifications()
    assert "No notification service answers" in desk.run("doctor").stdout
    desk.session.start_notifications()
    desk.session.stop_notifications()
    assert "No notification service answers" in desk.run("doctor").stdout


def test_a_fault_leaves_a_report_and_the_program_starts_again(uncramp: Resident) -> None:
    uncramp.start()
    assert uncramp.process is not None
    uncramp.process.send_signal(signal.SIGSEGV)
    assert uncramp.process.wait() == -signal.SIGSEGV
    uncramp.start()
    (report,) = places.log_folder().glob("crash-*.txt")
    told = report.read_text()
    assert "Segmentation fault" in told
    assert "desktop/app.py" in told
    assert "by a fault" in uncramp.desk.run("doctor").stdout
