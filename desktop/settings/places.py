"""Where Uncramp keeps its files: all in `UNCRAMP_HOME` if that is set, else in the platform's own folders.

A variable that is empty or relative is as if it were not set. Nothing in here makes a folder.

Source: XDG Base Directory Specification 0.8; Apple, File System Programming Guide; Microsoft, Known Folders.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from desktop.errors import UncrampError
from desktop.wording.catalog import _


class NoHomeError(UncrampError):
    """There is no folder in which Uncramp could keep anything."""


class _Use(StrEnum):
    """What a folder is for; the value is its name within `UNCRAMP_HOME`."""

    SETTINGS = "settings"
    RECORDS = "records"
    CACHE = "cache"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class _Rule:
    variable: str
    """The environment variable that says where such folders are; empty where the platform has none."""
    usual: str
    """Else where they are within the person's own folder."""
    name: str
    """Uncramp's folder there."""


_LINUX = MappingProxyType(
    {
        _Use.SETTINGS: _Rule("XDG_CONFIG_HOME", ".config", "uncramp"),
        _Use.RECORDS: _Rule("XDG_DATA_HOME", ".local/share", "uncramp"),
        _Use.CACHE: _Rule("XDG_CACHE_HOME", ".cache", "uncramp"),
        _Use.LOG: _Rule("XDG_STATE_HOME", ".local/state", "uncramp/log"),
    }
)
_MACOS = MappingProxyType(
    {
        _Use.SETTINGS: _Rule("", "Library/Application Support", "Uncramp"),
        _Use.RECORDS: _Rule("", "Library/Application Support", "Uncramp"),
        _Use.CACHE: _Rule("", "Library/Caches", "Uncramp"),
        _Use.LOG: _Rule("", "Library/Logs", "Uncramp"),
    }
)
_WINDOWS = MappingProxyType(
    {
        _Use.SETTINGS: _Rule("APPDATA", "AppData/Roaming", "Uncramp"),
        _Use.RECORDS: _Rule("LOCALAPPDATA", "AppData/Local", "Uncramp"),
        _Use.CACHE: _Rule("LOCALAPPDATA", "AppData/Local", "Uncramp/Cache"),
        _Use.LOG: _Rule("LOCALAPPDATA", "AppData/Local", "Uncramp/Logs"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the places depend on."""

    environ: Mapping[str, str]
    platform: str
    """As `sys.platform`."""


HERE = Surroundings(environ=os.environ, platform=sys.platform)
"""This process."""


def home(around: Surroundings = HERE) -> Path:
    """The folder of the records.

    Raises:
        NoHomeError: The system does not say where this person's files are; so with all the others.
    """
    return _folder(_Use.RECORDS, around)


def settings_path(around: Surroundings = HERE) -> Path:
    """The settings file."""
    return _folder(_Use.SETTINGS, around) / "settings.toml"


def database_path(around: Surroundings = HERE) -> Path:
    """The database."""
    return home(around) / "uncramp.db"


def guides_folder(around: Surroundings = HERE) -> Path:
    """The folder of the person's own guides."""
    return home(around) / "guides"


def cache_folder(around: Surroundings = HERE) -> Path:
    """The folder of what can be fetched again."""
    return _folder(_Use.CACHE, around)


def calendar_path(around: Surroundings = HERE) -> Path:
    """What was read last of the person's calendar."""
    return cache_folder(around) / "calendar.json"


def log_folder(around: Surroundings = HERE) -> Path:
    """The folder of the logs."""
    return _folder(_Use.LOG, around)


def config_folder(around: Surroundings = HERE) -> Path:
    """The folder in which every program of a Linux desktop keeps its settings; `UNCRAMP_HOME` does not move it."""
    rule = _LINUX[_Use.SETTINGS]
    return _absolute(rule.variable, around) or _person(around) / rule.usual


def is_shared(folder: Path, around: Surroundings = HERE) -> bool:
    """Whether other things than Uncramp's may lie in a folder: a person named it, so nobody knows what it is for."""
    return folder == _absolute("UNCRAMP_HOME", around)


def _folder(use: _Use, around: Surroundings) -> Path:
    own = _absolute("UNCRAMP_HOME", around)
    if own is not None:
        return own / use.value if use in {_Use.CACHE, _Use.LOG} else own
    rule = {"win32": _WINDOWS, "darwin": _MACOS}.get(around.platform, _LINUX)[use]
    return (_absolute(rule.variable, around) or _person(around) / rule.usual) / rule.name


def _absolute(variable: str, around: Surroundings) -> Path | None:
    folder = Path(around.environ.get(variable, ""))
    return folder if folder.is_absolute() else None


def _person(around: Surroundings) -> Path:
    named = _absolute("USERPROFILE" if around.platform == "win32" else "HOME", around)
    if named is not None:
        return named
    try:
        import pwd  # not on Windows

        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except (ImportError, KeyError) as error:
        title = _("The system does not say where your files are.")
        raise NoHomeError(title, _("Set UNCRAMP_HOME to a folder.")) from error
