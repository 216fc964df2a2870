"""Pictures of hot days in Today, and of the signs of heat illness."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.relief_texts import help_texts
from desktop.relief_view import HelpView
from desktop.states import HeatDay
from desktop.windows.heat_card import HeatCard
from desktop.windows.heat_signs import HeatSigns
from tests.desktop.windows import days, heat_days
from tests.desktop.windows.shots_today import today
from tests.shots import Shot


def card(day: HeatDay) -> HeatCard:
    """The card alone."""
    made = HeatCard()
    made.tell(day)
    return made


def signs() -> QWidget:
    """The signs of heat illness."""
    made = HeatSigns()
    made.tell(HelpView(flags=help_texts().flags))
    return made


SHOTS = (
    Shot(name="today-heat", build=lambda: today(replace(days.WORKDAY, heat=heat_days.HOT)), width=960, height=1400),
    Shot(
        name="heat-card",
        build=lambda: card(heat_days.HOT),
        width=820,
        height=640,
        looks=("light", "dark", "contrast"),
    ),
    Shot(name="heat-card-extreme", build=lambda: card(heat_days.EXTREME), width=820, height=620, looks=("light",)),
    Shot(name="heat-card-old", build=lambda: card(heat_days.OLD), width=820, height=560, looks=("light",)),
    Shot(name="heat-card-typed", build=lambda: card(heat_days.TYPED), width=820, height=560, looks=("light",)),
    Shot(name="heat-card-small", build=lambda: card(heat_days.GAPS), width=300, height=900, looks=("light", "large")),
    Shot(name="heat-signs", build=signs, width=820, height=620, looks=("light",)),
)
