"""A printer, asked for in the system's own dialog. What prints is imported when something is to be printed."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter


def print_page(paint: Callable[[QPainter], None], paper: QPageSize) -> bool:
    """Print one page without margins of its own; whether there is anything to print with.

    Args:
        paint: Paints the page; the painter stands on the whole sheet.
        paper: The sheet.
    """
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    except ImportError:  # this part of Qt needs the system's printing library
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(paper)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    if QPrintDialog(printer).exec() != QPrintDialog.DialogCode.Accepted:
        return True
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paint(painter)
    painter.end()
    return True
