"""The conductor: of all wishes it makes one calm day, merged, spaced and capped, with a reason for every choice.

It finds each wish a place, takes the earliest, merges what falls together with it, enters the prompt into the ledger
as followed, and asks the planners again. Everything depends on the ledger alone, so a plan never changes by being made
later.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.history import PromptRecord
from schedules.later import STRETCHES
from schedules.ledger import FLEXIBLE, Ledger, settled
from schedules.planners.bedtime import bedtime
from schedules.planners.drink import drink
from schedules.planners.exercise import after_exercise, warm_up
from schedules.planners.heat_break import heat_break
from schedules.planners.heat_brief import heat_brief
from schedules.planners.move import move
from schedules.prompts import HeldBack, HeldWhy, Kind, Prompt, Reason, Why
from schedules.wall_clock import up_to_minute
from schedules.wish import Planner, Wish

PLANNERS: dict[Kind, Planner] = {
    Kind.HEAT_BREAK: heat_break,
    Kind.HEAT_BRIEF: heat_brief,
    Kind.BEDTIME: bedtime,
    Kind.WARM_UP: warm_up,
    Kind.AFTER_EXERCISE: after_exercise,
    Kind.MOVE: move,
    Kind.DRINK: drink,
}
RANK = tuple(PLANNERS)
"""Whose name a merged prompt bears: the first of these."""
TOGETHER = frozenset({Kind.BEDTIME, Kind.AFTER_EXERCISE})
"""Kinds that belong to a certain time and are still merged, the later into the earlier: one stretch serves both."""
ON_SHOW = timedelta(minutes=15)
LEAST_ON_SHOW = timedelta(minutes=5)
SIP_ML = 100
"""Less than this is not worth a suggestion, unless a glass is smaller still."""
BEFORE_BREAK = timedelta(minutes=20)
"""A drink so shortly before a break in the heat is had in it. Source: NIOSH 2017-126, a cup every 15 to 20 minutes."""
SPREAD = 1.5
"""How much faster than evenly the day's budget may be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a wish goes: a moment, or the reason why nowhere."""

    at: datetime
    held_why: HeldWhy | None = None


def conduct(frame: Frame, ledger: Ledger, ahead: tuple[PromptRecord, ...] = ()) -> Iterator[Prompt | HeldBack]:
    """The day's prompts from the ledger on, and what is held back, in the order in which they are decided.

    Args:
        frame: The day.
        ledger: What has happened in it.
        ahead: What the person moved or skipped ahead of its time, in the order of time; entered when its time comes.
    """
    wanted = {kind: _wish(kind, frame, ledger) for kind in PLANNERS}
    for wish in _open(wanted, ledger):
        if wish.kind in frame.off:
            yield HeldBack(kind=wish.kind, due_at=wish.due_at, why=HeldWhy.NOT_TODAY)
            ledger = ledger.close(wish.kind)
    while wishes := _open(wanted, ledger):
        place, wish = _first(wishes, frame, ledger)
        anchor = _anchor(wish, place, wishes, frame, ledger)
        if anchor is not None:
            wish, place = anchor, _place(anchor, frame, ledger)
        if (one := _due(ahead, wish, place, frame)) is not None:
            ledger, ahead = settled(ledger, one), tuple(other for other in ahead if other is not one)
            wanted = _after(one.kinds, wanted, frame, ledger)
            continue
        if place.held_why is not None:
            yield HeldBack(kind=wish.kind, due_at=wish.due_at, why=place.held_why)
            used_up = place.held_why is HeldWhy.MOST_PER_DAY
            ledger = ledger.close(wish.kind) if used_up else ledger.hold(wish.kind, min(wish.due_at, wish.latest_at))
            wanted = _after((wish.kind,), wanted, frame, ledger)
            continue
        prompt = _prompt(_merged(wish, place.at, wishes, frame, ledger), place.at, frame, ledger)
        yield prompt
        ledger = ledger.follow(prompt)
        wanted = _after(prompt.kinds, wanted, frame, ledger)


def _due(ahead: tuple[PromptRecord, ...], wish: Wish, place: Place, frame: Frame) -> PromptRecord | None:
    """What was settled ahead and is about this prompt, or comes before it.

    Drinks and breaks shift with what is logged meanwhile, so one of the same kind a little earlier is still the same.
    """
    return next(
        (
            one
            for one in ahead
            if place.at >= one.counts_at or (wish.kind in one.kinds and place.at >= one.counts_at - frame.gap)
        ),
        None,
    )


def _wish(kind: Kind, frame: Frame, ledger: Ledger) -> Wish | None:
    wish = PLANNERS[kind](frame, ledger)
    return None if wish is None else _chosen(wish, frame, ledger)


def _open(wanted: dict[Kind, Wish | None], ledger: Ledger) -> list[Wish]:
    return [wish for kind, wish in wanted.items() if wish is not None and kind not in ledger.closed]


def _after(
    kinds: tuple[Kind, ...], wanted: dict[Kind, Wish | None], frame: Frame, ledger: Ledger
) -> dict[Kind, Wish | None]:
    """The wishes after something was entered about some kinds.

    What belongs to a certain time depends on nothing but its own kind, so its planner is not asked again for others.
    """
    again = {*kinds, *FLEXIBLE}
    return {kind: _wish(kind, frame, ledger) if kind in again else wish for kind, wish in wanted.items()}


def _chosen(wish: Wish, frame: Frame, ledger: Ledger) -> Wish:
    """The wish at the time that the person moved it to, where it makes sense there."""
    at = ledger.chosen.get(wish.kind)
    if at is None or (wish.earliest_at is not None and at < wish.earliest_at):
        return wish
    # The facts of a hot day are what its prompts are made of; every other prompt says that its time was chosen.
    told = wish.reason if wish.kind in (Kind.HEAT_BREAK, Kind.HEAT_BRIEF) else lambda _: Reason(why=Why.CHOSEN)
    return replace(wish, due_at=max(at, frame.floor_at), reason=told, chosen=True)


def _first(wishes: list[Wish], frame: Frame, ledger: Ledger) -> tuple[Place, Wish]:
    """The wish that comes first by the rules. None has its place before it is due, so the late ones need no looking."""
    found: tuple[Place, Wish] | None = None
    for wish in sorted(wishes, key=lambda wish: wish.due_at):
        if found is not None and wish.due_at > found[0].at:
            break
        place = _place(wish, frame, ledger)
        if found is None or (place.at, RANK.index(wish.kind)) < (found[0].at, RANK.index(found[1].kind)):
            found = place, wish
    assert found is not None
    return found


def _place(wish: Wish, frame: Frame, ledger: Ledger) -> Place:
    """Where a wish would go by the rules: gap, budget, silence."""
    if wish.held_why is not None:
        return Place(at=wish.due_at, held_why=wish.held_why)
    at, why = wish.due_at, HeldWhy.DAY_OVER
    if wish.kind is not Kind.HEAT_BREAK:
        at, why = _spaced(at, wish, frame, ledger)
    if why is HeldWhy.MOST_PER_DAY:
        return Place(at=at, held_why=why)
    moved_at = None
    while moved_at != at:
        moved_at = at
        for silence in frame.silences:
            if silence.start_at <= at < silence.end_at:
                at, why = silence.end_at, silence.why
        at = _after_exercise(wish, at, frame)
        if wish.kind is Kind.DRINK and (room_at := ledger.room_at(at, _sip_ml(wish))) > at:
            at, why = room_at, HeldWhy.HOURLY_CEILING
        at = up_to_minute(at)
    return Place(at=at, held_why=why if at > wish.latest_at else None)


def _spaced(at: datetime, wish: Wish, frame: Frame, ledger: Ledger) -> tuple[datetime, HeldWhy]:
    why = HeldWhy.DAY_OVER
    asked_at = ledger.gap_from(wish.kind)
    if asked_at is not None and (gap_at := asked_at + frame.gap) > at:
        at, why = gap_at, HeldWhy.SMALLEST_GAP
    budget = frame.settings.prompts.most_per_day
    if ledger.count >= budget:
        return at, HeldWhy.MOST_PER_DAY
    if wish.kind in FLEXIBLE:
        budget -= frame.anchored
        if ledger.flexible_count >= budget:
            return at, HeldWhy.MOST_PER_DAY
        if wish.chosen:
            return at, why
        share = ledger.flexible_count / (SPREAD * budget)
        token_at = frame.day.wake_at + (frame.day.bed_at - frame.day.wake_at) * share
        at = max(at, token_at.replace(second=0, microsecond=0))
    return at, why


def _after_exercise(wish: Wish, at: datetime, frame: Frame) -> datetime:
    """Drinks wait for the end of exercise that is short and not hot."""
    if wish.kind is not Kind.DRINK:
        return at
    return next((span.end_at for span in frame.no_drink if span.holds(at)), at)


def _anchor(wish: Wish, place: Place, wishes: list[Wish], frame: Frame, ledger: Ledger) -> Wish | None:
    """The wish of a certain time that a flexible one would crowd: it comes first and takes the flexible one along."""
    if wish.kind not in FLEXIBLE or place.held_why is not None:
        return None
    for other in sorted(wishes, key=lambda other: other.due_at):
        if other.kind in FLEXIBLE:
            continue
        # Breaks in the heat keep no distance: by the usual one they would swallow every drink between two of them.
        too_late_at = place.at + (BEFORE_BREAK if other.kind is Kind.HEAT_BREAK else frame.gap)
        if other.due_at >= too_late_at:
            continue
        there = _place(other, frame, ledger)
        if there.held_why is None and there.at < too_late_at:
            return other
    return None


def _merged(wish: Wish, at: datetime, wishes: list[Wish], frame: Frame, ledger: Ledger) -> list[Wish]:
    """The wish and all others that fall together with it, in the order of rank."""
    joined = [other for other in wishes if other is not wish and _joins(other, wish, at, frame, ledger)]
    return sorted([wish, *joined], key=lambda wish: RANK.index(wish.kind))


def _joins(other: Wish, wish: Wish, at: datetime, frame: Frame, ledger: Ledger) -> bool:
    """Whether a wish is merged into another that comes at a moment."""
    if wish.kind is Kind.HEAT_BRIEF:
        return False  # it stays on show for hours: what it took along would come a second time beside it
    if other.held_why is not None or at > other.latest_at or other.due_at > at + frame.gap:
        return False
    if other.chosen and at < other.due_at:
        return False
    if other.kind in FLEXIBLE:
        return True
    was_put_off = other.kind in ledger.not_before and at < other.due_at
    return {wish.kind, other.kind} == TOGETHER and not was_put_off


def _prompt(merged: list[Wish], at: datetime, frame: Frame, ledger: Ledger) -> Prompt:
    """The prompt of merged wishes. A drink that finds no room in it stays a wish of its own."""
    first = merged[0]
    volume_ml = _volume_ml(merged, at, frame, ledger)
    kinds: list[Kind] = [wish.kind for wish in merged if wish.kind is not Kind.DRINK]
    if volume_ml is not None and Kind.HEAT_BREAK not in kinds:
        kinds.append(Kind.DRINK)
    expires_at = max(first.expires_at or at + ON_SHOW, at + LEAST_ON_SHOW)
    return Prompt(
        kind=kinds[0],
        also=tuple(kinds[1:]),
        due_at=at,
        expires_at=min(expires_at, frame.day.bed_at),
        volume_ml=volume_ml,
        routine=first.routine,
        reason=_reason(first.reason(at), kinds, volume_ml, ledger),
    )


def _is_gentle(kinds: list[Kind], ledger: Ledger) -> bool:
    return ledger.is_sore and not STRETCHES.isdisjoint(kinds)


def _reason(reason: Reason, kinds: list[Kind], volume_ml: int | None, ledger: Ledger) -> Reason:
    """The first kind's reason, with the intake where the prompt suggests a drink."""
    if _is_gentle(kinds, ledger):
        reason = replace(reason, gentle=True)
    if volume_ml is None:
        return reason
    return replace(reason, intake_ml=ledger.intake_ml, goal_ml=ledger.frame.settings.you.drink_goal_ml)


def _volume_ml(merged: list[Wish], at: datetime, frame: Frame, ledger: Ledger) -> int | None:
    wanted = max((wish.volume_ml or 0 for wish in merged), default=0)
    if not wanted or at + ON_SHOW > frame.drink_until:
        return None
    volume_ml = min(wanted, ledger.room_ml(at))
    return volume_ml if volume_ml >= min(SIP_ML, wanted) else None


def _sip_ml(wish: Wish) -> int:
    return min(SIP_ML, wish.volume_ml or SIP_ML)
