"""What the running instance answers to a line that came in."""

from desktop.commands.desk import Desk
from desktop.commands.parser import Told, parse
from desktop.commands.reply import Reply, failed
from desktop.commands.routes import is_forwarded
from desktop.commands.run import carry_out
from desktop.commands.wire import read_request, written_reply
from desktop.errors import UncrampError, UsageError
from desktop.wording.catalog import _


def answer_line(line: bytes, desk: Desk) -> bytes:
    """The answer to a line: a line as well, whatever came."""
    try:
        argv = read_request(line)
    except ValueError:
        error = UsageError(_("That was no command."), _("Use the command “uncramp”."))
        return written_reply(failed(error))
    return written_reply(_answered(argv, desk))


def _answered(argv: list[str], desk: Desk) -> Reply:
    """Carry out what is an instance's to do: anything else would hold up the windows, and nobody forwards it."""
    try:
        args = parse(argv)
        if is_forwarded(args):
            return carry_out(args, desk)
    except Told:
        pass
    except UncrampError as error:
        return failed(error)
    return failed(UsageError(_("The running Uncramp does not answer that."), _("Use the command “uncramp”.")))
