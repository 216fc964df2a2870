"""The tray icon tells its states apart by shape, at every size and on every panel."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.tray_state import TrayLook
from desktop.widgets.tray_icon import SIZES, tray_icon, tray_pixmap
from tests.desktop.a11y import contrast


def on_panel(look: TrayLook, size: int, panel: str) -> QImage:
    """The icon as a panel shows it."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(panel))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, tray_pixmap(look, size))
    painter.end()
    return image


def ink(look: TrayLook, size: int) -> set[tuple[int, int]]:
    """Where the icon is, whatever its colours."""
    image = tray_pixmap(look, size).toImage()
    return {(x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 127}


def lightness(look: TrayLook, size: int) -> list[int]:
    """The icon without its colours, on a middle grey."""
    image = on_panel(look, size, "#808080")
    return [image.pixelColor(x, y).lightness() for y in range(size) for x in range(size)]


def test_there_is_a_picture_of_every_size(qapp: QApplication) -> None:
    assert {size.width() for size in tray_icon(TrayLook.READY).availableSizes()} == set(SIZES)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("one", "other"), list(combinations(TrayLook, 2)))
def test_states_differ_without_colour(qapp: QApplication, one: TrayLook, other: TrayLook, size: int) -> None:
    differing = sum(abs(a - b) > 40 for a, b in zip(lightness(one, size), lightness(other, size), strict=True))
    assert differing >= size * size * 0.04
    assert ink(one, size) != ink(other, size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", TrayLook)
@pytest.mark.parametrize("panel", ["#FFFFFF", "#EFF0F1", "#2B2B2B", "#000000"])
def test_it_can_be_seen_on_every_panel(qapp: QApplication, look: TrayLook, size: int, panel: str) -> None:
    image, ground = on_panel(look, size, panel), QColor(panel)
    seen = sum(contrast(image.pixelColor(x, y), ground) >= 3 for x in range(size) for y in range(size))
    assert seen >= size * size * 0.1


@pytest.mark.parametrize("look", TrayLook)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_the_edge(qapp: QApplication, look: TrayLook, size: int) -> None:
    """What touches the edge is the dark outline, never what it lies round."""
    image = tray_pixmap(look, size).toImage()
    rim = [(x, y) for x in range(size) for y in (0, size - 1)] + [(x, y) for x in (0, size - 1) for y in range(size)]
    colours = [image.pixelColor(x, y) for x, y in rim]
    assert not [colour for colour in colours if colour.alpha() > 128 and colour.lightness() > 90]
