"""What the running instance says of itself."""

import json
from pathlib import Path

from desktop.commands.client import send
from desktop.errors import UncrampError
from desktop.health import Finding, Topic, fine, poor

SHOWN = ("notifier", "tray", "weather_age_s")


def instance(database: Path) -> Finding:
    """Whether one runs and answers, and through what it shows prompts."""
    try:
        reply = send(["status", "--json"], database)
    except UncrampError:
        return poor(Topic.INSTANCE, "silent")
    if reply is None:
        return poor(Topic.INSTANCE, "not-running")
    told = _told(reply.out)
    if told is None:
        return poor(Topic.INSTANCE, "troubled")
    return fine(
        Topic.INSTANCE, *(f"{name}={told[name]}" for name in SHOWN if told.get(name) is not None), *_sensors(told)
    )


def _told(out: str) -> dict[str, object] | None:
    """What it tells; None where it cannot, because its records are locked for example."""
    try:
        told = json.loads(out)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _sensors(told: dict[str, object]) -> list[str]:
    """Who tells it of the person's presence; what they tell is nobody's business but the person's."""
    presence = told.get("presence")
    known_by = presence.get("known_by") if isinstance(presence, dict) else None
    return [f"{matter}={sensor}" for matter, sensor in known_by.items()] if isinstance(known_by, dict) else []
