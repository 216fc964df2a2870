"""A week of heat for every preset, in the reply of each service: what comes is explained, comes once, was planned."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import cos, pi
from zoneinfo import ZoneInfo

import pytest

from desktop.adapters import met_norway, nws, open_meteo
from desktop.evidence_cards import card_of, cards
from desktop.settings.presets import Preset, load
from desktop.wording import prompts as words
from schedules.history import Drink, History, Outcome, PromptRecord, RoutineDone
from schedules.ledger import STILL
from schedules.plan import plan
from schedules.prompts import Answer, DayPlan, Kind, Prompt, Why
from schedules.settings import HeatSettings, WeatherSource
from schedules.situation import Situation
from schedules.waking_day import ONE_DAY, waking_day
from schedules.weather import Forecast
from tests.desktop.living import Life

HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=15)
PEAKS_C = (29, 32, 35, 38, 41, 38, 31)
"""The warmest hour of each day of the week; the nights are eleven degrees cooler."""

Hours = list[tuple[datetime, float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A place, how humid it is, and who tells of its weather."""

    zone: ZoneInfo
    first: date
    latitude: float
    longitude: float
    humidity: float
    told: Callable[[Hours, HeatSettings, datetime], Forecast]


def by_open_meteo(hours: Hours, _heat: HeatSettings, now: datetime) -> Forecast:
    content = {
        "utc_offset_seconds": 0,
        "hourly_units": {"temperature_2m": "°C"},
        "hourly": {
            "time": [int(at.timestamp()) for at, _, _ in hours],
            "temperature_2m": [degrees for _, degrees, _ in hours],
            "relative_humidity_2m": [share for _, _, share in hours],
            "shortwave_radiation": [500.0 if 8 <= at.hour <= 18 else 0.0 for at, _, _ in hours],
        },
    }
    return open_meteo.parse_reply(json.dumps(content).encode(), now)


def by_met_norway(hours: Hours, heat: HeatSettings, now: datetime) -> Forecast:
    steps = [
        {
            "time": f"{at:%Y-%m-%dT%H:%M:%SZ}",
            "data": {"instant": {"details": {"air_temperature": degrees, "relative_humidity": share}}},
        }
        for at, degrees, share in hours
    ]
    return met_norway.parse(json.dumps({"properties": {"timeseries": steps}}).encode(), heat, now)


def by_nws(hours: Hours, heat: HeatSettings, now: datetime) -> Forecast:
    def layer(column: int, unit: str) -> dict[str, object]:
        values = [{"validTime": f"{each[0].isoformat()}/PT1H", "value": each[column]} for each in hours]
        return {"uom": f"wmoUnit:{unit}", "values": values}

    layers = {"temperature": layer(1, "degC"), "relativeHumidity": layer(2, "percent")}
    return nws.parse(json.dumps({"properties": layers}).encode(), heat, now)


CITIES = {
    "Tulsa": City(
        zone=ZoneInfo("America/Chicago"),
        first=date(2026, 7, 13),
        latitude=36.15,
        longitude=-95.99,
        humidity=50,
        told=by_nws,
    ),
    "Seville": City(
        zone=ZoneInfo("Europe/Madrid"),
        first=date(2026, 8, 3),
        latitude=37.39,
        longitude=-5.98,
        humidity=30,
        told=by_open_meteo,
    ),
    "Kolkata": City(
        zone=ZoneInfo("Asia/Kolkata"),
        first=date(2026, 5, 11),
        latitude=22.57,
        longitude=88.36,
        humidity=60,
        told=by_met_norway,
    ),
}


def weather(city: City, now: datetime) -> Forecast:
    """The wave, as the service of the city tells it at a moment."""
    start_at = datetime.combine(city.first, time(0), tzinfo=city.zone).astimezone(UTC).replace(minute=0) - 2 * ONE_DAY
    hours: Hours = []
    for n in range(24 * 11):
        at = start_at + n * HOUR
        local = at.astimezone(city.zone)
        peak = PEAKS_C[min(max((local.date() - city.first).days, 0), 6)]
        share = (1 - cos(2 * pi * (local.hour + local.minute / 60 - 3) / 24)) / 2
        hours.append((at, round(peak - 11 * (1 - share), 1), city.humidity))
    heat = HeatSettings(source=WeatherSource.NWS, latitude=city.latitude, longitude=city.longitude)
    return city.told(hours, heat, now)


def lived(situation: Situation, prompt: Prompt) -> Situation:
    """The situation after a prompt came and was followed."""
    record = PromptRecord(
        key=prompt.key,
        kind=prompt.kind,
        also=prompt.also,
        due_at=prompt.due_at,
        volume_ml=prompt.volume_ml,
        shown_at=prompt.due_at,
        outcome=Outcome.DONE,
    )
    history = situation.history
    drinks = history.drinks
    if prompt.volume_ml is not None:
        drinks = (*drinks, Drink(at=prompt.due_at, volume_ml=prompt.volume_ml))
    routines = history.routines
    if not STILL.issuperset(prompt.kinds):
        routines = (*routines, RoutineDone(started_at=prompt.due_at, routine=prompt.routine or "move"))
    history = History(prompts=(*history.prompts, record), drinks=drinks, routines=routines)
    # The weather is fetched again all the time, and says the same.
    return replace(situation, now=prompt.due_at, history=history, forecast=_fresh(situation.forecast, prompt.due_at))


def _fresh(forecast: Forecast | None, now: datetime) -> Forecast | None:
    return None if forecast is None else replace(forecast, fetched_at=now)


def week(preset: Preset, city: City) -> list[tuple[DayPlan, list[Prompt], Situation]]:
    """Each day of the wave: what was planned in its morning, what came, and how it ended."""
    settings = load(preset)
    settings = replace(settings, heat=replace(settings.heat, on=True))
    days = []
    history = History()
    for n in range(7):
        day = waking_day(settings, city.first + n * ONE_DAY, city.zone)
        if day.wake_at >= day.bed_at:
            continue
        situation = Situation(
            now=day.wake_at, zone=city.zone, settings=settings, history=history, forecast=weather(city, day.wake_at)
        )
        planned, fired = plan(situation, day.date), []
        while upcoming := plan(situation, day.date).prompts:
            fired.append(upcoming[0])
            situation = lived(situation, upcoming[0])
        history = situation.history
        days.append((planned, fired, situation))
    return days


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("name", CITIES)
def test_a_week_of_heat(preset: Preset, name: str) -> None:
    city = CITIES[name]
    seen: list[Prompt] = []
    for planned, fired, situation in week(preset, city):
        assert fired == list(planned.prompts)
        assert all(planned.wake_at <= prompt.due_at < planned.bed_at for prompt in fired)
        assert sum(prompt.kind is Kind.HEAT_BRIEF for prompt in fired) <= 1
        breaks = [prompt for prompt in fired if prompt.kind is Kind.HEAT_BREAK]
        assert all(two.due_at >= one.expires_at for one, two in pairwise(breaks)), "a break stands beside another"
        assert all(prompt.reason.why is Why.HEAT and prompt.reason.block_from is not None for prompt in breaks)
        assert all(prompt.expires_at <= planned.bed_at for prompt in fired)
        for kind in Kind:
            same = [prompt for prompt in fired if kind in prompt.kinds]
            assert all(two.due_at >= one.expires_at for one, two in pairwise(same)), f"two of {kind} at a time"
        glasses = [prompt for prompt in fired if prompt.volume_ml is not None]
        assert all(two.due_at - one.due_at >= QUARTER for one, two in pairwise(glasses)), "two drinks at a time"
        for prompt in fired:
            card = cards()[card_of(prompt.kind, situation.settings.bedtime.choice)]
            assert card.references, "nobody says why"
            assert words.reason(prompt.reason, situation.settings, city.zone)
            assert len(words.body(prompt, situation.settings, city.zone)) <= words.BODY_LENGTH
            assert len(words.title(prompt, situation.settings)) <= words.TITLE_LENGTH
        seen += fired
    assert any(prompt.kind is Kind.HEAT_BRIEF for prompt in seen), "nobody was told of the heat"
    if preset is Preset.OUTDOOR_WORKER:
        assert any(prompt.kind is Kind.HEAT_BREAK for prompt in seen)


@pytest.mark.parametrize("preset", Preset)
def test_where_heat_is_off_nothing_is_said_of_it(preset: Preset) -> None:
    city, settings = CITIES["Seville"], load(preset)
    settings = replace(settings, heat=replace(settings.heat, on=False))
    now = waking_day(settings, city.first + 4 * ONE_DAY, city.zone).wake_at
    planned = plan(Situation(now=now, zone=city.zone, settings=settings, forecast=weather(city, now)))
    assert not planned.heat
    assert not [prompt for prompt in planned.prompts if {Kind.HEAT_BRIEF, Kind.HEAT_BREAK} & set(prompt.kinds)]


def test_what_the_engine_shows_on_a_day_of_the_wave_is_what_was_planned() -> None:
    city = CITIES["Tulsa"]
    settings = load(Preset.OUTDOOR_WORKER)
    life = Life(settings, datetime(2026, 7, 15, 0, 30, tzinfo=city.zone))
    life.journal.forecast = lambda: weather(city, life.clock.now())
    life.engine.start()
    life.timetable.run_until(life.engine.plan.wake_at)
    planned = [prompt.key for prompt in life.engine.plan.prompts]
    assert any(key.startswith(Kind.HEAT_BREAK) for key in planned)
    while life.engine.plan.prompts and life.engine.plan.prompts[0].key in planned:
        prompt = life.engine.plan.prompts[0]
        life.timetable.run_until(prompt.due_at)
        (notice,) = life.on_show
        assert notice.key == prompt.key
        drank = Answer.DRANK in {button.answer for button in notice.buttons}
        life.press(Answer.DRANK if drank and prompt.kind is not Kind.BEDTIME else notice.buttons[0].answer)
    assert [notice.key for notice in life.notifier.asked] == planned
