import pytest

from desktop import preferences
from desktop.preferences import Contrast, Motion, Preferences, Theme
from tests.desktop.fake_store import RecordingStore


def test_nothing_chosen_is_the_default() -> None:
    assert preferences.read(RecordingStore()) == Preferences()


def test_what_is_chosen_is_kept() -> None:
    store = RecordingStore()
    preferences.write(store, "theme", Theme.DARK)
    preferences.write(store, "contrast", Contrast.HIGH)
    preferences.write(store, "motion", Motion.STILL)
    preferences.write(store, "text_percent", 150)
    preferences.write(store, "mug_ml", 350)
    preferences.write(store, "welcomed", value=True)
    assert preferences.read(store) == Preferences(
        theme=Theme.DARK, contrast=Contrast.HIGH, motion=Motion.STILL, text_percent=150, mug_ml=350, welcomed=True
    )


@pytest.mark.parametrize("text", ["", "pink", "-1", "1e9", "99999999999999999999"])
def test_what_makes_no_sense_counts_as_never_chosen(text: str) -> None:
    store = RecordingStore()
    for name in ("theme", "contrast", "motion", "text_percent", "mug_ml"):
        store.set_state(f"preference {name}", text)
    assert preferences.read(store) == Preferences()


@pytest.mark.parametrize(
    ("name", "value"), [("mug_ml", 10), ("mug_ml", 1501), ("text_percent", 201), ("theme", Contrast.HIGH), ("cup", 1)]
)
def test_what_is_not_allowed_is_not_kept(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=name):
        preferences.write(RecordingStore(), name, value)
