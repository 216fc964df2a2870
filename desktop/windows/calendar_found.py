"""The part of the calendar window that shows what was found: each entry, and what it counts as."""

from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.calendar_kept import CalendarEntry
from desktop.calendar_state import CalendarState
from desktop.theme import GRID, Size, Token
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column
from desktop.wording import calendar as wording

MOST = 40
"""Entries that are shown; whoever has more sees those that come first."""


class CalendarFound(Column):
    """A list by days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(Words(wording.found_title(), size=Size.LARGE, strong=True))
        self._count = Words()
        self._layout.addWidget(self._count)
        self._list: QWidget | None = None
        self._rule = Words(wording.left_out_rule(), tone=Token.MUTED)
        self._layout.addWidget(self._rule)

    def tell(self, state: CalendarState) -> None:
        """Show entries."""
        counted = sum(entry.sort is not None for entry in state.entries)
        self._count.say(wording.found_count(counted, len(state.entries) - counted))
        if self._list is not None:
            self._layout.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = _list(state)
        self._layout.insertWidget(2, self._list)


def _list(state: CalendarState) -> QWidget:
    made = Column()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID // 2)

    def day_of(entry: CalendarEntry) -> date:
        return entry.start_at.astimezone(state.zone).date()

    for day, entries in groupby(state.entries[:MOST], key=day_of):
        heading = Words(wording.day_heading(day), strong=True)
        heading.setContentsMargins(0, GRID, 0, 0)
        layout.addWidget(heading)
        for entry in entries:
            layout.addWidget(_line(entry, state.zone))
    if len(state.entries) > MOST:
        layout.addWidget(Words(wording.more(len(state.entries) - MOST), tone=Token.MUTED))
    return made


def _line(entry: CalendarEntry, zone: ZoneInfo) -> QWidget:
    """An entry: when, what, and what it counts as. Titles are somebody's words: plain text, never markup."""
    time = wording.entry_time(entry.start_at, entry.end_at, zone, is_all_day=entry.all_day)
    name = entry.title or wording.untitled()
    made = Column()
    counts = entry.sort is not None
    row = FlowLayout(made, gap=GRID)
    for text, tone, strong in (
        (time, Token.MUTED, False),
        (name, Token.TEXT if counts else Token.MUTED, counts),
        (wording.sort(entry.sort), Token.ACCENT if counts else Token.MUTED, False),
    ):
        row.addWidget(Words(text, tone=tone, strong=strong, roomy=True))
    made.setAccessibleName(wording.entry_spoken(time, name, entry.sort))
    return made
