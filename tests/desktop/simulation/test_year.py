"""The whole application through made-up days: what must never happen does not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.settings import places
from tests.desktop.simulation.life import MadeUpLife


def lived(seed: int, days: int, app: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch) -> MadeUpLife:
    """A life of so many days."""
    file = home / f"settings-{seed}.toml"
    file.unlink(missing_ok=True)
    monkeypatch.setattr(places, "settings_path", lambda: file)
    life = MadeUpLife(seed, home, app)
    life.live(days)
    return life


@pytest.mark.parametrize("seed", range(8))
def test_a_year(seed: int, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    life = lived(seed, 30, qapp, home, monkeypatch)
    assert life.watcher.wrong == []
    assert life.watcher.shown > 30
