"""``uncramp log`` and ``uncramp undo``."""

import argparse
from datetime import datetime, timedelta

from desktop.commands.amounts import AmountError, rating, span, volume_ml
from desktop.commands.moments import past
from desktop.commands.reply import Reply
from desktop.errors import UncrampError, UsageError
from desktop.journal import Journal
from desktop.ports import LogEntry
from desktop.wording import commands as words
from desktop.wording.catalog import _
from schedules.history import Cramp, Drink, Muscle, Side, Trigger
from schedules.settings import Effort
from schedules.waking_day import log_span

ROUTINES = {"stretch": "stretch", "bike": "easy-bike", "move": "move"}
LONGEST = timedelta(hours=24)
"""A cramp, a ride or a run that is logged lasted at most so long."""
LONGEST_NOTE = 2000
"""Characters."""


class NothingLoggedError(UncrampError):
    """There is nothing to take back."""


def log(args: argparse.Namespace, journal: Journal) -> Reply:
    """Log what happened.

    Raises:
        UsageError: An amount or a time cannot be read or is not allowed.
        StoreError: It could not be written.
    """
    now, zone, settings = journal.clock.now(), journal.zone(), journal.settings()
    at = past(" ".join(args.at), now, zone) if args.at else None
    entry = _logged(args, journal, at)
    lines = [words.logged(entry, now, settings, zone)]
    if isinstance(entry, Drink) and _is_of_today(entry, journal):
        lines.append(words.intake(journal.intake_ml(), settings))
    return Reply(out=" ".join(lines) + "\n")


def undo(journal: Journal) -> Reply:
    """Take the last log back.

    Raises:
        NothingLoggedError: There is none.
        StoreError: It could not be taken back.
    """
    entry = journal.undo()
    if entry is None:
        raise NothingLoggedError(_("There is nothing to take back."), _("See “uncramp log --help” to note something."))
    return Reply(out=words.taken_back(entry, journal.clock.now(), journal.settings(), journal.zone()) + "\n")


def _logged(args: argparse.Namespace, journal: Journal, at: datetime | None) -> LogEntry:
    match args.what:
        case "drink":
            # No word at all is a glass; an empty one, as of a script's unset variable, is no amount.
            volume = volume_ml(" ".join(args.amount)) if args.amount else journal.settings().you.glass_ml
            return journal.log_drink(volume, at)
        case "cramp":
            return journal.log_cramp(_cramp(args, at or journal.clock.now() - (_lasted(args) or timedelta())))
        case "exercise":
            lasted = _lasted(args)
            if lasted is None:
                raise UsageError(_("How long the exercise lasted is missing."), _("Add it: --lasted 45m."))
            return journal.log_exercise(lasted, Effort(args.effort), at)
        case what:
            return journal.log_routine(ROUTINES[what], at, _lasted(args) or timedelta())


def _cramp(args: argparse.Namespace, onset_at: datetime) -> Cramp:
    return Cramp(
        onset_at=onset_at,
        lasted=_lasted(args),
        at_night=args.night,
        muscle=Muscle(args.muscle) if args.muscle else None,
        side=Side(args.side) if args.side else None,
        severity_nrs=rating(args.severity) if args.severity else None,
        sleep_disturbance_nrs=rating(args.sleep_disturbance) if args.sleep_disturbance else None,
        sore_next_day=args.sore,
        trigger=Trigger(args.trigger) if args.trigger else None,
        tried=tuple(dict.fromkeys([*args.tried, *args.helped])),
        helped=tuple(dict.fromkeys(args.helped)),
        note=_note(args.note or ""),
    )


def _lasted(args: argparse.Namespace) -> timedelta | None:
    if not args.lasted:
        return None
    lasted = span(" ".join(args.lasted))
    if lasted > LONGEST:
        raise AmountError(_("That is longer than a day."), _("Allowed is up to 24h."))
    return lasted


def _note(text: str) -> str:
    """A note as it can be kept: bytes that are no text in the person's encoding cannot."""
    if len(text) > LONGEST_NOTE:
        raise UsageError(
            _("The note has {count} characters.").format(count=len(text)),
            _("Allowed are up to {most}.").format(most=LONGEST_NOTE),
        )
    return text.encode(errors="replace").decode()


def _is_of_today(drink: Drink, journal: Journal) -> bool:
    start_at, end_at = log_span(journal.settings(), journal.day())
    return start_at <= drink.at < end_at
