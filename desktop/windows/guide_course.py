"""The guide while it runs: everything about this moment, in the largest words that the window has room for."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.guide_state import GuideState, Wish
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.windows.guide_controls import GuideControls
from desktop.windows.guide_progress import GuideProgress
from desktop.windows.guide_stage import GuideStage
from desktop.windows.guide_words import BigWords
from desktop.wording import guiding as wording

_SIZES = (56, 52, 48, 44, Size.HUGE, 36, 32, 28, Size.TITLE)
"""Of the instruction, in pixels at a text scale of 1; below 40 only where the window is small."""
_COACH = 0.6
"""The size of the line below the instruction, as a share of the instruction's."""
_ROOMY = 0.48
"""A size above 40 is taken only while so much of the height stays with the figure and the countdown."""


class _Content(QWidget):
    """As high as it needs at its width: the least height that Qt reckons for wrapped words is that of a guess."""

    def minimumSizeHint(self) -> QSize:
        """Only a width."""
        return QSize(super().minimumSizeHint().width(), 0)


class GuideCourse(QWidget):
    """The page of a running guide; it scrolls where even the smallest words have no room. Safety never scrolls away."""

    wished = Signal(Wish)
    evidence_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._room: tuple[object, ...] = ()
        """All that was shown when the size of the words was last chosen and that takes room."""
        self._pages = Pages()
        self.stage = GuideStage()
        self.instruction = BigWords()
        self._coach = BigWords(strong=False)
        self._coming = Words(size=Size.LARGE, tone=Token.MUTED)
        self._progress = GuideProgress()
        self._safety = Words(strong=True)
        self._missing = Words(tone=Token.WARM)
        self.controls = GuideControls()
        self.controls.wished.connect(self.wished)
        self.stage.evidence_requested.connect(self.evidence_requested)
        self._lay_out()
        self._pages.viewport_resized.connect(self.fit)

    def tell(self, state: GuideState) -> None:
        """Show a moment."""
        now = state.session
        is_other = self.instruction.text() != now.step.instruction
        self.stage.tell(state)
        self.instruction.say(now.step.instruction)
        self._coach.say(wording.coach(now))
        self._coming.say(wording.coming(now))
        self._progress.fill(now.fraction_of_whole, wording.progress(now))
        self._safety.say(wording.safety(now.step))
        missing = wording.sound_missing(state)
        room = (missing, state.instructions, self.stage.countdown.minimumSizeHint().height(), state.is_gentle)
        self._missing.say(missing)
        self.controls.tell(state)
        if room != self._room:
            self._room, self._texts = room, state.instructions
            self.fit()
        if is_other:
            self._pages.verticalScrollBar().setValue(0)

    def turn_pages(self, pages: int) -> bool:
        """Scroll by whole pages, up where it is negative; False where there is nothing to scroll."""
        bar = self._pages.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
        return bool(bar.maximum())

    def fit(self) -> None:
        """Take the largest size of words with which everything has its room."""
        width, height = self._pages.viewport().width(), self._pages.viewport().height()
        grown = scale(QApplication.font())
        self.stage.arrange(width, grown)
        for size in _SIZES:
            self._size(round(size * grown), width)
            room = height - self._panel_layout.totalHeightForWidth(width)
            least = self.stage.height_at(width)
            if room >= (max(least, _ROOMY * height) if size > Size.HUGE else least):
                break
        # At once, or the first picture shows the words of one size in the room of another.
        for layout in (self._all, self._panel_layout):
            layout.invalidate()
            layout.activate()
        self.stage.settle()

    def _size(self, pixels: int, width: int) -> None:
        """Set the size; the longest instruction decides how much room there is, so that nothing jumps."""
        self.stage.side.set_pixels(pixels)
        self.instruction.set_pixels(pixels)
        inner = width - 2 * GRID * 4
        metrics = QFontMetrics(self.instruction.font())
        flags = Qt.TextFlag.TextWordWrap
        heights = (metrics.boundingRect(0, 0, inner, 100_000, flags, text).height() for text in self._texts)
        self.instruction.setMinimumHeight(max(heights, default=0))
        self._coach.set_pixels(max(round(pixels * _COACH), round(Size.LARGE * scale(QApplication.font()))))
        self._coach.setMinimumHeight(self._coach.fontMetrics().height())

    def _lay_out(self) -> None:
        self._panel = QFrame()
        self._panel.setAutoFillBackground(True)
        self._panel.setBackgroundRole(Token.SURFACE.value)
        panel = self._panel_layout = QVBoxLayout(self._panel)
        panel.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID)
        panel.setSpacing(GRID)
        self.instruction.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        panel.addWidget(self.instruction)
        panel.addWidget(self._coach)
        panel.addWidget(self._coming)
        panel.addSpacing(GRID // 2)
        panel.addWidget(self._progress)
        panel.addSpacing(GRID // 2)
        panel.addWidget(self._missing)
        panel.addWidget(self.controls)
        content = _Content()
        layout = self._all = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self._panel)
        self._pages.setWidget(content)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        foot = QFrame()
        foot.setAutoFillBackground(True)
        foot.setBackgroundRole(Token.SURFACE.value)
        below = QVBoxLayout(foot)
        below.setContentsMargins(GRID * 4, GRID, GRID * 4, GRID * 2)
        below.addWidget(self._safety)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._pages, 1)
        outer.addWidget(foot)
