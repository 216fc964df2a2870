"""Every window that there is a picture of: nothing is cut off in a longer language, nor read from the right."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Look, dress
from tests.desktop.a11y import check_clipping
from tests.languages import pseudo, speaking
from tests.screenshots import found
from tests.shots import Shot

ELSEWHERE = ("guide", "relief")
"""Their own tests go through every step of them in these languages."""
SHOTS = {shot.name: shot for shot in found() if not shot.name.startswith(ELSEWHERE)}


@pytest.fixture(params=["longer", "from the right"])
def reading(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language a third longer than English; and English as if it were read from the right."""
    dress(qapp, Look())
    with ExitStack() as ends:
        if request.param == "longer":
            ends.enter_context(speaking(pseudo()))
        else:
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            ends.callback(qapp.setLayoutDirection, Qt.LayoutDirection.LeftToRight)
        yield request.param
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("shot", SHOTS.values(), ids=SHOTS)
def test_nothing_is_cut_off(qtbot: QtBot, reading: str, shot: Shot) -> None:
    window = shot.build()
    if shot.width and shot.height:
        window.resize(shot.width, shot.height)
    window.show()
    with suppress(qtbot.TimeoutError):  # what is found is told below
        qtbot.waitUntil(lambda: not list(check_clipping(window)), timeout=2_000)
    assert list(check_clipping(window)) == []
