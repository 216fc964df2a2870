"""Imports PySide6 without its import hook, which reads the source text of every module that is imported after it.

The hook looks for ``from __feature__ import snake_case``, which nothing here uses, and the text of every file stays in
`linecache`: 7 MB and a fifth of the time to start (measured with PySide6 6.11.3, see docs/decisions/0008-light-qt.md).
"""

import builtins
import linecache


def import_qt() -> None:
    """Import PySide6 for the first time, and put Python's own ``import`` back."""
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401 imported for what it does

    builtins.__import__ = plain_import
    linecache.clearcache()  # of what the hook has read by now
