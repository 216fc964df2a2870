"""``uncramp settings``: where the file is, and whether it can be used."""

import argparse
from pathlib import Path

from desktop.commands.reply import Reply
from desktop.errors import UsageError
from desktop.settings import places, reader
from desktop.wording import commands as words
from desktop.wording.catalog import _


def settings_file(args: argparse.Namespace) -> Reply:
    """Check a settings file, or tell where the person's own is.

    Raises:
        UsageError: The file that was named does not exist.
    """
    if args.action == "path":
        return Reply(out=f"{places.settings_path()}\n")
    file = Path(args.file) if args.file else places.settings_path()
    if not file.exists() and args.file:
        raise UsageError(_("There is no file {path}.").format(path=file), _("Check the name."))
    if not file.exists():
        return Reply(out=words.no_settings_file(file) + "\n")
    return _checked(file)


def _checked(file: Path) -> Reply:
    """The problems on standard output, one a line, as a linter has them; how many on standard error."""
    reading = reader.examine(file)
    lines = [str(found) for found in (*reading.problems, *reading.typos)]
    told = words.settings_checked(len(reading.problems), file)
    if not reading.problems:
        return Reply(out="\n".join([*lines, told]) + "\n")
    return Reply(status=UsageError.exit_status, out="\n".join(lines) + "\n", err=f"uncramp: {told}\n")
