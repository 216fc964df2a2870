"""What the tests of windows stand on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.theme import Look, dress


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    """The windows of the tests before are gone, and with them what they cost: pytest-qt only has them deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dress(qapp, Look())
