"""There is a drawing for everything that has a mark."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.states import Mark
from desktop.widgets.icons import Icon, paint_icon


def painted(icon: Icon) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_icon(painter, icon, QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()
    return image


def test_every_mark_has_an_icon() -> None:
    assert {mark.value for mark in Mark} <= {icon.value for icon in Icon}


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_stays_in_its_square(qapp: QApplication, icon: Icon) -> None:
    image = painted(icon)
    edge = [image.pixelColor(i, j).lightness() for i in range(24) for j in (0, 23)]
    edge += [image.pixelColor(j, i).lightness() for i in range(24) for j in (0, 23)]
    assert min(edge) > 128


@pytest.mark.parametrize(("one", "other"), list(combinations(Icon, 2)))
def test_no_two_are_alike(qapp: QApplication, one: Icon, other: Icon) -> None:
    assert painted(one) != painted(other)
