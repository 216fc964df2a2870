"""The look follows the system, and what the person set over it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.adapters.appearance import Appearance
from desktop.preferences import Contrast, Motion, Preferences, Theme
from desktop.theme import Look, Scheme


@pytest.fixture
def told() -> list[Look]:
    return []


@pytest.fixture
def appearance(qapp: QApplication, told: list[Look]) -> Iterator[Appearance]:
    made = Appearance(qapp)
    made.changed.connect(told.append)
    yield made
    qapp.styleHints().unsetColorScheme()


def test_the_plainest_look_is_told_of_nobody(appearance: Appearance, told: list[Look]) -> None:
    appearance.start()
    assert appearance.look == Look()
    assert told == []


def test_what_the_person_set_counts(appearance: Appearance, told: list[Look]) -> None:
    appearance.start()
    appearance.prefer(Preferences(theme=Theme.DARK, text_percent=150))
    assert told == [Look(scheme=Scheme.DARK, text_scale=1.5)]
    appearance.prefer(Preferences())
    assert told[-1] == Look()


def test_the_same_again_is_told_once(appearance: Appearance, told: list[Look]) -> None:
    appearance.start()
    for _ in range(3):
        appearance.prefer(Preferences(contrast=Contrast.HIGH))
    assert told == [Look(scheme=Scheme.CONTRAST_LIGHT)]


def test_a_change_of_the_system_is_followed(
    appearance: Appearance, told: list[Look], qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform of the tests has no dark mode to switch on, so the signal is all that it gives."""
    appearance.start()
    monkeypatch.setattr("desktop.adapters.appearance._scheme", lambda _hints, _preferred: Scheme.DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == [Look(scheme=Scheme.DARK)]


@pytest.mark.parametrize(
    ("preferred", "look"),
    [
        (Preferences(theme=Theme.LIGHT), Look()),
        (Preferences(theme=Theme.DARK, contrast=Contrast.HIGH), Look(scheme=Scheme.CONTRAST_DARK)),
        (Preferences(motion=Motion.STILL), Look(reduced_motion=True)),
        (Preferences(text_percent=200), Look(text_scale=2.0)),
        (Preferences(text_percent=20), Look()),
    ],
)
def test_each_preference_has_its_look(appearance: Appearance, preferred: Preferences, look: Look) -> None:
    appearance.prefer(preferred)
    appearance.start()
    assert appearance.look == look


def test_light_stays_light_where_the_system_is_dark(appearance: Appearance, qapp: QApplication) -> None:
    appearance.start()
    hints = qapp.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    appearance.prefer(Preferences(theme=Theme.LIGHT))
    hints.unsetColorScheme()
    assert appearance.look.scheme is Scheme.LIGHT
