"""A prompt as a notice: its words and its buttons."""

from zoneinfo import ZoneInfo

from desktop.ports import Button, Notice
from desktop.wording import prompts as wording
from schedules.answers import answers
from schedules.prompts import Answer, Prompt
from schedules.settings import Settings


def notice_of(prompt: Prompt, settings: Settings, zone: ZoneInfo) -> Notice:
    """What is shown of a prompt."""
    return Notice(
        key=prompt.key,
        title=wording.title(prompt, settings),
        body=wording.body(prompt, settings, zone),
        buttons=tuple(
            Button(answer=answer, label=wording.answer_label(answer, prompt, settings))
            for answer in _answers(prompt, settings)
        ),
        sound=settings.prompts.sound,
    )


def _answers(prompt: Prompt, settings: Settings) -> tuple[Answer, ...]:
    """Where a stretch is offered, the way through a cramp is too: it may have come first."""
    found = answers(prompt, settings)
    return (*found, Answer.CRAMP) if {Answer.START, Answer.RIDE} & set(found) else found
