"""Makes the sounds of the guide: ``python -m tests.sounds``. They are sums of sines that fade."""

import io
import math
import struct
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 16_000
LOUDEST = 0.32
"""Of full scale: it is bedtime."""
_ATTACK_S = 0.012


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """A struck tone."""

    pitch_hz: float
    at_s: float = 0.0
    fades_s: float
    """In this time it falls to about a third."""
    strength: float = 1.0


SOUNDS = {
    # A fifth and the octave, rising: as calm as a singing bowl.
    "bell": (
        0.85,
        (
            Tone(pitch_hz=392.0, fades_s=0.26),
            Tone(pitch_hz=587.33, at_s=0.09, fades_s=0.24, strength=0.7),
            Tone(pitch_hz=784.0, at_s=0.09, fades_s=0.16, strength=0.3),
        ),
    ),
    "tick": (0.22, (Tone(pitch_hz=523.25, fades_s=0.05), Tone(pitch_hz=1046.5, fades_s=0.03, strength=0.25))),
}


def recording(lasts_s: float, tones: Iterable[Tone]) -> bytes:
    """A sound as a WAV file: 16 bits, one channel."""
    notes = tuple(tones)
    count = round(lasts_s * RATE)
    heights = [sum(_height(tone, n / RATE) for tone in notes) * _end(n, count) for n in range(count)]
    most = max(map(abs, heights))
    frames = struct.pack(f"<{count}h", *(round(height / most * LOUDEST * 32_767) for height in heights))
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames)
    return target.getvalue()


def _height(tone: Tone, at_s: float) -> float:
    since_s = at_s - tone.at_s
    if since_s < 0:
        return 0.0
    rise = min(1.0, since_s / _ATTACK_S)
    return tone.strength * rise * math.exp(-since_s / tone.fades_s) * math.sin(2 * math.pi * tone.pitch_hz * since_s)


def _end(number: int, count: int) -> float:
    """The last twentieth goes down to nothing, so that no click is heard."""
    return min(1.0, (count - 1 - number) / (count / 20))


def main() -> None:
    """Write every sound."""
    for name, (lasts_s, tones) in SOUNDS.items():
        (FOLDER / f"{name}.wav").write_bytes(recording(lasts_s, tones))


if __name__ == "__main__":
    main()
