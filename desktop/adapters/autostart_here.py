"""Which way of starting at sign-in this platform has, and how the program that runs now is started again."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.adapters.autostart import Autostart, Command
from desktop.settings import places


def this_command(environ: Mapping[str, str] = os.environ) -> Command:
    """The command of this installation: an AppImage, the console script beside the interpreter, or the module."""
    home = environ.get("UNCRAMP_HOME", "")
    needed = {"UNCRAMP_HOME": home} if Path(home).is_absolute() else {}
    if image := environ.get("APPIMAGE"):
        return Command(words=(image,), environ=needed)
    interpreter = Path(sys.executable)
    script = interpreter.with_name("uncramp.exe" if sys.platform == "win32" else "uncramp")
    if script.is_file():
        return Command(words=(str(script),), environ=needed)
    if sys.platform == "win32" and interpreter.with_name("pythonw.exe").is_file():
        interpreter = interpreter.with_name("pythonw.exe")  # without a console window
    return Command(words=(str(interpreter), "-m", "desktop"), folder=Path(__file__).parents[2], environ=needed)


def autostart(command: Command | None = None) -> Autostart:
    """The way of this platform."""
    command = command or this_command()
    if sys.platform == "win32":
        import winreg

        from desktop.adapters.autostart_windows import RunKey

        return RunKey(command, winreg)
    person = Path(os.environ.get("HOME") or Path.home())
    if sys.platform == "darwin":
        from desktop.adapters.autostart_macos import LaunchAgent

        return LaunchAgent(command, person / "Library" / "LaunchAgents")
    from desktop.adapters.autostart_xdg import DesktopEntry

    return DesktopEntry(command, places.config_folder() / "autostart")
