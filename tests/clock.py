"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)


class FakeClock:
    """The port `desktop.ports.Clock`, with a monotonic twin as the machine has one."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start.astimezone(UTC)
        self._monotonic = timedelta()

    def now(self) -> datetime:
        """The wall clock: aware, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that passed while the machine was awake."""
        return self._monotonic.total_seconds()

    def advance(self, by: timedelta) -> None:
        """Time passes: both clocks move."""
        if by < timedelta():
            raise ValueError(by)
        self._now += by
        self._monotonic += by

    def jump(self, by: timedelta) -> None:
        """A suspend or a step of the clock, either way: only the wall clock moves."""
        self._now += by

    def jump_to(self, moment: datetime) -> None:
        """The wall clock is set to an aware moment."""
        self._now = moment.astimezone(UTC)
