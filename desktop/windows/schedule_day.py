"""The chosen kind of day: its name and dates, the picture, its times and blocks in words, and what comes of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.schedule_states import DayState, Trouble
from desktop.schedule_wishes import Act, DropBlock, DropDate, GiveWeekday, Type, TypeTime, Typing, Wish, place_of
from desktop.theme import GRID, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.day_picture import DayPicture, DayPictureText, PictureBlock
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.schedule_blocks import Blocks
from desktop.windows.schedule_fields import Field
from desktop.wording import schedule as wording
from schedules.day_editing import Grip, Handle, stretch_of, waking
from schedules.settings import DayShape, Weekday

_WAKE, _BED = Handle(grip=Grip.WAKE), Handle(grip=Grip.BED)


class DayCard(Card):
    """A kind of day and what comes of it."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = DayPicture()
        self._picture.setObjectName("picture")
        self._wake, self._bed = self._time(_WAKE, wording.wake()), self._time(_BED, wording.bed())
        self._summary = Words(strong=True)
        self._summary.setObjectName("summary")
        self._listing = Words(tone=Token.MUTED)
        self._listing.setObjectName("listing")
        self._notes = Words(tone=Token.WARM)
        self._notes.setObjectName("notes")
        self._calendar = Words(tone=Token.MUTED)
        self._calendar.setObjectName("calendar")
        self._blocks = Blocks()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self._layout.setSpacing(GRID * 2)
        times = QWidget()
        flow = FlowLayout(times, gap=GRID * 3)
        flow.addWidget(self._wake)
        flow.addWidget(self._bed)
        for widget in (times, self._picture, self._calendar, self._blocks, self._summary, self._notes, self._listing):
            self._layout.addWidget(widget)
        self._picture.moved.connect(self.wished)
        self._picture.removed.connect(lambda block: self.wished.emit(DropBlock(block=block)))
        self._picture.chosen.connect(self._focus)
        self._blocks.wished.connect(self.wished)

    def tell(self, day: DayState, trouble: Trouble | None) -> None:
        """Show a kind of day."""
        shape = day.shape
        self._picture.tell(_picture(day))
        self._calendar.say(day.calendar)
        self._summary.say(day.summary)
        self._listing.say(day.listing)
        self._notes.say("\n".join(day.notes))
        self._wake.tell(wording.clock_time(shape.wake), trouble)
        self._bed.tell(wording.clock_time(shape.bed), trouble)
        self._blocks.tell(shape.blocks, trouble)

    def _time(self, handle: Handle, label: str) -> Field:
        field = Field(place_of(TypeTime(handle=handle, text="")), "00:00")
        field.name(label)
        field.typed.connect(lambda text: self.wished.emit(TypeTime(handle=handle, text=text)))
        return field

    def _focus(self, handle: Handle) -> None:
        """Type the time of what was chosen in the picture."""
        if handle.grip in {Grip.WAKE, Grip.BED}:
            field = self._wake if handle.grip is Grip.WAKE else self._bed
            field.line.setFocus()
            field.line.selectAll()
        else:
            self._blocks.focus(handle.block)


class DayHead(Card):
    """What a kind of day is called, when it is, and what can be done with it as a whole."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Field(place_of(Type(what=Typing.NAME, text="")), "A kind of day here")
        self._name.name(wording.shape_name_label(), wording.shape_name())
        self._name.typed.connect(lambda text: self.wished.emit(Type(what=Typing.NAME, text=text)))
        self._copy = self._button("copy-shape", Act.COPY_SHAPE)
        self._delete = self._button("delete-shape", Act.DELETE_SHAPE)
        top = QWidget()
        first = FlowLayout(top, gap=GRID)
        for widget in (self._name, self._copy, self._delete):
            first.addWidget(widget)
        self._weekdays = {day: self._weekday(day) for day in Weekday}
        week = QWidget()
        second = FlowLayout(week, gap=GRID // 2)
        for button in self._weekdays.values():
            second.addWidget(button)
        self._wrong = Words(tone=Token.DANGER)
        self._date = Field(place_of(Type(what=Typing.DATE, text="")), "2026-12-24")
        self._date.name(wording.dates_label(), wording.add_date_label())
        self._date.line.setPlaceholderText(wording.date_sample())
        self._date.typed.connect(self._on_date)
        self._dates = QWidget()
        self._date_flow = FlowLayout(self._dates, gap=GRID // 2)
        self._date_flow.addWidget(self._date)
        self._drops: dict[date, Button] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        for part in (top, week, self._wrong, self._dates):
            layout.addWidget(part)
        self._wrong.hide()

    def tell(self, day: DayState, trouble: Trouble | None) -> None:
        """Show a kind of day."""
        name = day.shape.name
        self._name.tell(name, trouble)
        self._copy.label(wording.copy(), wording.copy_spoken(name))
        self._delete.label(wording.delete(), wording.delete_spoken(name))
        self._delete.setEnabled(day.can_delete)
        for place, (weekday, button) in enumerate(self._weekdays.items()):
            button.label(wording.short_weekday(weekday), wording.weekday_spoken(weekday, day.weekday_of[place]))
            button.setChecked(weekday in day.shape.on)
            button.set_kind(ButtonKind.PRIMARY if weekday in day.shape.on else ButtonKind.PLAIN)
        self._wrong.say(trouble.words if trouble is not None and trouble.place == "weekdays" else "")
        self._date.tell("", trouble)
        self._tell_dates(day)

    def _tell_dates(self, day: DayState) -> None:
        for on in [on for on in self._drops if on not in day.dates]:
            button = self._drops.pop(on)
            self._date_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for on in day.dates:
            if on not in self._drops:
                button = Button(wording.drop_date(on), ButtonKind.QUIET, spoken=wording.drop_date_spoken(on))
                button.setObjectName(f"drop-date:{on}")
                button.clicked.connect(partial(self._drop, on))
                self._date_flow.addWidget(button)
                self._drops[on] = button

    def _on_date(self, text: str) -> None:
        if text.strip():
            self.wished.emit(Type(what=Typing.DATE, text=text))

    def _button(self, name: str, act: Act) -> Button:
        button = Button("", ButtonKind.QUIET)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: self.wished.emit(act))
        return button

    def _weekday(self, day: Weekday) -> Button:
        button = Button()
        button.setCheckable(True)
        button.setObjectName(f"weekday:{day}")
        button.clicked.connect(partial(self._give, day))
        return button

    def _give(self, day: Weekday, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.wished.emit(GiveWeekday(weekday=day))

    def _drop(self, on: date, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        wish: Wish = DropDate(on=on)
        self.wished.emit(wish)


def _picture(day: DayState) -> DayPictureText:
    shape: DayShape = day.shape
    wake, bed = wording.clock_time(shape.wake), wording.clock_time(shape.bed)
    return DayPictureText(
        spoken=wording.picture_name(shape.name),
        waking=waking(shape),
        wake=f"{wording.wake()} {wake}",
        bed=f"{wording.bed()} {bed}",
        wake_spoken=f"{wording.wake()}, {wake}",
        bed_spoken=f"{wording.bed()}, {bed}",
        asleep=wording.asleep(),
        blocks=tuple(
            PictureBlock(
                kind=block.kind,
                place=stretch_of(shape, block),
                name=wording.block_name(block.kind),
                spoken=wording.block_spoken(block),
            )
            for block in shape.blocks
        ),
        marks=day.marks,
        came=day.came,
        help_day=wording.handle_help(is_block=False),
        help_block=wording.handle_help(is_block=True),
    )
