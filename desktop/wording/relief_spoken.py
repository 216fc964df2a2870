"""What the relief says aloud: what is new on the screen."""

from desktop.relief_view import ReliefView
from desktop.wording import help as help_words
from desktop.wording.relief import danger, flag_question, how_is_it, resting, where_first, where_question
from desktop.wording.relief_end import forgotten, logged
from schedules.guides.relief_course import ReliefPhase


def spoken(view: ReliefView) -> str:
    """What is said when a step comes; it stays the same while only the countdown goes on."""
    state = view.state
    match state.phase:
        case ReliefPhase.WHERE:
            return f"{where_first()} {where_question()} {flag_question()} {danger()}?"
        case ReliefPhase.HELP:
            return " ".join(
                part
                for part in (
                    help_words.what_to_do(state.assessment, worse=view.help.worse),
                    help_words.number_line(view.help.number, is_own=view.help.is_own),
                )
                if part
            )
        case ReliefPhase.LOGGED:
            return logged(view.record) if view.record is not None else forgotten()
    if state.step is None:
        return ""
    if state.resting:
        return resting()
    asked = "" if state.remaining else f" {how_is_it()}"
    return f"{state.step.instruction} {state.step.safety}{asked}"
