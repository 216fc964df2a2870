"""What is preferred is read once, kept, and told; what reaches the network is counted."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.store import StoreError
from desktop.network_count import NETWORK_KEY, NetworkCount
from desktop.preferences import Preferences, Theme
from desktop.preferred import Preferred
from desktop.showing import Showing
from tests.desktop.fake_store import RecordingStore
from tests.desktop.living import Life

LOCKED = StoreError("The records are in use.", "Try again.")


def test_a_change_is_kept_and_told_once(qtbot: QtBot) -> None:
    store = RecordingStore()
    preferred = Preferred(store)
    told: list[Preferences] = []
    preferred.changed.connect(told.append)
    preferred.load()
    assert told == []
    for _ in range(2):
        preferred.prefer("theme", Theme.DARK)
    assert told == [Preferences(theme=Theme.DARK)]
    again = Preferred(store)
    again.load()
    assert again.now == preferred.now == told[0]


def test_what_cannot_be_read_stays_as_it_was() -> None:
    store = RecordingStore()
    preferred = Preferred(store)
    preferred.prefer("mug_ml", 350)
    store.failure = LOCKED
    preferred.load()
    assert preferred.now == Preferences(mug_ml=350)
    with pytest.raises(StoreError):
        preferred.prefer("mug_ml", 400)
    assert preferred.now == Preferences(mug_ml=350)


def test_the_cups_are_the_persons_own() -> None:
    life = Life()
    life.engine.start()
    cups = Preferences(mug_ml=330, large_glass_ml=510, hot_drink_ml=150)
    offers = Showing(life.engine, lambda: cups).offers()
    assert (offers.mug_ml, offers.large_glass_ml, offers.hot_drink_ml) == (330, 510, 150)


def test_each_request_counts_also_while_the_records_are_locked() -> None:
    store = RecordingStore()
    count = NetworkCount(store)
    assert count.total == 0
    count.add()
    store.failure = LOCKED
    count.add()
    store.failure = None
    assert count.total == 2
    count.add()
    assert store.get_state(NETWORK_KEY) == "3"
    assert NetworkCount(store).total == 3


@pytest.mark.parametrize("text", ["", "-3", "x", "٣", "9" * 40])
def test_a_count_that_makes_no_sense_is_none(text: str) -> None:
    store = RecordingStore()
    store.set_state(NETWORK_KEY, text)
    assert NetworkCount(store).total == 0
