"""``uncramp doctor`` tells what works here and what does not, and nothing of the person."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.adapters.crash_report import KEPT, RUNNING, CrashReport, reports
from desktop.adapters.store import SqliteStore
from desktop.checkup import files, instance, machine, run, session
from desktop.commands.reply import Reply
from desktop.health import Finding, Health, Topic
from desktop.settings import places
from desktop.wording import checkup as words
from schedules.history import Cramp
from tests.clock import FakeClock


def found() -> dict[Topic, Finding]:
    return {finding.topic: finding for finding in run.findings()}


def test_without_a_desktop_it_says_what_is_not_there_and_what_comes_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    report = run.doctor()
    assert "[look] Display: Windows cannot be shown." in report
    assert "[look] Notifications: There is no session bus." in report
    assert "[look] Running: Uncramp is not running." in report
    assert "[fine] Program: Uncramp " in report
    assert "PySide6-Essentials" in report


def test_every_topic_and_reason_has_words() -> None:
    for finding in run.findings():
        assert words.line(finding).startswith("[")
    for why in words._reasons():
        told = words.line(Finding(topic=Topic.LOG, health=Health.POOR, why=why))
        assert why not in told.split(" – ")


def test_it_looks_at_everything_there_is_a_topic_for() -> None:
    assert set(found()) == set(Topic)


@pytest.mark.parametrize("out", ["", "no answer of ours", "null", "[]"])
def test_one_that_cannot_tell_how_it_does_is_no_fault_of_the_check_up(
    monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    """As while another program holds the records: ``uncramp status`` is refused."""
    monkeypatch.setattr(instance, "send", lambda *_told: Reply(status=1, out=out, err="The records are in use."))
    assert "[look] Running: Uncramp runs and cannot tell how it does." in run.doctor()


def test_settings_with_errors_are_counted(home: Path) -> None:
    (home / "settings.toml").write_text("version = 1\n[drink]\non = 3\nlongest_gap_min = 0\n")
    finding = found()[Topic.SETTINGS]
    assert (finding.health, finding.facts[0]) == (Health.POOR, "2")


def test_records_are_looked_at_without_a_word_of_what_is_in_them(home: Path, clock: FakeClock) -> None:
    store = SqliteStore(places.database_path(), clock)
    store.open()
    store.add(Cramp(onset_at=clock.now(), note="behind the knee"), "Europe/Berlin")
    store.close()
    finding = found()[Topic.RECORDS]
    assert finding.health is Health.FINE
    assert "knee" not in run.doctor()


@pytest.mark.parametrize(
    ("content", "why"), [(b"SQLite format 3\x00" + b"\xff" * 8000, "unreadable"), (b"no database at all", "unreadable")]
)
def test_broken_records_are_told_and_left_alone(content: bytes, why: str) -> None:
    places.database_path().write_bytes(content)
    assert found()[Topic.RECORDS].why == why
    assert places.database_path().read_bytes() == content


def test_a_disk_without_room_is_told_before_and_after_there_are_records(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    usage = shutil.disk_usage(places.log_folder().anchor)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage._replace(free=4096))
    assert {found()[topic].why for topic in (Topic.RECORDS, Topic.LOG)} == {"no-room"}
    SqliteStore(places.database_path(), clock).open()
    assert found()[Topic.RECORDS].why == "no-room"


def test_files_that_may_only_be_read_are_told(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> None:
    SqliteStore(places.database_path(), clock).open()
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert {found()[topic].why for topic in (Topic.RECORDS, Topic.LOG)} == {"read-only"}


def test_records_of_a_newer_version_are_told() -> None:
    with sqlite3.connect(places.database_path()) as connection:
        connection.execute("PRAGMA user_version = 900")
    connection.close()
    assert found()[Topic.RECORDS].why == "newer"


def test_a_guide_that_cannot_be_used_is_named(home: Path) -> None:
    (home / "guides").mkdir()
    (home / "guides" / "mine.toml").write_text("nonsense")
    assert found()[Topic.GUIDES].facts == ("mine",)


def test_a_program_that_is_missing_is_named() -> None:
    finding = machine.programs(Topic.VOICE, ("no-such-program-here",))
    assert (finding.why, finding.facts) == ("no-program", ("no-such-program-here",))


def test_the_person_is_not_in_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    person = tmp_path / "maria"
    person.mkdir()
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.delenv("UNCRAMP_HOME")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable)
    report = run.doctor()
    assert "maria" not in report
    assert "~/.local/state/uncramp/log" in report


def test_another_system_is_said_to_be_untried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert {finding.why for finding in session.session()} == {"other-platform"}


def test_a_fault_leaves_a_report_that_the_next_start_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "maria"))
    folder = tmp_path / "log"
    folder.mkdir()
    told = f'Fatal Python error: Segmentation fault\n  File "{tmp_path}/maria/.local/app.py", line 3 in main\n'
    (folder / RUNNING).write_text(told)
    assert files.log(folder).why == "crash"
    watch = CrashReport(folder)
    watch.start()
    (kept,) = reports(folder)
    assert "Segmentation" in kept.read_text()
    assert files.log(folder).why == "crash"
    assert "maria" not in kept.read_text()
    watch.stop()
    assert not (folder / RUNNING).exists()


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    watch = CrashReport(tmp_path)
    watch.start()
    watch.stop()
    watch.stop()
    assert list(tmp_path.glob("*.txt")) == []


def test_only_the_newest_reports_stay(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"crash-{number}.txt").write_text("x")
    watch = CrashReport(tmp_path)
    watch.start()
    watch.stop()
    assert [report.stem for report in reports(tmp_path)] == ["crash-3", "crash-4", "crash-5"]
    assert KEPT == 3


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    watch = CrashReport(tmp_path / "is" / "not" / "there")
    watch.start()
    watch.stop()
    assert not (tmp_path / "is").exists()
