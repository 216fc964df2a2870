"""Which files hold what is a person's own: their settings, their records, their guides."""

from dataclasses import dataclass
from pathlib import Path

from desktop.settings import places

SETTINGS, DATABASE, GUIDES = "settings.toml", "uncramp.db", "guides"
"""Their names in a backup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """Where everything is."""

    settings: Path
    database: Path
    guides: Path
    """A folder."""
    cache: Path
    """The folder of what can be fetched again."""
    log: Path
    """The folder of the logs."""

    @property
    def home(self) -> Path:
        """The folder of the records."""
        return self.database.parent


def own_files() -> OwnFiles:
    """Those of this person.

    Raises:
        NoHomeError: The system does not say where they are.
    """
    return OwnFiles(
        settings=places.settings_path(),
        database=places.database_path(),
        guides=places.guides_folder(),
        cache=places.cache_folder(),
        log=places.log_folder(),
    )


def guide_files(folder: Path) -> list[Path]:
    """A person's own guides; none where there is no folder."""
    return sorted(path for path in folder.glob("*.toml") if path.is_file()) if folder.is_dir() else []
