"""Imports APScheduler without what it never uses here: asyncio, multiprocessing and the metadata of packages.

That is 8 MB and a third of the import time.

It takes one function of asyncio, which it takes from `inspect` itself on Python 3.14 and later, one exception of the
process pool, and from the metadata the plugins that triggers and stores are named by: here they come as objects. While
it is imported for the first time, stand-ins hold these; afterwards they are gone, and whoever imports the real modules
gets them. See docs/decisions/0006-light-apscheduler.md.
"""

import importlib
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

NAMES = ("asyncio", "multiprocessing", "concurrent.futures.process", "importlib.metadata")


def import_apscheduler() -> None:
    """Import APScheduler lightly, or plainly where that does not work."""
    try:
        with _stand_ins():
            importlib.import_module("apscheduler.schedulers.base")
    except (ImportError, AttributeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == "apscheduler"]:
            del sys.modules[name]
        importlib.import_module("apscheduler.schedulers.base")


@contextmanager
def _stand_ins() -> Iterator[None]:
    missing = [name for name in NAMES if name not in sys.modules]
    made = {name: ModuleType(name) for name in missing}
    if "asyncio" in made:
        made["asyncio"].iscoroutinefunction = inspect.iscoroutinefunction  # type: ignore[attr-defined]
    if "concurrent.futures.process" in made:
        made["concurrent.futures.process"].BrokenProcessPool = RuntimeError  # type: ignore[attr-defined]
    if "importlib.metadata" in made:
        made["importlib.metadata"].__dict__.update(
            entry_points=lambda **_group: (), version=_unknown, PackageNotFoundError=LookupError
        )
    sys.modules.update(made)
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


def _unknown(package: str) -> str:
    """Its own version is of no use to anybody here.

    Raises:
        LookupError: Always.
    """
    raise LookupError(package)
