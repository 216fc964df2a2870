"""The ice timer: runs the cycle of cold pack on and off, reminds through the notifier, and survives a restart."""

import json
import logging
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.ports import Notice, Notifier
from desktop.wording import cold_pack
from schedules.guides.ice import IceCycle, IceMoment, IcePhase, IceState

STATE_KEY = "ice timer"
_LONGEST_NAP_MS = 30_000
"""The wall clock is looked at so often while a cycle runs: a suspend, or a clock that was set, shows at once."""
STALE = timedelta(minutes=30)
"""Later than this a reminder is of no use any more."""

_log = logging.getLogger(__name__)


class Icing(QObject):
    """At most one cycle. What is kept is its start and its choice; everything else follows from the clock."""

    changed = Signal()
    """A cycle began, went on to its next part, or ended."""

    def __init__(self, journal: Journal, notifier: Notifier, parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            journal: Its store remembers the cycle, its clock tells the time.
            notifier: Reminds.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal, self._notifier = journal, notifier
        self._cycle: IceCycle | None = None
        self._looked_at: datetime | None = None
        self._is_kept = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Go on with the cycle of an earlier run, if there is one."""
        try:
            kept = self._journal.store.get_state(STATE_KEY)
        except UncrampError as error:
            _log.warning("The ice timer cannot be read: %s", error)
            return
        if kept is not None and self._cycle is None:
            self._cycle, self._looked_at = _read(kept)
            self.look()

    def begin(self, on: timedelta) -> None:
        """Start a cycle now, in the place of any other.

        Args:
            on: How long the pack stays on each time, 10 to 20 minutes.
        """
        now = self._journal.clock.now()
        self._notifier.withdraw(cold_pack.COLD_KEY)
        self._cycle, self._looked_at = IceCycle(started_at=now, on=on), now
        self._is_kept = False
        self._set_timer(now)
        # What is on show is painted first: the store may be busy.
        QTimer.singleShot(0, self, self._keep)
        self.changed.emit()

    def stop(self) -> None:
        """End the cycle."""
        self._end()
        self._notifier.withdraw(cold_pack.COLD_KEY)
        self.changed.emit()

    def state(self) -> IceState | None:
        """Where the cycle is; None while none runs."""
        return None if self._cycle is None else self._cycle.state_at(self._journal.clock.now())

    def look(self) -> None:
        """Look at the clock: remind of what came due since the last look."""
        if self._cycle is None or self._looked_at is None:
            return
        now = self._journal.clock.now()
        due = self._cycle.due_between(self._looked_at, now)
        # A clock that was set back reminds again of nothing.
        self._looked_at = max(self._looked_at, now)
        if due is not None:
            if now - due.at < STALE:
                self._remind(due)
            self._is_kept = False
        if self._cycle.state_at(now).phase is IcePhase.OVER:
            self._end()
        else:
            self._keep()
            self._set_timer(now)
        if due is not None:
            self.changed.emit()

    def _remind(self, due: IceMoment) -> None:
        title, body = cold_pack.cold_notice(due.event, last=due.last)
        sound = self._journal.settings().prompts.sound
        self._notifier.show(Notice(key=cold_pack.COLD_KEY, title=title, body=body, sound=sound))

    def _end(self) -> None:
        self._timer.stop()
        self._cycle = None
        self._is_kept = False
        self._keep()

    def _set_timer(self, now: datetime) -> None:
        """Look again when the next reminder is due, or in a while at the latest."""
        following = self._cycle.next_after(now) if self._cycle is not None else None
        if following is not None:
            until_ms = max(0, -(-(following.at - now) // timedelta(milliseconds=1)))
            self._timer.start(min(_LONGEST_NAP_MS, until_ms))

    def _keep(self) -> None:
        """Remember the cycle; when the store refuses, the next look tries again."""
        if self._is_kept:
            return
        try:
            self._journal.store.set_state(STATE_KEY, self._written())
        except UncrampError as error:
            _log.warning("The ice timer cannot be kept for now: %s", error)
            return
        self._is_kept = True

    def _written(self) -> str | None:
        cycle, looked_at = self._cycle, self._looked_at
        if cycle is None or looked_at is None:
            return None
        return json.dumps(
            {
                "started_at": cycle.started_at.isoformat(),
                "looked_at": looked_at.isoformat(),
                "on_s": round(cycle.on.total_seconds()),
                "off_s": round(cycle.off.total_seconds()),
                "rounds": cycle.rounds,
            }
        )


def _read(kept: str) -> tuple[IceCycle | None, datetime | None]:
    """A cycle as it was kept; none where that cannot be read."""
    try:
        found = json.loads(kept)
        cycle = IceCycle(
            started_at=datetime.fromisoformat(found["started_at"]),
            on=timedelta(seconds=found["on_s"]),
            off=timedelta(seconds=found["off_s"]),
            rounds=found["rounds"],
        )
        looked_at = datetime.fromisoformat(found["looked_at"])
        cycle.moments()  # all of them lie within the calendar
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        _log.warning("The ice timer was kept in a way that cannot be read.")
        return None, None
    if cycle.started_at.utcoffset() is None or looked_at.utcoffset() is None:
        return None, None
    return cycle, looked_at
