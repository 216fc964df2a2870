"""PySide6 reads no source text of what is imported after it."""

import subprocess
import sys

CODE = """
from desktop.light_qt import import_qt
import_qt()
import json, sqlite3, desktop.theme, linecache
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPalette
assert QPalette.ColorRole.Window is not None
print([file for file in linecache.cache if file.endswith(("json/__init__.py", "desktop/theme.py"))])
"""


def test_no_source_is_read() -> None:
    found = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
