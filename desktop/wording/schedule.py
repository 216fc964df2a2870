"""The words of the schedule editor: its buttons, kinds of day, blocks, and the next 24 hours."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from desktop.schedule_states import Outside
from desktop.wording.catalog import _, n_, p_, small
from desktop.wording.planned import weekday
from desktop.wording.tray import until
from schedules.day_editing import Grip
from schedules.editing import Refusal
from schedules.settings import Block, BlockKind, DayShape, Effort, Position, Weekday

# The window


def window_title() -> str:
    """The title of the window."""
    return _("Your days – Uncramp")


def heading() -> str:
    """What stands at the top."""
    return _("Your days")


def start_from() -> str:
    """The button that offers presets."""
    return _("Start from…")


def import_calendar() -> str:
    """The button that brings blocks in from a calendar."""
    return _("Import from a calendar…")


def export() -> str:
    """The button that writes the plan as a calendar."""
    return _("Export…")


def save() -> str:
    """The button that writes the draft."""
    return _("Save")


def undo() -> str:
    """The button that takes a step back."""
    return _("Undo")


def redo() -> str:
    """The button that takes it again."""
    return _("Redo")


def status(*, is_changed: bool, was_saved: bool) -> str:
    """How the draft stands."""
    if is_changed:
        return _("Not saved yet.")
    return _("Saved. Your plan follows it now.") if was_saved else ""


def unsaved_title() -> str:
    """What is asked when the window is closed with a draft."""
    return _("Save your changes before you go?")


def unsaved_save() -> str:
    """Saves and closes."""
    return _("Save and close")


def unsaved_discard() -> str:
    """Closes without saving."""
    return _("Close without saving")


def unsaved_stay() -> str:
    """Does not close."""
    return _("Keep editing")


def outside_title(outside: Outside) -> str:
    """What happened to the settings file meanwhile."""
    return {
        Outside.CHANGED: _("The settings file was changed by something else."),
        Outside.BROKEN: _("The settings file has an error now."),
        Outside.UNWRITABLE: _("Your days could not be saved."),
    }[outside]


def outside_help(outside: Outside, detail: str) -> str:
    """What that means, and what can be done."""
    if outside is Outside.CHANGED:
        return _("Nothing was overwritten. Your draft is still here.")
    return detail


def load_theirs() -> str:
    """The button that gives the draft up for what is in the file."""
    return _("Load theirs")


def keep_mine() -> str:
    """The button that goes on with the draft."""
    return _("Keep mine")


def kept_mine() -> str:
    """After it was pressed."""
    return _("Your draft stays. Save puts it in place of the other change.")


def loaded_theirs() -> str:
    """After the file was taken over."""
    return _("The settings file was loaded.")


# Presets


def preset_name(preset: str) -> str:
    """A preset, as it is offered.

    Args:
        preset: Its id.
    """
    return {
        "desk-worker": _("Days at a desk"),
        "night-cramps": _("Cramps at night"),
        "pregnant": _("Pregnancy"),
        "endurance-athlete": _("Long training"),
        "outdoor-worker": _("Work outside"),
        "night-shift": _("Night shifts"),
    }[preset]


def preset_shape(name: str) -> str:
    """A kind of day that a preset brings, in the person's language; one that is not ours keeps its name."""
    return {
        "Workday": _("Workday"),
        "Weekend": _("Weekend"),
        "Training day": _("Training day"),
        "Long day": _("Long day"),
        "Rest day": _("Rest day"),
        "Night shift": _("Night shift"),
        "Day off": _("Day off"),
    }.get(name, name)


def preset_title(preset: str) -> str:
    """The heading over what would change."""
    return _("Start from “{name}”? This would change:").format(name=preset_name(preset))


def preset_take() -> str:
    """The button that takes it."""
    return _("Use it")


def preset_leave() -> str:
    """The button that leaves it."""
    return _("Leave it")


def preset_dates(count: int) -> str:
    """What becomes of dates that have a kind of day of their own."""
    return n_(
        "One date with its own kind of day becomes an ordinary day.",
        "{count} dates with their own kind of day become ordinary days.",
        count,
    ).format(count=count)


def preset_heat(*, is_on: bool) -> str:
    """What becomes of the heat prompts."""
    return _("Prompts in the heat: on.") if is_on else _("Prompts in the heat: off.")


def preset_day(shape: DayShape) -> str:
    """A kind of day that a preset brings: ``Night shift (Mon Tue): 15:00 to 07:30. Desk, 22:00 to 02:00.``."""
    day = _("{name} ({when}): {wake} to {bed}.").format(
        name=shape.name, when=when(shape, 0), wake=clock_time(shape.wake), bed=clock_time(shape.bed)
    )
    blocks = "; ".join(block_spoken(block) for block in shape.blocks)
    return f"{day} {blocks}." if blocks else day


def preset_positions(positions: tuple[Position, ...]) -> str:
    """The positions that stretches leave out then."""
    names = {
        Position.STANDING: _("standing"),
        Position.FLOOR: _("on the floor"),
        Position.KNEELING: _("kneeling"),
    }
    return _("Stretches without: {positions}.").format(positions=", ".join(names[each] for each in positions))


def preset_nothing() -> str:
    """Where it would change nothing."""
    return _("Nothing: your days are like this already.")


# Kinds of day


def shapes_name() -> str:
    """The list of kinds of day."""
    return _("Kinds of day")


def shape_name() -> str:
    """The label of the field with its name."""
    return _("Name of this kind of day")


def shape_name_label() -> str:
    """The same before the field, short."""
    return _("Name")


def add_shape() -> str:
    """The button for one more kind of day."""
    return _("+ New kind of day")


def new_shape() -> str:
    """What a new kind of day is called first."""
    return _("New day")


def copied_shape(name: str) -> str:
    """What a copy is called first."""
    return _("{name} copy").format(name=name)


def copy() -> str:
    """The button that copies the kind of day."""
    return p_("a kind of day", "Copy")


def copy_spoken(name: str) -> str:
    """The same, as a screen reader says it."""
    return _("Copy “{name}”").format(name=name)


def delete() -> str:
    """The button that deletes the kind of day."""
    return p_("a kind of day", "Delete")


def delete_spoken(name: str) -> str:
    """The same, as a screen reader says it."""
    return _("Delete “{name}”").format(name=name)


def deleted(name: str, heir: str, *, has_weekdays: bool) -> str:
    """After a kind of day was deleted."""
    if has_weekdays:
        return _("“{name}” is gone. Its weekdays belong to “{heir}” now.").format(name=name, heir=heir)
    return _("“{name}” is gone.").format(name=name)


def left_out(count: int) -> str:
    """After a day became too short for some of its blocks."""
    return n_(
        "One block no longer fits into this day and was left out.",
        "{count} blocks no longer fit into this day and were left out.",
        count,
    ).format(count=count)


def short_weekday(day: Weekday) -> str:
    """A weekday in three letters."""
    return {
        Weekday.MON: _("Mon"),
        Weekday.TUE: _("Tue"),
        Weekday.WED: _("Wed"),
        Weekday.THU: _("Thu"),
        Weekday.FRI: _("Fri"),
        Weekday.SAT: _("Sat"),
        Weekday.SUN: _("Sun"),
    }[day]


def weekday_spoken(day: Weekday, shape: str) -> str:
    """The button of a weekday, as a screen reader says it."""
    return _("{weekday}: {shape}").format(weekday=short_weekday(day), shape=shape)


def when(shape: DayShape, dates: int) -> str:
    """When a kind of day is, in few words: ``Mon Tue Wed``, ``on 3 dates``."""
    days = " ".join(short_weekday(day) for day in Weekday if day in shape.on)
    on_dates = n_("on {count} date", "on {count} dates", dates).format(count=dates) if dates else ""
    return ", ".join(part for part in (days, on_dates) if part) or _("not used yet")


def dates_label() -> str:
    """Over the dates."""
    return _("And on these dates")


def add_date_label() -> str:
    """The label of the field for one more date."""
    return _("Add a date, like 2026-12-24 or 24.12.")


def date_sample() -> str:
    """What stands in the field while nothing is typed."""
    return _("24.12.")


def drop_date(on: date) -> str:
    """The button that takes a date away again; it shows the date."""
    return _("{weekday} {date} ×").format(weekday=weekday(on), date=on.isoformat())


def drop_date_spoken(on: date) -> str:
    """The same, as a screen reader says it."""
    return _("{shown}, remove this date").format(shown=drop_date(on))


# The day


def wake() -> str:
    """The label of the time to get up."""
    return _("Wake")


def bed() -> str:
    """The label of the time to go to bed."""
    return _("Bed")


def asleep() -> str:
    """In the picture, before waking and after bed time."""
    return _("asleep")


def block_name(kind: BlockKind) -> str:
    """A kind of block."""
    return {
        BlockKind.DESK: _("Desk"),
        BlockKind.STANDING: _("Standing"),
        BlockKind.EXERCISE: _("Exercise"),
        BlockKind.OUTDOORS: _("Outdoors"),
        BlockKind.QUIET: _("Quiet"),
    }[kind]


def add_block(kind: BlockKind) -> str:
    """The button for one more block."""
    return _("+ {block}").format(block=block_name(kind))


def add_block_label() -> str:
    """Before those buttons."""
    return _("Add to this day:")


def block_from(place: int, block: Block) -> str:
    """The label of the field with the start of a block."""
    return _("{block} {place}, from").format(block=block_name(block.kind), place=place)


def block_to(place: int, block: Block) -> str:
    """The label of the field with its end."""
    return _("{block} {place}, to").format(block=block_name(block.kind), place=place)


def word_from() -> str:
    """Before the start of a block."""
    return p_("before a time", "from")


def word_to() -> str:
    """Before the end of a block."""
    return p_("before a time", "to")


def block_spoken(block: Block) -> str:
    """A block as a screen reader says it: ``Desk, 09:00 to 12:30``."""
    return _("{block}, {start} to {end}").format(
        block=block_name(block.kind), start=clock_time(block.start), end=clock_time(block.end)
    )


def handle_name(grip: Grip, block: Block | None) -> str:
    """What can be moved, as a screen reader says it."""
    if block is not None:
        return block_spoken(block)
    return wake() if grip is Grip.WAKE else bed()


def handle_help(*, is_block: bool) -> str:
    """How it is moved with the keyboard."""
    if is_block:
        return _("Arrow keys move it. With Shift they change its end, with Control its start.")
    return _("Arrow keys move it by five minutes.")


def kind_spoken(place: int, block: Block) -> str:
    """The button that changes what a block is."""
    return _("{block} {place}: change what it is").format(block=block_name(block.kind), place=place)


def effort(which: Effort) -> str:
    """How hard a block is."""
    return {Effort.LIGHT: _("light"), Effort.MODERATE: _("moderate"), Effort.HARD: _("hard")}[which]


def effort_spoken(place: int, block: Block) -> str:
    """The button that changes it."""
    return _("{effort}: effort of {block} {place}").format(
        effort=effort(block.effort), block=block_name(block.kind), place=place
    )


def outdoors(place: int) -> tuple[str, str]:
    """The switch of exercise in the open air, as it is read and as it is spoken."""
    return _("outdoors"), _("outdoors: exercise {place}").format(place=place)


def drop_block() -> str:
    """The button that takes a block away."""
    return p_("a block", "Remove")


def drop_block_spoken(place: int, block: Block) -> str:
    """The same, as a screen reader says it."""
    return _("Remove {block} {place}").format(block=block_name(block.kind), place=place)


def picture_name(name: str) -> str:
    """The picture of a day."""
    return _("“{name}” as a picture of 24 hours").format(name=name)


def clock_time(at: time) -> str:
    """A time of day."""
    return f"{at:%H:%M}"


# The rules


def part_set() -> str:
    """The button that takes what was typed."""
    return p_("a value", "Set")


def part_cancel() -> str:
    """The button that changes nothing."""
    return _("Cancel")


def part_spoken(shown: str, question: str) -> str:
    """A part of a sentence that can be changed, as a screen reader says it."""
    return _("{shown}, change: {question}").format(shown=shown, question=question)


# What is wrong with a wish


def refused(refusal: Refusal, facts: tuple[object, ...]) -> str:
    """Why a change is not possible."""
    match refusal, facts:
        case Refusal.OVERLAPS, (Block() as block,):
            return _("That would lie over {block}.").format(block=block_spoken(block))
        case Refusal.DAY_LENGTH, (time() as at,):
            return _("Bed is 4 to 22 hours after you wake at {wake}.").format(wake=clock_time(at))
        case Refusal.OUTSIDE_DAY, (time() as start, time() as end):
            return _("That is outside this day, {wake} to {bed}.").format(wake=clock_time(start), bed=clock_time(end))
        case Refusal.ENDS_BEFORE_START, (time() as at,):
            return _("The end comes after the start, {start}.").format(start=clock_time(at))
        case Refusal.NAME_TAKEN, (str() as name,):
            return _("There is a “{name}” already.").format(name=name)
        case _:
            return _plainly(refusal)


def _plainly(refusal: Refusal) -> str:
    """Why a change is not possible, where that needs no facts."""
    return {
        Refusal.NOT_A_DATE: _("Write a date like 2026-12-24 or 24.12."),
        Refusal.DATE_PAST: _("That date has passed."),
        Refusal.NO_NAME: _("A kind of day needs a name."),
        Refusal.LAST_SHAPE: _("One kind of day has to stay."),
        Refusal.WEEKDAY_STAYS: _(
            "Every weekday belongs to one kind of day. To move it, choose the other kind and press it there."
        ),
        Refusal.NO_ROOM: _("This day is full. Make a block shorter first."),
        Refusal.NOT_A_ROUTINE: _("There is no such routine."),
    }.get(refusal, _("Write a time like 10, 10pm or 22:00."))


# The next 24 hours


def ahead_title() -> str:
    """Over the list."""
    return _("Next 24 hours")


def ahead_nothing() -> str:
    """Where nothing comes."""
    return _("No prompts in the next 24 hours.")


def ahead_summary(count: int, first: str) -> str:
    """All of it in one line."""
    return n_(
        "Next 24 hours: {count} prompt, at {time}.", "Next 24 hours: {count} prompts, the first at {time}.", count
    ).format(count=count, time=first)


def today(weekday_name: str) -> str:
    """Over the lines of this date."""
    return _("Today, {weekday}").format(weekday=weekday_name)


def tomorrow(weekday_name: str) -> str:
    """Over the lines of the next."""
    return _("Tomorrow, {weekday}").format(weekday=weekday_name)


def drink_row(volume: str) -> str:
    """A drink in the list."""
    return _("A drink, {volume}").format(volume=volume)


def held_row(what: str, why: str) -> str:
    """A prompt in the list that will not come."""
    return _("Held back: {what}, because {why}").format(what=small(what), why=why)


def paused(paused_until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """While prompts are paused."""
    return _("Prompts are paused until {time}.").format(time=until(paused_until, now, zone))
