"""What is wrong with a guide file of the person's own: one line for the first thing, and how many more there are."""

from collections.abc import Sequence

from desktop.wording.catalog import _, n_
from schedules.guides.table import Fault, Problem


def title(file: str) -> str:
    """Which file it is."""
    return _("The guide file {name} has an error.").format(name=file)


def line(problems: Sequence[Problem]) -> str:
    """What is wrong: the step, the key, what was found and what is allowed."""
    first, more = _said(problems[0]), len(problems) - 1
    if not more:
        return first
    return f"{first} " + n_("There is {count} more error.", "There are {count} more errors.", more).format(count=more)


def too_large() -> str:
    """It cannot be a guide."""
    return _("It is too large.")


def _said(problem: Problem) -> str:
    place = ", ".join(part for part in (problem.where, problem.key) if part)
    place = place[:1].upper() + place[1:]
    template = {
        Fault.NOT_TOML: _("This is no TOML: {found}."),
        Fault.MISSING: _("{place}: nothing found. Allowed: {allowed}."),
        Fault.UNKNOWN_KEY: _("{place}: no such key, found {found}. Allowed: {allowed}."),
        Fault.NOT_ALLOWED: _("{place}: found {found}. Allowed: {allowed}."),
        Fault.REPEATED: _("{place}: found twice. Allowed: {allowed}."),
    }[problem.fault]
    return template.format(place=place, found=problem.found, allowed=problem.allowed)
