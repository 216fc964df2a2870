"""A microphone or a camera in use, by what the kernel and the sound server say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.answering_program import AnsweringProgram
from desktop.adapters.presence_call import CallSensor, camera_is_open, cards_record, server_records
from desktop.sensing import Matter
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.notifier_contract import wait_for


@pytest.fixture
def kernel(tmp_path: Path) -> Path:
    """A sound card that plays and does not record, and a camera that nobody holds."""
    for stream, state in (("pcm0p", "state: RUNNING\nowner_pid: 1\n"), ("pcm0c", "closed\n")):
        folder = tmp_path / "asound" / "card0" / stream / "sub0"
        folder.mkdir(parents=True)
        (folder / "status").write_text(state)
    (tmp_path / "refcnt").write_text("0\n")
    return tmp_path


def looked(qtbot: QtBot, kernel: Path, program: str = "/nonexistent/pactl", *arguments: str) -> bool | None:
    sensor = CallSensor(kernel / "asound", kernel / "refcnt", AnsweringProgram(program, *arguments))
    hearing = Hearing(sensor)
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    wait_for(qtbot, lambda: done == [1])
    sensor.close()
    return hearing.is_so(Matter.CALL)


def test_what_plays_is_no_call(qtbot: QtBot, kernel: Path) -> None:
    assert looked(qtbot, kernel) is False


def test_what_records_is(qtbot: QtBot, kernel: Path) -> None:
    (kernel / "asound/card0/pcm0c/sub0/status").write_text("state: RUNNING\n")
    assert looked(qtbot, kernel) is True


def test_a_camera_that_is_held_is(qtbot: QtBot, kernel: Path) -> None:
    (kernel / "refcnt").write_text("2\n")
    assert looked(qtbot, kernel) is True


def test_where_the_kernel_says_nothing_nothing_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    assert looked(qtbot, tmp_path) is None
    assert cards_record(tmp_path) is None
    (tmp_path / "refcnt").write_text("many\n")
    assert camera_is_open(tmp_path / "refcnt") is None


@pytest.mark.parametrize(
    ("outputs", "records"),
    [
        ([], False),
        ([{"corked": False, "resample_method": "copy"}], True),
        ([{"corked": True, "resample_method": "copy"}], False),
        ([{"corked": False, "resample_method": "peaks"}], False),
        ([{"resample_method": "peaks"}, {"corked": False}], True),
        ([{"corked": False, "properties": {"stream.capture.sink": "true"}}], False),
        ([{"corked": False, "properties": {"resample.peaks": "true"}}], False),
        ([{"corked": False, "properties": {"target.object": "mic"}}], True),
        ([{"properties": "none"}], None),
        ({"unheard": "of"}, None),
        (7, None),
    ],
)
def test_the_sound_server_is_asked_for_what_has_no_card(
    qtbot: QtBot, kernel: Path, monkeypatch: pytest.MonkeyPatch, outputs: object, records: bool | None
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/somewhere")
    assert looked(qtbot, kernel, "echo", json.dumps(outputs)) is bool(records)
    assert server_records(json.dumps(outputs).encode()) is records


@pytest.mark.parametrize("said", [None, b"", b"Connection refused", b"\xff"])
def test_a_sound_server_that_says_nothing_of_sense(said: bytes | None) -> None:
    assert server_records(said) is None


def test_nobody_starts_a_sound_server(
    qtbot: QtBot, kernel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    assert looked(qtbot, kernel, "touch", str(tmp_path / "started")) is False
    assert not (tmp_path / "started").exists()


@pytest.fixture
def told() -> list[bytes | None]:
    return []


@pytest.fixture
def ask(qtbot: QtBot, told: list[bytes | None]) -> Callable[[AnsweringProgram], None]:
    def ask(program: AnsweringProgram) -> None:
        program.ask(told.append)
        wait_for(qtbot, lambda: bool(told))

    return ask


def test_a_program_that_is_asked_twice_at_once_runs_once(
    qtbot: QtBot, told: list[bytes | None], ask: Callable[[AnsweringProgram], None], tmp_path: Path
) -> None:
    program = AnsweringProgram(
        "sh", "-c", f"echo x >> {tmp_path}/runs; cat {tmp_path}/runs; echo $MORE", environment=["MORE=1"]
    )
    assert program.is_there
    program.ask(told.append)
    ask(program)
    assert told == [b"x\n1\n", b"x\n1\n"]


def test_a_program_that_fails_is_not_there_or_hangs(
    told: list[bytes | None], ask: Callable[[AnsweringProgram], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF no program")
    broken.chmod(0o700)
    monkeypatch.setattr("desktop.adapters.answering_program._PATIENCE_MS", 50)
    for program in (
        AnsweringProgram("false"),
        AnsweringProgram("/nonexistent/program"),
        AnsweringProgram(str(broken)),
        AnsweringProgram("sleep", "1000"),
    ):
        told.clear()
        ask(program)
        assert told == [None]
