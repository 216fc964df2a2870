"""What a screenshot is made of: any module ``shots_*.py`` under ``tests`` that has a tuple ``SHOTS`` is found."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A window to take pictures of."""

    name: str
    """The file's name begins with it."""
    build: Callable[[], QWidget]
    """Makes the window anew for each picture, showing its state."""
    width: int = 0
    """Pixels; 0 for what the window itself wants."""
    height: int = 0
    looks: tuple[str, ...] = ("light", "dark", "large")
    """Which of the looks of `tests.screenshots`."""
