"""The timetable: one APScheduler date job for each upcoming prompt, kept in step with the plan by difference.

The only module that knows APScheduler, beside the scheduler itself. A job says only that its moment has come: whether
its prompt is shown is the gate's to decide, so no job is ever dropped for being late.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger

Call = Callable[[], None]


class Timetable:
    """Calls back at moments of the wall clock."""

    def __init__(self, scheduler: BaseScheduler, first: Callable[[Call], None] = lambda call: call()) -> None:
        """Store the scheduler, which its owner starts and shuts down.

        Args:
            scheduler: Runs its jobs however late they are: ``misfire_grace_time`` None.
            first: What is done before a call, which it is given to make: to look who is there, for example.
        """
        self._scheduler, self._first = scheduler, first
        self._entries: dict[str, datetime] = {}

    @property
    def moments(self) -> Mapping[str, datetime]:
        """The key and the moment of every job that has not run yet."""
        return self._entries

    def sync(self, wanted: Mapping[str, tuple[datetime, Call]]) -> None:
        """Make the jobs those that are wanted: what is the same stays, what is gone goes, what is new comes."""
        for key in self._entries.keys() - wanted.keys():
            self._drop(key)
        for key, (at, call) in wanted.items():
            if self._entries.get(key) != at:
                self._put(key, at, call)
        # Even with nothing new: after a suspend what is due need not wait for the scheduler's next look at the clock.
        self._scheduler.wakeup()

    def _put(self, key: str, at: datetime, call: Call) -> None:
        def run() -> None:
            self._entries.pop(key, None)
            self._first(call)

        self._entries[key] = at
        self._scheduler.add_job(run, DateTrigger(at, timezone=at.tzinfo), id=key, replace_existing=True)

    def _drop(self, key: str) -> None:
        del self._entries[key]
        try:
            self._scheduler.remove_job(key)
        except JobLookupError:
            # The scheduler has handed it to the executor already; what it calls finds its prompt gone.
            return
