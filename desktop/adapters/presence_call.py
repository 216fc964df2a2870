"""Whether a microphone or a camera is in use, which is what a call looks like from outside.

The kernel says whether a sound card records and how many hold a camera, for the price of reading a few lines. What
comes over Bluetooth has no sound card: the sound server is asked for that, where its own program is installed.
Source: Linux, Documentation/sound/designs/procfs.rst; pactl(1);
Documentation/ABI/stable/sysfs-module, refcnt.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.adapters.answering_program import AnsweringProgram
from desktop.adapters.sensor import Sensor
from desktop.sensing import Matter

CARDS, CAMERAS = Path("/proc/asound"), Path("/sys/module/uvcvideo/refcnt")
_METERS = "peaks"
"""How a meter that only shows a level records. Source: PulseAudio, pavucontrol."""
_YES = "true"
"""As PipeWire tells of a level, and of what is recorded from a loudspeaker. Source: PipeWire, pipewire-pulse."""


class CallSensor(Sensor):
    """Looks when a prompt is due."""

    name = "sound and camera"
    read_only = (Matter.CALL,)

    def __init__(self, cards: Path = CARDS, cameras: Path = CAMERAS, program: AnsweringProgram | None = None) -> None:
        """Store where to look and whom to ask."""
        super().__init__()
        self._cards, self._cameras = cards, cameras
        self._program = program or AnsweringProgram("pactl", "--format=json", "list", "source-outputs", parent=self)

    def read(self, done: Callable[[], None]) -> None:
        """Look at the kernel's files, and ask the sound server where these say no."""
        kernel = (cards_record(self._cards), camera_is_open(self._cameras))
        if any(kernel):
            self.tell(Matter.CALL, is_so=True)
            done()
            return

        def on_said(said: bytes | None) -> None:
            known = [found for found in (*kernel, server_records(said)) if found is not None]
            self.tell(Matter.CALL, is_so=any(known) if known else None)
            done()

        if sound_server_runs():
            self._program.ask(on_said)
        else:
            on_said(None)

    def close(self) -> None:
        """End the program, if it runs."""
        self._program.close()


def sound_server_runs() -> bool:
    """Whether there is a sound server to ask: the program that asks would start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("PULSE_SERVER")) or bool(runtime and Path(runtime, "pulse", "native").exists())


def cards_record(cards: Path) -> bool | None:
    """Whether a sound card records; None where the kernel does not say."""
    states = [_read(file) for file in cards.glob("card*/pcm*c/sub*/status")]
    known = [state for state in states if state is not None]
    return any(not state.startswith("closed") for state in known) if known else None


def camera_is_open(count: Path) -> bool | None:
    """Whether somebody holds a camera; None where the kernel knows none."""
    said = _read(count)
    return int(said) > 0 if said is not None and said.strip().isdigit() else None


def server_records(said: bytes | None) -> bool | None:
    """Whether the sound server records for anybody but a meter; None where it did not say."""
    try:
        found: Any = json.loads(said or b"")
        return any(_listens(one) for one in found)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None


def _listens(recording: dict[str, Any]) -> bool:
    """Whether it is a microphone: not a meter's level, and not what the loudspeakers play, as of a recorded screen."""
    told = recording.get("properties") or {}
    is_level = recording.get("resample_method") == _METERS or told.get("resample.peaks") == _YES
    return not (recording.get("corked") or is_level or told.get("stream.capture.sink") == _YES)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
