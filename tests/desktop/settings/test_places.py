import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.settings import places
from desktop.settings.places import NoHomeError, Surroundings


def all_of(environ: Mapping[str, str], platform: str = "linux") -> dict[str, str]:
    around = Surroundings(environ=environ, platform=platform)
    return {
        "settings": str(places.settings_path(around)),
        "database": str(places.database_path(around)),
        "cache": str(places.cache_folder(around)),
        "log": str(places.log_folder(around)),
        "guides": str(places.guides_folder(around)),
        "home": str(places.home(around)),
    }


ALL_IN_ONE = {
    "settings": "/u/settings.toml",
    "database": "/u/uncramp.db",
    "cache": "/u/cache",
    "log": "/u/log",
    "guides": "/u/guides",
    "home": "/u",
}
XDG = {
    "XDG_CONFIG_HOME": "/c",
    "XDG_DATA_HOME": "/d",
    "XDG_CACHE_HOME": "/e",
    "XDG_STATE_HOME": "/f",
    "HOME": "/home/ada",
}
USUAL = {
    "settings": "/home/ada/.config/uncramp/settings.toml",
    "database": "/home/ada/.local/share/uncramp/uncramp.db",
    "cache": "/home/ada/.cache/uncramp",
    "log": "/home/ada/.local/state/uncramp/log",
    "guides": "/home/ada/.local/share/uncramp/guides",
    "home": "/home/ada/.local/share/uncramp",
}


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_everything_lies_in_uncramp_home_if_it_is_set(platform: str) -> None:
    assert all_of({"UNCRAMP_HOME": "/u", **XDG}, platform) == ALL_IN_ONE


def test_else_in_the_folders_that_xdg_names() -> None:
    assert all_of(XDG) == {
        "settings": "/c/uncramp/settings.toml",
        "database": "/d/uncramp/uncramp.db",
        "cache": "/e/uncramp",
        "log": "/f/uncramp/log",
        "guides": "/d/uncramp/guides",
        "home": "/d/uncramp",
    }


@pytest.mark.parametrize("nothing", ["", "relative", "./here", "~/x"])
def test_what_is_empty_or_relative_is_as_if_not_set(nothing: str) -> None:
    assert all_of(dict.fromkeys((*XDG, "UNCRAMP_HOME"), nothing) | {"HOME": "/home/ada"}) == USUAL


def test_macos() -> None:
    assert all_of({"HOME": "/Users/ada"}, "darwin") == {
        "settings": "/Users/ada/Library/Application Support/Uncramp/settings.toml",
        "database": "/Users/ada/Library/Application Support/Uncramp/uncramp.db",
        "cache": "/Users/ada/Library/Caches/Uncramp",
        "log": "/Users/ada/Library/Logs/Uncramp",
        "guides": "/Users/ada/Library/Application Support/Uncramp/guides",
        "home": "/Users/ada/Library/Application Support/Uncramp",
    }


def test_windows() -> None:
    assert all_of({"APPDATA": "/Roaming", "LOCALAPPDATA": "/Local"}, "win32") == {
        "settings": "/Roaming/Uncramp/settings.toml",
        "database": "/Local/Uncramp/uncramp.db",
        "cache": "/Local/Uncramp/Cache",
        "log": "/Local/Uncramp/Logs",
        "guides": "/Local/Uncramp/guides",
        "home": "/Local/Uncramp",
    }
    assert (
        all_of({"USERPROFILE": "/Users/ada"}, "win32")["settings"] == "/Users/ada/AppData/Roaming/Uncramp/settings.toml"
    )


def test_without_home_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    assert all_of({})["cache"] == f"{pwd.getpwuid(os.getuid()).pw_dir}/.cache/uncramp"
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)  # as in a container, a person that nobody knows
    with pytest.raises(NoHomeError, match="UNCRAMP_HOME"):
        all_of({})
    assert all_of({"UNCRAMP_HOME": "/u"}) == ALL_IN_ONE


def test_this_process(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (places.HERE.environ, places.HERE.platform) == (os.environ, sys.platform)
    assert places.settings_path() == home / "settings.toml"
    monkeypatch.setenv("UNCRAMP_HOME", str(home / "other"))
    assert places.home() == home / "other"
    assert not places.home().exists()
