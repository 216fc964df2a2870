"""States of the window of the weather that its tests and the screenshots share."""

from dataclasses import replace

from desktop.heat_state import HeatView, Search
from desktop.ports import FoundPlace
from schedules.settings import HeatSettings, WeatherSource
from tests.desktop.windows import heat_days

PLACES = (
    FoundPlace(name="Berlin", region="State of Berlin", country="Germany", latitude=52.52, longitude=13.41),
    FoundPlace(name="Berlin", country="United States", latitude=44.47, longitude=-71.19),
)
HERE = HeatSettings(source=WeatherSource.OPEN_METEO, place="Berlin, Germany", latitude=52.52, longitude=13.41)

OFF = HeatView(heat=HeatSettings())
TYPED = HeatView(heat=HeatSettings(source=WeatherSource.TYPED), day=heat_days.TYPED)
ONLINE = HeatView(heat=HERE, day=heat_days.HOT)
NO_PLACE = HeatView(heat=HeatSettings(source=WeatherSource.NWS))
FOUND = replace(NO_PLACE, heat=HeatSettings(source=WeatherSource.OPEN_METEO), search=Search(found=PLACES))
OFFLINE = HeatView(
    heat=replace(HERE, source=WeatherSource.MET_NORWAY),
    trouble="The weather service was not found. Uncramp will try again by itself.",
)
