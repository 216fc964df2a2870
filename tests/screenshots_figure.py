"""Contact sheets of every pose in light, dark and night: what to look at when the figure or a pose was changed.

``python -m tests.screenshots_figure [FOLDER]`` paints them without a screen, into ``docs/screenshots`` unless told.
"""

import os
import sys
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96", "QT_SCALE_FACTOR": "1"}

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from desktop.widgets.figure.colors import DARK, LIGHT, NIGHT, FigureColors
from desktop.widgets.figure.look import look_at
from desktop.widgets.figure.motion import along
from desktop.widgets.figure.painter import paint
from desktop.widgets.figure.poses import load, pose_ids
from desktop.widgets.figure.solve import solve
from schedules.history import Side

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
PALETTES = {"light": LIGHT, "dark": DARK, "night": NIGHT}
CELL_WIDTH, CELL_HEIGHT, CAPTION = 360, 320, 28
COLUMNS = 6


def render_sheets(folder: Path, side: Side = Side.RIGHT, t: float = 1.0) -> tuple[Path, ...]:
    """Paint the sheet of all poses in each palette; where they lie.

    Args:
        folder: Where to; it exists.
        side: The leg that works.
        t: Share of the way from the start to what is held.
    """
    targets = []
    for name, colors in PALETTES.items():
        target = folder / f"figure-{name}.png"
        sheet(colors, side, t).save(str(target))
        targets.append(target)
    return tuple(targets)


def sheet(colors: FigureColors, side: Side, t: float) -> QImage:
    """All poses in one picture, each with its id."""
    ids = pose_ids()
    rows = -(-len(ids) // COLUMNS)
    image = QImage(COLUMNS * CELL_WIDTH, rows * CELL_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.ground))
    painter = QPainter(image)
    font = QFont("DejaVu Sans")
    font.setPixelSize(14)
    painter.setFont(font)
    for index, pose_id in enumerate(ids):
        cell = QRectF(index % COLUMNS * CELL_WIDTH, index // COLUMNS * CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT)
        painter.setPen(QColor(colors.floor))
        caption = cell.adjusted(12, 8, -12, 0)
        painter.drawText(caption, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, pose_id)
        pose = load(pose_id)
        figure = solve(along(pose.frames, t, pose.scene), pose.scene)
        paint(painter, cell.adjusted(8, CAPTION, -8, -8), figure, pose, look_at(pose, side, colors))
    painter.end()
    return image


def main(arguments: list[str]) -> int:
    """Paint the sheets into a folder."""
    _app = QGuiApplication(sys.argv[:1])
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for target in render_sheets(folder):
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
