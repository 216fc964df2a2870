"""The numbered changes of the database, oldest first: number 1 makes the first tables.

A change that was released is never edited; the next one follows it. The number of the last one that a file has seen
is its ``user_version``.
"""

from typing import Final

from desktop.adapters.migrations import v0001_records, v0002_steps, v0003_reasons

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    v0001_records.STATEMENTS,
    v0002_steps.STATEMENTS,
    v0003_reasons.STATEMENTS,
)
"""The statements of each change; they run in one transaction."""

LATEST: Final = len(MIGRATIONS)
