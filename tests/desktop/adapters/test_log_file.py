"""The log: small, and without a word of what a person told."""

import logging
import sys
from pathlib import Path

import pytest

from desktop.adapters.log_file import NAME, OLD, Discreet, LogFile, start_logging

FULL = Path("/dev/full")
NOTE, PLACE = "behind the knee, after the argument with Anna", "52.52, 13.40"


def warn(handler: logging.Handler, text: str, error: BaseException | None = None) -> None:
    """One warning, as a logger hands it on."""
    caught = None if error is None else (type(error), error, error.__traceback__)
    handler.handle(logging.LogRecord("test", logging.WARNING, "", 0, text, (), caught))


def test_a_file_that_is_full_is_begun_anew_while_it_runs(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / NAME, largest=1000)
    for number in range(200):
        warn(handler, f"warning {number}")
        assert (tmp_path / NAME).stat().st_size < 1100
    handler.close()
    assert (tmp_path / NAME).read_text().endswith("warning 199\n")
    assert (tmp_path / OLD).stat().st_size < 1100


def test_a_file_that_was_taken_away_is_no_hindrance(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / NAME, largest=5)
    warn(handler, "before")
    (tmp_path / NAME).unlink()
    warn(handler, "meanwhile")
    handler.close()


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    handler = LogFile(FULL)
    warn(handler, "no room")
    handler.close()
    assert capsys.readouterr() == ("", "")


def test_a_file_that_cannot_be_opened_is_no_hindrance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As on a disk that may only be read: the warning of just that ended the planning that gave it."""
    (tmp_path / NAME).mkdir()
    handler = LogFile(tmp_path / NAME)
    warn(handler, "nowhere to go")
    handler.close()
    assert capsys.readouterr() == ("", "")


def test_what_an_exception_says_is_left_out(tmp_path: Path) -> None:
    def first() -> None:
        raise ValueError(NOTE)

    def second() -> None:
        try:
            first()
        except ValueError as error:
            raise RuntimeError(PLACE) from error

    handler = LogFile(tmp_path / NAME)
    handler.setFormatter(Discreet("%(message)s"))
    with pytest.raises(RuntimeError) as caught:
        second()
    warn(handler, f"A command in {Path.home() / 'x'} could not be answered", caught.value)
    handler.close()
    told = (tmp_path / NAME).read_text()
    assert told.startswith(f"A command in {Path('~') / 'x'} could")
    assert "in first\n" in told
    assert "ValueError\n" in told
    assert told.endswith("RuntimeError\n")
    assert NOTE not in told
    assert PLACE not in told


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    """Everybody's logger, as it is at the start of a program: pytest's own handlers come with every phase of a test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return logging.root


def test_what_nobody_caught_is_written_down(
    tmp_path: Path, root: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as alone:
        alone.setattr(root, "handlers", [])
        start_logging(tmp_path / "log")
        sys.excepthook(ValueError, ValueError(NOTE), None)
        for handler in root.handlers:
            handler.close()
    told = (tmp_path / "log" / NAME).read_text()
    assert "ERROR desktop: Uncaught\nValueError" in told
    assert NOTE not in told


def test_a_folder_that_cannot_be_made_goes_without(
    tmp_path: Path, root: logging.Logger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file in its place")
    with monkeypatch.context() as alone:
        alone.setattr(root, "handlers", [])
        start_logging(tmp_path / "log")
        sys.excepthook(ValueError, ValueError(NOTE), None)
    told = capsys.readouterr().err
    assert told.endswith("Uncaught\nValueError\n")
