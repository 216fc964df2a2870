"""The words of the relief: few, large and calm."""

from datetime import timedelta

from desktop.wording import help as help_words
from desktop.wording.catalog import _, n_, small
from desktop.wording.past import muscle_name, side_name
from schedules.guides.relief_course import Feeling, ReliefPhase
from schedules.guides.relief_state import ReliefState
from schedules.guides.routine import Place
from schedules.history import Muscle, Side


def window_title() -> str:
    """The title of the window."""
    return _("I have a cramp now – Uncramp")


# The first screen


def where_question() -> str:
    """The one thing that is asked."""
    return _("Where is it?")


def where_first() -> str:
    """Under it: what can be done at once whatever it is."""
    return _("Stay where you are. Breathe out slowly.")


def leg(side: Side) -> str:
    """Over the answers for one leg."""
    return _("Left leg") if side is Side.LEFT else _("Right leg")


def muscle(muscle: Muscle) -> str:
    """An answer."""
    return {
        Muscle.HAMSTRING: _("Back of the thigh"),
        Muscle.CALF: _("Calf"),
        Muscle.FOOT: _("Foot"),
        Muscle.FRONT_THIGH: _("Front of the thigh"),
        Muscle.OTHER: _("Somewhere else"),
    }[muscle]


def muscle_spoken(muscle_: Muscle, side: Side | None, key: str = "") -> str:
    """An answer as it is spoken: ``Calf, left leg, key 3``."""
    parts = [muscle(muscle_)]
    if side is not None:
        parts.append(small(leg(side)))
    if key:
        parts.append(key_spoken(key))
    return ", ".join(parts)


def key_spoken(key: str) -> str:
    """The key of a button."""
    return _("key {key}").format(key=key)


def flag_question() -> str:
    """The red flags, asked before anything is tried."""
    return _("Is any of this true? One leg swollen, red or hot. Weak or numb. Hurt in a fall.")


def flag_yes() -> str:
    """The answer to it."""
    return _("Yes, one of these")


def danger() -> str:
    """The answer of its own for the gravest of them, in the words of *When to get help*."""
    return _("Chest pain, or hard to breathe")


def danger_spoken(key: str) -> str:
    """The same, spoken."""
    return f"{danger()}, {key_spoken(key)}"


def usual_hint(muscle_: Muscle, side: Side | None) -> str:
    """What a bare Enter chooses."""
    return _("Enter: {where}").format(where=small(muscle_spoken(muscle_, side)))


# While something is tried


def feeling(feeling_: Feeling) -> str:
    """How it is."""
    return {Feeling.EASING: _("Easing"), Feeling.SAME: _("Same"), Feeling.WORSE: _("Worse")}[feeling_]


def place(place_: Place) -> str:
    """Where the person is."""
    return {
        Place.BED: _("In bed"),
        Place.BED_EDGE: _("Bed edge"),
        Place.CHAIR: _("Chair"),
        Place.FLOOR: _("Floor"),
        Place.STANDING: _("Standing"),
        Place.BIKE: _("Bike"),
    }[place_]


def place_spoken(place_: Place, key: str, *, is_here: bool) -> str:
    """A place as a screen reader says it."""
    parts = (place(place_), _("chosen") if is_here else "", key_spoken(key))
    return ", ".join(part for part in parts if part)


def where_line(state: ReliefState) -> str:
    """What it is about: ``Left calf``."""
    where = named(state.muscle, state.side)
    return where[:1].upper() + where[1:]


def title(state: ReliefState) -> str:
    """What is on show, in the head of the window."""
    return {
        ReliefPhase.WHERE: "",
        ReliefPhase.STRETCH: _("Stretch"),
        ReliefPhase.MASSAGE: _("Light massage"),
        ReliefPhase.WARMTH: _("Warmth"),
        ReliefPhase.COLD: _("If it is sore later: cold"),
        ReliefPhase.HELP: help_words.title(),
        ReliefPhase.LOGGED: "",
    }[state.phase]


def count_under(state: ReliefState) -> str:
    """Under the countdown: ``hold, 1 of 4``."""
    if state.phase is not ReliefPhase.STRETCH:
        return _("at most") if state.phase in (ReliefPhase.WARMTH, ReliefPhase.COLD) else _("gently")
    if not state.remaining and not state.resting:
        return how_is_it()
    if state.resting:
        return _("let go, then again")
    return _("hold, {turn} of {turns}").format(turn=state.turn, turns=state.turns)


def how_is_it() -> str:
    """What is asked while something is tried."""
    return _("How is it?")


def countdown(remaining: timedelta) -> str:
    """A countdown: ``0:24``."""
    minutes, seconds = divmod(-(-remaining // timedelta(seconds=1)), 60)
    return f"{minutes}:{seconds:02}"


def countdown_spoken(state: ReliefState) -> str:
    """The same for a screen reader."""
    return _("{length}, {what}").format(length=length(state.remaining), what=count_under(state))


def resting() -> str:
    """In place of the instruction between two holds."""
    return _("Let go and rest for a moment.")


def long_cramp() -> str:
    """It has gone on for ten minutes."""
    return _("This has lasted 10 minutes. It is time to ask for help.")


def back() -> str:
    """The button to what came before."""
    return _("Back")


def skip() -> str:
    """The button that goes on without an answer."""
    return _("Go on")


def finish() -> str:
    """The button to the end."""
    return _("It is over")


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def close_spoken() -> str:
    """The same on the last screen, told from the one in the head of the window."""
    return _("Close, done")


def unflag() -> str:
    """The button that takes the flags back."""
    return _("None of these is true")


def not_kept() -> str:
    """The store refuses for the moment."""
    return _("Your notes are safe here and are saved as soon as the file is free.")


def length(span: timedelta) -> str:
    """A span to the second: ``2 min 40 s``."""
    minutes, seconds = divmod(-(-span // timedelta(seconds=1)), 60)
    if not minutes:
        return n_("{seconds} second", "{seconds} seconds", seconds).format(seconds=seconds)
    if not seconds:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)


def tags() -> tuple[str, str]:
    """The letters for the left and the right leg in the picture."""
    return _("L"), _("R")


def named(muscle_: Muscle | None, side: Side | None) -> str:
    """Where a cramp is, in short: ``left hamstring``; empty where that is not known."""
    if muscle_ is None:
        return ""
    names = {
        Muscle.HAMSTRING: _("hamstring"),
        Muscle.CALF: _("calf"),
        Muscle.FOOT: _("foot"),
        Muscle.FRONT_THIGH: _("front thigh"),
        Muscle.OTHER: muscle_name(Muscle.OTHER),
    }
    if side is None:
        return names[muscle_]
    return _("{side} {muscle}").format(side=side_name(side), muscle=names[muscle_])
