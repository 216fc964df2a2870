"""PySide6 6.12.0 loses references to None and True on Python below 3.12, until the interpreter aborts (PYSIDE-3474)."""

import sys
from importlib.metadata import requires, version

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal

CALLS = 500
STEADY = 100
"""How far the counts may move by themselves."""

mortal = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on")


class Sender(QObject):
    sent = Signal()


@mortal
def test_a_call_that_returns_nothing_steals_no_reference() -> None:
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        target.setObjectName("x")
    assert sys.getrefcount(None) > before - STEADY


@mortal
def test_an_emitted_signal_steals_no_reference() -> None:
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        sender.sent.emit()
    assert sys.getrefcount(True) > before - STEADY


def test_the_installed_pyside_is_one_that_we_ask_for() -> None:
    asked = [Requirement(line) for line in requires("uncramp") or ()]
    (essentials,) = [
        requirement
        for requirement in asked
        if requirement.name == "PySide6-Essentials" and (requirement.marker is None or requirement.marker.evaluate())
    ]
    installed = version("PySide6-Essentials")
    assert essentials.specifier.contains(installed)
    assert not essentials.specifier.contains("6.12.0")
