"""Pictures of hot days in Today, and of the signs of heat illness."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.heat_state import HeatView
from desktop.relief_texts import help_texts
from desktop.relief_view import HelpView
from desktop.states import HeatDay
from desktop.windows.heat import HeatWindow
from desktop.windows.heat_card import HeatCard
from desktop.windows.heat_signs import HeatSigns
from tests.desktop.windows import days, heat_days, heat_views
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


def heat(view: HeatView) -> HeatWindow:
    """The window of the weather."""
    window = HeatWindow()
    window.tell(view)
    return window


def wrong() -> HeatWindow:
    """The window while what was typed is no reading."""
    window = heat(replace(heat_views.TYPED, day=None))
    window.findChild(QLineEdit, "temperature").setText("hot")  # type: ignore[union-attr]
    window.findChild(QLineEdit, "humidity").setText("150")  # type: ignore[union-attr]
    window.findChild(QAbstractButton, "keep-reading").click()  # type: ignore[union-attr]
    return window


def by_hand() -> HeatWindow:
    """The window with all of its fields."""
    window = heat(heat_views.OFFLINE)
    window.findChild(QAbstractButton, "by-hand").click()  # type: ignore[union-attr]
    return window


SHOTS = (
    Shot(name="heat", build=lambda: heat(heat_views.ONLINE), width=820, height=1240),
    Shot(name="heat-off", build=lambda: heat(heat_views.OFF), width=820, height=520, looks=("light",)),
    Shot(name="heat-typed", build=lambda: heat(heat_views.TYPED), width=820, height=1240, looks=("light",)),
    Shot(name="heat-wrong", build=wrong, width=820, height=860, looks=("light", "dark")),
    Shot(name="heat-found", build=lambda: heat(heat_views.FOUND), width=820, height=760, looks=("light",)),
    Shot(name="heat-by-hand", build=by_hand, width=820, height=1240, looks=("light",)),
    Shot(name="heat-small", build=lambda: heat(heat_views.ONLINE), width=320, height=480, looks=("light", "contrast")),
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
