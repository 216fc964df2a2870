"""The relief window, as its controller knows it."""

from typing import Any, Protocol

from desktop.relief_view import ReliefView


class ReliefScreen(Protocol):
    """The window, as the controller knows it. Its signals are those of `desktop.windows.relief.ReliefWindow`."""

    painted: Any
    """The words that `tell` brought are on the screen."""
    choose_requested: Any
    flag_requested: Any
    unflag_requested: Any
    feeling_requested: Any
    place_requested: Any
    next_requested: Any
    back_requested: Any
    help_requested: Any
    finish_requested: Any
    cold_requested: Any
    cold_stop_requested: Any
    correction_requested: Any
    note_requested: Any
    forget_requested: Any
    number_requested: Any
    closed: Any

    def tell(self, view: ReliefView) -> None:
        """Show a state."""

    def announce(self, words: str) -> None:
        """Tell a screen reader."""

    def prepare(self) -> None:
        """Build what the next step needs."""

    def bring_up(self, *, at_night: bool) -> None:
        """Fill the screen."""

    def close(self) -> bool:
        """Close it."""

    def deleteLater(self) -> None:  # noqa: N802 -- Qt's name
        """Let it go."""
