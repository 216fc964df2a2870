"""The words of a hot day: whole on every platform, silent about drinks where a doctor limits them, plain on danger."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from desktop.wording import heat, prompts
from schedules.prompts import Band, Kind, Prompt, Reason, Why
from schedules.settings import BlockKind, Settings, Units, WeatherSource, You

ZONE = ZoneInfo("America/Chicago")
AT = datetime(2026, 7, 15, 12, 15, tzinfo=UTC)
DRINKS = re.compile(r"drink|water|sip|glass|fluid", re.IGNORECASE)
HOUR = timedelta(hours=1)


def brief(
    *, band: Band, block: BlockKind | None, slot_in: timedelta | None, new: bool, volume_ml: int | None
) -> Prompt:
    facts = Reason(
        why=Why.HOT_DAY,
        heat_index_c=52.4,
        band=band,
        hot_from=AT + HOUR,
        hot_to=AT + 9 * HOUR,
        block=block,
        block_from=AT + 5 * HOUR if block else None,
        block_to=AT + 6 * HOUR if block else None,
        slot_from=AT + slot_in if block and slot_in else None,
        slot_to=AT + slot_in + HOUR if block and slot_in else None,
        new_to_heat=new,
        intake_ml=1750 if volume_ml else None,
        goal_ml=2000 if volume_ml else None,
    )
    return Prompt(kind=Kind.HEAT_BRIEF, due_at=AT, expires_at=AT + HOUR, volume_ml=volume_ml, reason=facts)


def rest(band: Band, volume_ml: int | None) -> Prompt:
    facts = Reason(why=Why.HEAT, heat_index_c=52.4, band=band, break_for=timedelta(minutes=45))
    return Prompt(kind=Kind.HEAT_BREAK, due_at=AT, expires_at=AT + HOUR, volume_ml=volume_ml, reason=facts)


BRIEFS = [
    brief(band=band, block=block, slot_in=slot_in, new=new, volume_ml=volume_ml)
    for band, block, slot_in, new, volume_ml in product(
        (Band.EXTREME_CAUTION, Band.EXTREME_DANGER),
        (None, BlockKind.EXERCISE, BlockKind.OUTDOORS),
        (None, 2 * HOUR, 24 * HOUR),
        (False, True),
        (None, 1000),
    )
]
BREAKS = [rest(band, volume_ml) for band in tuple(Band)[1:] for volume_ml in (None, 500)]


@pytest.mark.parametrize("units", Units)
def test_every_brief_and_break_is_shown_whole(units: Units) -> None:
    settings = Settings(you=You(units=units))
    for prompt in [*BRIEFS, *BREAKS]:
        assert len(prompts.title(prompt, settings)) <= prompts.TITLE_LENGTH
        body = prompts.body(prompt, settings, ZONE)
        assert 0 < len(body) <= prompts.BODY_LENGTH, body


def test_where_a_doctor_limits_fluids_no_word_speaks_of_them() -> None:
    settings = Settings(you=You(doctor_limits_fluids=True))
    for prompt in [*BRIEFS, *BREAKS]:
        silent = replace(prompt, volume_ml=None, reason=replace(prompt.reason, intake_ml=None, goal_ml=None))
        said = f"{prompts.title(silent, settings)} {prompts.body(silent, settings, ZONE)}"
        assert DRINKS.search(said) is None, said
        assert ("doctor" in said) is (prompt.kind is Kind.HEAT_BREAK)
    for part in heat.illness(limited=True):
        assert DRINKS.search(f"{part.title} {part.signs} {part.action}") is None


def test_danger_is_said_plainly_and_only_then() -> None:
    for prompt in [*BRIEFS, *BREAKS]:
        body = prompts.body(prompt, Settings(), ZONE)
        about_somebody = prompt.kind is Kind.HEAT_BREAK or prompt.reason.block is not None
        assert ("dangerous" in body) is (prompt.reason.band in heat.DANGER and about_somebody)


def test_the_brief_says_when_where_and_when_it_is_cooler() -> None:
    def said(prompt: Prompt) -> str:
        return prompts.body(prompt, Settings(), ZONE)

    run = brief(band=Band.EXTREME_CAUTION, block=BlockKind.EXERCISE, slot_in=2 * HOUR, new=True, volume_ml=None)
    assert said(run) == (
        "Up to 52 °C from 08:15 to 16:15. Your exercise at 12:15 falls in it. 09:15 to 10:15 is cooler. "
        "You may not be used to heat yet, so go easy."
    )
    assert "Tomorrow 07:15" in said(
        brief(band=Band.DANGER, block=BlockKind.OUTDOORS, slot_in=24 * HOUR, new=False, volume_ml=None)
    )


def test_the_emergency_comes_first_and_gives_nothing_by_mouth() -> None:
    first, *others = heat.illness(limited=False)
    assert first.is_emergency
    assert "emergency number now" in first.action
    assert DRINKS.search(first.action) is None
    assert not any(part.is_emergency for part in others)
    assert all("over an hour" in part.action for part in others)


def test_every_online_source_is_credited_beside_its_data() -> None:
    for source in WeatherSource:
        credit = heat.attribution(source)
        assert (credit is None) is (source in {WeatherSource.OFF, WeatherSource.TYPED})
        assert credit is None or credit.link.startswith("https://")
