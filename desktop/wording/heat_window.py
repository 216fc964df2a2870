"""The words of the window of the weather: where it comes from, what was typed in, and which place it is for."""

from desktop.ports import FoundPlace
from desktop.wording.amounts import decimal
from desktop.wording.catalog import _
from schedules.settings import Units, WeatherSource


def window_title() -> str:
    """The title of the window."""
    return _("Weather and heat – Uncramp")


def heading() -> str:
    """At the top."""
    return _("Weather and heat")


def nothing_known(source: WeatherSource, *, has_place: bool) -> str:
    """In place of the day's heat, while nothing is known of it."""
    match source:
        case WeatherSource.OFF:
            return _("The weather is off. Uncramp says nothing of heat, and uses no network.")
        case WeatherSource.TYPED:
            return _("Read a thermometer and type it in. It counts for three hours.")
    if not has_place:
        return _("Find your place below. Then the forecast comes by itself.")
    return _("No forecast is here yet. It comes by itself once you are online.")


def trouble(title: str, remedy: str) -> str:
    """Why no weather came the last time."""
    return f"{title} {remedy}"


# Where it comes from


def source_title() -> str:
    """Over the choice of a source."""
    return _("Where does the weather come from?")


def source_name(source: WeatherSource) -> str:
    """One source."""
    return {
        WeatherSource.OFF: _("Off"),
        WeatherSource.TYPED: _("I type it in"),
        WeatherSource.OPEN_METEO: _("Open-Meteo"),
        WeatherSource.MET_NORWAY: _("MET Norway"),
        WeatherSource.NWS: _("US National Weather Service"),
    }[source]


def source_meaning(source: WeatherSource) -> str:
    """What a source is good for, and what it learns."""
    return {
        WeatherSource.OFF: _("No word about heat, and no network."),
        WeatherSource.TYPED: _("From a thermometer you read. No network is used."),
        WeatherSource.OPEN_METEO: _("For the whole world, for private use. It learns your place to about 1 km."),
        WeatherSource.MET_NORWAY: _("For the whole world. It learns your place to about 1 km."),
        WeatherSource.NWS: _("For the United States. It learns your place to about 1 km."),
    }[source]


# What is typed in


def typed_title() -> str:
    """Over the fields for a reading."""
    return _("What does your thermometer say?")


def temperature_field(units: Units) -> str:
    """The field for the temperature, in the shade."""
    return _("Temperature in the shade, in °C") if units is Units.METRIC else _("Temperature in the shade, in °F")


def humidity_field() -> str:
    """The field for the humidity."""
    return _("Humidity, in %")


def unit(units: Units) -> str:
    """The choice of a unit."""
    return _("°C") if units is Units.METRIC else _("°F")


def unit_spoken(units: Units) -> str:
    """The same, as a screen reader says it: it has to hold the words to be seen."""
    return _("Degrees Celsius, °C") if units is Units.METRIC else _("Degrees Fahrenheit, °F")


def sun_box() -> str:
    """The box for somebody in the sun."""
    return _("I am in the sun, not in the shade")


def keep_reading() -> str:
    """The button that keeps a reading."""
    return _("Use this reading")


def reading_kept() -> str:
    """Said once a reading was kept."""
    return _("Kept. It counts for three hours.")


def wrong_temperature(units: Units) -> str:
    """What was typed is no temperature."""
    return _("Type a number from -60 to 60.") if units is Units.METRIC else _("Type a number from -76 to 140.")


def wrong_humidity() -> str:
    """What was typed is no humidity."""
    return _("Type a number from 0 to 100.")


# The place


def place_title(place: str) -> str:
    """Over the search: the place in force, if there is one."""
    return _("Your place: {place}").format(place=place) if place else _("Which place is it for?")


def coordinates(latitude: float, longitude: float) -> str:
    """A place without a name."""
    return _("{latitude}, {longitude}").format(latitude=decimal(latitude), longitude=decimal(longitude))


def search_field() -> str:
    """The field for the name of a place."""
    return _("Town or postcode")


def search_button() -> str:
    """The button that looks a name up."""
    return _("Search")


def search_note(server: str) -> str:
    """What the search sends, and to whom."""
    sent = _("This sends the name you type to {service}.").format(service=server or "Open-Meteo")
    return f"{sent} {_('Its place names come from GeoNames.')}"


def searching() -> str:
    """While the answer is not there."""
    return _("Searching…")


def nothing_found() -> str:
    """No place has such a name."""
    return _("No place was found by that name. Try the name of a larger town.")


def too_short() -> str:
    """One letter finds nothing."""
    return _("Type at least two letters.")


def found(count: int) -> str:
    """Over the places that were found."""
    return _("Which one is it?") if count > 1 else _("Is it this one?")


def place_line(place: FoundPlace) -> str:
    """A place that was found: ``Berlin, State of Berlin, Germany``."""
    return ", ".join(part for part in (place.name, place.region, place.country) if part)


def place_spoken(place: FoundPlace) -> str:
    """The same with where it is: two places may share a name."""
    where = coordinates(place.latitude, place.longitude)
    return _("{place}, at {where}").format(place=place_line(place), where=where)


def by_hand() -> str:
    """The button that shows the fields for coordinates and a server."""
    return _("Type coordinates or a server")


def latitude_field() -> str:
    """The field for the latitude."""
    return _("Latitude, north is plus")


def longitude_field() -> str:
    """The field for the longitude."""
    return _("Longitude, east is plus")


def wrong_degrees(most: int) -> str:
    """What was typed is no latitude or longitude."""
    return _("Type a number from -{most} to {most}.").format(most=most)


def keep_place() -> str:
    """The button that keeps coordinates."""
    return _("Use this place")


def server_field() -> str:
    """The field for a server of one's own."""
    return _("Server of your own, such as https://weather.example. Leave it empty for the usual one.")


def keep_server() -> str:
    """The button that keeps the server."""
    return _("Use this server")


def wrong_server() -> str:
    """What was typed is no address."""
    return _("Type an address that begins with https:// or http://, with no spaces.")


def contact_field() -> str:
    """The field for whom the service can write to."""
    return _("Email or web address for this service. It asks who is calling. You may leave it empty.")


def keep_contact() -> str:
    """The button that keeps the contact."""
    return _("Use this contact")


def wrong_contact() -> str:
    """What was typed is no contact."""
    return _("Type at most 80 plain letters, digits and signs.")


def close() -> str:
    """The button that closes the window."""
    return _("Close")
