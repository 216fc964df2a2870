"""What the guide says when it is over."""

from desktop.guide_state import Feeling, GuideState
from desktop.wording.catalog import _
from desktop.wording.guiding import span


def ended(state: GuideState) -> str:
    """What was done."""
    template = _("Done. {time}.") if state.session.finished else _("Stopped after {time}.")
    return template.format(time=span(state.lasted))


def kept(state: GuideState) -> str:
    """That it counts as what it was."""
    if not state.has_held:
        return _("Nothing was logged.")
    return _("Logged.") if state.session.finished else _("What you did is logged.")


def question() -> str:
    """The only one."""
    return _("How did that feel?")


def feeling(which: Feeling) -> str:
    """An answer to it."""
    return {Feeling.GOOD: _("Good"), Feeling.ALL_RIGHT: _("All right"), Feeling.TOO_SORE: _("Too sore")}[which]


def feeling_note() -> str:
    """What the answer is for."""
    return _("You can leave this out. After “Too sore” the next one is gentle.")


def close() -> str:
    """Close the window."""
    return _("Close")
