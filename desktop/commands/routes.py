"""Where a command is carried out: in the running instance, in a new one, or by itself on the files."""

import argparse

from desktop.commands.windows import Window

FORWARDED = frozenset({"log", "undo", "status", "pause", "resume", "stretch", "relief", "show", "quit"})


def is_forwarded(args: argparse.Namespace) -> bool:
    """Whether a command is the running instance's, if there is one.

    So is a plain ``plan``: the instance knows the weather and since when it watches. A plan of other days, or by files
    that are named, is worked out without it, where it holds up nobody.
    """
    if args.command == "plan":
        return args.days == 1 and not any((args.date, args.settings, args.history, args.weather))
    return args.command in FORWARDED


def window_of(args: argparse.Namespace) -> Window | None:
    """The window that a command opens, or None for a command that opens none."""
    match args.command:
        case "stretch":
            return Window.GUIDE
        case "relief":
            return Window.RELIEF
        case "show":
            return Window(args.window)
        case _:
            return None
