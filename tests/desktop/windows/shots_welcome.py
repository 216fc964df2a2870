"""Pictures of the first minute."""

from desktop.welcome_state import Step, WelcomeState
from desktop.windows.welcome import WelcomeWindow
from schedules.welcome import Answers, Fact, Habit, When
from tests.shots import Shot


def welcome(state: WelcomeState) -> WelcomeWindow:
    """The window at a moment."""
    window = WelcomeWindow()
    window.tell(state)
    return window


SAID = Answers(
    when=frozenset({When.NIGHT}),
    facts=frozenset({Fact.BALANCE, Fact.LEG}),
    habits=frozenset({Habit.BEDTIME, Habit.DRINK}),
)
SHOTS = (
    Shot(name="welcome-hello", build=lambda: welcome(WelcomeState()), width=720, height=560, looks=("light", "dark")),
    Shot(name="welcome-when", build=lambda: welcome(WelcomeState(step=Step.WHEN, answers=SAID)), width=720, height=640),
    Shot(
        name="welcome-facts", build=lambda: welcome(WelcomeState(step=Step.FACTS, answers=SAID)), width=720, height=760
    ),
    Shot(
        name="welcome-habits",
        build=lambda: welcome(WelcomeState(step=Step.HABITS, answers=SAID)),
        width=720,
        height=560,
    ),
    Shot(
        name="welcome-sample",
        build=lambda: welcome(WelcomeState(step=Step.SAMPLE, answers=SAID, sampled_by="dbus", at_sign_in=False)),
        width=720,
        height=560,
    ),
    Shot(
        name="welcome-small",
        build=lambda: welcome(WelcomeState(step=Step.FACTS, answers=SAID)),
        width=320,
        height=480,
        looks=("light", "contrast"),
    ),
)
