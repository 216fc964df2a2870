"""The words of *When to get help*, and the standing note that Uncramp is no doctor."""

from desktop.wording.catalog import _
from schedules.guides.emergency import EmergencyNumber
from schedules.guides.red_flags import Assessment, Contact, Urgency


def title() -> str:
    """The name of the window, and of every button that opens it."""
    return _("When to get help")


def window_title() -> str:
    """The title of the window of its own."""
    return _("When to get help – Uncramp")


def number_line(number: EmergencyNumber, *, is_own: bool) -> str:
    """The emergency number: ``In an emergency call 112``."""
    if number.country is None and not is_own:
        return _("In an emergency call {number} or your local number").format(number=number.number)
    return _("In an emergency call {number}").format(number=number.number)


def number_also(number: EmergencyNumber) -> str:
    """Other numbers that work; empty where there is none."""
    if not number.also:
        return ""
    return _("{numbers} works too.").format(numbers=", ".join(number.also))


def change_number() -> str:
    """The button that lets another number be typed."""
    return _("Change number")


def type_number() -> str:
    """What the field for the number asks."""
    return _("Emergency number. Leave it empty for the number of your country.")


def save_number() -> str:
    """The button that keeps the number."""
    return _("Keep number")


def wrong_number() -> str:
    """What was typed is no number."""
    return _("A number has 2 to 15 digits.")


def what_to_do(assessment: Assessment, *, worse: bool) -> str:
    """The first thing to do about what was said; empty where nothing was."""
    match assessment.contact:
        case Contact.EMERGENCY_NUMBER:
            return _("Call the emergency number now.")
        case Contact.MIDWIFE:
            return _("Call your midwife or maternity line today.")
        case Contact.DOCTOR_TODAY:
            return _("Ask a doctor today.")
        case Contact.DOCTOR:
            return _("Ask a doctor soon.")
        case None:
            return _("Stop. If it does not ease, ask for help.") if worse else ""


def meanwhile(assessment: Assessment) -> str:
    """What to do until then; empty where nothing was said."""
    if assessment.clot_like:
        return _("Keep the leg still until someone has looked at it. Chest pain or hard to breathe? Call at once.")
    return _("Keep the leg still until then.") if assessment.contact is not None and not assessment.allowed else ""


def heading(urgency: Urgency) -> str:
    """Over a list of signs."""
    return {
        Urgency.EMERGENCY: _("Emergency number now"),
        Urgency.SAME_DAY: _("A doctor the same day"),
        Urgency.SOON: _("A doctor soon"),
        Urgency.NONE: "",
    }[urgency]


def under_heading(urgency: Urgency) -> str:
    """Under a heading: who else can be asked."""
    if urgency is Urgency.SAME_DAY:
        return _("In pregnancy: your midwife or maternity line.")
    return ""


def card() -> str:
    """The button that opens the bedside card."""
    return _("Bedside card")


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def disclaimer(number: EmergencyNumber, *, is_own: bool) -> str:
    """The standing note. It stands wherever advice is given."""
    called = number.number
    if number.country is None and not is_own:
        called = _("{number} or your local number").format(number=called)
    return _(
        "Uncramp gives general information and helps you keep habits and notes. It does not diagnose or treat. "
        "Stop if anything hurts. If you are worried, ask a doctor, pharmacist or midwife. "
        "In an emergency call {number}."
    ).format(number=called)
