"""Where a command is carried out: in the running instance, in a new one, or by itself on the files."""

import argparse

from desktop.commands.windows import Window

FORWARDED = frozenset({"log", "undo", "status", "pause", "resume", "stretch", "relief", "show", "quit"})
SHORT = 14
"""So many days the instance plans in a blink."""


def is_forwarded(args: argparse.Namespace) -> bool:
    """Whether a command is the running instance's, if there is one.

    So is a ``plan``: the instance knows since when it watches, and what it lists is what it shows. A plan by files that
    are named, or of so many days that it would hold up the windows, is worked out without it.
    """
    if args.command == "plan":
        return args.days <= SHORT and not any((args.settings, args.history, args.weather))
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
