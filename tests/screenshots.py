"""Pictures of every window in light, dark and with text of twice the size: ``python -m tests.screenshots [NAME ...]``.

They are painted without a screen and land in ``docs/screenshots``.
"""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QPA_PLATFORMTHEME": "generic",
    "QT_FONT_DPI": "96",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "C.UTF-8",
}

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop.theme import Look, Scheme, dress
from tests.screenshots_figure import render_sheets
from tests.shots import Shot

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT.parent / "docs" / "screenshots"
LOOKS = {
    "light": Look(scheme=Scheme.LIGHT),
    "dark": Look(scheme=Scheme.DARK),
    "large": Look(scheme=Scheme.LIGHT, text_scale=2.0),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
}


def found() -> Iterator[Shot]:
    """Every window to take pictures of."""
    for path in sorted(ROOT.rglob("shots_*.py")):
        module = import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
        yield from module.SHOTS


def take(app: QApplication, shot: Shot, look: str) -> Path:
    """Take one picture; where it lies."""
    dress(app, LOOKS[look])
    window = shot.build()
    if shot.width and shot.height:
        window.resize(shot.width, shot.height)
    else:
        window.resize(window.sizeHint())
    window.show()
    for _ in range(3):  # heights follow widths, and those what stands in them
        app.processEvents()
    target = FOLDER / f"{shot.name}-{look}.png"
    window.grab().save(str(target))
    window.close()
    window.deleteLater()
    return target


def main(names: list[str]) -> int:
    """Take all pictures, or those whose name is given."""
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("DejaVu Sans"))
    metrics = QFontMetrics(app.font())
    if metrics.horizontalAdvance("i") == metrics.horizontalAdvance("W"):
        print("There are no fonts here, so every letter would be a box. On Debian: fonts-dejavu-core.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for shot in found():
        for look in shot.looks:
            if not names or shot.name in names:
                print(take(app, shot, look).relative_to(ROOT.parent))
    if not names or "figure" in names:
        for target in render_sheets(FOLDER):
            print(target.relative_to(ROOT.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
