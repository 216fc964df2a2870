"""What holds at a moment, the person's calendar among it: a quiet time, a desk, a meeting."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from schedules.calendar import joined
from schedules.prompts import Kind, Prompt
from schedules.settings import BlockKind
from schedules.situation import Situation
from schedules.waking_day import Span, holding

LONGEST_MEETING = timedelta(hours=4)
"""An entry that lasts longer is a day at work, and no meeting. Ours."""
_SEATED = frozenset({BlockKind.DESK, BlockKind.STANDING})


def silent_until(situation: Situation, at: datetime) -> datetime | None:
    """The end of the quiet time that holds a moment; None where there is none."""
    return max((span.end_at for span in _quiet(situation, at) if span.holds(at)), default=None)


def silent_from(situation: Situation, at: datetime) -> datetime | None:
    """When the next quiet time of the day begins; None where there is none."""
    return min((span.start_at for span in _quiet(situation, at) if span.start_at > at), default=None)


def as_shown(prompt: Prompt, situation: Situation, at: datetime) -> Prompt:
    """A prompt as it is shown at a moment: one that was held until drinks have ended for the day suggests none."""
    if prompt.volume_ml is None or prompt.kind is Kind.DRINK:
        return prompt
    day = holding(situation.settings, at, situation.zone)
    if day is not None and at < day.bed_at - timedelta(minutes=situation.settings.drink.stop_before_bed_min):
        return prompt
    reason = replace(prompt.reason, intake_ml=None, goal_ml=None)
    return replace(prompt, also=tuple(k for k in prompt.also if k is not Kind.DRINK), volume_ml=None, reason=reason)


def seated_since(situation: Situation, at: datetime) -> datetime | None:
    """When the desk or standing block began that holds a moment; None where there is none."""
    spans = (span for span in _spans(situation, at) if span.kind in _SEATED and span.holds(at))
    return min((span.start_at for span in spans), default=None)


def meeting_until(situation: Situation, at: datetime) -> datetime | None:
    """When the meeting ends that the calendar has at a moment; None where it has none."""
    blocks = (block for block in situation.calendar if block.start_at <= at < block.end_at)
    meetings = (block for block in blocks if block.kind in _SEATED | {BlockKind.QUIET})
    return min((b.end_at for b in meetings if b.end_at - b.start_at <= LONGEST_MEETING), default=None)


def _quiet(situation: Situation, at: datetime) -> Iterable[Span]:
    return (span for span in _spans(situation, at) if span.kind is BlockKind.QUIET)


def _spans(situation: Situation, at: datetime) -> tuple[Span, ...]:
    day = holding(situation.settings, at, situation.zone)
    return () if day is None else joined(day, situation.calendar).spans
