"""The program and the system it runs on."""

import os
import platform
import shutil
import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo

from desktop import __version__, display
from desktop.health import Finding, Topic, fine, poor

PACKAGES = ("PySide6-Essentials", "APScheduler", "plyer", "jeepney")


def qt_trouble() -> str:
    """Why Qt cannot be used here; empty where it can. A library of the system that Qt needs is the usual reason."""
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        return str(error)
    return ""


def program(trouble: str = "") -> Finding:
    """Uncramp, and what it stands on.

    Args:
        trouble: Why Qt cannot be used; empty where it can.
    """
    facts = [f"Uncramp {__version__}", f"Python {platform.python_version()}"]
    missing = [trouble] if trouble else []
    for package in PACKAGES:
        try:
            facts.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    return poor(Topic.PROGRAM, "missing", *missing, *facts) if missing else fine(Topic.PROGRAM, *facts)


def system(zone: ZoneInfo) -> Finding:
    """The operating system, the desktop, the time zone."""
    session = (os.environ.get(name, "") for name in ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE"))
    return fine(Topic.SYSTEM, _release(), platform.machine(), *(word for word in session if word), zone.key)


def screen() -> Finding:
    """Whether there is a display."""
    named = (f"{name}={os.environ[name]}" for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name))
    if display.has_display():
        return fine(Topic.DISPLAY, *named)
    return poor(Topic.DISPLAY, "no-display", *named)


def programs(topic: Topic, names: Iterable[str]) -> Finding:
    """Which of several programs there is, the best one first."""
    wanted = tuple(names)
    found = next((name for name in wanted if shutil.which(name)), None)
    return fine(topic, found) if found else poor(topic, "no-program", *wanted)


def _release() -> str:
    if sys.platform != "linux":
        return platform.platform()
    try:
        pretty = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    except OSError:
        pretty = "Linux"
    return f"{pretty}, Linux {platform.release()}"
