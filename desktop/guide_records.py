"""When a guide is written down: each hold as it is left, the whole at the end, again while the store refuses."""

import logging

from PySide6.QtCore import QObject, QTimer

from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.guide_log import GuideLog
from desktop.guide_state import Feeling
from schedules.guides.session import Session

TRY_AGAIN_MS = 60_000

_log = logging.getLogger(__name__)


class GuideRecords(QObject):
    """The run that goes on, or went on last, and earlier ones that the store refused.

    A program that is killed in the middle leaves what was done until the present hold.
    """

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            engine: Logs, and tells of trouble.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine = engine
        self._current: GuideLog | None = None
        self._holds = 0
        """So many are in the current record."""
        self._unkept: list[GuideLog] = []
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    @property
    def can_feel(self) -> bool:
        """Whether there is a run that can still be told how it felt."""
        return self._current is not None

    def begin(self) -> None:
        """Another run; the one before stays what it is."""
        self._current, self._holds = None, 0
        self.try_again()

    def follow(self, session: Session) -> None:
        """Write down what was held, if a hold was left. Quietly: the end tells of a store that refuses."""
        if len(session.held) == self._holds:
            return
        log = self._grown(session)
        try:
            log.save(self._engine.journal)
        except UncrampError as error:
            _log.info("A guide is not logged yet: %s", error)
        self._mind(log)

    def end(self, session: Session) -> None:
        """Log what was done, and have the day planned anew; nothing where nothing was held."""
        if session.held:
            self._keep(self._grown(session))

    def feel(self, feeling: Feeling) -> None:
        """Take how it felt; it can be told once."""
        log, self._current = self._current, None
        if log is not None:
            log.feel(feeling)
            self._keep(log)

    def try_again(self) -> None:
        """What the store refused is tried again, quietly: it was told of once."""
        for log in self._unkept:
            try:
                log.save(self._engine.journal)
            except UncrampError as error:
                _log.info("A guide is not logged yet: %s", error)
        kept = any(log.is_kept for log in self._unkept)
        self._unkept = [log for log in self._unkept if not log.is_kept]
        if not self._unkept:
            self._again.stop()
        if kept:
            self._engine.replan()

    def _grown(self, session: Session) -> GuideLog:
        """The record with all that was held; a new one where the person took it back on the way."""
        record, steps = session.record(), session.steps_done()
        self._holds = len(session.held)
        if self._current is None or self._current.is_gone:
            self._current = GuideLog(record, steps)
        else:
            self._current.grow(record, steps)
        return self._current

    def _keep(self, log: GuideLog) -> None:
        self._engine.log(log.save)
        self._mind(log)

    def _mind(self, log: GuideLog) -> None:
        """Remember what the store did not take."""
        if not log.is_kept and log not in self._unkept:
            self._unkept.append(log)
            self._again.start()
