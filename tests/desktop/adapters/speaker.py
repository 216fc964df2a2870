"""A program that plays the part of a speech engine or a player: it writes down what it was given.

Usage: speaker.py FOLDER MODE [ARGUMENT...], where MODE is ``say``, ``linger``, ``fail`` or ``lines``.
"""

import os
import signal
import sys
from pathlib import Path


def main() -> int:
    """Write a file for this run: its arguments and its input."""
    folder, mode, *arguments = sys.argv[1:]
    record = Path(folder) / f"{os.getpid()}.txt"
    if mode == "lines":
        for line in sys.stdin.buffer:
            with record.open("ab") as file:
                file.write(line)
        return 0
    said = b"" if mode == "linger-argument" else sys.stdin.buffer.read()
    whole = "\0".join(arguments).encode() + b"|" + said
    part = record.with_suffix(".part")
    part.write_bytes(whole)
    part.rename(record)
    if mode.startswith("linger"):
        signal.pause()
    return 1 if mode == "fail" else 0


if __name__ == "__main__":
    sys.exit(main())
