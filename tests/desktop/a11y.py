"""The accessibility audit: walks a window and says what somebody could not read, reach, hear or hit.

The rules are those of WCAG 2.2 AA, read for software (WCAG2ICT), with targets of 44 pixels.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.theme import TARGET

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
RING_PX = 120
"""So many pixels have to change when the focus comes, or it cannot be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that stands in somebody's way."""

    rule: str
    """The number of the success criterion, and what it is about."""
    widget: str
    detail: str = ""


def audit(window: QWidget) -> list[Finding]:
    """Every finding in a window that is on show."""
    return [finding for rule in RULES for finding in rule(window)]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def interactive(window: QWidget) -> Iterator[QWidget]:
    """Everything that can be clicked or typed into."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        shown = widget.isVisibleTo(window) and widget.isEnabled()
        if isinstance(widget, INTERACTIVE) and not isinstance(widget, QScrollBar) and shown and not inner:
            yield widget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget. A combo box tells its value as its name, so that does not count."""
    if widget.accessibleName():
        return widget.accessibleName()
    face = QAccessible.queryAccessibleInterface(widget)
    labels = [
        other.text(QAccessible.Text.Name) for other, flag in face.relations() if flag & QAccessible.RelationFlag.Label
    ]
    if labels and labels[0]:
        return labels[0]
    return "" if isinstance(widget, QComboBox) else face.text(QAccessible.Text.Name)


def check_names(window: QWidget) -> Iterator[Finding]:
    """Everything has a name, it contains the words to be seen, and no two buttons have the same."""
    taken: dict[str, QWidget] = {}
    for widget in interactive(window):
        name = spoken_name(widget).strip()
        if not name:
            yield _found("4.1.2 name", widget)
        if isinstance(widget, QAbstractButton):
            seen = widget.text().replace("&&", "&").strip()
            if seen.lower() not in name.lower():
                yield _found("2.5.3 label in name", widget, f"{seen!r} is not in {name!r}")
            if name in taken:
                yield _found("2.4.6 labels", widget, f"{name!r} is another button's name too")
            taken[name] = widget


def check_targets(window: QWidget) -> Iterator[Finding]:
    """Everything is large enough to be hit."""
    for widget in interactive(window):
        if min(widget.width(), widget.height()) < TARGET:
            yield _found("2.5.8 target size", widget, f"{widget.width()}x{widget.height()}")


def check_keyboard(window: QWidget) -> Iterator[Finding]:
    """The Tab key comes to everything, in the order in which it is read, and round to the first again."""
    wanted = [widget for widget in interactive(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    wanted = [widget for widget in wanted if not _by_arrow_keys(widget)]
    for widget in interactive(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            yield _found("2.1.1 keyboard", widget, "takes no focus")
    if not wanted:
        return
    places = {widget: widget.mapTo(window, QPoint(0, 0)) for widget in wanted}  # before anything scrolls
    seen = list(_tab_round(window, wanted))
    for widget in wanted:
        if widget not in seen:
            yield _found("2.1.1 keyboard", widget, "is not reached with Tab")
    for one, after in pairwise(seen):
        if _page(one) is not _page(after):
            continue  # what stays in place has none among what scrolls
        if one not in places or after not in places or _begins_column(places[one], one, places[after], after):
            continue
        if places[after].y() + after.height() <= places[one].y():
            detail = f"at {places[after].toTuple()} comes after {places[one].toTuple()}"
            yield _found("2.4.3 focus order", after, detail)


def check_focus_ring(window: QWidget) -> Iterator[Finding]:
    """One sees where the focus is."""
    wanted = [widget for widget in interactive(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for widget in wanted:
        other = next((one for one in wanted if one is not widget), None)
        if other is None:
            continue
        # Only a focus that comes from the keyboard is painted.
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)
        before = _picture(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        after = _picture(widget)
        changed = sum(
            before.pixel(x, y) != after.pixel(x, y) for x in range(before.width()) for y in range(before.height())
        )
        if changed < RING_PX:
            yield _found("2.4.7 focus visible", widget, f"{changed} pixels change")


def check_clipping(window: QWidget) -> Iterator[Finding]:
    """Nothing is cut off, and nothing lies beside the window."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or isinstance(widget, QScrollBar):
            continue
        left, right = widget.mapTo(window, QPoint(0, 0)).x(), widget.mapTo(window, QPoint(widget.width(), 0)).x()
        if isinstance(widget, (QLabel, *INTERACTIVE)) and (left < 0 or right > window.width()):
            yield _found("1.4.10 reflow", widget, f"from {left} to {right} in {window.width()}")
        if widget.hasHeightForWidth() and widget.heightForWidth(widget.width()) > widget.height() + 1:
            yield _found("1.4.4 text size", widget, f"{widget.heightForWidth(widget.width())} > {widget.height()}")
        least = widget.minimumSizeHint()
        if isinstance(widget, (QLabel, *INTERACTIVE)) and least.width() > widget.width() + 1:
            yield _found("1.4.4 text size", widget, f"{least.width()} > {widget.width()}")
        if isinstance(widget, QLabel) and widget.text() and _longest_word(widget) > widget.contentsRect().width() + 1:
            yield _found("1.4.4 text size", widget, "a word is wider than its label")


def check_pictures(window: QWidget) -> Iterator[Finding]:
    """A picture has a name."""
    for label in window.findChildren(QLabel):
        if not label.pixmap().isNull() and not label.accessibleName():
            yield _found("1.1.1 pictures", label)


def check_title(window: QWidget) -> Iterator[Finding]:
    """The window says what it is."""
    if not window.windowTitle():
        yield _found("2.4.2 title", window)


RULES: tuple[Callable[[QWidget], Iterator[Finding]], ...] = (
    check_names,
    check_targets,
    check_keyboard,
    check_focus_ring,
    check_clipping,
    check_pictures,
    check_title,
)


def _begins_column(place: QPoint, one: QWidget, next_place: QPoint, after: QWidget) -> bool:
    """Whether the second stands wholly beside the first, further on in the direction of reading: the next column."""
    if one.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return next_place.x() + after.width() <= place.x()
    return next_place.x() >= place.x() + one.width()


def _page(widget: QWidget) -> QWidget | None:
    """What scrolls a widget."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _by_arrow_keys(widget: QWidget) -> bool:
    """Whether the Tab key goes to the chosen option of its choice, and the arrow keys from there."""
    return isinstance(widget, QRadioButton) and not widget.isChecked() and widget.autoExclusive()


def _tab_round(window: QWidget, wanted: list[QWidget]) -> Iterator[QWidget]:
    """Press Tab until the focus is where it was first."""
    window.activateWindow()
    first = window.nextInFocusChain()
    while first is not None and first not in wanted:
        first = first.nextInFocusChain()
    if first is None:
        return
    first.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    for _ in range(len(wanted) + 5):
        if focused is None:
            return
        yield focused
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is first:
            return


def _picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab(QRect(QPoint(0, 0), widget.size())).toImage()


def _longest_word(label: QLabel) -> int:
    metrics = QFontMetrics(label.font())
    words = label.text().replace("\u200b", " ").split() if label.wordWrap() else [label.text()]
    return max(metrics.horizontalAdvance(word) for word in words)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def _found(rule: str, widget: QWidget, detail: str = "") -> Finding:
    said = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return Finding(rule=rule, widget=f"{type(widget).__name__} {widget.objectName() or said!r}", detail=detail)
