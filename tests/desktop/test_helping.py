"""*When to get help*: the number of the country, a number of one's own, and the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.helping import Helping
from desktop.theme import Look, Scheme, dress
from desktop.windows.help import HelpWindow
from tests.desktop.a11y import audit
from tests.desktop.living import Life
from tests.desktop.relief_life import BUSY


def helping(life: Life, country: str | None = "GB") -> tuple[Helping, list[HelpWindow]]:
    windows: list[HelpWindow] = []

    def build() -> HelpWindow:
        windows.append(HelpWindow())
        return windows[-1]

    made = Helping(life.journal, country, build)
    made.start()
    return made, windows


@pytest.mark.parametrize(
    ("country", "number"), [("GB", "999"), ("DE", "112"), ("AU", "000"), ("ZZ", "112"), (None, "112")]
)
def test_the_number_is_that_of_the_country(qtbot: QtBot, country: str | None, number: str) -> None:
    help_, windows = helping(Life(), country)
    help_.open()
    headline = windows[0]._panel.headline.text()
    assert number in headline
    assert ("or your local number" in headline) == (country in {None, "ZZ"})


def test_a_number_of_ones_own_is_remembered(qtbot: QtBot) -> None:
    life = Life()
    help_, windows = helping(life)
    help_.open()
    panel = windows[0]._panel
    QTest.mouseClick(panel.change, Qt.MouseButton.LeftButton)
    panel._field._field.setText("5")
    QTest.keyClick(panel._field._field, Qt.Key.Key_Return)
    assert panel._field._wrong.text() == "A number has 2 to 15 digits."
    panel._field._field.setText("0 131 555")
    QTest.keyClick(panel._field._field, Qt.Key.Key_Return)
    assert "0 131 555" in panel.headline.text()
    qtbot.waitUntil(lambda: life.store.get_state("emergency number") is not None)
    again, _ = helping(life)
    assert again.number.number == "0 131 555"
    again.set_number("")
    qtbot.waitUntil(lambda: life.store.get_state("emergency number") is None)
    assert again.number.number == "999"


def test_a_busy_store_neither_hides_nor_loses_the_number_on_show(qtbot: QtBot) -> None:
    life = Life()
    life.store.failure = BUSY
    help_, windows = helping(life)
    help_.open()
    help_.set_number("144")
    assert "144" in windows[0]._panel.headline.text()
    help_._keep()
    life.store.failure = None
    help_._keep()
    assert life.store.get_state("emergency number") == "144"


def test_escape_leaves_the_field_then_the_window(qtbot: QtBot) -> None:
    help_, windows = helping(Life())
    help_.open()
    window = windows[0]
    window._panel._open_field()
    QTest.keyClick(window._panel._field._field, Qt.Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK])
@pytest.mark.parametrize(("width", "text_scale"), [(820, 1.0), (320, 1.0), (820, 2.0)])
def test_everybody_can_use_it(qapp: QApplication, qtbot: QtBot, scheme: Scheme, width: int, text_scale: float) -> None:
    dress(qapp, Look(scheme=scheme, text_scale=text_scale))
    help_, windows = helping(Life())
    help_.open()
    qtbot.addWidget(windows[0])
    windows[0].resize(width, 600)
    windows[0]._panel._open_field()
    for _ in range(3):
        QApplication.processEvents()
    findings = audit(windows[0])
    dress(qapp, Look())
    assert findings == []
