"""The words of the first minute."""

from desktop.welcome_state import Step, WelcomeState
from desktop.wording.catalog import _
from schedules.prompts import Answer
from schedules.welcome import Answers, Fact, Habit, When, drinks_are_for_a_doctor


def window_title() -> str:
    """The title of the window."""
    return _("Welcome – Uncramp")


def place(step: Step) -> str:
    """Where in the first minute this is."""
    return _("Step {step} of {steps}").format(step=step + 1, steps=len(Step))


def title(step: Step) -> str:
    """What a step asks or says first."""
    return {
        Step.HELLO: _("Uncramp helps with leg cramps."),
        Step.WHEN: _("When do cramps bother you?"),
        Step.FACTS: _("Is any of this true?"),
        Step.HABITS: _("Pick up to two to start."),
        Step.SAMPLE: _("See what a prompt looks like."),
    }[step]


def under(state: WelcomeState) -> str:
    """What stands under it."""
    match state.step:
        case Step.HELLO:
            return _(
                "It asks for small things at the right time: a drink, a stretch before bed, getting up from your desk. "
                "When a cramp comes, it helps you through it. It keeps everything on this computer."
            )
        case Step.WHEN:
            return _("Choose all that fit.")
        case Step.FACTS:
            return _("Your answers keep stretches and drinks safe for you. They stay on this computer.")
        case Step.HABITS:
            return _("A few small habits are easier to keep. You can add the rest later.")
        case Step.SAMPLE:
            return _("Prompts come as notifications with buttons. You can always put them off or pause them.")


def picture() -> str:
    """What the picture of the first step shows."""
    return _("A person on a chair stretches the back of one thigh.")


def when(choice: When) -> str:
    """An answer to when cramps come."""
    return {
        When.NIGHT: _("At night"),
        When.DESK: _("At the desk"),
        When.SPORT: _("In sport"),
        When.PREGNANT: _("I am pregnant"),
        When.NOT_SURE: _("Not sure"),
    }[choice]


def fact(choice: Fact) -> str:
    """Something that may be true of a person."""
    return {
        Fact.FLUIDS_LIMITED: _("A doctor limits what I drink"),
        Fact.ORGANS: _("I have heart, kidney or liver trouble"),
        Fact.BALANCE: _("My balance is poor"),
        Fact.KNEE_OR_BACK: _("I have knee or back trouble"),
        Fact.LEG: _("One leg is swollen or painful now"),
    }[choice]


def habit(choice: Habit) -> str:
    """Something to begin with."""
    return {
        Habit.BEDTIME: _("A stretch before bed, about three minutes"),
        Habit.MOVE: _("A nudge to stand up after long sitting"),
        Habit.DRINK: _("A drink now and then through the day"),
    }[choice]


def note(state: WelcomeState) -> str:
    """What follows from the answers of this step; empty where nothing is to be said."""
    match state.step:
        case Step.FACTS if Fact.LEG in state.answers.facts:
            return _("Please read “When to get help” first. Do not stretch or rub that leg before it was looked at.")
        case Step.FACTS if drinks_are_for_a_doctor(state.answers):
            return _("Then Uncramp leaves out drinks. Your doctor knows how much is right for you.")
        case Step.HABITS:
            return _habits_note(state.answers)
        case Step.SAMPLE:
            return _sample_note(state)
        case _:
            return ""


def _habits_note(answers: Answers) -> str:
    if Fact.LEG in answers.facts:
        return _("No stretch is ticked: let that leg be looked at first. You can turn stretches on later.")
    if drinks_are_for_a_doctor(answers):
        return _("Drinks are not on this list: your doctor knows how much is right for you.")
    return ""


def _sample_note(state: WelcomeState) -> str:
    said = []
    if state.sampled_by == "window":
        said.append(_("There is no notification service here, so prompts come in a small window of their own."))
    elif state.sampled_by is not None:
        said.append(_("The sample is on its way. If you do not see it, look for “Do not disturb” on your desktop."))
    if not state.tray:
        said.append(_("This desktop shows no icons of programs. Everything is in the window that comes next."))
    return " ".join(said)


def begin() -> str:
    """The button of the first step."""
    return _("Start")


def let_in() -> str:
    """The button that leaves everything as it is."""
    return _("Just let me in")


def go_on() -> str:
    """The button to the next step."""
    return _("Next")


def skip() -> str:
    """The button past a question."""
    return _("Skip")


def back() -> str:
    """The button to the step before."""
    return _("Back")


def done() -> str:
    """The last button."""
    return _("Done")


def sample() -> str:
    """The button that shows a sample."""
    return _("Show me one")


def sample_title() -> str:
    """The question that the sample asks."""
    return _("Stand and stretch for 30 seconds?")


def sample_body() -> str:
    """What the sample is."""
    return _("This is a sample. Its buttons do nothing; those of a real prompt log what you did.")


def sample_button(answer: Answer) -> str:
    """A button of the sample."""
    return {Answer.DID_IT: _("Did it"), Answer.LATER: _("Later"), Answer.SKIP: _("Skip")}[answer]


def at_sign_in() -> str:
    """Whether Uncramp starts by itself."""
    return _("Start Uncramp when I sign in")
