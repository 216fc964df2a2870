import shlex

import pytest

from desktop import __version__
from desktop.commands import parser
from desktop.commands.parser import Told, parse
from desktop.errors import UsageError
from schedules.history import Muscle, Side, Trigger
from schedules.settings import Effort

COMMANDS = [
    *(
        "plan",
        "log",
        "undo",
        "status",
        "pause",
        "resume",
        "stretch",
        "relief",
        "sos",
        "show",
        "heat",
        "settings",
        "quit",
    ),
    *(
        "log drink",
        "log stretch",
        "log bike",
        "log move",
        "log exercise",
        "log cramp",
        "settings check",
        "settings path",
    ),
]


def test_no_command_is_a_command() -> None:
    assert parse([]).command is None


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", ["20", "80", "200"])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(command: str, columns: str, option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(Told) as told:
        parse([*command.split(), option])
    assert "usage: uncramp" in told.value.text


def test_the_version_is_told_wherever_nothing_else_is_asked() -> None:
    with pytest.raises(Told) as told:
        parse(["--version"])
    assert told.value.text == f"uncramp {__version__}\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("frobnicate", "frobnicate"),
        ("log", "WHAT"),
        ("log beer", "beer"),
        ("settings", "ACTION"),
        ("pause", "LENGTH"),
        ("show everything", "everything"),
        ("undo 3", "3"),
        ("--verbose", "--verbose"),
        ("plan --days 0", "366"),
        ("plan --days 367", "366"),
        ("plan --days many", "366"),
        ("plan --js", "--js"),
        ("heat", "--temp"),
        ("heat --temp 30C", "--humidity"),
        ("heat --temp 30C --humidity 50 --effort mad", "mad"),
        ("log cramp --muscle arm", "arm"),
        ("log cramp --side middle", "middle"),
        ("log drink --at", "--at"),
    ],
)
def test_wrong_usage_is_told_with_where_to_look(line: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(shlex.split(line))
    assert told in caught.value.title
    assert "--help" in caught.value.remedy
    assert caught.value.exit_status == 2


def test_words_that_belong_together_need_no_quotes() -> None:
    args = parse(shlex.split("log drink 1 cup --at 10 min ago"))
    assert (args.amount, args.at) == (["1", "cup"], ["10", "min", "ago"])
    assert parse(shlex.split("pause until tomorrow")).length == ["until", "tomorrow"]


def test_a_temperature_below_zero_is_no_option() -> None:
    assert parse(shlex.split("heat --temp -5C --humidity 60")).temp == "-5C"


@pytest.mark.parametrize(
    ("written", "known"),
    [(parser.EFFORTS, Effort), (parser.MUSCLES, Muscle), (parser.SIDES, Side), (parser.TRIGGERS, Trigger)],
)
def test_the_choices_are_those_of_the_domain(written: tuple[str, ...], known: type[Effort]) -> None:
    assert written == tuple(known)
