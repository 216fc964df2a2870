"""Whatever stands in the small state of the records counts as never chosen, or as what it says; nothing breaks."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop import guide_choices, preferences, weather_contact
from desktop.adapters import weather_typed
from desktop.adapters.weather_service import user_agent
from desktop.calendar_memory import SOURCE_KEY, CalendarMemory
from desktop.calendar_source import RefusedError, source_of
from desktop.helping import NUMBER_KEY, Helping
from desktop.icing import STATE_KEY, Icing
from desktop.network_count import NETWORK_KEY, NetworkCount
from desktop.preferences import Preferences
from desktop.relief_records import USUAL_KEY, ReliefRecords
from schedules.guides.emergency import is_callable
from schedules.guides.session import SPEEDS
from tests.desktop.fake_store import RecordingStore
from tests.desktop.living import Life

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers(-(10**20), 10**20)
    | st.sampled_from(["2026-07-15T06:00:00+00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "now"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from(["started_at", "looked_at", "on_s", "off_s", "rounds"]), inner)
    ),
    max_leaves=6,
)
TEXT = st.text(max_size=12) | st.sampled_from(["nan", "inf", "1e400", "112\n", "9" * 5000, "/", "https://", "[" * 9999])
KEPT = TEXT | JSON.map(json.dumps)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)


@pytest.fixture
def life(qtbot: QtBot) -> Life:
    return Life()


@quick
@given(kept=KEPT)
def test_preferences_typed_weather_and_counts(kept: str) -> None:
    store = RecordingStore()
    for name in Preferences.__dataclass_fields__:
        store.set_state(f"preference {name}", kept)
    for key in (weather_typed.KEY, NETWORK_KEY, weather_contact.CONTACT_KEY, SOURCE_KEY):
        store.set_state(key, kept)
    preferences.read(store)
    reading = weather_typed.typed(store)
    assert reading is None or -100 <= reading.temperature_c <= 70
    assert NetworkCount(store).total >= 0
    assert user_agent(weather_contact.contact(store)).isprintable()
    CalendarMemory(store).words()
    with suppress(RefusedError):
        source_of(CalendarMemory(store).source() or "")


@quick
@given(kept=KEPT)
def test_an_emergency_number_is_one_that_can_be_called(life: Life, kept: str) -> None:
    life.store.set_state(NUMBER_KEY, kept)
    helping = Helping(life.journal, "GB", lambda: pytest.fail("nothing was opened"))
    helping.start()
    assert is_callable(helping.number.number)


CYCLE = st.fixed_dictionaries(
    {
        "started_at": st.just("2026-07-15T12:00:00+00:00") | JSON,
        "looked_at": st.just("2026-07-15T12:00:00+00:00") | JSON,
        "on_s": st.just(900) | JSON,
        "off_s": st.just(1200) | JSON,
        "rounds": st.just(3) | JSON,
    }
).map(json.dumps)


@quick
@given(kept=CYCLE | KEPT)
def test_an_ice_timer(life: Life, kept: str) -> None:
    life.store.set_state(STATE_KEY, kept)
    timer = Icing(life.journal, life.notifier)
    with capture_exceptions() as caught:
        timer.start()
        timer.state()
        timer.look()
    assert caught == []


@quick
@given(kept=KEPT)
def test_what_was_chosen_in_guide_and_relief(life: Life, kept: str) -> None:
    for key in (guide_choices.SPEED, USUAL_KEY):
        life.store.set_state(key, kept)
    assert guide_choices.speed(life.engine) in SPEEDS
    records = ReliefRecords(life.journal)
    records.start()
    assert records.usual is not None
