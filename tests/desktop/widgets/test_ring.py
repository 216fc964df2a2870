"""The ring shows how much there is, and says it."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import SCHEMES, Look, Scheme, Token, dress
from desktop.widgets.ring import Ring

WATER = SCHEMES[Scheme.LIGHT].of(Token.WATER)


@pytest.fixture
def ring(qtbot: QtBot, qapp: QApplication) -> Ring:
    dress(qapp, Look())
    made = Ring()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def fill(ring: Ring, part: int, whole: int = 2000) -> QImage:
    ring.fill(part=part, whole=whole, number=f"{part:,}", under=f"of {whole:,} ml", spoken=f"{part} of {whole} ml")
    return ring.grab().toImage()


def wet(image: QImage) -> int:
    """Pixels of the part that is there."""
    return sum(
        _near(image.pixelColor(x, y), WATER) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 30


def test_it_fills_as_the_day_goes(ring: Ring) -> None:
    parts = [wet(fill(ring, part)) for part in (0, 250, 500, 1000, 1500, 2000)]
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert len(set(parts)) == len(parts)


def test_half_is_half(ring: Ring) -> None:
    assert wet(fill(ring, 1000)) == pytest.approx(wet(fill(ring, 2000)) / 2, rel=0.08)


def test_more_than_the_whole_is_the_whole(ring: Ring) -> None:
    fill(ring, 3000)
    assert ring.is_full
    assert ring.value() == ring.maximum() == 2000


def test_without_a_goal_it_is_never_full(ring: Ring) -> None:
    image = fill(ring, 750, 0)
    assert not ring.is_full
    assert wet(image) == 0


def test_a_long_number_stays_inside(ring: Ring) -> None:
    image = fill(ring, 19_999_999, 0)
    middle = image.height() // 2
    stroke = image.width() // 12
    ground = image.pixelColor(stroke + 4, middle)
    assert all(image.pixelColor(stroke + 4, y) == ground for y in range(middle - 20, middle + 20))
