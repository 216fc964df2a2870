"""The figure as a widget: it goes into a pose, holds it and breathes."""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.widgets.figure.colors import LIGHT, FigureColors
from desktop.widgets.figure.look import Look, look_at
from desktop.widgets.figure.motion import along
from desktop.widgets.figure.painter import paint
from desktop.widgets.figure.playing import Moment, moment, still
from desktop.widgets.figure.pose import Pose
from desktop.widgets.figure.poses import load
from desktop.widgets.figure.solve import solve
from schedules.history import Muscle, Side


class FigureWidget(QLabel):
    """A picture of one pose that moves while it is seen. Its name and description come from the window it is in.

    A label by its kind: what is a plain widget to Qt is no more than filling to a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pose: Pose | None = None
        self._side = Side.RIGHT
        self._muscle: Muscle | None = None
        self._colors = LIGHT
        self._tags = ("L", "R")
        self._reduced_motion = False
        self._paused = False
        self._elapsed_ms = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pose(self, pose_id: str, side: Side, *, muscle: Muscle | None = None) -> None:
        """Begin a pose from its start.

        Args:
            pose_id: One of `poses.pose_ids()`.
            side: The leg that is stretched; the left one mirrors the picture.
            muscle: What glows; None for the muscle that the pose itself names.

        Raises:
            PoseError: There is no such pose.
        """
        self._pose, self._side, self._muscle = load(pose_id), side, muscle
        self._elapsed_ms = 0.0
        self._restart()

    def set_palette_tokens(self, colors: FigureColors) -> None:
        """Take other colours."""
        self._colors = colors
        self.update()

    def set_tags(self, left: str, right: str) -> None:
        """The letters of the left and the right leg, in the person's language."""
        self._tags = (left, right)
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show what is held as a still picture, or move."""
        self._reduced_motion = reduced
        self._restart()

    def set_paused(self, paused: bool) -> None:
        """Stand still where it is, or go on from there."""
        self._paused = paused
        self._restart()

    def is_moving(self) -> bool:
        """Whether the picture is going to change by itself."""
        return self._timer.isActive()

    def moment(self) -> Moment | None:
        """What is shown now; None before the first pose."""
        if self._pose is None:
            return None
        return still(self._pose) if self._reduced_motion else moment(self._pose, self._elapsed_ms)

    def advance(self, milliseconds: float) -> None:
        """Let time go by; the timer calls it, and so do tests and screenshots."""
        self._elapsed_ms += milliseconds
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a figure that can be read from two metres."""
        return QSize(480, 400)

    def minimumSizeHint(self) -> QSize:
        """The smallest figure that still shows what is meant."""
        return QSize(160, 140)

    def showEvent(self, event: QShowEvent) -> None:
        """Move while it is seen."""
        super().showEvent(event)
        self._restart()

    def hideEvent(self, event: QHideEvent) -> None:
        """Use no processor time while it is not seen."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- the whole figure is one picture
        """Paint the pose as it is now."""
        now = self.moment()
        if self._pose is None or now is None:
            return
        figure = solve(along(self._pose.frames, now.t, self._pose.scene), self._pose.scene, now.breath)
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), figure, self._pose, self._look(self._pose, now.glow))
        painter.end()

    def _look(self, pose: Pose, glow: float) -> Look:
        return look_at(pose, self._side, self._colors, muscle=self._muscle, glow=glow, tags=self._tags)

    def _restart(self) -> None:
        """Run the timer if there is something to move and someone to see it."""
        self._timer.stop()
        self.update()
        now = self.moment()
        if now is not None and now.next_ms and self.isVisible() and not self._paused:
            self._clock.start()
            self._timer.start(now.next_ms)

    def _tick(self) -> None:
        self.advance(self._clock.restart())
        now = self.moment()
        if now is not None and now.next_ms:
            self._timer.start(now.next_ms)
