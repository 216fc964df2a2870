"""Pictures of the window that asks why a prompt is put off."""

from desktop.commands.moments import past
from desktop.later_state import LaterAnswer, LaterQuestion
from desktop.windows.later import LaterWindow
from desktop.wording import later as wording
from desktop.wording.prompts import kind_name
from schedules.later import whys
from schedules.prompts import Kind, Prompt, Reason, Why
from schedules.settings import Weekday
from tests.desktop.windows import days
from tests.shots import Shot

NOW = days.at(13, 42)
MOVE = Prompt(kind=Kind.MOVE, due_at=NOW, expires_at=days.at(13, 57), routine="move", reason=Reason(why=Why.SEATED))


def question() -> LaterWindow:
    """The question, of a movement prompt."""
    asked = LaterQuestion(
        title=kind_name(MOVE.kind),
        already=wording.put_off_until(days.at(14, 2), days.OFFERS.zone),
        whys=whys(MOVE),
        today=Weekday.THU,
    )
    return LaterWindow(asked, lambda typed: past(typed, NOW, days.OFFERS.zone))


def answered(answer: LaterAnswer) -> LaterWindow:
    window = question()
    window.tell(answer)
    return window


def sore() -> LaterWindow:
    return answered(LaterAnswer(line="All right. Today's stretches come in their gentle version.", sore=True))


def proposed() -> LaterWindow:
    return answered(
        LaterAnswer(
            line="It comes again after your call, or at 15:02.",
            proposal="You put this off for meetings three times: keep 14:00 to 15:30 quiet (Workday)?",
        )
    )


SHOTS = (
    Shot(name="later", build=question, width=460, height=620, looks=("light", "dark", "large", "contrast")),
    Shot(name="later-small", build=question, width=320, height=480, looks=("light",)),
    Shot(name="later-sore", build=sore, width=460, height=420, looks=("light", "dark")),
    Shot(name="later-proposal", build=proposed, width=460, height=420, looks=("light",)),
)
