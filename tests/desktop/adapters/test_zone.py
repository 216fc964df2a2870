from pathlib import Path

import pytest

from desktop.adapters import zone
from desktop.adapters.zone import system_zone, zone_of

DATABASE = "/usr/share/zoneinfo"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose zone is set nowhere: its ``/etc``."""
    monkeypatch.delenv("TZ")
    monkeypatch.setattr(zone, "LOCALTIME", tmp_path / "localtime")
    monkeypatch.setattr(zone, "TIMEZONE", tmp_path / "timezone")
    monkeypatch.setattr(zone, "_asked_of_tzlocal", lambda: iter(()))
    return tmp_path


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("Europe/Paris", "Europe/Paris"),
        (":Europe/Paris", "Europe/Paris"),
        (f"{DATABASE}/Asia/Tokyo", "Asia/Tokyo"),
        (f"{DATABASE}/posix/Asia/Tokyo", "Asia/Tokyo"),
        ("EST5EDT", "EST5EDT"),
        ("", "UTC"),
    ],
)
def test_the_variable_comes_first(machine: Path, variable: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "timezone").write_text("America/Chicago\n", encoding="ascii")
    monkeypatch.setenv("TZ", variable)
    assert system_zone().key == name


@pytest.mark.parametrize("variable", ["Nowhere/Land", "../../etc/passwd", "/etc/passwd", "America", "?"])
def test_a_variable_that_names_no_zone_is_passed_over(
    machine: Path, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "timezone").write_text("America/Chicago\n", encoding="ascii")
    monkeypatch.setenv("TZ", variable)
    assert system_zone().key == "America/Chicago"


def test_the_link_comes_before_the_name_in_a_file(machine: Path) -> None:
    (machine / "timezone").write_text("America/Chicago\n", encoding="ascii")
    (machine / "localtime").symlink_to(f"{DATABASE}/Europe/London")
    assert system_zone().key == "Europe/London"


def test_a_file_in_the_place_of_the_link_says_no_name(machine: Path) -> None:
    (machine / "localtime").write_bytes(b"TZif2")
    (machine / "timezone").write_text("America/Chicago\n", encoding="ascii")
    assert system_zone().key == "America/Chicago"


@pytest.mark.parametrize("content", ["", "Nowhere/Land", "Zürich"])
def test_a_machine_without_a_zone_counts_in_utc(machine: Path, content: str) -> None:
    (machine / "timezone").write_text(content, encoding="utf-8")
    assert system_zone().key == "UTC"


def test_tzlocal_is_asked_last(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zone, "_asked_of_tzlocal", lambda: iter(["Pacific/Auckland"]))
    assert system_zone().key == "Pacific/Auckland"


def test_a_zone_of_the_settings_is_itself() -> None:
    assert zone_of("Asia/Kathmandu").key == "Asia/Kathmandu"
    assert zone_of("system").key == "America/Chicago"
