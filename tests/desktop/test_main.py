"""The command ``uncramp`` as it is run: as a process of its own, in worlds where something is broken or missing."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TextIO

import pytest

import desktop.__main__ as command_line
from desktop.adapters.endpoint import secure, socket_path
from desktop.commands.windows import Window

CHECKOUT = Path(__file__).parents[2]
FULL = Path("/dev/full")
QT_FREE = (
    *("--help", "--version", "log drink 250ml", "undo", "status --json", "pause 30m", "resume", "plan --json", "quit"),
    *("heat --temp 34C --humidity 60", "settings check", "settings path", "log cramp --help", "nonsense"),
)


def uncramp(
    line: str, *, env: Mapping[str, str] | None = None, stdout: int | TextIO = subprocess.PIPE
) -> "subprocess.CompletedProcess[str]":
    """Run a command line; without an environment of its own in that of the test."""
    command = [sys.executable, "-m", "desktop", *line.split()]
    return subprocess.run(command, cwd=CHECKOUT, env=env, stdout=stdout, stderr=subprocess.PIPE, check=False, text=True)


def test_a_drink_is_logged_and_counted() -> None:
    logged = uncramp("log drink 250ml")
    assert (logged.returncode, logged.stderr) == (0, "")
    assert logged.stdout.startswith("Noted: 250 ml")
    assert json.loads(uncramp("status --json").stdout)["intake_ml"] == 250


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("plan --json --days 2", 0),
        ("status", 0),
        ("pause 30m", 0),
        ("resume", 0),
        ("heat --temp 34C --humidity 60 --json", 0),
        ("settings check", 0),
        ("settings path", 0),
        ("undo", 1),
        ("quit", 1),
        ("log drink 9l", 2),
        ("log drink 250ml --at 99:99", 2),
        ("plan --weather nowhere.json", 2),
        ("nonsense", 2),
    ],
)
def test_the_status_and_the_stream_tell_how_it_went(line: str, status: int) -> None:
    done = uncramp(line)
    assert done.returncode == status
    assert bool(done.stdout) == (status == 0)
    assert bool(done.stderr) == (status != 0)
    assert done.stderr.count("\n") <= 1


def test_the_settings_are_checked_line_by_line(home: Path) -> None:
    file = home / "settings.toml"
    file.write_text("version = 1\n[you]\ndrink_goal_ml = 9000\nglass_ml = true\n", encoding="utf-8")
    for line in ("settings check", f"settings check {file}"):
        done = uncramp(line)
        assert done.returncode == 2
        assert "settings.toml:3" in done.stdout
        assert "settings.toml:4" in done.stdout
        assert "2 problems" in done.stderr


def test_settings_that_are_fine_are_said_to_be(home: Path) -> None:
    (home / "settings.toml").write_text("version = 1\n", encoding="utf-8")
    assert "fine" in uncramp("settings check").stdout


def test_settings_that_are_not_there_are_told_where_they_are_looked_for(tmp_path: Path) -> None:
    assert uncramp(f"settings check {tmp_path / 'none.toml'}").returncode == 2


def test_with_broken_settings_logging_goes_on_and_planning_stops(home: Path) -> None:
    (home / "settings.toml").write_text("version = [", encoding="utf-8")
    logged = uncramp("log drink 250ml")
    assert logged.returncode == 0
    assert "settings check" in logged.stderr
    planned = uncramp("plan")
    assert (planned.returncode, planned.stdout) == (2, "")
    assert planned.stderr.count("\n") == 1


def test_a_broken_database_is_set_aside_and_the_log_is_kept(home: Path) -> None:
    (home / "uncramp.db").write_bytes(b"this is no database " * 1000)
    logged = uncramp("log drink 250ml")
    assert logged.returncode == 0
    assert "damaged" in logged.stderr
    assert json.loads(uncramp("status --json").stdout)["intake_ml"] == 250


def test_a_database_in_use_is_told(home: Path) -> None:
    uncramp("log drink 250ml")
    with sqlite3.connect(home / "uncramp.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = uncramp("log drink 250ml")
    other.close()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def without_qt(folder: Path) -> dict[str, str]:
    """The environment in which Qt cannot be imported."""
    package = folder / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text("raise ImportError('libEGL.so.1 is missing')", encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(folder)}


@pytest.mark.parametrize("line", QT_FREE)
def test_no_command_that_opens_no_window_imports_qt(line: str, tmp_path: Path) -> None:
    with_qt = uncramp(line)
    done = uncramp(line, env=without_qt(tmp_path))
    assert done.returncode == with_qt.returncode
    assert "libEGL" not in done.stderr


def test_where_qt_is_broken_the_doctor_says_so(tmp_path: Path) -> None:
    done = uncramp("doctor", env=without_qt(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("[look] Program: ")
    assert "libEGL.so.1 is missing" in done.stdout.splitlines()[0]
    assert "[fine] Guides: " in done.stdout


@pytest.mark.parametrize("line", ["", "show", "stretch", "relief", "sos"])
def test_without_qt_the_application_says_what_is_missing(line: str, tmp_path: Path) -> None:
    done = uncramp(line, env=without_qt(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "libEGL" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("line", ["--help", "--version", "log --help", "relief --help"])
def test_help_and_the_version_need_nothing_at_all(line: str, home: Path) -> None:
    (home / "settings.toml").write_text("version = [", encoding="utf-8")
    (home / "uncramp.db").write_bytes(b"broken")
    for env in ({}, {"UNCRAMP_HOME": str(home)}, {"UNCRAMP_HOME": "/proc/none", "XDG_RUNTIME_DIR": "/proc", "TZ": "?"}):
        done = uncramp(line, env=env)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = uncramp("plan --json --days 30", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_an_output_the_log_is_kept() -> None:
    line = f"exec {sys.executable} -m desktop log drink 250ml >&- 2>&-"
    assert subprocess.run(["sh", "-c", line], cwd=CHECKOUT, check=False).returncode == 0
    assert json.loads(uncramp("status --json").stdout)["intake_ml"] == 250


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_an_output_that_is_full_is_told() -> None:
    with FULL.open("w", encoding="ascii") as full:
        done = uncramp("plan", stdout=full)
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert done.stderr.count("\n") == 1


def test_words_that_the_output_cannot_write_are_spelled_out() -> None:
    done = uncramp("log drink lots", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 2
    assert r"\u201clots\u201d" in done.stderr


def test_bytes_that_are_no_text_are_taken(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "log", "drink", os.fsdecode(b"\xff\xfe")]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_ctrl_c_ends_without_a_word(home: Path) -> None:
    path = socket_path(home / "uncramp.db")
    secure(path.parent)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen()
        # Who starts the tests in the background has their children ignore Ctrl-C.
        heard = ["env", "--default-signal=INT"] if sys.platform == "linux" else []
        command = [*heard, sys.executable, "-m", "desktop", "status"]
        process = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # It waits for an answer from an instance that gives none.
        connection, _address = listener.accept()
        with connection:
            assert connection.recv(100)
            process.send_signal(signal.SIGINT)
            assert process.communicate() == ("", "")
    assert process.returncode == 130


@pytest.mark.parametrize(
    ("line", "window", "routine"),
    [
        ("", None, None),
        ("show", Window.TODAY, None),
        ("show schedule", Window.SCHEDULE, None),
        ("stretch", Window.GUIDE, None),
        ("stretch warm-up", Window.GUIDE, "warm-up"),
        ("sos", Window.RELIEF, None),
    ],
)
def test_a_window_starts_the_application_where_none_runs(
    line: str, window: Window | None, routine: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[Window | None, str | None]] = []

    def main(*, open_window: Window | None, routine: str | None) -> int:
        started.append((open_window, routine))
        return 7

    application = ModuleType("desktop.app")
    application.main = main  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desktop.app", application)
    assert command_line.answer(line.split()).status == 7
    assert started == [(window, routine)]
