"""What the running instance answers to a line that came in."""

from desktop.commands.desk import Desk
from desktop.commands.reply import failed
from desktop.commands.run import run
from desktop.commands.wire import read_request, written_reply
from desktop.errors import UsageError
from desktop.wording.catalog import _


def answer_line(line: bytes, desk: Desk) -> bytes:
    """The answer to a line: a line as well, whatever came."""
    try:
        argv = read_request(line)
    except ValueError:
        error = UsageError(_("That was no command."), _("Use the command “uncramp”."))
        return written_reply(failed(error))
    return written_reply(run(argv, desk))
