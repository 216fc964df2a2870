"""The words of the evidence cards: what an advice rests on, how sure it is, and what nobody knows."""

from desktop.wording.catalog import _
from desktop.wording.tray import bare
from schedules.guides.advice import Reference
from schedules.guides.routine import Strength


def why() -> str:
    """The button that opens a card, wherever advice is given."""
    return _("Why?")


def why_spoken(title: str, time: str) -> str:
    """The same for one of several prompts, told from those of the others."""
    return _("Why? {title}, {time}").format(title=bare(title), time=time)


def window_title() -> str:
    """The title of the window."""
    return _("Why this? – Uncramp")


def strength(of: Strength) -> str:
    """How sure the advice is."""
    return {
        Strength.GOOD: _("Good evidence"),
        Strength.MIXED: _("Mixed evidence"),
        Strength.WEAK: _("Weak evidence"),
        Strength.EXPERT_ADVICE: _("Expert advice"),
    }[of]


def strength_meaning(of: Strength) -> str:
    """What that means."""
    return {
        Strength.GOOD: _("Several sound sources point the same way."),
        Strength.MIXED: _("There are sound studies, and they do not agree."),
        Strength.WEAK: _("It was studied only a little."),
        Strength.EXPERT_ADVICE: _("People who know the field advise it. It was not put to the test."),
    }[of]


def not_shown_title() -> str:
    """Over what the evidence leaves open."""
    return _("What it does not show")


def sources_title() -> str:
    """Over the works behind it."""
    return _("Where this comes from")


def read() -> str:
    """The button that opens a work in the browser."""
    return _("Read it on the web")


def read_spoken(reference: Reference) -> str:
    """The same, told from those of the other works."""
    return _("Read it on the web: {work}").format(work=reference.work)


def close() -> str:
    """The button that closes the window."""
    return _("Close")
