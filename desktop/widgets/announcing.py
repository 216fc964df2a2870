"""Saying something to whoever cannot see it: the one place that speaks to screen readers unasked."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say some words when it next has a moment.

    Args:
        widget: Where they come from.
        words: A sentence.
    """
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
