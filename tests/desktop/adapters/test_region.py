"""The country of the emergency number: that of the place, then that of the language."""

import pytest
from PySide6.QtCore import QLocale, QTimeZone

from desktop.adapters import region


@pytest.mark.parametrize(
    ("zone", "locale", "found"),
    [
        ("Europe/Berlin", "en_US", "DE"),
        ("Asia/Tokyo", "en_GB", "JP"),
        ("America/New_York", "en_US", "US"),
        ("Europe/London", "C", "GB"),
        ("UTC", "de_AT", "AT"),
        ("UTC", "C", None),
        ("UTC", "eo", None),
    ],
)
def test_the_place_comes_before_the_language(
    monkeypatch: pytest.MonkeyPatch, zone: str, locale: str, found: str | None
) -> None:
    class System:
        @staticmethod
        def systemTimeZone() -> QTimeZone:  # noqa: N802 -- Qt's name
            return QTimeZone(zone.encode("ascii"))

    class Language(QLocale):
        @staticmethod
        def system() -> QLocale:
            return QLocale(locale)

    monkeypatch.setattr(region, "QTimeZone", System)
    monkeypatch.setattr(region, "QLocale", Language)
    assert region.country() == found
