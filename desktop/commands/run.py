"""Runs a command on a desk: the one code path, in the running instance and without one."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from desktop.adapters.store import StoreSetAsideError
from desktop.commands.desk import Desk
from desktop.commands.parser import Told, parse
from desktop.commands.reply import Reply, failed
from desktop.commands.routes import window_of
from desktop.commands.windows import Window
from desktop.errors import UncrampError
from desktop.wording import commands as words


def run(argv: Sequence[str], desk: Desk) -> Reply:
    """Do what a command line says; whatever goes wrong outside becomes a status and one line."""
    try:
        return carry_out(parse(argv), desk)
    except Told as told:
        return Reply(out=told.text)
    except UncrampError as error:
        return failed(error)


def carry_out(args: argparse.Namespace, desk: Desk) -> Reply:
    """Carry out a command that was read, and add what the person is to know besides.

    Raises:
        UncrampError: It could not be done.
    """
    try:
        reply = _performed(args, desk)
    except StoreSetAsideError as told:
        # The damaged file lies aside and a new one is in its place: the command is still to be done.
        return replace(_performed(args, desk), err=failed(told).err)
    problem = desk.settings_problem
    if problem is None or args.command == "settings" or reply.err:
        return reply
    return replace(reply, err=f"uncramp: {words.settings_problem(problem.title)}\n")


def _performed(args: argparse.Namespace, desk: Desk) -> Reply:  # noqa: PLR0911 one return for each command
    """Each command's module is imported when it is asked for."""
    match args.command:
        case "log":
            from desktop.commands.log import log

            return _changed(log(args, desk.journal), desk)
        case "undo":
            from desktop.commands.log import undo

            return _changed(undo(desk.journal), desk)
        case "pause":
            from desktop.commands.pause import pause

            return _changed(pause(args, desk.journal), desk)
        case "resume":
            from desktop.commands.pause import resume

            return _changed(resume(desk.journal), desk)
        case "plan":
            from desktop.commands.plan import show_plan

            return show_plan(args, desk)
        case "status":
            from desktop.commands.status import status

            return status(args, desk)
        case "heat":
            from desktop.commands.heat import heat

            return heat(args, desk)
        case "settings":
            from desktop.commands.settings_file import settings_file

            return settings_file(args)
        case "quit":
            desk.quit()
            return Reply(out=words.ended() + "\n")
        case _:
            return _opened(args, desk)


def _changed(reply: Reply, desk: Desk) -> Reply:
    desk.changed()
    return reply


def _opened(args: argparse.Namespace, desk: Desk) -> Reply:
    """A window of the instance; without a word of which, as when it is started once more, the first one."""
    desk.open_window(window_of(args) or Window.TODAY, getattr(args, "routine", None))
    return Reply(out=words.opened() + "\n")
