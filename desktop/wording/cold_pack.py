"""What the ice timer says, in the relief and in its reminders."""

from datetime import timedelta

from desktop.wording.catalog import _
from schedules.guides.ice import IceEvent, IcePhase, IceState

COLD_KEY = "cold pack"
"""Of the notices of the ice timer."""


def cold_offer() -> str:
    """Over the buttons that start the timer."""
    return _("A timer can tell you when to take it off:")


def cold_start(minutes: int) -> str:
    """The button that starts the timer."""
    return _("{minutes} minutes").format(minutes=minutes)


def cold_start_spoken(minutes: int) -> str:
    """The same, spoken."""
    return _("{minutes} minutes, start the cold pack timer").format(minutes=minutes)


def cold_stop() -> str:
    """The button that ends the timer."""
    return _("Stop the timer")


def cold_line(ice: IceState) -> str:
    """Where the timer is: ``Cold pack on: 9 min left. Round 1 of 3.``."""
    minutes = max(1, -(-ice.remaining // timedelta(minutes=1)))
    said = {
        IcePhase.ON: _("Cold pack on: {minutes} min to go. Round {round} of {rounds}."),
        IcePhase.OFF: _("Cold pack off: {minutes} min of rest. Round {round} of {rounds}."),
        IcePhase.OVER: _("The cold pack timer is over."),
    }[ice.phase]
    return said.format(minutes=minutes, round=ice.round, rounds=ice.rounds)


def cold_left(ice: IceState) -> tuple[str, str]:
    """The same, large: ``9 min``, and what goes on so long."""
    minutes = max(1, -(-ice.remaining // timedelta(minutes=1)))
    what = {IcePhase.ON: _("cold pack on"), IcePhase.OFF: _("cold pack off")}.get(ice.phase, "")
    return (_("{minutes} min").format(minutes=minutes), what) if what else ("", "")


def cold_notice(event: IceEvent, *, last: bool) -> tuple[str, str]:
    """The title and the body of a reminder."""
    if event is IceEvent.MAY_GO_ON:
        return _("The cold pack may go on again"), _("Only if it is still sore. Keep a towel in between.")
    if last:
        return _("Take the cold pack off"), _("That was the last round. Give the skin time.")
    return _("Take the cold pack off"), _(
        "Leave it off for at least 20 minutes. You will hear when it may go on again."
    )
