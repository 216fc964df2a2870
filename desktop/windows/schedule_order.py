"""The order of the Tab key: that in which a window is read, however its parts were built and moved."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from desktop.widgets.day_picture import DayPicture


def put_in_order(window: QWidget, before: tuple[QWidget, ...]) -> tuple[QWidget, ...]:
    """Have the Tab key go through a window in the order of its layouts.

    Args:
        window: The window.
        before: What this gave back last; nothing is done where it is still so.
    """
    wanted = tuple(_focusable(window))
    if wanted != before:
        for one, after in pairwise(wanted):
            QWidget.setTabOrder(one, after)
    return wanted


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, DayPicture):
        yield from widget.sliders()
    elif isinstance(widget, QScrollArea) and (content := widget.widget()) is not None:
        yield from _focusable(content)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _focusable(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
