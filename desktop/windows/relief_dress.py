"""The colours of the relief: dark in any case, dim at night, and put on every widget."""

from PySide6.QtWidgets import QLineEdit, QScrollBar, QWidget

from desktop.theme import SCHEMES, Look, Scheme, palette
from desktop.windows.relief_figure import FigureBox


def scheme_for(look: Look, *, at_night: bool) -> Scheme:
    """Dark in any case, and dim at night. Who asks for high contrast cannot read without it: it goes first."""
    if look.scheme in (Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK):
        return Scheme.CONTRAST_DARK
    return Scheme.NIGHT if at_night else Scheme.DARK


def wear(top: QWidget, scheme: Scheme, *, reduced_motion: bool) -> None:
    """Put the colours on a widget and all in it, one by one.

    Under an application's stylesheet Qt hands no palette on to children, and paints its own controls in the
    application's colours.
    """
    colours, style = palette(scheme), _style(scheme)
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget, (QLineEdit, QScrollBar)):
            widget.setStyleSheet(style)
        widget.setPalette(colours)
        if isinstance(widget, FigureBox):
            widget.dress(scheme, reduced_motion=reduced_motion)


def _style(scheme: Scheme) -> str:
    """Qt's own controls in a scheme: the application's stylesheet would paint them in the application's."""
    of = SCHEMES[scheme]
    return (
        f"QLineEdit {{ background: {of.surface}; color: {of.text}; border-color: {of.line}; "
        f"selection-background-color: {of.accent}; selection-color: {of.on_accent}; }} "
        f"QLineEdit:focus {{ border-color: {of.accent}; }} "
        f"QScrollBar:vertical {{ background: {of.ground}; }} "
        f"QScrollBar::handle:vertical {{ background: {of.line}; }}"
    )
