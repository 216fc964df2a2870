from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.adapters.qt_words import translate_qt


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def paste() -> str:
    """An entry of the menu that Qt has for every field."""
    return QCoreApplication.translate("QWidgetTextControl", "&Paste").replace("&", "")


def test_the_menus_of_qt_speak_the_same_language(app: QApplication) -> None:
    assert paste() == "Paste"
    assert translate_qt(app, "de")
    assert paste() == "Einfügen"


def test_english_needs_no_catalog(app: QApplication) -> None:
    assert translate_qt(app, "en")
    assert app.findChildren(QTranslator) == []


def test_a_language_that_qt_does_not_know_is_no_trouble(app: QApplication) -> None:
    assert not translate_qt(app, "xx")
    assert paste() == "Paste"
