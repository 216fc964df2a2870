"""The first minute: what a person says of themselves, as settings and limits that follow from it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from schedules.guides.routine import Limit
from schedules.settings import Position, Settings

MOST_HABITS = 2
"""Source: Warner et al., Br J Health Psychol, 2022: older adults keep what is among the first few of their plans."""


class When(StrEnum):
    """When cramps bother a person."""

    NIGHT = "night"
    DESK = "desk"
    SPORT = "sport"
    PREGNANT = "pregnant"
    NOT_SURE = "not-sure"


class Fact(StrEnum):
    """What a person says is true of them, for their safety."""

    FLUIDS_LIMITED = "fluids-limited"
    """A doctor limits what they drink."""
    ORGANS = "organs"
    """Heart, kidney or liver trouble."""
    BALANCE = "balance"
    KNEE_OR_BACK = "knee-or-back"
    LEG = "leg"
    """One leg is swollen or painful now."""


class Habit(StrEnum):
    """What a person can begin with."""

    BEDTIME = "bedtime"
    MOVE = "move"
    DRINK = "drink"


LIMITS = MappingProxyType(
    {Fact.BALANCE: (Limit.POOR_BALANCE,), Fact.KNEE_OR_BACK: (Limit.KNEE, Limit.BACK), When.PREGNANT: (Limit.PREGNANT,)}
)
"""What each answer means for stretches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was said so far. Nothing has to be."""

    when: frozenset[When] = frozenset()
    facts: frozenset[Fact] = frozenset()
    habits: frozenset[Habit] | None = None
    """None where the question was passed over: then everything stays as it is by default."""

    @property
    def limits(self) -> frozenset[Limit]:
        """What stretches have to leave out."""
        return frozenset(limit for said in (*self.when, *self.facts) for limit in LIMITS.get(said, ()))


def suggested(answers: Answers) -> frozenset[Habit]:
    """The one habit to begin with: never a drink for somebody whose fluids are a doctor's business.

    Nor is it a stretch, while a leg is swollen or painful: then there may be none.
    """
    if Fact.LEG in answers.facts:
        return frozenset() if drinks_are_for_a_doctor(answers) else frozenset({Habit.DRINK})
    if When.NIGHT in answers.when or When.PREGNANT in answers.when:
        return frozenset({Habit.BEDTIME})
    if When.DESK in answers.when:
        return frozenset({Habit.MOVE})
    return frozenset({Habit.BEDTIME})


def offered(answers: Answers) -> tuple[Habit, ...]:
    """The habits there are to choose from, in the order in which they are shown."""
    if drinks_are_for_a_doctor(answers):
        return (Habit.BEDTIME, Habit.MOVE)
    return tuple(Habit)


def drinks_are_for_a_doctor(answers: Answers) -> bool:
    """Whether how much to drink is not for Uncramp to suggest."""
    return not answers.facts.isdisjoint({Fact.FLUIDS_LIMITED, Fact.ORGANS})


def settings_for(settings: Settings, answers: Answers) -> Settings:
    """The settings that follow from the answers; what nobody asked about stays.

    Args:
        settings: Those in force.
        answers: What was said.
    """
    you = settings.you
    if drinks_are_for_a_doctor(
        answers
    ):  # the switch holds in the heat too, where drinks do not ask whether they are on
        you = replace(you, doctor_limits_fluids=True)
    if (
        Fact.BALANCE in answers.facts or When.PREGNANT in answers.when
    ) and Position.STANDING not in you.avoid_positions:
        you = replace(you, avoid_positions=(*you.avoid_positions, Position.STANDING))
    habits = answers.habits
    if habits is None and Fact.LEG in answers.facts:
        habits = suggested(answers)
    made = replace(settings, you=you)
    if habits is not None:
        made = replace(
            made,
            drink=replace(made.drink, on=Habit.DRINK in habits),
            move=replace(made.move, on=Habit.MOVE in habits),
            bedtime=replace(made.bedtime, on=Habit.BEDTIME in habits),
        )
    if drinks_are_for_a_doctor(answers):
        made = replace(made, drink=replace(made.drink, on=False))
    return made
