"""Paints the picture of a day: hours, sleep, blocks, wake and bed, and a mark for each prompt."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.schedule_states import PictureMark
from desktop.states import Mark
from desktop.theme import GRID, Size, Token, colour, font
from desktop.widgets.buttons import mixed
from desktop.widgets.day_scale import DAY_MIN, HOUR_MIN, DayScale
from desktop.widgets.icons import Icon, paint_icon
from schedules.day_editing import Stretch
from schedules.settings import BlockKind

_CORNER = 8
_KNOB = 8.0
_LEAST_ROWS = 3
"""Rows that marks have room in: with fewer the page would jump with every change."""
_TONES = {
    BlockKind.DESK: Token.ACCENT,
    BlockKind.STANDING: Token.GOOD,
    BlockKind.EXERCISE: Token.WARM,
    BlockKind.OUTDOORS: Token.WATER,
    BlockKind.QUIET: Token.MUTED,
}
BLOCK_ICONS = {
    BlockKind.DESK: Icon.DESK,
    BlockKind.STANDING: Icon.STANDING,
    BlockKind.EXERCISE: Icon.EXERCISE,
    BlockKind.OUTDOORS: Icon.OUTDOORS,
    BlockKind.QUIET: Icon.QUIET,
}
_PATTERNS = {BlockKind.QUIET: Qt.BrushStyle.BDiagPattern, BlockKind.EXERCISE: Qt.BrushStyle.Dense7Pattern}
"""Beside colour and words: a quiet block is hatched, exercise is dotted."""
_MARK_TONES = {Mark.DRINK: Token.WATER, Mark.HEAT: Token.WARM, Mark.EXERCISE: Token.WARM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where everything stands, in pixels."""

    scale: DayScale
    line: float
    """The height of a line of text."""
    track_height: float
    mark_side: float
    mark_rows: tuple[int, ...]
    """In which row each mark begins."""
    rows: int
    two_lines: bool
    """The names of wake and bed stand below each other."""

    @property
    def track(self) -> QRectF:
        """The day itself."""
        return QRectF(self.scale.left, self.line + GRID, self.scale.width, self.track_height)

    def area(self, place: Stretch) -> QRectF:
        """Where a part of the day is."""
        ends = sorted((self.scale.x(place.start), self.scale.x(place.end)))
        return QRectF(ends[0], self.track.top(), ends[1] - ends[0], self.track_height)

    def entry(self, place: Stretch) -> QRectF:
        """Where an entry of the calendar is: in the lower half, so that a block behind it is still to be seen."""
        area = self.area(place)
        return area.adjusted(0.75, area.height() / 2, -0.75, -2)

    @property
    def knob_y(self) -> float:
        """The middle of the knobs of wake and bed."""
        return self.track.bottom() + GRID + _KNOB

    @property
    def names_y(self) -> float:
        """The top of their names."""
        return self.knob_y + _KNOB + GRID / 2

    @property
    def marks_y(self) -> float:
        """The top of the marks."""
        return self.names_y + self.line * (2 if self.two_lines else 1) + GRID

    @property
    def height(self) -> float:
        """Of all."""
        return self.marks_y + max(_LEAST_ROWS, self.rows) * (self.mark_side + 2) + GRID


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What is painted."""

    asleep: str
    waking: Stretch
    wake: str
    bed: str
    blocks: tuple[tuple[BlockKind, Stretch, str], ...]
    marks: tuple[PictureMark, ...]
    came: tuple[tuple[BlockKind, Stretch], ...] = ()


def paint_day(painter: QPainter, widget: QWidget, frame: Frame, canvas: Canvas) -> None:
    """Paint a day onto a widget."""
    _paint_hours(painter, widget, frame)
    _paint_sleep(painter, widget, frame, canvas)
    for kind, place, name in canvas.blocks:
        _paint_block(painter, widget, frame, kind, place, name)
    for kind, place in canvas.came:
        _paint_entry(painter, widget, frame, kind, place)
    _paint_ends(painter, widget, frame, canvas)
    for mark, row in zip(canvas.marks, frame.mark_rows, strict=True):
        _paint_mark(painter, widget, frame, mark, row)


def _paint_hours(painter: QPainter, widget: QWidget, frame: Frame) -> None:
    painter.setFont(_plain())
    label = QFontMetricsF(painter.font()).horizontalAdvance("00") + 2 * GRID
    for minute in frame.scale.ticks(label):
        x = frame.scale.x(minute)
        painter.setPen(QPen(colour(widget, Token.TRACK), 1))  # the marks stand on these lines
        painter.drawLine(QPointF(x, frame.track.top() - 4), QPointF(x, frame.height - GRID))
        painter.setPen(colour(widget, Token.MUTED))
        name = QRectF(x - label / 2, 0, label, frame.line)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, f"{minute // HOUR_MIN % 24:02}")


def _paint_sleep(painter: QPainter, widget: QWidget, frame: Frame, canvas: Canvas) -> None:
    last = frame.scale.first + DAY_MIN
    painter.setFont(_plain())
    for start, end in ((frame.scale.first, canvas.waking.start), (canvas.waking.end, last)):
        area = frame.area(Stretch(start=start, end=max(start, end)))
        if area.width() < 1:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(widget, Token.TRACK))
        painter.drawRoundedRect(area, _CORNER, _CORNER)
        painter.setPen(colour(widget, Token.MUTED))
        if QFontMetricsF(painter.font()).horizontalAdvance(canvas.asleep) + GRID <= area.width():
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, canvas.asleep)
        else:
            side = min(frame.mark_side, area.width() - 2)
            if side >= 10:  # noqa: PLR2004 smaller could not be made out
                paint_icon(painter, Icon.BEDTIME, _square(area.center(), side), colour(widget, Token.MUTED))


def _paint_block(  # noqa: PLR0913, PLR0917 what a painter needs
    painter: QPainter, widget: QWidget, frame: Frame, kind: BlockKind, place: Stretch, name: str
) -> None:
    area = frame.area(place).adjusted(0.75, 0, -0.75, 0)
    tone = colour(widget, _TONES[kind])
    shape = QPainterPath()
    shape.addRoundedRect(area, _CORNER, _CORNER)
    painter.fillPath(shape, mixed(colour(widget, Token.SURFACE), tone, 0.16))
    if kind in _PATTERNS:
        faint = QColor(tone)
        faint.setAlphaF(0.25)
        painter.fillPath(shape, QBrush(faint, _PATTERNS[kind]))
    painter.strokePath(shape, QPen(tone, 1.5))
    painter.setFont(font(QApplication.font(), Size.BASE, strong=True))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(name)
    side = frame.mark_side
    ink = mixed(tone, colour(widget, Token.TEXT), 0.35)
    if wide + side + 3 * GRID <= area.width():
        start = area.center().x() - (wide + side + GRID / 2) / 2
        paint_icon(painter, BLOCK_ICONS[kind], QRectF(start, area.center().y() - side / 2, side, side), ink)
        painter.setPen(ink)
        room = QRectF(start + side + GRID / 2, area.top(), wide + 1, area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
    elif area.width() >= 12:  # noqa: PLR2004 smaller could not be made out
        paint_icon(painter, BLOCK_ICONS[kind], _square(area.center(), min(side, area.width() - 4)), ink)


def _paint_entry(painter: QPainter, widget: QWidget, frame: Frame, kind: BlockKind, place: Stretch) -> None:
    """What comes from the calendar: a broken line around it, and no name, for that stands below the picture."""
    area = frame.entry(place)
    tone = colour(widget, _TONES[kind])
    painter.setPen(QPen(tone, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(colour(widget, Token.SURFACE))
    painter.drawRoundedRect(area, _CORNER / 2, _CORNER / 2)
    side = min(frame.mark_side, area.width() - 4, area.height() - 4)
    if side >= 10:  # noqa: PLR2004 smaller could not be made out
        paint_icon(
            painter, BLOCK_ICONS[kind], _square(area.center(), side), mixed(tone, colour(widget, Token.TEXT), 0.35)
        )


def _paint_ends(painter: QPainter, widget: QWidget, frame: Frame, canvas: Canvas) -> None:
    """Wake and bed: a line through the day, a knob under it, and the name with the time."""
    accent = colour(widget, Token.ACCENT)
    painter.setFont(font(QApplication.font(), Size.BASE, strong=True))
    metrics = QFontMetricsF(painter.font())
    for number, (minute, name) in enumerate(((canvas.waking.start, canvas.wake), (canvas.waking.end, canvas.bed))):
        x = frame.scale.x(minute)
        painter.setPen(QPen(accent, 3))
        painter.drawLine(QPointF(x, frame.track.top() - 4), QPointF(x, frame.knob_y - _KNOB))
        painter.setBrush(colour(widget, Token.SURFACE))
        painter.drawEllipse(QPointF(x, frame.knob_y), _KNOB, _KNOB)
        wide = metrics.horizontalAdvance(name) + 2
        left = min(max(0.0, x - wide / 2), widget.width() - wide)
        top = frame.names_y + (frame.line if frame.two_lines and number else 0)
        painter.setPen(colour(widget, Token.TEXT))
        painter.drawText(QRectF(left, top, wide, frame.line), Qt.AlignmentFlag.AlignCenter, name)


def _paint_mark(painter: QPainter, widget: QWidget, frame: Frame, mark: PictureMark, row: int) -> None:
    """The kinds of a prompt, one below the other."""
    x, side = frame.scale.x(mark.minute), frame.mark_side
    for number, kind in enumerate(mark.marks):
        y = frame.marks_y + (row + number + 0.5) * (side + 2)
        tone = colour(widget, _MARK_TONES.get(kind, Token.ACCENT))
        paint_icon(painter, Icon(kind.value), _square(QPointF(x, y), side), tone)


def _square(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _plain() -> QFont:
    return font(QApplication.font(), Size.BASE)
