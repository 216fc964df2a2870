"""What holds of every plan, in every zone, on every day, clock changes included."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules import conductor
from schedules.ahead import moved, skipped
from schedules.frame import frame
from schedules.history import Drink, History, Outcome, PromptRecord, RoutineDone
from schedules.ledger import FLEXIBLE, IN_HEAT_ML_PER_H, INDOORS_ML_PER_H, STILL
from schedules.plan import is_planned_alike, plan
from schedules.prompts import DayPlan, Kind, Prompt
from schedules.situation import Situation
from schedules.waking_day import waking_day
from schedules.wall_clock import HOUR
from tests.schedules.days import situations

Case = tuple[Situation, date]
EACH = conductor._after


def run(situation: Situation, *, follow: bool = True) -> tuple[Situation, list[Prompt]]:
    """Live through the current waking day: each prompt comes when it is due and is followed, or ignored."""
    fired: list[Prompt] = []
    day = plan(situation)
    while upcoming := plan(situation, day.date).prompts:
        prompt = upcoming[0]
        fired.append(prompt)
        situation = lived(situation, prompt, follow=follow)
    return situation, fired


def lived(situation: Situation, prompt: Prompt, *, follow: bool) -> Situation:
    """The situation after one prompt."""
    history = situation.history
    record = PromptRecord(
        key=prompt.key,
        kind=prompt.kind,
        also=prompt.also,
        due_at=prompt.due_at,
        volume_ml=prompt.volume_ml,
        shown_at=prompt.due_at,
        outcome=Outcome.DONE if follow else Outcome.IGNORED,
    )
    drinks, routines = history.drinks, history.routines
    if follow and prompt.volume_ml is not None:
        drinks = (*drinks, Drink(at=prompt.due_at, volume_ml=prompt.volume_ml))
    if follow and not STILL.issuperset(prompt.kinds):
        routines = (*routines, RoutineDone(started_at=prompt.due_at, routine=prompt.routine or "move"))
    history = History(prompts=(*history.prompts, record), drinks=drinks, routines=routines)
    return replace(situation, now=max(situation.now, prompt.due_at), history=history)


def at_wake(case: Case) -> Situation:
    """The situation at the moment the day begins."""
    situation, day = case
    return replace(situation, now=waking_day(situation.settings, day, situation.zone).wake_at)


def with_record(situation: Situation, record: PromptRecord) -> Situation:
    """The situation after something was settled."""
    history = situation.history
    return replace(situation, history=replace(history, prompts=(*history.prompts, record)))


def suggested(planned: DayPlan) -> list[Prompt]:
    """The prompts that suggest a drink."""
    return [prompt for prompt in planned.prompts if prompt.volume_ml is not None]


@given(situations(same_every_day=False))
def test_prompts_lie_inside_the_waking_day_in_order(case: Case) -> None:
    situation, day = case
    planned = plan(situation, day)
    assert all(planned.wake_at <= p.due_at <= p.expires_at <= planned.bed_at for p in planned.prompts)
    assert all(p.expires_at - p.due_at >= timedelta(minutes=5) for p in planned.prompts)
    assert all(one.due_at < other.due_at for one, other in pairwise(planned.prompts))


@given(situations())
def test_prompts_keep_their_gap_and_the_daily_cap(case: Case) -> None:
    situation, day = case
    prompts = [p for p in plan(situation, day).prompts if p.kind is not Kind.HEAT_BREAK]
    gap = timedelta(minutes=situation.settings.prompts.smallest_gap_min)
    assert all(other.due_at - one.due_at >= gap for one, other in pairwise(prompts))
    assert len(prompts) <= situation.settings.prompts.most_per_day


@given(situations())
def test_nothing_to_drink_in_the_two_hours_before_bed(case: Case) -> None:
    situation, day = case
    planned = plan(situation, day)
    assert all(p.expires_at <= planned.bed_at - 2 * HOUR for p in suggested(planned) if p.kind is Kind.DRINK)
    assert all(p.due_at < planned.bed_at - 2 * HOUR for p in suggested(planned))


@given(situations())
def test_never_more_than_the_hourly_ceiling(case: Case) -> None:
    situation, day = case
    framed = frame(situation, waking_day(situation.settings, day, situation.zone))
    prompts = suggested(plan(situation, day))
    for last in prompts:
        hour = [p.volume_ml or 0 for p in prompts if last.due_at - HOUR <= p.due_at <= last.due_at]
        assert sum(hour) <= (IN_HEAT_ML_PER_H if framed.hot_at(last.due_at) else INDOORS_ML_PER_H)


@given(situations())
def test_nothing_in_silence(case: Case) -> None:
    situation, day = case
    framed = waking_day(situation.settings, day, situation.zone)
    quiet = [span for span in framed.spans if span.kind == "quiet"]
    assert not [p for p in plan(situation, day).prompts for span in quiet if span.holds(p.due_at)]


@given(situations())
def test_nothing_to_drink_where_the_doctor_limits_fluids(case: Case) -> None:
    situation, day = case
    you = replace(situation.settings.you, doctor_limits_fluids=True)
    situation = replace(situation, settings=replace(situation.settings, you=you))
    planned = plan(situation, day)
    assert not suggested(planned)
    assert not [p for p in planned.prompts if Kind.DRINK in p.kinds]


@given(situations())
def test_the_same_situation_gives_the_same_plan(case: Case) -> None:
    situation, day = case
    assert plan(situation, day) == plan(situation, day)


@given(situations())
def test_asking_every_planner_again_at_each_step_changes_nothing(case: Case) -> None:
    situation, day = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conductor, "_after", lambda _kinds, *rest: EACH(tuple(Kind), *rest))
        asked = plan(situation, day)
    assert plan(situation, day) == asked


@given(situations(), st.data())
def test_where_a_plan_is_held_to_be_the_same_it_is(case: Case, data: st.DataObject) -> None:
    situation = at_wake(case)
    ahead = plan(situation).prompts
    if data.draw(st.booleans()) and ahead:
        prompt = data.draw(st.sampled_from(ahead))
        record = PromptRecord(key=prompt.key, kind=prompt.kind, also=prompt.also, due_at=prompt.due_at)
        situation = with_record(situation, skipped(record, situation.now))
    later = replace(situation, now=situation.now + timedelta(minutes=data.draw(st.integers(0, 40 * 60))))
    if is_planned_alike(later, situation):
        assert plan(later) == plan(situation)


@given(situations())
def test_a_plan_outlives_a_minute_but_neither_the_day_nor_a_drink(case: Case) -> None:
    situation = at_wake(case)
    drunk = replace(situation, history=History(drinks=(Drink(at=situation.now, volume_ml=200),)))
    assert is_planned_alike(replace(situation, now=situation.now + timedelta(minutes=1)), situation)
    assert not is_planned_alike(replace(situation, now=situation.now + timedelta(days=2)), situation)
    assert not is_planned_alike(drunk, situation)


@given(situations(same_every_day=False))
def test_what_the_preview_lists_is_what_a_run_fires(case: Case) -> None:
    situation = at_wake(case)
    _, fired = run(situation)
    assert fired == list(plan(situation, plan(situation).date).prompts)


@given(situations(), st.data())
def test_what_is_settled_ahead_leaves_a_day_by_the_same_rules(case: Case, data: st.DataObject) -> None:
    situation = at_wake(case)
    before = plan(situation)
    if not before.prompts:
        return
    target = data.draw(st.sampled_from(before.prompts))
    record = PromptRecord(
        key=target.key, kind=target.kind, also=target.also, due_at=target.due_at, volume_ml=target.volume_ml
    )
    to = before.wake_at + timedelta(minutes=data.draw(st.integers(1, 24 * 60)))
    settled = data.draw(st.sampled_from((skipped(record, situation.now), moved(record, to, situation.now))))
    situation = replace(situation, history=History(prompts=(settled,)))
    after = plan(situation)
    gap = timedelta(minutes=situation.settings.prompts.smallest_gap_min)
    spaced = [p for p in after.prompts if p.kind is not Kind.HEAT_BREAK]
    assert all(other.due_at - one.due_at >= gap for one, other in pairwise(spaced))
    assert all(after.wake_at <= p.due_at <= p.expires_at <= after.bed_at for p in after.prompts)
    assert all(p.due_at < after.bed_at - 2 * HOUR for p in suggested(after))
    assert len(spaced) <= situation.settings.prompts.most_per_day
    _, fired = run(situation)
    assert [(p.kind, p.due_at) for p in fired] == [(p.kind, p.due_at) for p in after.prompts]


@given(situations())
def test_missed_drinks_are_never_made_up(case: Case) -> None:
    situation = at_wake(case)
    _, followed = run(situation)
    _, missed = run(situation, follow=False)
    wanted = [p.volume_ml or 0 for p in followed if p.kind is Kind.DRINK]
    after_misses = [p.volume_ml or 0 for p in missed if p.kind is Kind.DRINK]
    assert max(after_misses, default=0) <= max(wanted, default=max(after_misses, default=0))
    assert all(
        other.due_at - one.due_at >= timedelta(minutes=15) for one, other in pairwise(missed) if other.kind in FLEXIBLE
    )


def next_drink(planned: DayPlan) -> Prompt | None:
    """The next prompt that suggests a drink; a break in the heat that has one is that too."""
    return next(iter(suggested(planned)), None)


@given(situations(), st.data())
def test_logging_a_drink_never_brings_the_next_one_nearer(case: Case, data: st.DataObject) -> None:
    situation = at_wake(case)
    steps = data.draw(st.integers(0, 6))
    for _ in range(steps):
        if not (upcoming := plan(situation).prompts):
            break
        situation = lived(situation, upcoming[0], follow=data.draw(st.booleans()))
    planned = plan(situation)
    span = planned.bed_at - planned.wake_at
    logged_at = planned.wake_at + span * data.draw(st.floats(0, 1))
    now = max(situation.now, logged_at)
    upcoming = plan(situation).prompts
    if upcoming and upcoming[0].due_at < now:
        now, logged_at = situation.now, min(logged_at, situation.now)
    drink = Drink(at=logged_at, volume_ml=data.draw(st.sampled_from((1, 50, 250, 1000))))
    drinks = tuple(sorted((*situation.history.drinks, drink), key=lambda d: d.at))
    after = replace(situation, now=now, history=replace(situation.history, drinks=drinks))
    before_next, after_next = next_drink(plan(replace(situation, now=now))), next_drink(plan(after))
    if before_next is not None and after_next is not None:
        assert after_next.due_at >= before_next.due_at
    assert before_next is not None or after_next is None
