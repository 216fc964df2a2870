"""``uncramp pause`` and ``uncramp resume``."""

import argparse

from desktop.commands.moments import pause_end
from desktop.commands.reply import Reply
from desktop.journal import Journal
from desktop.wording import commands as words


def pause(args: argparse.Namespace, journal: Journal) -> Reply:
    """Show no prompts for a while; a pause always has an end.

    Raises:
        UsageError: The length cannot be read or is not allowed.
        StoreError: It could not be written.
    """
    now, zone = journal.clock.now(), journal.zone()
    until = pause_end(" ".join(args.length), now, zone, journal.next_wake_at())
    journal.pause(until)
    return Reply(out=words.paused(until, now, zone) + "\n")


def resume(journal: Journal) -> Reply:
    """End the pause."""
    return Reply(out=words.resumed(was_paused=journal.resume()) + "\n")
