"""A block that was moved out of the heat, written down: the move can be taken back after a restart too."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from desktop.adapters.weather_values import number
from desktop.errors import UncrampError
from desktop.ports import Store
from desktop.settings.building import build
from schedules.prompts import Reason, Why
from schedules.settings import BlockKind, Settings

KEY = "moved block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a move changed; of the settings only the days and the dates count."""

    before: Settings
    after: Settings
    brief: Reason

    def stands_in(self, settings: Settings) -> bool:
        """Whether nobody has changed the days since."""
        return (settings.days, settings.dates) == (self.after.days, self.after.dates)

    def taken_back_from(self, settings: Settings) -> Settings:
        """The settings with the days as they were before."""
        return replace(settings, days=self.before.days, dates=self.before.dates)


def keep(store: Store, move: Move | None) -> None:
    """Write a move down, or forget the one that was.

    Raises:
        StoreError: It could not be kept.
    """
    store.set_state(KEY, None if move is None else _text(move))


def kept(store: Store) -> Move | None:
    """The move that was written down; None without one, and where it cannot be read."""
    try:
        return _move(json.loads(store.get_state(KEY) or "null"))
    except (UncrampError, ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError, RecursionError):
        return None  # it is still moved; only its undo is lost


def _text(move: Move) -> str:
    brief = move.brief
    assert brief.block is not None
    moments = (brief.block_from, brief.slot_from, brief.slot_to)
    content = {
        "block": brief.block.value,
        "moments": [at.timestamp() for at in moments if at is not None],
        "before": _days(move.before),
        "after": _days(move.after),
    }
    return json.dumps(content, default=str)


def _days(settings: Settings) -> dict[str, object]:
    from desktop.settings.merging import document

    said = document(settings)
    return {"day": said["day"], "date": said["date"]}


def _move(content: dict[str, Any] | None) -> Move | None:
    if content is None:
        return None
    block_from, slot_from, slot_to = (_moment(value) for value in content["moments"])
    before, after = _settings(content["before"]), _settings(content["after"])
    if before is None or after is None:
        return None
    brief = Reason(
        why=Why.HOT_DAY,
        block=BlockKind(content["block"]),
        block_from=block_from,
        slot_from=slot_from,
        slot_to=slot_to,
    )
    return Move(before=before, after=after, brief=brief)


def _settings(said: dict[str, Any]) -> Settings | None:
    dates = [{**dated, "date": date.fromisoformat(dated["date"])} for dated in said["date"]]
    settings, _findings = build({"version": 1, "day": said["day"], "date": dates})
    return settings


def _moment(value: object) -> datetime:
    seconds = number(value)
    if seconds is None:
        raise ValueError(value)
    return datetime.fromtimestamp(seconds, UTC)
