"""A cramp without a screen to look at: the controller, the real window, a clock that only tests move."""

from datetime import datetime, timedelta

from desktop.adapters.store_errors import StoreError
from desktop.helping import Helping
from desktop.icing import Icing
from desktop.relieving import Relieving
from desktop.theme import Look
from desktop.windows.help import HelpWindow
from desktop.windows.relief import ReliefWindow
from schedules.guides.relief import Relief
from schedules.guides.relief_course import ReliefPhase
from schedules.history import Cramp
from tests.desktop.living import CHICAGO, Life

NIGHT = datetime(2026, 7, 16, 2, 10, tzinfo=CHICAGO)
NOON = datetime(2026, 7, 15, 12, 0, tzinfo=CHICAGO)
BUSY = StoreError("The records are busy.", "Try again.")


class ReliefLife(Life):
    """A `Life` with everything for a cramp."""

    def __init__(
        self, start: datetime = NIGHT, *, look: Look | None = None, country: str | None = "US", settle_ms: int = 0
    ) -> None:
        super().__init__(start=start)
        self.look = look or Look()
        self._settle_ms = settle_ms
        self._window: ReliefWindow | None = None
        self.icing = Icing(self.journal, self.notifier)
        self.helping = Helping(self.journal, country, HelpWindow)
        self.relieving = Relieving(journal=self.journal, icing=self.icing, helping=self.helping, build=self._build)

    def _build(self) -> ReliefWindow:
        self._window = ReliefWindow(self.look, settle_ms=self._settle_ms)
        return self._window

    @property
    def window(self) -> ReliefWindow:
        """The window that was opened last."""
        assert self._window is not None
        return self._window

    @property
    def relief(self) -> Relief:
        """The cramp that goes on."""
        assert self.relieving.relief is not None
        return self.relieving.relief

    def phase(self) -> ReliefPhase:
        """What is on show."""
        return self.relief.phase

    def open(self) -> ReliefWindow:
        """Open the relief."""
        self.relieving.open()
        return self.window

    def pass_time(self, length: timedelta) -> None:
        """Let time go by as the ticker sees it."""
        end = self.clock.now() + length
        while self.clock.now() < end:
            self.clock.advance(min(timedelta(milliseconds=250), end - self.clock.now()))
            self.relieving._tick()

    @property
    def cramps(self) -> tuple[Cramp, ...]:
        """What the store has."""
        failure, self.store.failure = self.store.failure, None
        found = self.store.history(NOON - timedelta(days=30)).cramps
        self.store.failure = failure
        return found
