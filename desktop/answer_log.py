"""What an answer to a prompt logs: the drink, the stretch, or both."""

from datetime import datetime

from desktop.journal import Journal
from schedules.answers import drinks
from schedules.prompts import Answer, Kind, Prompt


def log_answer(journal: Journal, prompt: Prompt, answer: Answer, now: datetime) -> None:
    """Log what an answer says was done.

    Raises:
        StoreError: It could not be kept.
    """
    if drinks(prompt, answer):
        journal.log_drink(prompt.volume_ml or 0, now)
    if answer is Answer.DID_IT:
        journal.log_routine(prompt.routine or Kind.MOVE)


def log_done(journal: Journal, prompt: Prompt, at: datetime) -> None:
    """Log that everything a prompt asks for was done at a moment that has passed; errors as `log_answer`."""
    if prompt.volume_ml is not None:
        journal.log_drink(prompt.volume_ml, at)
    if prompt.kind not in {Kind.DRINK, Kind.HEAT_BRIEF}:
        journal.log_routine(prompt.routine or Kind.MOVE, at)
