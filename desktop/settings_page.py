"""The Settings page put together: which row stands where, with its words, its value and its buttons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop.errors import UncrampError
from desktop.guide_choices import CHIME, VOICE
from desktop.settings_state import OFF, ON, Action, Control, Option, Row, Section
from desktop.settings_table import EMERGENCY, KEY, LARGER, SHORTCUT, SIGN_IN, TEXT_SIZE, Setting
from desktop.wording import evidence as evidence_words
from desktop.wording import settings as words
from desktop.wording.settings_rows import RowWords, rows

if TYPE_CHECKING:
    from schedules.guides.advice import Card

PAGE: Final[Mapping[Section, tuple[str, ...]]] = {
    Section.PROMPTS: (
        "prompts.most_per_day",
        "prompts.smallest_gap_min",
        "prompts.sound",
        "quiet",
        "notifier",
        "tray",
        "timezone",
    ),
    Section.DRINKS: (
        "you.doctor_limits_fluids",
        "drink.on",
        "you.units",
        "you.drink_goal_ml",
        "you.glass_ml",
        "mug_ml",
        "large_glass_ml",
        "hot_drink_ml",
        "drink.longest_gap_min",
        "drink.stop_before_bed_min",
    ),
    Section.STRETCHING: (
        "move.on",
        "move.every_min",
        "bedtime.on",
        "bedtime.before_bed_min",
        "bedtime.choice",
        "bedtime.routine",
        "you.has_bike",
        "avoid standing",
        "avoid floor",
        "avoid kneeling",
        "poor_balance",
        "knee",
        "back",
        "pregnant",
        "sore_leg",
        VOICE,
        CHIME,
    ),
    Section.HEAT: ("heat.on", "heat source"),
    Section.DIARY: ("diary",),
    Section.APPEARANCE: (LARGER, TEXT_SIZE, "theme", "contrast", "motion"),
    Section.SHORTCUTS: (SHORTCUT, KEY),
    Section.SIGN_IN: (SIGN_IN, "sign-in place"),
    Section.PRIVACY: ("network", "records", "settings", "backup", "exchange", "delete"),
    Section.ABOUT: (EMERGENCY, "disclaimer", "version"),
}
"""The ids of the rows; the evidence cards follow at the end."""
LARGEST_TEXT: Final = 200
"""Per cent; what the switch for larger text means."""
ABOUT_DRINKS: Final = frozenset(PAGE[Section.DRINKS]) - {"you.doctor_limits_fluids", "you.units"}
"""What is not spoken of where a doctor limits fluids."""
_BUTTONS: Final[Mapping[str, tuple[Action, ...]]] = {
    "quiet": (Action.SCHEDULE,),
    "notifier": (Action.SAMPLE,),
    "heat source": (Action.HEAT,),
    "records": (Action.OPEN_FOLDER,),
    "settings": (Action.OPEN_FILE,),
    "backup": (Action.BACK_UP, Action.RESTORE),
    "exchange": (Action.EXPORT_JSON, Action.EXPORT_CSV, Action.IMPORT),
    "delete": (Action.DELETE,),
    "disclaimer": (Action.HELP,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something to know: a value in words, and what more there is to say."""

    value: str = ""
    under: str = ""
    label: str = ""
    """Instead of the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the page is made of."""

    settings: Mapping[str, Setting]
    facts: Mapping[str, Fact]
    wrong: Mapping[str, tuple[str, str]]
    """What was typed and not taken, and why, by row."""
    cards: tuple["Card", ...] = ()
    speaks_of_drinks: bool = True
    actions: frozenset[Action] = frozenset(Action)
    """Those that there is something behind."""


def build(page: Page) -> tuple[Row, ...]:
    """Every row in its place."""
    said = rows()
    return (*_rows(page, said), *map(_card_row, page.cards))


def _rows(page: Page, said: Mapping[str, RowWords]) -> Iterator[Row]:
    for section, ids in PAGE.items():
        for each in ids:
            setting = page.settings.get(TEXT_SIZE if each == LARGER else each)
            fact = page.facts.get(each, Fact())
            is_shown = page.speaks_of_drinks or each not in ABOUT_DRINKS
            row = Row(
                id=each,
                section=section,
                control=Control.FACT,
                label=fact.label or said[each].label,
                under=" ".join(filter(None, (said[each].under, fact.under))),
                value=fact.value,
                buttons=tuple(
                    Option(id=action, label=words.action(action))
                    for action in _BUTTONS.get(each, ())
                    if action in page.actions
                ),
                also=said[each].also,
                is_shown=is_shown,
            )
            yield row if setting is None else _with_value(row, setting, page.wrong.get(each))


def _with_value(row: Row, setting: Setting, wrong: tuple[str, str] | None) -> Row:
    if row.id == LARGER:
        percent = setting.keeper.read()
        assert isinstance(percent, int)
        return replace(row, control=Control.SWITCH, value=ON if percent >= LARGEST_TEXT else OFF)
    face = setting.face()
    try:
        value, why = face.shown(setting.keeper.read()), ""
    except UncrampError as error:
        value, why = "", error.title
    typed, told = wrong or (value, why)
    if face.control is not Control.FIELD:
        typed = value  # nothing was typed: it is what it is
    return replace(row, control=face.control, value=typed, wrong=told, options=face.options, unit=face.unit)


def _card_row(card: "Card") -> Row:
    why = Option(
        id=f"{Action.CARD}:{card.id}",
        label=words.action(Action.CARD),
        spoken=f"{words.action(Action.CARD)} {card.claim}",
    )
    return Row(
        id=f"card {card.id}",
        section=Section.ABOUT,
        control=Control.FACT,
        label=card.claim,
        value=evidence_words.strength(card.strength),
        buttons=(why,),
    )
