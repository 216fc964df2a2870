"""The words of Qt's own menus and dialogs: from Qt's own catalogs, in the language that Uncramp speaks."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.wording.catalog import ENGLISH


def translate_qt(app: QCoreApplication, language: str) -> bool:
    """Have Qt speak a language; whether it can.

    Args:
        app: Keeps the translator.
        language: As `desktop.wording.catalog.language` tells it. Qt speaks English by itself.
    """
    if language == ENGLISH:
        return True
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(QLocale(language), "qtbase", "_", folder) and app.installTranslator(translator)
