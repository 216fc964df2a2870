"""Where things stand in a picture of 24 hours: times on a line, names that do not meet, marks in rows."""

from dataclasses import dataclass

from schedules.day_editing import Stretch

HOUR_MIN = 60
DAY_MIN = 24 * HOUR_MIN
_BEFORE_MIN = 120
_BEFORE_LONG_MIN = 60
_LONG_MIN = 20 * HOUR_MIN
_TICKS_H = (1, 2, 3, 4, 6, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayScale:
    """24 hours on a line, from a whole hour some time before waking."""

    first: int
    """Minutes from midnight of the date that the day begins on."""
    left: float
    width: float
    """Pixels."""
    mirrored: bool = False
    """From right to left."""

    def x(self, minute: float) -> float:
        """Where a minute is."""
        share = (minute - self.first) / DAY_MIN
        return self.left + self.width * (1 - share if self.mirrored else share)

    def minute(self, x: float) -> float:
        """Which minute is at a place."""
        share = (x - self.left) / self.width
        return self.first + DAY_MIN * (1 - share if self.mirrored else share)

    def ticks(self, label_px: float) -> range:
        """The hours that have room for their names, in minutes.

        Args:
            label_px: How wide a name is, its distance from the next included.
        """
        step = next((hours for hours in _TICKS_H if self.width / 24 * hours >= label_px), _TICKS_H[-1])
        return range(self.first, self.first + DAY_MIN + 1, step * HOUR_MIN)


def first_minute(waking: Stretch) -> int:
    """The whole hour that a picture of a day begins at: a little before waking, so that sleep stands on both sides."""
    before = _BEFORE_LONG_MIN if waking.end - waking.start > _LONG_MIN else _BEFORE_MIN
    return (waking.start - before) // HOUR_MIN * HOUR_MIN


def rows(places: list[tuple[float, int]], across: float) -> list[int]:
    """In which row each stack of marks begins, so that no two marks lie on each other.

    Args:
        places: The middle of each stack and how many marks it has, from one end of the line to the other.
        across: How wide a mark is, its distance from the next included.
    """
    taken: list[float] = []
    found = []
    for x, height in places:
        row = 0
        while any(last > x - across for last in taken[row : row + height]):
            row += 1
        taken += [float("-inf")] * (row + height - len(taken))
        taken[row : row + height] = [x] * height
        found.append(row)
    return found
