import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("modules", "heavy"),
    [
        (
            "desktop.settings.reader, desktop.settings.places, desktop.settings.presets, desktop.settings.writer",
            "PySide6",
        ),
        (
            "desktop.settings.reader, desktop.settings.places, desktop.settings.presets, desktop.settings.writer",
            "tomlkit",
        ),
        ("desktop.settings.reader", "difflib"),
    ],
)
def test_settings_are_light(modules: str, heavy: str) -> None:
    program = f"import sys, {modules}; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, check=False).returncode == 0
