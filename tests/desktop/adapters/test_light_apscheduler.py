"""APScheduler comes without asyncio, and asyncio itself stays whole."""

import os
import subprocess
import sys

import pytest

CODE = """
import sys
from desktop.adapters.light_apscheduler import import_apscheduler
{before}
import_apscheduler()
from desktop.adapters.qt_scheduler import QtWallClockScheduler
heavy = [name for name in ("asyncio", "email", "multiprocessing", "ssl") if name in sys.modules]
import asyncio, multiprocessing, concurrent.futures, importlib.metadata
assert importlib.metadata.version("APScheduler").startswith("3.")
assert asyncio.run(asyncio.sleep(0, "slept")) == "slept"
assert concurrent.futures.ProcessPoolExecutor.__module__ == "concurrent.futures.process"
print(heavy)
"""


@pytest.mark.parametrize(
    ("before", "heavy"), [("", "[]"), ("import asyncio, multiprocessing", "['asyncio', 'multiprocessing', 'ssl']")]
)
def test_what_is_imported(before: str, heavy: str) -> None:
    code = CODE.format(before=before)
    # What measures the coverage imports some of them itself.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert found.stdout.strip() == heavy


def test_a_version_that_needs_more_is_imported_plainly() -> None:
    before = "import inspect\nfound = inspect.iscoroutinefunction\ndel inspect.iscoroutinefunction"
    code = CODE.format(before=before).replace("import_apscheduler()\n", "import_apscheduler()\n", 1)
    code = code.replace("import_apscheduler()\nfrom", "import_apscheduler()\ninspect.iscoroutinefunction = found\nfrom")
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "asyncio" in found.stdout
