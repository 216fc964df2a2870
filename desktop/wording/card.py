"""The words of the bedside card, to be read half asleep and without glasses."""

from desktop.wording.catalog import _
from desktop.wording.relief import muscle
from schedules.guides.emergency import EmergencyNumber
from schedules.guides.routine import Action, Place
from schedules.history import Muscle


def window_title() -> str:
    """The title of the window."""
    return _("Bedside card – Uncramp")


def title() -> str:
    """Over the card."""
    return _("A cramp in the night")


def stop_first() -> str:
    """What is asked before anything is tried."""
    return _("One leg swollen, red, hot or sore to the touch? Leave it still and ask a doctor today. Else:")


def place_heading(place: Place) -> str:
    """Over the stretches for a place."""
    return {
        Place.BED: _("Lying in bed"),
        Place.BED_EDGE: _("On the edge of the bed"),
        Place.CHAIR: _("On a chair"),
        Place.FLOOR: _("On the floor"),
        Place.STANDING: _("Standing, with a hand on something firm"),
        Place.BIKE: _("On the bike"),
    }[place]


def stretch(muscle_: Muscle, instruction: str) -> str:
    """What to do for a muscle."""
    return _("{muscle}: {instruction}").format(muscle=muscle(muscle_), instruction=instruction)


def hold() -> str:
    """How long, and how hard."""
    return _("Hold up to 30 seconds, rest 10, again. Gentle pull, never pain.")


def afterwards() -> str:
    """Over what comes after the stretch."""
    return _("Then")


def care(action: Action) -> str:
    """What comes after the stretch, in one line."""
    return {
        Action.MASSAGE: _("Rub gently with your fingertips."),
        Action.WARMTH: _("Warm pad up to 20 minutes. Do not fall asleep on it."),
        Action.COLD: _("Sore later: a cold pack in a towel, 10 to 15 minutes."),
    }.get(action, "")


def help_heading(number: EmergencyNumber) -> str:
    """The number to call."""
    if number.country is None:
        return _("Emergency: call {number} or your local number").format(number=number.number)
    return _("Emergency: call {number}").format(number=number.number)


def help_lines(signs: tuple[str, ...]) -> str:
    """When to call it."""
    return " ".join(f"{sign}." for sign in signs)


def same_day() -> str:
    """What asks for a doctor the same day, beside what is asked first."""
    return _("A doctor the same day: over 10 minutes, cannot walk, a fall, a dirty wound, dark urine.")


def note() -> str:
    """What the window says about the card."""
    return _("One page in large type for the night table. Choose where you are when a cramp comes, one place or two.")


def save() -> str:
    """The button that writes a file."""
    return _("Save as PDF…")


def print_card() -> str:
    """The button that prints."""
    return _("Print…")


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def place_spoken(place: Place, *, is_chosen: bool) -> str:
    """A place as a screen reader says it."""
    name = place_heading(place)
    return _("{place}, chosen").format(place=name) if is_chosen else name


def file_name() -> str:
    """What the file is called unless another name is chosen."""
    return _("uncramp-bedside-card.pdf")


def saved(path: str) -> str:
    """The file is there."""
    return _("Saved: {path}").format(path=path)


def no_printing() -> str:
    """There is nothing to print with."""
    return _("Printing does not work here. Save the card as a PDF and print that.")


def preview() -> str:
    """The picture of the page."""
    return _("Preview of the card")
