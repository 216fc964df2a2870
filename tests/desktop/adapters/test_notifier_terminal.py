import io
import os
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.notifier_terminal import TerminalNotifier
from tests.clock import FakeClock
from tests.desktop.notifier_contract import FailureContract, NotifierContract, Stage, a_notice

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def stage(qtbot: QtBot, clock: FakeClock) -> Stage:
    stream = io.StringIO()

    def on_show() -> list[tuple[str, str]]:
        lines = [line.removeprefix("14:00 ").partition(" – ") for line in stream.getvalue().splitlines()]
        return [(title, body) for title, _, body in lines]

    return Stage(notifier=TerminalNotifier(stream, clock, zone=PARIS), on_show=on_show, break_down=stream.close)


class TestTerminal(NotifierContract, FailureContract):
    pass


def test_a_line_says_when_and_what(clock: FakeClock) -> None:
    stream = io.StringIO()
    TerminalNotifier(stream, clock, zone=PARIS).show(a_notice(body="One\ntwo"))
    assert stream.getvalue() == "14:00 A glass of water – One two\n"


def test_the_machines_own_zone_is_the_default(clock: FakeClock) -> None:
    stream = io.StringIO()
    TerminalNotifier(stream, clock).show(a_notice(body=""))
    assert stream.getvalue() == "07:00 A glass of water\n"


def test_text_does_not_steer_the_terminal(clock: FakeClock) -> None:
    stream = io.StringIO()
    TerminalNotifier(stream, clock).show(a_notice(title="\x1b]0;mine\x07 \x9b2J", body="\r"))
    assert stream.getvalue() == "07:00 ]0;mine 2J\n"


def test_a_terminal_with_few_characters_gets_the_line_all_the_same(clock: FakeClock) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    TerminalNotifier(stream, clock).show(a_notice(title="5 °C", body="now"))
    assert raw.getvalue() == b"07:00 5 ?C ? now\n"


@pytest.fixture
def full_pipe() -> Iterator[io.TextIOWrapper]:
    """A pipe whose reader stands still."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writing, True)
    with os.fdopen(writing, "w", encoding="utf-8") as stream, os.fdopen(reading, "rb"):
        yield stream


def test_a_reader_that_stands_still_does_not_hold_the_program(
    full_pipe: io.TextIOWrapper, clock: FakeClock, qtbot: QtBot
) -> None:
    stage = Stage(notifier=TerminalNotifier(full_pipe, clock), on_show=list)
    stage.notifier.show(a_notice())
    assert [failure.error for failure in stage.failures] == ["The terminal takes no more."]


def test_a_reader_that_went_away_is_told(clock: FakeClock, qtbot: QtBot) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    stream = os.fdopen(writing, "w", encoding="utf-8")
    stage = Stage(notifier=TerminalNotifier(stream, clock), on_show=list)
    stage.notifier.show(a_notice())
    assert "pipe" in stage.failures[0].error.lower()
    with pytest.raises(BrokenPipeError):
        stream.close()
