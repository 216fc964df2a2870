"""Start at sign-in on Linux and the BSDs: a desktop entry in the autostart folder.

Source: freedesktop.org, Desktop Application Autostart Specification 0.5; Desktop Entry Specification 1.5.
"""

from contextlib import suppress
from pathlib import Path

from desktop.adapters.autostart import AutostartError, Command
from desktop.settings import atomic

NAME = "uncramp.desktop"
_LARGEST = 100_000
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`%=")
_ESCAPED = str.maketrans({'"': '\\"', "`": "\\`", "$": "\\$", "\\": "\\\\"})


class DesktopEntry:
    """The port `desktop.adapters.autostart.Autostart`."""

    def __init__(self, command: Command, folder: Path) -> None:
        """Store what is to start.

        Args:
            command: This program.
            folder: ``autostart`` in the person's folder of settings; it may not exist.
        """
        self._command, self._file = command, folder / NAME

    @property
    def place(self) -> str:
        """The file."""
        return str(self._file)

    def is_on(self) -> bool:
        """Whether there is an entry that nobody has turned off."""
        try:
            with self._file.open("rb") as opened:
                lines = opened.read(_LARGEST).decode("utf-8", "replace").splitlines()
        except OSError:
            return False
        said = {key.strip(): value.strip() for key, sign, value in (line.partition("=") for line in lines) if sign}
        return said.get("Hidden") != "true" and said.get("X-GNOME-Autostart-enabled") != "false" and "Exec" in said

    def turn(self, *, on: bool) -> None:
        """Write the entry, or take it away."""
        try:
            if on:
                atomic.replace(self._file, self._entry().encode(), last_check=lambda: None)
            else:
                self._file.unlink(missing_ok=True)
                with suppress(OSError):  # there are others in it, or there is none
                    self._file.parent.rmdir()
        except OSError as error:
            raise AutostartError.of(error) from error

    def _entry(self) -> str:
        command = self._command
        variables = [f"{name}={value}" for name, value in command.environ.items()]
        words = ["env", *variables, *command.words] if variables else command.words
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.5",
            "Name=Uncramp",
            f"Exec={_text(' '.join(map(quoted, words)))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        if command.folder is not None:
            lines.insert(5, f"Path={_text(str(command.folder))}")
        return "\n".join(lines) + "\n"


def quoted(word: str) -> str:
    """A word of a command as the key Exec wants it."""
    doubled = word.replace("%", "%%")
    if doubled and not _RESERVED & set(doubled):
        return doubled
    return f'"{doubled.translate(_ESCAPED)}"'


def _text(value: str) -> str:
    """A text as any key wants it: undone by the reader before the quotes of Exec are."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
