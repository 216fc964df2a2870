"""The sounds that come with Uncramp are those that `tests.sounds` makes: small, gentle, without a click."""

import struct
import wave
from importlib.resources import as_file, files

import pytest

from desktop.guide_state import Sound
from tests.sounds import LOUDEST, SOUNDS, recording


@pytest.mark.parametrize("sound", list(Sound))
def test_a_sound_is_as_it_is_made(sound: Sound) -> None:
    with as_file(files("resources") / "sounds" / f"{sound}.wav") as path:
        assert path.stat().st_size < 30_000
        with wave.open(str(path)) as kept:
            count = kept.getnframes()
            heights = struct.unpack(f"<{count}h", kept.readframes(count))
        made = struct.unpack(f"<{count}h", recording(*SOUNDS[sound])[44:])
    # Mathematics of other machines may round differently.
    assert max(abs(one - other) for one, other in zip(heights, made, strict=True)) <= 1
    assert max(map(abs, heights)) <= LOUDEST * 32_768
    assert max(abs(height) for height in (*heights[:8], *heights[-8:])) < 600
