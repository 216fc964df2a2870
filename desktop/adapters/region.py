"""Where the person is, as the system says: for the emergency number and the paper."""

from PySide6.QtCore import QLocale, QTimeZone


def country() -> str | None:
    """Two letters, ISO 3166-1; None where the system says nothing.

    The time zone is asked first: many have their system in the English of a country where they are not, and the number
    for an ambulance is that of the place. A zone of no country, as UTC, leaves it to the language and region.
    """
    return _code(QTimeZone.systemTimeZone().territory()) or _of_the_language()


def _of_the_language() -> str | None:
    system = QLocale.system()
    return None if system.language() == QLocale.Language.C else _code(system.territory())


def _code(territory: QLocale.Country) -> str | None:
    if territory == QLocale.Country.AnyCountry:
        return None
    code = QLocale.territoryToCode(territory)
    return code if len(code) == 2 and code.isalpha() else None  # noqa: PLR2004 -- "001" is the world
