"""Proposals: what a person keeps putting off may want other settings; asked once, and changed only by a yes."""

import logging
from collections.abc import Mapping
from datetime import datetime

from desktop.errors import UncrampError
from desktop.journal import Journal
from schedules.proposals import REST, Proposal, proposal

_log = logging.getLogger(__name__)

ANSWERED = "proposals_answered"
"""The state that remembers when each proposal was answered."""


class Proposing:
    """Finds the proposal that there is to make, and remembers the answers."""

    def __init__(self, journal: Journal) -> None:
        """Store the journal.

        Args:
            journal: Has the records and the settings.
        """
        self._journal = journal

    def find(self) -> Proposal | None:
        """The proposal to make now; None without one, and while the records cannot be read."""
        journal = self._journal
        now = journal.clock.now()
        try:
            records = journal.store.history(now - REST).prompts
            answered = _read(journal.store.get_state(ANSWERED))
        except UncrampError as error:
            _log.info("Whether there is something to propose is not known: %s", error)
            return None
        return proposal(records, journal.settings(), journal.zone(), now, answered)

    def answer(self, made: Proposal) -> None:
        """Remember that a proposal was answered, with yes or no: it is not made again for a while.

        Raises:
            StoreError: It could not be kept.
        """
        store, now = self._journal.store, self._journal.clock.now()
        answered = {**_read(store.get_state(ANSWERED)), made.key: now}
        store.set_state(ANSWERED, _written({key: at for key, at in answered.items() if now - at < REST}))


def _read(text: str | None) -> dict[str, datetime]:
    """By key, as in ``move:meeting=2026-07-15T12:00:00+00:00``; what is not understood is left out."""
    found = {}
    for word in (text or "").split():
        key, _, at = word.partition("=")
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            continue
        if moment.tzinfo is not None:
            found[key] = moment
    return found


def _written(answered: Mapping[str, datetime]) -> str | None:
    return " ".join(f"{key}={at.isoformat()}" for key, at in sorted(answered.items())) or None
