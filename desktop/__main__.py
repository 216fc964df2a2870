"""The command ``uncramp``: asks the running instance, works on the files itself, or starts the application."""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from desktop.errors import UncrampError
from desktop.wording.catalog import _

if TYPE_CHECKING:
    import argparse

    from desktop.commands.reply import Reply
    from desktop.commands.windows import Window

INTERRUPTED = 130
"""The status of a program that Ctrl-C ended: 128 and the signal's number."""


class NotInstalledError(UncrampError):
    """A part that the application is made of is missing."""


def main() -> int:
    """Run one command line; its exit status."""
    # A command is over before there is anything to collect; looking for it takes a tenth of the command's time.
    gc.disable()
    try:
        reply = answer(sys.argv[1:])
        told = [_told(sys.stdout, reply.out), _told(sys.stderr, reply.err)]
    except KeyboardInterrupt:
        return INTERRUPTED
    gc.freeze()
    return reply.status if all(told) else reply.status or 1


def answer(argv: Sequence[str]) -> "Reply":
    """What a command line comes to. Each way imports no more than it needs."""
    from desktop.commands.reply import failed

    try:
        if not argv:
            return _asked(["show", "today"]) or _started(None, None)
        return _answered(argv)
    except UncrampError as error:
        return failed(error)


def _answered(argv: Sequence[str]) -> "Reply":
    from desktop.commands.parser import Told, parse
    from desktop.commands.reply import Reply
    from desktop.commands.routes import is_forwarded, window_of

    try:
        args = parse(argv)
    except Told as told:
        return Reply(out=told.text)
    if args.command == "doctor":
        return _examined()
    reply = _asked(argv) if is_forwarded(args) else None
    if reply is not None:
        return reply
    window = window_of(args)
    return _worked(args) if window is None else _started(window, getattr(args, "routine", None))


def _examined() -> "Reply":
    """The report on this desktop. It is worked out here, running instance or not: that may be what is ill."""
    from desktop.checkup.run import doctor
    from desktop.commands.reply import Reply

    return Reply(out=doctor() + "\n")


def _asked(argv: Sequence[str]) -> "Reply | None":
    """What the running instance answers, or None when none runs."""
    from desktop.adapters.endpoint import may_listen
    from desktop.settings.places import database_path

    database = database_path()
    if not may_listen(database):
        return None
    from desktop.commands.client import send

    return send(argv, database, to_the_end=argv[0] == "quit")


def _worked(args: "argparse.Namespace") -> "Reply":
    """What comes of a command that works on the files itself."""
    from desktop.commands.local import local_desk
    from desktop.commands.run import carry_out

    desk = local_desk()
    try:
        return carry_out(args, desk)
    finally:
        desk.journal.store.close()


def _started(window: "Window | None", routine: str | None) -> "Reply":
    """Start the application, with a window if one was asked for, and stay until it ends."""
    import signal

    from desktop.commands.reply import Reply

    # Ctrl-C in the midst of Qt's import aborts the process or is lost; until the application hears it, it simply ends.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from desktop.light_qt import import_qt

        gc.enable()
        import_qt()
        from desktop.app import main as start
    except ImportError as error:
        raise NotInstalledError(
            _("Uncramp cannot start: {why}.").format(why=error), _("Install it anew, with all it depends on.")
        ) from error
    return Reply(status=start(open_window=window, routine=routine))


def _told(stream: object, text: str) -> bool:
    """Write to a stream; whether that went well. A reader that has seen enough, as ``head`` has, is no fault."""
    if not isinstance(stream, TextIOWrapper) or not text:
        return True
    try:
        stream.reconfigure(errors="backslashreplace")
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        why = _("The answer could not be written: {why}.").format(why=error.strerror)
        return stream is sys.stderr or (_told(sys.stderr, f"uncramp: {why}\n") and False)
    return True


def _silence(stream: TextIOWrapper) -> None:
    """Lead a stream that is broken to nowhere, so that Python does not try it again on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
