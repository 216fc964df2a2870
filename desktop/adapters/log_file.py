"""Writes warnings to a small file, so that a fault can be looked into; nothing personal is logged."""

import logging
import sys
from pathlib import Path
from types import TracebackType

LARGEST = 1_000_000
"""Bytes; a larger file is begun anew, the old one kept once."""


def start_logging(folder: Path) -> None:
    """Write warnings and uncaught exceptions to ``uncramp.log`` in a folder, if it can be written to."""
    sys.excepthook = _log_uncaught
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = folder / "uncramp.log"
        if file.exists() and file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".log.old"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        return
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("desktop").error("Uncaught", exc_info=(kind, error, trace))
