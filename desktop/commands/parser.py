"""The command line's grammar: which commands and options there are. It prints nothing and never exits."""

import argparse
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NoReturn

from desktop import __version__
from desktop.errors import UsageError
from desktop.wording import argparse_words, usage
from desktop.wording.catalog import _, language

SHOWN = ("today", "schedule", "settings")
EFFORTS = ("light", "moderate", "hard")
MUSCLES = ("hamstring", "calf", "foot", "front-thigh", "other")
SIDES = ("left", "right", "both")
TRIGGERS = ("exercise", "long-sitting", "standing", "heat", "none")
REMEDIES = ("stretch", "massage", "warmth", "cold")
"""The values of the domain's enumerations, written out: importing them would double the time of a short command."""
MOST_DAYS = 366
ALIASES = {"sos": "relief"}
BELOW_ZERO = re.compile(r"-[\d.,]+\s*°?[CF]", re.IGNORECASE)


class Told(Exception):  # noqa: N818 it is no error: the text was asked for
    """Help or the version was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_unused: object) -> NoReturn:
        raise Told(parser.format_help())


class _Version(argparse.Action):
    def __call__(self, *_unused: object) -> NoReturn:
        raise Told(f"uncramp {__version__}\n")


class _Parser(argparse.ArgumentParser):
    """A parser that raises what argparse would print, and knows its own words."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}.", _("See “{command} --help”.").format(command=self.prog))

    def option(self, name: str, **how: Any) -> None:  # noqa: ANN401 as argparse has them
        """Add an option or argument with its help."""
        self.add_argument(name, help=usage.options()[name], **how)

    def commands(self, dest: str, prefix: str = "") -> "_Commands":
        """Add a level of commands; only the first may be left out."""
        level = self.add_subparsers(
            dest=dest, metavar=dest.upper(), title=usage.headings()[dest], required=bool(prefix)
        )
        return _Commands(level, prefix)


class _Commands:
    """The commands of one level."""

    def __init__(self, level: "argparse._SubParsersAction[_Parser]", prefix: str) -> None:
        self._level = level
        self._prefix = prefix

    def add(self, name: str) -> _Parser:
        """Add a command with its help."""
        aliases = [alias for alias, meant in ALIASES.items() if meant == self._prefix + name]
        about = usage.commands()[self._prefix + name]
        parser = self._level.add_parser(
            name, aliases=aliases, help=about, description=about, add_help=False, allow_abbrev=False
        )
        parser.add_argument("-h", "--help", action=_Help, nargs=0, help=usage.options()["--help"])
        return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read a command.

    Returns:
        The options; ``command`` is None where no command is given.

    Raises:
        UsageError: There is no such command or option.
        Told: Help or the version was asked for.
    """
    argparse_words.lend()
    args = _grammar(language()).parse_args(_joined(argv))
    args.command = ALIASES.get(args.command, args.command)
    return args


def _joined(argv: Sequence[str]) -> list[str]:
    """The words, with a temperature below zero tied to its option: by itself it looks like an option."""
    words: list[str] = []
    for word in argv:
        if words and words[-1] == "--temp" and BELOW_ZERO.fullmatch(word):
            words[-1] += f"={word}"
        else:
            words.append(word)
    return words


@lru_cache(maxsize=1)
def _grammar(_language: str) -> _Parser:
    """Every command; made once, for the running instance reads many."""
    parser = _Parser(prog="uncramp", description=usage.about(), add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help=usage.options()["--help"])
    parser.option("--version", action=_Version, nargs=0)
    commands = parser.commands("command")
    _add_plan(commands.add("plan"))
    _add_log(commands.add("log"))
    commands.add("undo")
    commands.add("status").option("--json", action="store_true")
    commands.add("pause").option("length", nargs="+", metavar="LENGTH")
    commands.add("resume")
    commands.add("stretch").option("routine", nargs="?", metavar="ROUTINE")
    commands.add("relief")
    commands.add("show").option("window", nargs="?", choices=SHOWN, default="today")
    _add_heat(commands.add("heat"))
    actions = commands.add("settings").commands("action", "settings ")
    actions.add("check").option("file", nargs="?", metavar="F")
    actions.add("path")
    commands.add("doctor")
    commands.add("quit")
    return parser


def _add_plan(parser: _Parser) -> None:
    parser.option("--date", metavar="D")
    parser.option("--days", metavar="N", type=_days, default=1)
    parser.option("--json", action="store_true")
    parser.option("--settings", metavar="F")
    parser.option("--history", metavar="F|none")
    parser.option("--weather", metavar="F|none")


def _days(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(_("allowed is 1 to {most}").format(most=MOST_DAYS))
    return int(text)


def _add_log(parser: _Parser) -> None:
    kinds = parser.commands("what", "log ")
    drink = kinds.add("drink")
    drink.option("amount", nargs="*", metavar="AMOUNT")
    done = [kinds.add(name) for name in ("stretch", "bike", "move", "exercise", "cramp")]
    for each in done:
        each.option("--lasted", nargs="+", metavar="TIME")
    for each in (drink, *done):
        each.option("--at", nargs="+", metavar="T")
    *_unused, exercise, cramp = done
    exercise.option("--effort", choices=EFFORTS, default="moderate")
    _add_cramp(cramp)


def _add_cramp(parser: _Parser) -> None:
    parser.option("--muscle", choices=MUSCLES)
    parser.option("--side", choices=SIDES)
    parser.option("--severity", metavar="0-10")
    parser.option("--night", action=argparse.BooleanOptionalAction)
    parser.option("--sleep-disturbance", metavar="0-10")
    parser.option("--sore", action=argparse.BooleanOptionalAction)
    parser.option("--trigger", choices=TRIGGERS)
    parser.option("--tried", nargs="+", choices=REMEDIES, default=[])
    parser.option("--helped", nargs="+", choices=REMEDIES, default=[])
    parser.option("--note", metavar="TEXT")


def _add_heat(parser: _Parser) -> None:
    parser.option("--temp", required=True, metavar="34C|93F")
    parser.option("--humidity", required=True, metavar="PERCENT")
    parser.option("--sun", action="store_true")
    parser.option("--effort", choices=EFFORTS, default="moderate")
    parser.option("--json", action="store_true")
