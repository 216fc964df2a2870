"""The names of the routines that Uncramp brings along."""

from desktop.wording.catalog import _


def routine_name(routine: str) -> str:
    """A routine in a few words; one of the person's own goes by its id, made readable."""
    return {
        "move": _("Stood up"),
        "stretch": _("Stretched"),
        "bike": _("Rode the bike"),
        "desk": _("One minute at the desk"),
        "bedtime": _("Stretches before bed"),
        "bedtime-seated": _("Stretches before bed, seated"),
        "easy-bike": _("Easy ride"),
        "bike-then-stretch": _("Easy ride, then stretch"),
        "warm-up": _("Warm-up"),
        "after-exercise": _("Stretches after exercise"),
    }.get(routine, routine.replace("-", " ").capitalize())
