from pathlib import Path

import pytest

from tests.desk import Desk
from tests.desktop.whole.resident import Resident


@pytest.fixture
def uncramp(desk: Desk, home: Path, tmp_path: Path) -> Resident:
    """The program, not started yet."""
    return Resident(desk, home, tmp_path)
