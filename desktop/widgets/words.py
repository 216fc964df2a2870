"""Words on a window: a label in one of the theme's sizes and tones that grows with the text scale."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.theme import Size, Token, font, is_new_look


class Words(QLabel):
    """A line or paragraph of plain text; it wraps, and is never read as markup."""

    def __init__(  # noqa: PLR0913 each with a default, each by its name
        self,
        text: str = "",
        *,
        size: Size = Size.BASE,
        tone: Token = Token.TEXT,
        strong: bool = False,
        roomy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            text: What it says.
            size: How large it is at a text scale of 1.
            tone: Its colour.
            strong: Semi-bold.
            roomy: It asks for the width of its text on one line, and wraps only where there is no such width.
            parent: The widget it lies on.
        """
        super().__init__(text, parent)
        self._size, self._strong, self._roomy = size, strong, roomy
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(tone.value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rescale()

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        self.setText(text)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """What Qt thinks best for a paragraph, or the one line."""
        hint = super().sizeHint()
        if self._roomy:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self.text()) + 1)
        return hint

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self._rescale()
        super().changeEvent(event)

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), self._size, strong=self._strong)
        if wanted != self.font():  # to set it is a change again
            self.setFont(wanted)
