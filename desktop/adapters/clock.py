"""The machine's clock: the one place that asks for the time."""

from datetime import UTC, datetime


class SystemClock:
    """The port `desktop.ports.Clock`."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)
