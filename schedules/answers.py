"""What a person can answer to a prompt: which buttons it has, and what an answer does."""

from datetime import datetime, timedelta

from schedules.history import History
from schedules.ledger import NOT_FOR_BED
from schedules.planners.bedtime import BIKE
from schedules.prompts import Answer, Kind, Prompt
from schedules.settings import BedtimeChoice, Settings

LATER = {Kind.BEDTIME: timedelta(minutes=15), Kind.WARM_UP: timedelta(minutes=5)}
LATER_ELSE = timedelta(minutes=20)


def answers(prompt: Prompt, settings: Settings) -> tuple[Answer, ...]:
    """The buttons of a prompt, the main one first."""
    match prompt.kind:
        case Kind.DRINK:
            return (Answer.DRANK, Answer.LATER, Answer.SKIP)
        case Kind.HEAT_BRIEF:
            return _heat_brief(prompt)
        case Kind.BEDTIME:
            return (*_bedtime(settings), Answer.LATER, Answer.SKIP)
    drank = () if prompt.volume_ml is None else (Answer.DRANK,)
    if prompt.kind is Kind.HEAT_BREAK:
        return (Answer.DID_IT, *drank, Answer.LATER, Answer.SKIP, Answer.SIGNS)
    if prompt.kind is Kind.MOVE and drank:
        return (Answer.DID_IT, *drank, Answer.LATER, Answer.SKIP)
    return (Answer.START, *(drank or (Answer.DID_IT,)), Answer.LATER, Answer.SKIP)


def drinks(prompt: Prompt, answer: Answer) -> bool:
    """Whether an answer says that the suggested drink was drunk."""
    if prompt.volume_ml is None:
        return False
    return answer is Answer.DRANK or (answer is Answer.DID_IT and Kind.DRINK in prompt.kinds)


def guided(prompt: Prompt, answer: Answer) -> str:
    """The routine that an answer starts."""
    return BIKE if answer is Answer.RIDE else prompt.routine or Kind.MOVE


def later_by(kind: Kind) -> timedelta:
    """After how long a prompt comes again that was put off."""
    return LATER.get(kind, LATER_ELSE)


def done_since(prompt: Prompt, since: datetime, history: History) -> bool:
    """Whether everything that a prompt asks for was logged in another way, from a moment on."""
    routines = [routine.routine for routine in history.routines if routine.ended_at >= since]
    for_bed = [routine for routine in routines if routine not in NOT_FOR_BED]
    done = {
        Kind.DRINK: any(drink.at >= since for drink in history.drinks),
        Kind.MOVE: bool(routines),
        Kind.BEDTIME: bool(for_bed),
        Kind.WARM_UP: any(routine != Kind.MOVE for routine in routines),
        Kind.AFTER_EXERCISE: any(routine != Kind.MOVE for routine in routines),
    }
    return all(done.get(kind, False) for kind in prompt.kinds)


def _heat_brief(prompt: Prompt) -> tuple[Answer, ...]:
    move_it = () if prompt.reason.slot_from is None else (Answer.MOVE_IT,)
    return (*move_it, Answer.SEEN, Answer.LATER, Answer.SIGNS)


def _bedtime(settings: Settings) -> tuple[Answer, ...]:
    match settings.bedtime.choice:
        case BedtimeChoice.BIKE:
            return (Answer.RIDE,)
        case BedtimeChoice.BOTH:
            return (Answer.START,)
        case BedtimeChoice.STRETCH if not settings.you.has_bike:
            return (Answer.START,)
    return (Answer.START, Answer.RIDE)
