"""The voice speaks through real processes, and the next words never wait for the last ones."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.chime import Chime
from desktop.adapters.first_program import FirstProgram
from desktop.adapters.sound_programs import Program, Takes, players, speakers
from desktop.adapters.voice import Voice
from desktop.guide_state import Sound
from tests.desktop.adapters import speaker

PATIENCE_MS = 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "said"
    made.mkdir()
    return made


def program(folder: Path, mode: str, takes: Takes = Takes.INPUT, *arguments: str) -> Program:
    """The stand-in, run by this Python."""
    return Program(name=sys.executable, arguments=(speaker.__file__, str(folder), mode, *arguments), takes=takes)


def heard(folder: Path) -> list[str]:
    """What each run was given, in any order."""
    return sorted(path.read_text() for path in folder.glob("*.txt"))


def alive(folder: Path) -> list[int]:
    """The runs that have not ended."""
    return [pid for pid in (int(path.stem) for path in folder.glob("*.txt")) if _lives(pid)]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()


class Speech:
    """A voice whose programs end with the test."""

    def __init__(self) -> None:
        self.made: list[Voice | Chime | FirstProgram] = []

    def voice(self, *programs: Program) -> Voice:
        voice = Voice(programs)
        self.made.append(voice)
        return voice


@pytest.fixture
def speech(qtbot: QtBot) -> Iterator[Speech]:
    made = Speech()
    yield made
    for one in made.made:
        one.close()


def test_words_come_to_the_engine_as_they_are(speech: Speech, folder: Path, qtbot: QtBot) -> None:
    speech.voice(program(folder, "say")).say("Hold. Back heel down.")
    qtbot.waitUntil(lambda: heard(folder) == ["|Hold. Back heel down.\n"], timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("--version", "--version"),
        ("-w out.wav; rm -rf ~ $(id) `id` \"'", "-w out.wav; rm -rf ~ $(id) `id` \"'"),
        ("one\ntwo\0three\x1b[31m", "one two three [31m"),
        ("Zehen hoch – ruhig atmen, Füße", "Zehen hoch – ruhig atmen, Füße"),
    ],
)
def test_words_are_only_words(speech: Speech, folder: Path, qtbot: QtBot, words: str, line: str) -> None:
    speech.voice(program(folder, "say")).say(words)
    speech.voice(program(folder, "linger-argument", Takes.ARGUMENT)).say(words)
    qtbot.waitUntil(lambda: heard(folder) == sorted([f"|{line}\n", f"{line}|"]), timeout=PATIENCE_MS)


def test_a_new_cue_cuts_the_old_one_off(speech: Speech, folder: Path, qtbot: QtBot) -> None:
    voice = speech.voice(program(folder, "linger"))
    voice.say("Three.")
    qtbot.waitUntil(lambda: heard(folder) == ["|Three.\n"], timeout=PATIENCE_MS)
    voice.say("Two.")
    qtbot.waitUntil(lambda: len(heard(folder)) == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(alive(folder)) == 1, timeout=PATIENCE_MS)
    voice.silence()
    qtbot.waitUntil(lambda: not alive(folder), timeout=PATIENCE_MS)


def test_nothing_to_say_starts_nothing(speech: Speech, folder: Path, qtbot: QtBot) -> None:
    voice = speech.voice(program(folder, "linger"))
    voice.say(" \n ")
    voice.silence()
    assert voice._speaker._process is None


def test_an_engine_that_is_not_there_or_fails_hands_over_with_the_same_words(
    speech: Speech, folder: Path, qtbot: QtBot
) -> None:
    failing = folder.parent / "failing"
    failing.mkdir()
    voice = speech.voice(Program(name="no-such-program"), program(failing, "fail"), program(folder, "say"))
    voice.say("Halfway.")
    qtbot.waitUntil(lambda: heard(folder) == ["|Halfway.\n"], timeout=PATIENCE_MS)
    voice.say("Done.")
    qtbot.waitUntil(lambda: len(heard(folder)) == 2, timeout=PATIENCE_MS)
    assert heard(failing) == ["|Halfway.\n"], "what failed is not asked again"


def test_without_an_engine_it_is_told_once(speech: Speech, folder: Path, qtbot: QtBot) -> None:
    voice = speech.voice(Program(name="no-such-program"), program(folder, "fail"))
    told: list[None] = []
    voice.missing.connect(lambda: told.append(None))
    with qtbot.waitSignal(voice.missing, timeout=PATIENCE_MS):
        voice.say("Three.")
    for words in ("Two.", "One."):
        voice.say(words)
    assert len(told) == 1
    assert heard(folder) == ["|Three.\n"]


def test_a_program_that_cannot_be_started_is_as_if_it_were_not_there(
    speech: Speech, folder: Path, qtbot: QtBot
) -> None:
    broken = folder / "broken"
    broken.write_text("#!/no/such/interpreter\n")
    broken.chmod(0o700)
    voice = speech.voice(Program(name=str(broken)))
    with qtbot.waitSignal(voice.missing, timeout=PATIENCE_MS):
        voice.say("Three.")


def test_an_engine_that_stays_gets_a_line_each_and_is_silenced_by_an_empty_one(
    speech: Speech, folder: Path, qtbot: QtBot
) -> None:
    voice = speech.voice(program(folder, "lines", Takes.LINES))
    voice.say("Three.")
    voice.say("Two.")
    voice.silence()
    voice.say("One.")
    qtbot.waitUntil(lambda: heard(folder) == ["Three.\nTwo.\n\nOne.\n"], timeout=PATIENCE_MS)
    (pid,) = alive(folder)
    voice.close()
    qtbot.waitUntil(lambda: not alive(folder), timeout=PATIENCE_MS)
    assert pid


def test_it_never_holds_up_the_guide(speech: Speech, folder: Path, qtbot: QtBot) -> None:
    voice = speech.voice(program(folder, "linger"))
    for number in range(20):
        voice.say(f"Cue {number}.")
    voice.close()
    qtbot.waitUntil(lambda: not alive(folder), timeout=PATIENCE_MS)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_every_platform_has_its_programs(platform: str) -> None:
    found = speakers(platform, "en")
    assert found
    assert all(one.takes is not Takes.ARGUMENT or one.arguments[-1] == "--" for one in found)
    assert players(platform)


def recorded(words: str, language: str, folder: Path, qtbot: QtBot) -> bytes:
    """What the real engine says. Into a file, for there may be no loudspeaker here."""
    (first, *_rest) = speakers("linux", language)
    assert first.name == "espeak-ng"
    target = folder / f"{language}.wav"
    said = FirstProgram((Program(name=first.name, arguments=("-w", str(target), *first.arguments)),))
    with qtbot.assertNotEmitted(said.missing):
        said.run(words)
        qtbot.waitUntil(lambda: target.exists() and said._process is None, timeout=PATIENCE_MS)
    said.close()
    return target.read_bytes()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_the_real_engine_takes_words_as_it_is_given_them_each_language_in_its_own_voice(
    tmp_path: Path, qtbot: QtBot
) -> None:
    english = recorded("--help -x Back heel down.", "en", tmp_path, qtbot)
    german = recorded("--help -x Back heel down.", "de", tmp_path, qtbot)
    assert min(len(english), len(german)) > 10_000
    assert english != german


@pytest.mark.parametrize("sound", list(Sound))
def test_a_chime_is_a_file_that_a_player_is_given(folder: Path, qtbot: QtBot, sound: Sound) -> None:
    chime = Chime((program(folder, "linger-argument", Takes.ARGUMENT),))
    chime.play(sound)
    qtbot.waitUntil(lambda: len(heard(folder)) == 1, timeout=PATIENCE_MS)
    path = Path(heard(folder)[0].removesuffix("|"))
    assert path.name == f"{sound}.wav"
    assert path.read_bytes().startswith(b"RIFF")
    chime.close()
    qtbot.waitUntil(lambda: not alive(folder), timeout=PATIENCE_MS)


def test_a_player_that_is_missing_is_told_once(qtbot: QtBot) -> None:
    chime = Chime((Program(name="no-such-player", takes=Takes.ARGUMENT),))
    with qtbot.waitSignal(chime.missing, timeout=PATIENCE_MS):
        chime.play(Sound.BELL)
    with qtbot.assertNotEmitted(chime.missing):
        chime.play(Sound.TICK)
    chime.close()
