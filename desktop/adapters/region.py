"""Where the person lives, as the system's language and region say: for the emergency number and the paper."""

from PySide6.QtCore import QLocale


def country() -> str | None:
    """Two letters, ISO 3166-1; None where the system says nothing."""
    territory = QLocale.system().territory()
    if territory == QLocale.Country.AnyCountry or QLocale.system().language() == QLocale.Language.C:
        return None
    code = QLocale.territoryToCode(territory)
    return code if len(code) == 2 and code.isalpha() else None  # noqa: PLR2004 -- "001" is the world
