"""A sentence with parts that can be changed: its words flow over lines, its parts are buttons among them."""

import re
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import TARGET, Token, colour
from desktop.widgets.buttons import Button, ButtonKind, mixed
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words

_GAP = 5
"""Between words, in pixels."""
_FILL = 0.12
"""Of the accent in the ground of a part."""
_PIECES = re.compile(r"\{(\w+)\}(\S*)|(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePart:
    """A part of a sentence."""

    shown: str
    spoken: str
    """What a screen reader says; it has to contain what is shown."""


class PartButton(Button):
    """A part of a sentence, on a tint that says it can be changed."""

    def __init__(self, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(text, ButtonKind.QUIET, spoken=spoken, parent=parent)

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        fill, edge, words = super()._colours()
        if not self.isDown() and not self.underMouse():
            fill = mixed(colour(self, Token.SURFACE), colour(self, Token.ACCENT), _FILL)
        return fill, edge, words


class Sentence(QWidget):
    """Shows a sentence; a part that is pressed is told of by its name."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=_GAP)
        self._template = ""
        self._buttons: dict[str, PartButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, template: str, parts: dict[str, SentencePart]) -> None:
        """Show a sentence.

        Args:
            template: With a place ``{name}`` for each part.
            parts: By name.
        """
        if template != self._template:
            self._template = template
            self._build()
        for name, button in self._buttons.items():
            button.label(parts[name].shown, parts[name].spoken)
        self.setAccessibleName(template.format(**{name: part.shown for name, part in parts.items()}))

    def has(self, name: str) -> bool:
        """Whether it has a part."""
        return name in self._buttons

    def button(self, name: str) -> PartButton:
        """The button of a part."""
        return self._buttons[name]

    def _build(self) -> None:
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        for found in _PIECES.finditer(self._template):
            name, after, word = found.groups()
            self._flow.addWidget(self._word(word) if name is None else self._part(name, after))

    def _word(self, text: str) -> Words:
        word = Words(text, roomy=True)
        word.setMinimumHeight(TARGET)
        word.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        return word

    def _part(self, name: str, after: str) -> QWidget:
        """The button, and the mark that ends the sentence right after it."""
        button = PartButton("", name)
        button.setObjectName(f"part:{name}")
        button.clicked.connect(partial(self._on_clicked, name))
        self._buttons[name] = button
        if not after:
            return button
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(button)
        row.addWidget(self._word(after))
        return both

    def _on_clicked(self, name: str, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.pressed.emit(name)
