"""A day as a picture of 24 hours: sleep, blocks and prompts, with handles for the pointer and the keyboard.

The pointer takes hold of the picture itself; each thing that can be moved is a small slider on it for the keyboard and
for screen readers.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.schedule_states import PictureEntry, PictureMark
from desktop.schedule_wishes import Drag
from desktop.theme import TARGET, Size, font, is_new_look, scale
from desktop.widgets.day_handle import HandleSlider
from desktop.widgets.day_paint import Canvas, Frame, paint_day
from desktop.widgets.day_scale import DayScale, first_minute, rows
from schedules.day_editing import Grip, Handle, Stretch
from schedules.settings import BlockKind

_EDGE = 8
"""Pixels around the edge of a block in which the pointer takes hold of the edge."""
_KNOB = 22
"""Pixels around wake and bed in which it takes hold of them."""
_MARK = 20
_LEAST = 200
"""Pixels of width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock:
    """A block in the picture."""

    kind: BlockKind
    place: Stretch
    name: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPictureText:
    """What the picture shows and says."""

    spoken: str
    waking: Stretch
    wake: str
    """Under its knob."""
    bed: str
    wake_spoken: str
    bed_spoken: str
    asleep: str
    blocks: tuple[PictureBlock, ...]
    marks: tuple[PictureMark, ...]
    came: tuple[PictureEntry, ...]
    """What the calendar has: seen, and not to be moved here."""
    help_day: str
    """How a screen reader explains the handles of wake and bed."""
    help_block: str


class DayPicture(QWidget):
    """Shows a day, and tells what is moved on it."""

    moved = Signal(object)
    """A `Drag`."""
    chosen = Signal(object)
    """A `Handle`: Enter, or a click that moved nothing."""
    removed = Signal(int)
    """A block: the Delete key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: DayPictureText | None = None
        self._handles: dict[Handle, HandleSlider] = {}
        self._held: Handle | None = None
        self._offset = 0.0
        self._first, self._runs, self._has_moved = 0, 0, False
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, text: DayPictureText) -> None:
        """Show a day. While something is held the hours stay where they are."""
        if text == self._text:
            return
        self._text = text
        if self._held is None:
            self._first = first_minute(text.waking)
        self.setAccessibleName(text.spoken)
        self.setAccessibleDescription(
            "; ".join([*(entry.spoken for entry in text.came), *(mark.spoken for mark in text.marks)])
        )
        self._tell_handles(text)
        self._place_handles()
        self.updateGeometry()
        self.update()

    def sliders(self) -> tuple[HandleSlider, ...]:
        """All handles, in the order of the day: wake, the blocks, bed."""
        grips = [Grip.WAKE, Grip.BLOCK, Grip.BED]
        order = sorted(self._handles, key=lambda handle: (grips.index(handle.grip), handle.block))
        return tuple(self._handles[handle] for handle in order)

    def slider(self, handle: Handle) -> HandleSlider:
        """What the keyboard moves."""
        return self._handles[handle]

    def place(self, handle: Handle) -> QPointF:
        """Where the pointer takes hold of something."""
        assert self._text is not None
        frame = self._frame(self.width())
        minute: float = self._minute(handle)
        if handle.grip in {Grip.WAKE, Grip.BED}:
            return QPointF(frame.scale.x(minute), frame.knob_y)
        if handle.grip is Grip.BLOCK:
            block = self._text.blocks[handle.block].place
            minute = (block.start + block.end) / 2
        return QPointF(frame.scale.x(minute), frame.track.center().y())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows of marks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the hours, the day and its marks."""
        return round(self._frame(width).height)

    def sizeHint(self) -> QSize:
        """Wide enough for the names in it."""
        width = round(560 * _grown())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but not without its hours."""
        return QSize(_LEAST, self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale and direction."""
        if is_new_look(event) or event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometry()
            self._place_handles()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the handles where their things are."""
        super().resizeEvent(event)
        self._place_handles()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day."""
        if self._text is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self._text
        canvas = Canvas(
            asleep=text.asleep,
            waking=text.waking,
            wake=text.wake,
            bed=text.bed,
            blocks=tuple((block.kind, block.place, block.name) for block in text.blocks),
            marks=text.marks,
            came=tuple((entry.kind, entry.place) for entry in text.came),
        )
        paint_day(painter, self, self._frame(self.width()), canvas)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer."""
        held = self._under(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if held is None:
            super().mousePressEvent(event)
            return
        self._held, self._has_moved = held, False
        self._runs += 1
        self._offset = self._frame(self.width()).scale.minute(event.position().x()) - self._minute(held)
        self._slider_of(held).setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or show what could be taken hold of."""
        if self._held is None:
            self._show_cursor(self._under(event.position()))
            return
        to = round(self._frame(self.width()).scale.minute(event.position().x()) - self._offset)
        if abs(to - self._minute(self._held)) > 2 or self._has_moved:  # noqa: PLR2004 half a step
            self._has_moved = True
            self.moved.emit(Drag(handle=self._held, to=to, run=f"drag {self._runs}"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click that moved nothing chooses."""
        held, self._held = self._held, None
        if held is None or self._text is None:
            super().mouseReleaseEvent(event)
            return
        self._first = first_minute(self._text.waking)
        self._place_handles()
        self.update()
        if not self._has_moved:
            self.chosen.emit(held)

    def event(self, event: QEvent) -> bool:
        """Say of a mark what it is when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._text is not None:
            QToolTip.showText(event.globalPos(), "\n".join(self._said_at(event.pos().toPointF())), self)
            return True
        return super().event(event)

    def _said_at(self, at: QPointF) -> list[str]:
        """The marks at a place, or what the calendar has there."""
        assert self._text is not None
        frame = self._frame(self.width())
        if at.y() > frame.marks_y:
            return [mark.spoken for mark in self._text.marks if abs(frame.scale.x(mark.minute) - at.x()) < _MARK / 2]
        return [entry.spoken for entry in self._text.came if frame.entry(entry.place).contains(at)]

    def _tell_handles(self, text: DayPictureText) -> None:
        wanted = [Handle(grip=Grip.WAKE), *(Handle(grip=Grip.BLOCK, block=n) for n in range(len(text.blocks)))]
        wanted.append(Handle(grip=Grip.BED))
        for handle in [handle for handle in self._handles if handle not in wanted]:
            gone = self._handles.pop(handle)
            gone.hide()
            gone.deleteLater()
        for handle in wanted:
            slider = self._handles.get(handle) or self._add(handle)
            slider.tell(self._spoken(handle, text), self._stretch(handle))
            slider.setAccessibleDescription(text.help_block if handle.grip is Grip.BLOCK else text.help_day)

    def _add(self, handle: Handle) -> HandleSlider:
        slider = HandleSlider(handle, self)
        slider.moved.connect(self.moved)
        slider.chosen.connect(self.chosen)
        slider.removed.connect(self.removed)
        slider.show()
        self._handles[handle] = slider
        return slider

    def _place_handles(self) -> None:
        if self._text is None:
            return
        frame = self._frame(self.width())
        for handle, slider in self._handles.items():
            place = self._stretch(handle)
            ends = sorted((frame.scale.x(place.start), frame.scale.x(place.end)))
            middle, width = sum(ends) / 2, max(TARGET, round(ends[1] - ends[0]))
            left = min(max(0, round(middle - width / 2)), max(0, self.width() - width))
            bottom = frame.track.bottom() if handle.grip is Grip.BLOCK else frame.knob_y + _KNOB
            slider.setGeometry(QRect(left, round(frame.track.top()), width, round(bottom - frame.track.top())))

    def _frame(self, width: int) -> Frame:
        """Where everything stands at a width."""
        marks = self._text.marks if self._text is not None else ()
        day = DayScale(first=self._first, left=16, width=max(1, width - 32), mirrored=self._is_mirrored())
        side = _MARK * _grown() ** 0.5
        stacks = sorted((day.x(mark.minute), len(mark.marks), n) for n, mark in enumerate(marks))
        found = rows([(x, height) for x, height, _n in stacks], side + 2)
        row_of = {n: row for (_x, _height, n), row in zip(stacks, found, strict=True)}
        deepest = max((row_of[n] + len(mark.marks) for n, mark in enumerate(marks)), default=0)
        line = font(QApplication.font(), Size.BASE).pixelSize() * 1.4
        return Frame(
            scale=day,
            line=line,
            track_height=max(TARGET, 2.4 * line),
            mark_side=side,
            mark_rows=tuple(row_of[n] for n in range(len(marks))),
            rows=deepest,
            two_lines=self._names_meet(day),
        )

    def _names_meet(self, day: DayScale) -> bool:
        """Whether the names of wake and bed have no room beside each other."""
        if self._text is None:
            return False
        metrics = self.fontMetrics()
        room = (metrics.horizontalAdvance(self._text.wake) + metrics.horizontalAdvance(self._text.bed)) * 0.55 + 8
        return abs(day.x(self._text.waking.end) - day.x(self._text.waking.start)) < max(room, 120 * _grown())

    def _under(self, at: QPointF) -> Handle | None:
        """What the pointer would take hold of: wake and bed first, then the edges of blocks, then blocks."""
        if self._text is None:
            return None
        frame = self._frame(self.width())
        for grip, minute in ((Grip.WAKE, self._text.waking.start), (Grip.BED, self._text.waking.end)):
            on_knob = abs(at.y() - frame.knob_y) <= _KNOB and abs(at.x() - frame.scale.x(minute)) <= _KNOB
            if on_knob or (frame.track.top() <= at.y() <= frame.knob_y and abs(at.x() - frame.scale.x(minute)) <= 3):  # noqa: PLR2004 the line
                return Handle(grip=grip)
        if not frame.track.top() <= at.y() <= frame.track.bottom():
            return None
        for number, block in enumerate(self._text.blocks):
            ends = (frame.scale.x(block.place.start), frame.scale.x(block.place.end))
            edge = min(_EDGE, abs(ends[1] - ends[0]) / 3)
            for grip, x in zip((Grip.START, Grip.END), ends, strict=True):
                if abs(at.x() - x) <= edge and min(ends) <= at.x() <= max(ends):
                    return Handle(grip=grip, block=number)
            if min(ends) <= at.x() <= max(ends):
                return Handle(grip=Grip.BLOCK, block=number)
        return None

    def _show_cursor(self, under: Handle | None) -> None:
        if under is None:
            self.unsetCursor()
        else:
            grabs = under.grip is Grip.BLOCK
            self.setCursor(Qt.CursorShape.OpenHandCursor if grabs else Qt.CursorShape.SizeHorCursor)

    def _slider_of(self, handle: Handle) -> HandleSlider:
        if handle.grip in {Grip.START, Grip.END}:
            handle = Handle(grip=Grip.BLOCK, block=handle.block)
        return self._handles[handle]

    def _stretch(self, handle: Handle) -> Stretch:
        assert self._text is not None
        if handle.grip is Grip.BLOCK:
            return self._text.blocks[handle.block].place
        minute = self._minute(handle)
        return Stretch(start=minute, end=minute)

    def _minute(self, handle: Handle) -> int:
        assert self._text is not None
        match handle.grip:
            case Grip.WAKE:
                return self._text.waking.start
            case Grip.BED:
                return self._text.waking.end
            case Grip.END:
                return self._text.blocks[handle.block].place.end
            case _:
                return self._text.blocks[handle.block].place.start

    @staticmethod
    def _spoken(handle: Handle, text: DayPictureText) -> str:
        if handle.grip is Grip.BLOCK:
            return text.blocks[handle.block].spoken
        return text.wake_spoken if handle.grip is Grip.WAKE else text.bed_spoken

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _grown() -> float:
    return scale(QApplication.font())
