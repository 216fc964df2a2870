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
    told = json.loads(reply.out)
    return fine(
        Topic.INSTANCE, *(f"{name}={told[name]}" for name in SHOWN if told.get(name) is not None), *_known(told)
    )


def _known(told: dict[str, object]) -> list[str]:
    """What it knows of the person's presence, by name alone."""
    presence = told.get("presence")
    return [f"{name}={value}" for name, value in presence.items()] if isinstance(presence, dict) else []
