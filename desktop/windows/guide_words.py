"""Words that are as large as the window has room for."""

from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import Size, Token, font
from desktop.widgets.words import Words


class BigWords(Words):
    """A label in a size of text that its window sets."""

    def __init__(
        self, *, tone: Token = Token.TEXT, strong: bool = True, roomy: bool = False, parent: QWidget | None = None
    ) -> None:
        self._pixels = 0
        super().__init__(size=Size.HUGE, strong=strong, tone=tone, roomy=roomy, parent=parent)

    def set_pixels(self, pixels: int) -> None:
        """Take another size of text, in pixels."""
        self._pixels = pixels
        self._rescale()

    def _rescale(self) -> None:
        wanted = font(QApplication.font(), Size.HUGE, strong=self._strong)
        if self._pixels:
            wanted.setPixelSize(self._pixels)
        if wanted != self.font():  # to set it is a change again
            self.setFont(wanted)
