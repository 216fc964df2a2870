"""Reading ``settings.toml``: all of its problems at once, each with its line."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from desktop.settings.building import build
from desktop.settings.layout import layout_of
from desktop.settings.limits import LIMITS, allowed
from desktop.settings.problems import Finding, KeyPath, LikelyTypo, Problem, SettingsError, dotted
from desktop.settings.source import Source, decode, load
from desktop.settings.typos import likely_typos
from desktop.wording.catalog import _
from schedules.settings import Settings

_BARE_TIME = re.compile(r"=\s*[0-9]{1,2}:[0-9]{2}\s*(?:#|$)")
_WHERE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a settings file held at one moment."""

    file: Path
    content: bytes | None
    """None where there is no file, or none that can be read."""
    settings: Settings | None
    """None while there are problems."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file."""
    typos: tuple[LikelyTypo, ...] = ()
    """In the order of the file; they keep nothing from working."""

    def valid(self) -> Settings:
        """The settings.

        Raises:
            SettingsError: There are problems.
        """
        if self.settings is None:
            raise SettingsError(self.file, self.problems)
        return self.settings


def read(file: Path) -> Settings:
    """Read settings; a file that does not exist gives the defaults.

    Raises:
        SettingsError: The file cannot be used; the error carries every problem.
    """
    return examine(file).valid()


def check(file: Path) -> tuple[Problem, ...]:
    """Everything that keeps a file from being used."""
    return examine(file).problems


def examine(file: Path, *, before: Reading | None = None) -> Reading:
    """Read a file and find everything that can be said about it.

    Args:
        file: The settings file; it need not exist.
        before: What it held earlier; given back as it is if it still holds the same.
    """
    source = load(file)
    if before is not None and source.content is not None and source.content == before.content:
        return before
    return _reading(file, source)


def parse(content: bytes, file: Path) -> Reading:
    """Read the content of a file that was, or is to be, under a certain name."""
    return _reading(file, decode(content, file))


def _reading(file: Path, source: Source) -> Reading:
    problems: tuple[Problem, ...]
    if source.problem is not None:
        return Reading(file=file, content=source.content, settings=None, problems=(source.problem,))
    try:
        data = tomllib.loads(source.text)
        settings, findings = build(data)
        typos = tuple(likely_typos(data))
        problems, told = _with_lines(file, source.text, findings, typos)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a plain ValueError
        broken = _broken(file, source.text, error)
        return Reading(file=file, content=source.content, settings=None, problems=(broken,))
    return Reading(file=file, content=source.content, settings=settings, problems=problems, typos=told)


def _with_lines(
    file: Path, text: str, findings: tuple[Finding, ...], typos: tuple[tuple[KeyPath, str], ...]
) -> tuple[tuple[Problem, ...], tuple[LikelyTypo, ...]]:
    if not findings and not typos:
        return (), ()  # the usual case pays nothing for the lines
    line = layout_of(text).line
    problems = (
        Problem(file=file, line=line(found.at), key=dotted(found.at), found=found.found, allowed=found.allowed)
        for found in findings
    )
    told = (LikelyTypo(file=file, line=line(at), key=dotted(at), meant=meant) for at, meant in typos)
    return tuple(sorted(problems, key=lambda p: p.line or 0)), tuple(sorted(told, key=lambda t: t.line or 0))


def _broken(file: Path, text: str, error: ValueError | RecursionError) -> Problem:
    if not isinstance(error, tomllib.TOMLDecodeError):
        deep = isinstance(error, RecursionError)
        found = _("lists or tables lie too deep in each other") if deep else _("a number has too many digits")
        return Problem(file=file, line=None, key="", found=found, allowed="")
    said = str(error)
    where = _WHERE.search(said)
    line = None
    if where is not None:
        said = said[: where.start()]
        line = int(where["line"]) if where["line"] else text.rstrip("\n").count("\n") + 1
    found = _("not valid TOML: {reason}").format(reason=said)
    return Problem(file=file, line=line, key="", found=found, allowed=_hint(text, line))


def _hint(text: str, line: int | None) -> str:
    """What is allowed in place of the most likely mistake of all: a time without quotes."""
    if line is None or not _BARE_TIME.search(text.split("\n")[line - 1]):
        return ""
    return allowed(LIMITS["day[].wake"])
