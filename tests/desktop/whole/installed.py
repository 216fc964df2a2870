"""The program as a person has it: its wheel, with the locked packages, in a fresh environment far from the checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.test_packaging import ROOT, SOURCES, copy


def install(folder: Path) -> Path:
    """Build the wheel, and install it into an environment of its own; the program."""
    copy(SOURCES, folder / "sources")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    offline = ("--quiet", "--no-index", "--no-deps")
    _run(*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", ".", "./sources", folder=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", symlinks=True)
    into = [*pip, "--python", str(folder / "venv/bin/python"), "install"]
    locked = str(ROOT / "requirements/app.txt")
    _run(*into, "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", locked, folder=folder)
    _run(*into, *offline, str(wheel), folder=folder)
    return folder / "venv/bin/uncramp"


def _run(*command: str, folder: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=folder, env=env, check=True)
