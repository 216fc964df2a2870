"""Pictures of the relief at night, by day and in high contrast, and of *When to get help*."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QApplication, QWidget

from desktop.card import CardFacts
from desktop.card_view import CardView
from desktop.relief_texts import help_texts, relief_guides
from desktop.relief_view import Where
from desktop.theme import Look, Scheme
from desktop.windows.card import CardWindow
from desktop.windows.help import HelpWindow
from desktop.windows.relief_end import EndPage
from desktop.windows.relief_step import StepPage
from schedules.guides.relief_course import Feeling
from schedules.guides.routine import Place
from schedules.history import Muscle, Side
from tests.desktop.relief_life import BUSY, NIGHT, NOON, ReliefLife
from tests.shots import Shot

CALF = Where(muscle=Muscle.CALF, side=Side.LEFT)
HAMSTRING = Where(muscle=Muscle.HAMSTRING, side=Side.RIGHT)
CONTRAST = Look(scheme=Scheme.CONTRAST_DARK)
_POSED_MS = 4_000


def relief(
    steps: Callable[[ReliefLife], object] = lambda _life: None, start: datetime = NIGHT, look: Look | None = None
) -> Callable[[], QWidget]:
    """The window after some steps."""

    def build() -> QWidget:
        life = ReliefLife(start, look=look)
        window = life.open()
        steps(life)
        window.page(StepPage).figure._make()
        window.page(StepPage).figure.advance(_POSED_MS)
        window.showNormal()  # each picture has a size of its own
        window.setProperty("life", life)
        QApplication.processEvents()
        return window

    return build


def stretching(life: ReliefLife, where: Where = CALF, place: Place | None = None) -> None:
    """In the middle of the first hold."""
    life.relieving.choose(where)
    if place is not None:
        life.relieving.go_to(place)
    life.pass_time(timedelta(seconds=6))


def easing(life: ReliefLife) -> None:
    """The stretch has helped; now massage."""
    stretching(life)
    life.relieving.feel(Feeling.EASING)


def warming(life: ReliefLife) -> None:
    """It eases; now warmth."""
    easing(life)
    life.relieving.go_on()


def cooling(life: ReliefLife) -> None:
    """The cold pack's timer runs."""
    warming(life)
    life.relieving.go_on()
    life.relieving.cool(15)
    life.pass_time(timedelta(minutes=4))


def ended(life: ReliefLife) -> None:
    """All was done."""
    life.relieving.choose(HAMSTRING)
    life.pass_time(timedelta(minutes=2, seconds=40))
    life.relieving.feel(Feeling.EASING)
    life.relieving.finish()


def changing(life: ReliefLife) -> None:
    """The record is being changed."""
    ended(life)
    assert life.window is not None
    life.window.page(EndPage)._open_change()


def busy(life: ReliefLife) -> None:
    """The store refuses."""
    life.store.failure = BUSY
    stretching(life)
    life.relieving.records.write()


def help_window() -> HelpWindow:
    """Help on its own."""
    window = HelpWindow()
    window.tell(ReliefLife().helping.view())
    return window


def card() -> CardWindow:
    """The bedside card."""
    texts, window = help_texts(), CardWindow()
    facts = CardFacts(
        routines=relief_guides(),
        flags=texts.flags,
        number=ReliefLife().helping.number,
        night_note=texts.note("sit-before-standing"),
    )
    window.tell(CardView(facts=facts, country="US"))
    return window


ONE = ("dark",)
WIDE, HIGH = 1024, 860
SHOTS = (
    Shot(name="relief-where", build=relief(), width=WIDE, height=HIGH, looks=("dark", "large")),
    Shot(name="relief-stretch", build=relief(stretching), width=WIDE, height=HIGH, looks=("dark", "large")),
    Shot(
        name="relief-hamstring",
        build=relief(lambda life: stretching(life, HAMSTRING)),
        width=900,
        height=760,
        looks=ONE,
    ),
    Shot(name="relief-day", build=relief(stretching, NOON), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-day-where", build=relief(start=NOON), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-contrast", build=relief(stretching, look=CONTRAST), width=WIDE, height=HIGH, looks=("contrast",)),
    Shot(name="relief-wide", build=relief(stretching), width=1920, height=1040, looks=ONE),
    Shot(name="relief-small", build=relief(stretching), width=320, height=480, looks=ONE),
    Shot(name="relief-massage", build=relief(easing), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-warmth", build=relief(warming), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-cold", build=relief(cooling), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-flagged", build=relief(lambda life: life.relieving.flag()), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-end", build=relief(ended), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-change", build=relief(changing), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="relief-busy", build=relief(busy), width=WIDE, height=HIGH, looks=ONE),
    Shot(name="help", build=help_window, width=820, height=900),
    Shot(name="card", build=card, width=820, height=1200, looks=("light",)),
)
