"""Faults of the world while the program runs: nothing that was confirmed is lost, and it goes on or ends in order."""

import os
import resource
import shlex
import signal
import sqlite3
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.autostart_here import autostart
from desktop.settings.places import database_path, log_folder
from tests.desk import Desk
from tests.desk_session import DeskSession
from tests.desktop.whole.load import Use, use_of
from tests.desktop.whole.resident import EVENING, SETTLED, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

WITHOUT_RIGHTS = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""Even who may do everything is to be refused by a file that may only be read."""
PRIVATE = """
version = 1
[heat]
source = "typed"
place = "Springfield"
latitude = 39.78
longitude = -89.65
"""

COMMANDS = 120
"""As many as fit into a test; ``make soak`` gives a hundred thousand."""


@pytest.fixture
def frail(desk_session: DeskSession, _own_world: None, home: Path, tmp_path: Path) -> Iterator[Resident]:
    """The program on a desk of its own, which a test may break."""
    session = DeskSession(tmp_path)
    session.start()
    desk = Desk(session, tmp_path)
    try:
        yield Resident(desk, home, tmp_path)
    finally:
        desk._processes.end_all()
        session.end()


def killed(resident: Resident, name: str) -> None:
    """Kill a program of the desk, as a fault would."""
    (process,) = [each for each in resident.desk.session.processes._running if f"'{name}'" in repr(each.args)]
    process.kill()
    process.wait()


def test_a_screen_that_goes_away_ends_it_and_loses_nothing(frail: Resident) -> None:
    frail.start(at=EVENING)
    frail.desk.wait_for_notification("before bed")
    assert frail.ask("log", "drink", "300ml").status == 0
    killed(frail, "Xvfb")
    assert frail.ended() == 1
    assert not list(log_folder().glob("crash-*.txt"))
    assert '"intake_ml": 300' in frail.run("status", "--json", DISPLAY="").stdout
    frail.start(DISPLAY="", QT_QPA_PLATFORM="")
    assert frail.status()["intake_ml"] == 300


def test_a_bus_that_goes_away_leaves_the_small_window(frail: Resident) -> None:
    frail.start()
    killed(frail, "dbus-daemon")
    frail.leap_to("drink")
    wait_until(lambda: frail.desk.windows("^Uncramp: "), "the small window")
    assert frail.ask("log", "drink").status == 0
    assert frail.ask("quit").status == 0
    assert frail.ended() == 0


def test_a_full_disk_refuses_what_it_cannot_keep_and_the_program_goes_on(uncramp: Resident) -> None:
    uncramp.start()
    assert uncramp.ask("log", "drink", "200ml").status == 0
    assert uncramp.process is not None
    pid = uncramp.process.pid
    usual = resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    refused = uncramp.ask("log", "drink", "100ml")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    uncramp.clock.move(EVENING - uncramp.clock.now())
    uncramp.ask("pause", "1m")
    uncramp.ask("resume")
    resource.prlimit(pid, resource.RLIMIT_FSIZE, usual)
    assert uncramp.ask("log", "drink", "50ml").status == 0
    assert uncramp.status()["intake_ml"] == 250


def test_records_of_a_newer_version_are_left_alone_and_told(uncramp: Resident) -> None:
    connection = sqlite3.connect(database_path())
    connection.execute("PRAGMA user_version = 900")
    connection.execute("CREATE TABLE to_come (id)")
    connection.commit()
    connection.close()
    before = database_path().read_bytes()
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("newer")
    uncramp.desk.wait_for_notification("before bed")
    assert uncramp.ask("quit").status == 0
    assert uncramp.ended() == 0
    assert database_path().read_bytes() == before


def test_many_commands_leave_nothing_behind(uncramp: Resident) -> None:
    uncramp.desk.tray_host().start()  # with a tray and with settings no window comes by itself
    uncramp.settings("version = 1")
    uncramp.start()
    assert uncramp.process is not None
    for _ in range(20):  # what is made once is made by now
        assert uncramp.ask("log", "drink", "10ml").status == 0
        assert uncramp.ask("undo").status == 0
    before = use_of(uncramp.process.pid)
    for _ in range(COMMANDS // 2):
        assert uncramp.ask("log", "drink", "10ml").status == 0
        assert uncramp.ask("undo").status == 0
    pid = uncramp.process.pid

    def at_rest() -> bool:  # what comes once may come late on a busy machine; what each command leaves is a hundred
        now = use_of(pid)
        return now.threads <= before.threads + 2 and now.files <= before.files + 5

    wait_until(at_rest, "nothing is held that was not before")
    after = use_of(pid)
    assert after.memory_kb - before.memory_kb < 2_000
    assert uncramp.status()["intake_ml"] == 0


def test_a_day_of_clock_steps_shows_each_prompt_once(uncramp: Resident) -> None:
    """A clock that is wrong by minutes and is set right again, both ways."""
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    for minutes in (-30, 30, -7, 7):
        uncramp.clock.move(timedelta(minutes=minutes))
        uncramp.stir()
    assert len([shown for shown in uncramp.desk.shown if "before bed" in f"{shown.title}{shown.body}"]) <= 1


def test_a_home_that_may_only_be_read_is_told_and_stops_no_prompt(uncramp: Resident) -> None:
    log_folder().mkdir(mode=0o555)
    uncramp.home.chmod(0o555)
    try:
        process = uncramp.desk._processes.start(
            [*WITHOUT_RIGHTS, sys.executable, "-m", "desktop"], uncramp.desk.env, "uncramp"
        )
        wait_until(uncramp.answers, "it answers")
        uncramp.desk.wait_for_notification("cannot be opened or written")
        refused = uncramp.ask("log", "drink", "200ml")
        assert (refused.status, refused.err.count("\n")) == (1, 1)
        uncramp.home.chmod(0o755)
        assert uncramp.ask("log", "drink", "200ml").status == 0
        assert uncramp.status()["intake_ml"] == 200
        assert uncramp.ask("quit").status == 0
        assert process.wait(timeout=20) == 0
        assert uncramp.desk.said() == ""
    finally:
        uncramp.home.chmod(0o755)
        log_folder().chmod(0o755)


def at_sign_in(file: Path) -> tuple[list[str], Path]:
    """What a desktop makes of an entry of its autostart folder: a command, and where to run it."""
    said = dict(line.partition("=")[::2] for line in file.read_text().splitlines()[1:])
    return shlex.split(said["Exec"]), Path(said.get("Path", "."))


def test_a_crash_leaves_a_report_and_the_next_sign_in_starts_it_again(
    uncramp: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = autostart()
    entry.turn(on=True)
    uncramp.start()
    assert uncramp.ask("log", "drink", "300ml").status == 0
    assert uncramp.process is not None
    uncramp.process.send_signal(signal.SIGSEGV)
    assert uncramp.ended() == -signal.SIGSEGV
    command, folder = at_sign_in(Path(entry.place))
    monkeypatch.chdir(folder)
    again = uncramp.desk._processes.start(command, uncramp.desk.env | uncramp.clock.env(followed=True), "uncramp")
    wait_until(uncramp.answers, "it answers")
    (report,) = log_folder().glob("crash-*.txt")
    assert "app.py" in report.read_text()
    assert uncramp.status()["intake_ml"] == 300
    assert report.name in uncramp.run("doctor").stdout
    assert uncramp.ask("quit").status == 0
    assert again.wait(timeout=20) == 0
    assert not (log_folder() / "running.txt").exists()


def test_the_log_of_a_bad_day_says_nothing_of_the_person(uncramp: Resident) -> None:
    """A note of a cramp, a place, a guide of one's own: whatever goes wrong, they stay out of it."""
    uncramp.settings(PRIVATE)
    (uncramp.home / "guides").mkdir()
    (uncramp.home / "guides" / "mine.toml").write_text('id = "mine"\ntitle = "After Anna"\nposition = 3')
    uncramp.start()
    told = ["log", "cramp", "--note", "behind the knee, after a row with Anna"]
    assert uncramp.ask(*told).status == 0
    assert uncramp.ask("log", "drink", "300ml").status == 0
    uncramp.ask("stretch", "mine")
    database_path().write_bytes(b"no database any more, said Anna" * 300)
    uncramp.ask(*told)
    database_path().unlink()
    database_path().mkdir()
    assert uncramp.ask(*told).status == 1
    uncramp.settings(PRIVATE + 'note = "Anna"')
    uncramp.clock.move(SETTLED)
    uncramp.stir()
    assert uncramp.ask("quit").status == 0
    assert uncramp.ended() == 0
    said = "".join(file.read_text() for file in log_folder().glob("*")) + uncramp.desk.said()
    assert "WARNING" in said
    for private in ("Anna", "knee", "Springfield", "39.78", str(Path.home())):
        assert private not in said


def test_two_that_start_at_the_same_files_are_one(uncramp: Resident) -> None:
    """One with a display and one without, as after a sign-in over the network."""
    uncramp.start()
    second = uncramp.run(DISPLAY="", QT_QPA_PLATFORM="")
    assert (second.returncode, uncramp.status()["running"]) == (0, True)


def test_use_counts_what_a_process_holds() -> None:
    own = use_of()
    assert isinstance(own, Use)
    assert min(own.threads, own.files, own.memory_kb) > 0
