"""The upper half of the guide: which leg, the figure and the countdown."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.guide_state import GuideState
from desktop.theme import GRID, Size, Token, colour
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.countdown import WIDEST, Count, Countdown
from desktop.widgets.figure import colors
from desktop.widgets.figure.widget import FigureWidget
from desktop.widgets.words import Words
from desktop.windows.guide_words import BigWords
from desktop.wording import evidence as evidence_wording
from desktop.wording import guiding as wording
from schedules.guides.course import Phase
from schedules.guides.routine import Step
from schedules.guides.session_state import SessionState
from schedules.history import Side

_READY_S = 3.0
"""So long before a hold the figure begins to show the way into it again."""
_NARROW = 600
"""Pixels."""
_NARROW_HEAD = 720
"""Pixels at a text scale of 1."""
_FIGURE = QSize(200, 180)
"""The least that still shows what is meant; it takes whatever is left over."""
_ANY_WIDTH = 16_777_215
"""Qt's own limit."""
_DARK = 0.5
"""A ground that is less light than this wants the colours for the dark."""


class GuideStage(QWidget):
    """Shows where in the routine a person is."""

    evidence_requested = Signal(str)
    """The id of the card behind the step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Step, Side, Phase, int] | None = None
        self._is_still = False
        self.side = BigWords(roomy=True)
        self._title = Words(size=Size.TITLE, tone=Token.MUTED)
        self._number = Words(size=Size.TITLE, tone=Token.MUTED, roomy=True)
        self._card_id = ""
        self.why = Button(evidence_wording.why(), ButtonKind.QUIET)
        self.why.setObjectName("why")
        self.why.clicked.connect(lambda _checked=False: self.evidence_requested.emit(self._card_id))
        self._gentle = Words(tone=Token.ACCENT, strong=True)
        self.figure = FigureWidget()
        self.countdown = Countdown()
        self._lay_out()
        self._match_palette()

    def tell(self, state: GuideState) -> None:
        """Show a moment."""
        now = state.session
        self.side.say(wording.heading(now))
        self._title.say(wording.under_heading(now))
        self._number.say(wording.step_number(now))
        self._card_id = now.step.source
        self.why.setVisible(state.has_card)
        self._gentle.say(wording.gentle() if state.is_gentle else "")
        self.countdown.show_count(
            Count(
                number=wording.number(now),
                under=wording.what_counts(now),
                left=1 - now.fraction_of_phase,
                is_work=now.phase is Phase.HOLD and now.paused is None,
                is_still=now.paused is not None,
            )
        )
        self._tell_figure(now)

    def arrange(self, width: int, grown: float) -> None:
        """Put things below instead of beside each other where the width asks for it.

        Args:
            width: Of the stage, in pixels.
            grown: The text scale.
        """
        is_narrow = width < _NARROW
        across = QBoxLayout.Direction.LeftToRight
        self._picture.setDirection(QBoxLayout.Direction.BottomToTop if is_narrow else across)
        for widget in (self._title, self._number, self.why):
            self._head.removeWidget(widget)
        if width < _NARROW_HEAD * grown:
            self._head.addWidget(self._number, 0, 2, 1, 2)
            self._head.addWidget(self._title, 1, 0, 1, 3)
            self._head.addWidget(self.why, 1, 3, Qt.AlignmentFlag.AlignTop)
        else:
            self._head.addWidget(self._title, 0, 1)
            self._head.addWidget(self._number, 0, 2)
            self._head.addWidget(self.why, 0, 3)
        self.countdown.setMaximumWidth(_ANY_WIDTH if is_narrow else WIDEST)

    def height_at(self, width: int) -> int:
        """How high it has to be, as it is arranged now."""
        self._forget_sizes()
        return self._rows.totalHeightForWidth(width)

    def settle(self) -> None:
        """Give everything its place at once."""
        self._forget_sizes()
        self._rows.activate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the application."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._match_palette()

    def _match_palette(self) -> None:
        """Give the figure the colours of its surroundings."""
        self.figure.set_palette_tokens(colors.suiting(colour(self, Token.GROUND)))

    def _forget_sizes(self) -> None:
        """A layout within a layout hears of changes only once the event loop turns."""
        for layout in (self._head, self._picture, self._rows):
            layout.invalidate()

    def _tell_figure(self, now: SessionState) -> None:
        """Begin the movement anew with each lead-in and rest; in a rest only shortly before the hold."""
        shown = (now.step, now.side, now.phase, now.repetition)
        is_new_pose = self._shown is None or self._shown[:2] != shown[:2]
        if shown != self._shown:
            self._shown = shown
            self.figure.setVisible(now.step.pose is not None)
            if now.step.pose is not None and (is_new_pose or now.phase is not Phase.HOLD):
                self.figure.show_pose(now.step.pose, now.side)
            self.figure.setAccessibleName(wording.picture(now.step, now.side))
            self.countdown.setAccessibleName(wording.time_left(now))
        waits = now.phase is Phase.REST and now.remaining.total_seconds() > _READY_S
        self._set_still(still=waits or now.paused is not None or now.over)

    def _set_still(self, *, still: bool) -> None:
        if still != self._is_still:
            self._is_still = still
            self.figure.set_paused(still)

    def _lay_out(self) -> None:
        self._gentle.hide()
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(GRID * 2)
        self._head.setVerticalSpacing(0)
        self._head.setColumnStretch(1, 1)
        self._head.addWidget(self.side, 0, 0)
        self._head.addWidget(self._title, 0, 1)
        self._head.addWidget(self._number, 0, 2)
        self._head.addWidget(self.why, 0, 3)
        # Its own wish for room would come before the size of the words.
        self.figure.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.figure.setMinimumSize(_FIGURE)
        self._picture = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._picture.setSpacing(GRID * 3)
        self._picture.addWidget(self.figure, 5)
        self._picture.addWidget(self.countdown, 3)
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(self._head)
        layout.addWidget(self._gentle)
        layout.addLayout(self._picture, 1)
