"""The picture of a step, made when it is first wanted: the words come first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Scheme
from desktop.wording import relief as wording
from schedules.guides.relief_state import ReliefState
from schedules.history import Muscle, Side

_AFTER_PAINT_MS = 30

if TYPE_CHECKING:
    from desktop.widgets.figure.widget import FigureWidget


class FigureBox(QWidget):
    """Room for the figure; none where a step has no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: FigureWidget | None = None
        self._shown: tuple[str, Side, Muscle] | None = None
        self._drawn: tuple[str, Side, Muscle] | None = None
        self._title = ""
        self._is_resting = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make)
        self._scheme = Scheme.DARK
        self._reduced_motion = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Enough to see what is meant; it takes whatever room is left."""
        return QSize(280, 190)

    def prepare(self) -> None:
        """Build the figure."""
        if self._figure is None:
            from desktop.widgets.figure.widget import FigureWidget

            self._figure = FigureWidget()
            self._figure.set_tags(*wording.tags())
            self._figure.set_reduced_motion(self._reduced_motion)
            self._layout.addWidget(self._figure)
            self._colour()

    def dress(self, scheme: Scheme, *, reduced_motion: bool) -> None:
        """Take the colours of a scheme, and move or stand still."""
        self._scheme, self._reduced_motion = scheme, reduced_motion
        if self._figure is not None:
            self._figure.set_reduced_motion(reduced_motion)
            self._colour()

    def tell(self, state: ReliefState) -> None:
        """Show the pose of a step."""
        step = state.step
        if step is None or step.pose is None or state.muscle is None:
            self.clear()
            return
        shown = (step.pose, state.side or Side.BOTH, state.muscle)
        self._is_resting = state.resting
        self.show()
        if shown != self._shown:
            self._shown = shown
            self._title = step.title
            if self._figure is None:
                # The words are painted first: the picture takes a moment to come for the first time.
                self._later.start(_AFTER_PAINT_MS)
        if self._figure is not None:
            self._show_figure()

    def _make(self) -> None:
        self.prepare()
        self._show_figure()

    def _show_figure(self) -> None:
        if self._figure is None or self._shown is None:
            return
        if self._shown != self._drawn:
            self._drawn = self._shown
            pose, side, muscle = self._shown
            self._figure.show_pose(pose, side, muscle=muscle)
            self._figure.setAccessibleName(self._title)
        self._figure.set_paused(self._is_resting)

    def advance(self, milliseconds: float) -> None:
        """Let time go by, for pictures of it."""
        if self._figure is not None:
            self._figure.advance(milliseconds)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._drawn = None
        self._later.stop()
        self.hide()
        if self._figure is not None:
            self._figure.setAccessibleName("")

    def _colour(self) -> None:
        from desktop.widgets.figure.colors import DARK, NIGHT

        assert self._figure is not None
        self._figure.set_palette_tokens(NIGHT if self._scheme is Scheme.NIGHT else DARK)
