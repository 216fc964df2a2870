"""What is moved or skipped ahead of its time changes the plan there, and nowhere else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schedules.ahead import answered, brought_back, moved, origin, skipped
from schedules.frame import frame
from schedules.history import Drink, History, Outcome, PromptRecord, RoutineDone
from schedules.ledger import enter
from schedules.plan import plan
from schedules.prompts import Answer, HeldWhy, Kind, Prompt, Reason, Why
from schedules.settings import BlockKind, Settings, You
from schedules.waking_day import waking_day
from tests.schedules.workdays import at, block, clock, shape, situation

SETTINGS = Settings(days=(shape(block(BlockKind.DESK, "09:00", "17:00"), block(BlockKind.EXERCISE, "18:00", "19:00")),))
GAP = timedelta(minutes=30)


def planned(now: str = "07:30", *records: PromptRecord, **more: object) -> tuple[Prompt, ...]:
    return plan(situation(SETTINGS, now, history=History(prompts=records, **more))).prompts  # type: ignore[arg-type]


def of(kind: Kind, prompts: tuple[Prompt, ...]) -> list[str]:
    return [clock(prompt.due_at) for prompt in prompts if kind in prompt.kinds]


def record(prompt: Prompt) -> PromptRecord:
    return PromptRecord(
        key=prompt.key, kind=prompt.kind, also=prompt.also, due_at=prompt.due_at, volume_ml=prompt.volume_ml
    )


def first(kind: Kind, *, after: str = "00:00") -> Prompt:
    return next(prompt for prompt in planned() if prompt.kind is kind and prompt.due_at > at(after))


def times(prompts: tuple[Prompt, ...]) -> list[tuple[Kind, str]]:
    return [(prompt.kind, clock(prompt.due_at)) for prompt in prompts]


@pytest.mark.parametrize("kind", [Kind.DRINK, Kind.MOVE, Kind.WARM_UP, Kind.AFTER_EXERCISE, Kind.BEDTIME])
def test_what_is_skipped_does_not_come_and_all_before_it_stays(kind: Kind) -> None:
    target = first(kind, after="12:00" if kind is not Kind.DRINK else "07:00")
    before = [each for each in times(planned()) if each[1] < clock(target.due_at)]
    after = planned("07:30", skipped(record(target), at("07:30")))
    assert (kind, clock(target.due_at)) not in times(after)
    assert [each for each in times(after) if each[1] < clock(target.due_at)] == before


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        (Kind.MOVE, "15:55"),
        (Kind.MOVE, "19:50"),
        (Kind.WARM_UP, "17:35"),
        (Kind.WARM_UP, "17:55"),
        (Kind.AFTER_EXERCISE, "19:25"),
        (Kind.BEDTIME, "21:30"),
        (Kind.BEDTIME, "22:40"),
    ],
)
def test_what_is_moved_comes_when_it_was_asked_for_and_says_so(kind: Kind, to: str) -> None:
    after = planned("07:30", moved(record(first(kind, after="14:00")), at(to), at("07:30")))
    (there,) = [prompt for prompt in after if kind in prompt.kinds and clock(prompt.due_at) == to]
    assert there.reason.why is Why.CHOSEN


@pytest.mark.parametrize("to", ["20:00", "13:00"])
def test_a_drink_that_is_moved_is_one_drink(to: str) -> None:
    settings = replace(SETTINGS, days=(shape(),))
    drinks = [p for p in plan(situation(settings, "07:30")).prompts if p.kind is Kind.DRINK]
    target = next(p for p in drinks if p.due_at > at("15:00"))
    history = History(prompts=(moved(record(target), at(to), at("07:30")),))
    after = of(Kind.DRINK, plan(situation(settings, "07:30", history=history)).prompts)
    assert to in after
    assert clock(target.due_at) not in after
    assert len(after) <= len(drinks)


def test_a_prompt_can_be_moved_again_and_back() -> None:
    target = first(Kind.BEDTIME)
    once = moved(record(target), at("21:30"), at("07:30"))
    (there,) = [p for p in planned("08:00", once) if p.kind is Kind.BEDTIME]
    found = origin(there, History(prompts=(once,)), GAP)
    assert found == once
    again = moved(found, at("22:45"), at("08:00"))
    assert of(Kind.BEDTIME, planned("08:00", again)) == ["22:45"]
    back = brought_back(skipped(again, at("08:01")), at("08:02"))
    assert of(Kind.BEDTIME, planned("08:03", back)) == [clock(target.due_at)]


def test_a_move_past_the_last_call_is_told_as_held_back() -> None:
    late = moved(record(first(Kind.BEDTIME)), at("22:58"), at("07:30"))
    day = plan(situation(SETTINGS, "07:30", history=History(prompts=(late,))))
    assert [held.why for held in day.held_back if held.kind is Kind.BEDTIME] == [HeldWhy.DAY_OVER]


@pytest.mark.parametrize("kind", [Kind.MOVE, Kind.DRINK])
def test_a_move_to_after_bed_is_held_back_once(kind: Kind) -> None:
    desk = shape(block(BlockKind.DESK, "09:00", "17:00"))
    settings = Settings(days=(desk if kind is Kind.MOVE else shape(),), you=You(drink_goal_ml=0))
    day = plan(situation(settings, "07:30"))
    target = next(prompt for prompt in day.prompts if prompt.kind is kind)
    late = moved(record(target), at("22:59"), at("07:30"))
    held = plan(situation(settings, "07:30", history=History(prompts=(late,)))).held_back
    assert [each.kind for each in held if each.why is HeldWhy.DAY_OVER].count(kind) == 1


def test_a_move_to_where_it_makes_no_sense_is_not_followed() -> None:
    target = first(Kind.AFTER_EXERCISE)
    early = moved(record(target), at("12:00"), at("07:30"))
    assert of(Kind.AFTER_EXERCISE, planned("07:30", early)) == [clock(target.due_at)]


def test_a_moved_prompt_that_came_comes_once() -> None:
    move = moved(record(first(Kind.BEDTIME)), at("21:30"), at("07:30"))
    (there,) = [p for p in planned("21:29", move) if p.kind is Kind.BEDTIME]
    shown = replace(record(there), shown_at=at("21:30"), outcome=Outcome.SKIPPED, outcome_at=at("21:31"))
    assert of(Kind.BEDTIME, planned("21:32", move, shown)) == []
    assert of(Kind.BEDTIME, planned("22:20", move, shown)) == []


def test_a_drink_planned_with_a_rest_in_the_heat_is_the_one_that_was_moved() -> None:
    """The plan would go on to list a drink that does not come: once it was had, the chosen time is gone."""
    given = situation(SETTINGS, "07:00")
    ledger = enter(frame(given, waking_day(SETTINGS, at("07:00").date(), given.zone)), History())
    rest = Prompt(
        kind=Kind.HEAT_BREAK,
        due_at=at("11:45"),
        expires_at=at("12:00"),
        volume_ml=250,
        reason=Reason(why=Why.HEAT),
    )
    assert ledger.choose((Kind.DRINK,), at("12:00")).follow(rest).chosen == {}


def test_what_is_done_meanwhile_takes_the_chosen_time_away() -> None:
    target = first(Kind.MOVE, after="14:00")
    move = moved(record(target), at("16:45"), at("13:00"))
    done = RoutineDone(started_at=target.due_at + timedelta(minutes=5), routine="move", id=1)
    later = target.due_at + timedelta(minutes=6)
    assert "16:45" not in of(Kind.MOVE, planned(clock(later), move, routines=(done,)))


@pytest.mark.parametrize("kind", [Kind.WARM_UP, Kind.AFTER_EXERCISE, Kind.BEDTIME])
def test_what_belongs_to_a_certain_time_and_is_done_before_comes_no_more(kind: Kind) -> None:
    done = answered(record(first(kind)), Answer.START, at("13:00"))
    assert of(kind, planned("13:00", done)) == []


def test_a_glass_that_is_drunk_ahead_counts_once() -> None:
    settings = replace(SETTINGS, days=(shape(),))
    target = next(p for p in plan(situation(settings, "07:30")).prompts if p.kind is Kind.DRINK)
    done = answered(record(target), Answer.DRANK, at("07:35"))
    drunk = History(prompts=(done,), drinks=(Drink(at=at("07:35"), volume_ml=target.volume_ml or 0, id=1),))
    only = History(drinks=drunk.drinks)
    assert (
        of(Kind.DRINK, plan(situation(settings, "07:36", history=drunk)).prompts)[0]
        == (of(Kind.DRINK, plan(situation(settings, "07:36", history=only)).prompts)[0])
    )


def test_later_ahead_of_time_is_later_than_its_time() -> None:
    target = first(Kind.BEDTIME)
    later = answered(record(target), Answer.LATER, at("08:00"))
    assert of(Kind.BEDTIME, planned("08:00", later)) == ["22:30"]


@pytest.mark.parametrize("settle", [skipped, lambda each, now: moved(each, each.due_at + timedelta(minutes=40), now)])
def test_what_is_planned_is_what_comes_however_late_one_looks(settle: object) -> None:
    """A day on which each prompt is followed at once, with one settled ahead: the morning's plan is the day's."""
    chosen = settle(record(first(Kind.MOVE, after="13:00")), at("07:30"))  # type: ignore[operator]
    expected = times(planned("07:30", chosen))
    records: tuple[PromptRecord, ...] = (chosen,)
    drinks: tuple[Drink, ...] = ()
    routines: tuple[RoutineDone, ...] = ()
    fired = []
    now = at("07:30")
    while True:
        day = plan(
            situation(SETTINGS, clock(now), history=History(prompts=records, drinks=drinks, routines=routines))
        ).prompts
        if not day:
            break
        prompt = day[0]
        fired.append((prompt.kind, clock(prompt.due_at)))
        now = prompt.due_at
        done = replace(record(prompt), shown_at=now, outcome=Outcome.DONE, outcome_at=now)
        records = (*records, done)
        if prompt.volume_ml is not None:
            drinks = (*drinks, Drink(at=now, volume_ml=prompt.volume_ml, id=len(drinks)))
        if set(prompt.kinds) != {Kind.DRINK}:
            routines = (*routines, RoutineDone(started_at=now, routine=prompt.routine or "move", id=len(routines)))
    assert fired == expected
