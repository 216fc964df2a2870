import json
import shlex
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.adapters.store import StoreError, StoreSetAsideError
from desktop.commands.answering import answer_line
from desktop.commands.reply import failed
from desktop.commands.run import run
from desktop.commands.windows import Window
from desktop.commands.wire import read_reply, written_request
from desktop.errors import UncrampError
from desktop.ports import LogEntry
from tests.desktop.commands.recording_desk import RecordingDesk

WORDS = [
    *(
        "log",
        "drink",
        "cramp",
        "stretch",
        "undo",
        "status",
        "pause",
        "resume",
        "plan",
        "heat",
        "show",
        "relief",
        "quit",
    ),
    *(
        "--at",
        "--json",
        "--temp",
        "--humidity",
        "--days",
        "--date",
        "--note",
        "--lasted",
        "--severity",
        "-h",
        "--",
        "-",
    ),
    *("250ml", "10:00", "until", "tomorrow", "34C", "60", "2026-07-15", "0", "", "\n", "\udcff", "ago", "none"),
]


@pytest.mark.parametrize(
    ("line", "opened"),
    [
        ("stretch", (Window.GUIDE, None)),
        ("stretch warm-up", (Window.GUIDE, "warm-up")),
        ("relief", (Window.RELIEF, None)),
        ("sos", (Window.RELIEF, None)),
        ("show", (Window.TODAY, None)),
        ("show today", (Window.TODAY, None)),
        ("show schedule", (Window.SCHEDULE, None)),
        ("show settings", (Window.SETTINGS, None)),
    ],
)
def test_windows_are_opened(counter: RecordingDesk, line: str, opened: tuple[Window, str | None]) -> None:
    assert counter.ask(line).status == 0
    assert counter.opened == [opened]


def test_a_window_that_cannot_be_opened_is_told(counter: RecordingDesk) -> None:
    counter.refusal = UncrampError("There is no screen", "Use the commands instead.")
    reply = counter.ask("relief")
    assert (reply.status, reply.err) == (1, "uncramp: There is no screen. Use the commands instead.\n")


def test_quit_ends_the_instance(counter: RecordingDesk) -> None:
    assert counter.ask("quit").status == 0
    assert counter.quits == 1


def test_help_is_an_answer(counter: RecordingDesk) -> None:
    assert counter.ask("log --help").out.startswith("usage: uncramp log")


def test_an_error_is_one_line_whatever_is_in_it() -> None:
    reply = failed(UncrampError("It said\n\nno", "Ask\tagain."))
    assert reply.err == "uncramp: It said no. Ask again.\n"


@pytest.mark.parametrize("line", ["log drink 250ml", "undo", "status", "status --json", "pause 30m", "resume", "plan"])
def test_a_store_that_refuses_is_told_and_nothing_changed(counter: RecordingDesk, line: str) -> None:
    counter.store.failure = StoreError("The records are in use.", "Try again.")
    reply = counter.ask(line)
    assert (reply.status, reply.out) == (1, "")
    assert reply.err == "uncramp: The records are in use. Try again.\n"
    assert counter.changes == 0


def test_a_damaged_file_that_was_set_aside_does_not_lose_the_log(
    counter: RecordingDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage = [StoreSetAsideError(tmp_path / "kept.db", 3)]
    add = counter.store.add

    def set_aside_once(entry: LogEntry, zone: str) -> int:
        if damage:
            raise damage.pop()
        return add(entry, zone)

    monkeypatch.setattr(counter.store, "add", set_aside_once)
    reply = counter.ask("log drink 250ml")
    assert reply.status == 0
    assert "kept.db" in reply.err
    assert counter.journal.intake_ml() == 250


@pytest.mark.parametrize("line", ["log drink 250ml", "status", "pause 30m"])
def test_settings_that_cannot_be_used_are_told_beside_the_answer(counter: RecordingDesk, line: str) -> None:
    counter.settings_problem = UncrampError("settings.toml has 1 problem.")
    reply = counter.ask(line)
    assert reply.status == 0
    assert reply.out
    assert reply.err.startswith("uncramp: settings.toml has 1 problem.")


def test_a_request_that_came_in_is_answered_on_a_line(counter: RecordingDesk) -> None:
    reply = read_reply(answer_line(written_request(["log", "drink", "250ml"]), counter))
    assert reply.status == 0
    assert counter.journal.intake_ml() == 250


@pytest.mark.parametrize(
    "line", [b"\n", b"hello\n", b"[]\n", b"{}\n", b'{"argv": "undo"}\n', b'{"argv": [1]}\n', b"\xff\n", b"[" * 99999]
)
def test_a_line_that_is_no_request_is_answered_too(counter: RecordingDesk, line: bytes) -> None:
    answer = answer_line(line, counter)
    assert answer.endswith(b"\n")
    assert read_reply(answer).status == 2


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["plan", "--days", "60"],
        ["plan", "--settings", "other.toml"],
        ["heat", "--temp", "34C", "--humidity", "60"],
        ["settings", "path"],
        ["--help"],
        ["--version"],
        ["log", "--help"],
        ["dance"],
    ],
)
def test_what_is_not_forwarded_is_not_answered_by_the_instance(counter: RecordingDesk, argv: list[str]) -> None:
    reply = read_reply(answer_line(written_request(argv), counter))
    assert (reply.status, reply.out, reply.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "argv",
    [
        ["plan"],
        ["plan", "--json"],
        ["plan", "--days", "2"],
        ["plan", "--date", "2026-07-15"],
        ["status"],
        ["sos"],
        ["show", "today"],
        ["pause", "1h"],
    ],
)
def test_what_is_forwarded_is_answered(counter: RecordingDesk, argv: list[str]) -> None:
    reply = read_reply(answer_line(written_request(argv), counter))
    assert (reply.status, reply.err) == (0, "")
    assert reply.out


@pytest.mark.parametrize("line", [b"\n", b"[]\n", b'{"status": 0}\n', b'{"status": "0", "out": "", "err": ""}\n'])
def test_a_line_that_is_no_reply_is_no_reply(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_reply(line)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=7))
def test_whatever_is_typed_is_answered(counter: RecordingDesk, words: list[str]) -> None:
    reply = run(words, counter)
    assert reply.status in {0, 1, 2}
    assert bool(reply.err) == bool(reply.status)
    assert reply.err.count("\n") <= 1
    assert bool(reply.out) != bool(reply.err)


REQUEST = st.dictionaries(st.sampled_from(["argv", "a"]), st.recursive(st.none() | st.text() | st.floats(), st.lists))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(line=st.binary(max_size=60) | REQUEST.map(lambda value: json.dumps(value).encode()) | st.just(b"[" * 60_000))
def test_whatever_comes_over_the_socket_is_answered_in_one_line(counter: RecordingDesk, line: bytes) -> None:
    answer = answer_line(line + b"\n", counter)
    assert answer.count(b"\n") == 1
    assert read_reply(answer).status in {0, 1, 2}


def test_json_stays_json_in_every_locale(counter: RecordingDesk) -> None:
    out = run(shlex.split("plan --json"), counter).out
    assert out.isascii()
    assert json.loads(out)
