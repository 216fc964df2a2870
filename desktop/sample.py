"""The sample prompt: a notice like any other, whose buttons only take it away."""

from typing import TYPE_CHECKING

from desktop.ports import Button, Notice
from desktop.wording import notices as words
from desktop.wording import welcome as wording
from schedules.prompts import Answer

if TYPE_CHECKING:
    from desktop.adapters.notifier_chain import NotifierChain


def show_sample(chain: "NotifierChain") -> None:
    """Show it, or show it again."""
    buttons = (Answer.DID_IT, Answer.LATER, Answer.SKIP)
    chain.show(
        Notice(
            key=words.SAMPLE_KEY,
            title=wording.sample_title(),
            body=wording.sample_body(),
            buttons=tuple(Button(answer=answer, label=wording.sample_button(answer)) for answer in buttons),
        )
    )


def take_away_when_pressed(chain: "NotifierChain") -> None:
    """Take it away when one of its buttons is pressed; once for each chain."""
    chain.pressed.connect(lambda press: chain.withdraw(words.SAMPLE_KEY) if press.key == words.SAMPLE_KEY else None)
