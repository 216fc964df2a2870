"""The words of the calendar window: what was found, what it counts as, and what stands in an exported plan."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.calendar_source import Refusal
from desktop.wording.amounts import clock, span
from desktop.wording.catalog import _, n_, p_
from desktop.wording.today import heading
from schedules.calendar import Sort


def window_title() -> str:
    """The title of the window."""
    return _("Calendar – Uncramp")


def title() -> str:
    """Over the window."""
    return _("Your calendar")


def intro() -> str:
    """What a calendar is good for."""
    return _(
        "Uncramp can read a calendar, so that runs and meetings count in your day. It reads it once a day. "
        "It changes nothing in it."
    )


def source_label() -> str:
    """Over the field."""
    return _("Address or file of the calendar")


def source_hint() -> str:
    """In the field while it is empty."""
    return _("https://… or webcal://…")


def source_help() -> str:
    """Under the field."""
    return _(
        "Most calendars give you a private address that ends in .ics. "
        "Uncramp asks that address once a day and no other. Titles and times stay on this computer."
    )


def read_it() -> str:
    """The button that takes what was typed."""
    return _("Read it")


def choose_file() -> str:
    """The button that opens a choice of files."""
    return _("Choose a file…")


def file_filter() -> str:
    """Which files are offered."""
    return _("Calendars (*.ics *.ical *.ifb *.icalendar);;All files (*)")


def refresh() -> str:
    """The button that reads it again."""
    return _("Read it now")


def remove() -> str:
    """The button that forgets the calendar."""
    return _("Remove the calendar")


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def from_address(server: str) -> str:
    """Where the calendar in use comes from. The rest of its address may be its key."""
    return _("A calendar from {server}").format(server=server)


def age(read_at: datetime | None, now: datetime, *, is_busy: bool) -> str:
    """When it was read."""
    if is_busy:
        return _("Reading it now…")
    if read_at is None:
        return _("Not read yet.")
    past = max(now - read_at, timedelta())
    if past < timedelta(minutes=1):
        return _("Read just now.")
    if past < timedelta(days=2):
        return _("Read {span} ago.").format(span=_rough(past))
    return n_("Read {count} day ago.", "Read {count} days ago.", past.days).format(count=past.days)


def too_old() -> str:
    """It was read so long ago that it counts no more."""
    return _("That is too long ago to go by. Your day goes by your own blocks until it can be read again.")


def refusal(why: Refusal, *, is_kept: bool) -> str:
    """Why nothing was read, and what can be done."""
    said = _refusal(why)
    return _("{reason} What was read before still counts.").format(reason=said) if is_kept else said


def _refusal(why: Refusal) -> str:
    return {
        Refusal.NO_FILE: _("There is no such file, or it may not be opened."),
        Refusal.NOT_A_CALENDAR: _("This is no calendar, or not all of one. A calendar file ends in .ics."),
        Refusal.TOO_LARGE: _("This is too large for a calendar. The most is 10 MB."),
        Refusal.TOO_MANY: _("This holds more entries than one person can have. Choose a smaller calendar."),
        Refusal.TOO_OFTEN: _("An entry in it comes back every few minutes or seconds. So it was not read."),
        Refusal.TOO_HARD: _("It takes too much time or memory to read. So it was left alone."),
        Refusal.NOT_AN_ADDRESS: _("This is no address and no file. An address begins with https://."),
        Refusal.NOT_SECURE: _("This address is not secure. Use one that begins with https://."),
        Refusal.OFFLINE: _("The server was not reached. Uncramp will try again by itself."),
        Refusal.GONE: _("The server has no calendar at this address. Copy the address anew."),
        Refusal.NOT_READ: _("The reader of calendars did not start. Install Uncramp anew."),
    }[why]


def found_title() -> str:
    """Over the entries."""
    return _("What was found")


def found_count(counted: int, left_out: int) -> str:
    """How many entries count."""
    if not counted and not left_out:
        return _("Nothing in the next two weeks.")
    used = n_("{count} entry counts in the next two weeks", "{count} entries count in the next two weeks", counted)
    rest = n_("{count} is left out", "{count} are left out", left_out)
    return _("{used}, {rest}.").format(used=used.format(count=counted), rest=rest.format(count=left_out))


def more(count: int) -> str:
    """Not every entry is shown."""
    return n_("And {count} more.", "And {count} more.", count).format(count=count)


def left_out_rule() -> str:
    """Which entries never count."""
    return _(
        "Entries for all day, or longer than 16 hours, are left out. So is a meeting that you marked as free. "
        "An entry that counts takes the place of your own block at that time. A quiet one only keeps prompts away."
    )


def day_heading(day: date) -> str:
    """Over the entries of a day."""
    return heading(day)


def entry_time(start_at: datetime, end_at: datetime, zone: ZoneInfo, *, is_all_day: bool) -> str:
    """When an entry is."""
    if is_all_day:
        return _("All day")
    return _("{start} to {end}").format(start=clock(start_at, zone), end=clock(end_at, zone))


def untitled() -> str:
    """An entry without a name."""
    return _("Without a name")


def sort(which: Sort | None) -> str:
    """What an entry counts as."""
    if which is None:
        return _("left out")
    return {
        Sort.QUIET: _("quiet, no prompts"),
        Sort.HARD: _("hard exercise outdoors"),
        Sort.RUN: _("exercise outdoors"),
        Sort.GYM: _("exercise indoors"),
        Sort.EASY: _("easy exercise"),
        Sort.OUTDOORS: _("time outdoors"),
        Sort.DESK: _("time at the desk"),
        Sort.STANDING: _("time on your feet"),
    }[which]


def entry_spoken(time: str, name: str, which: Sort | None) -> str:
    """An entry as a screen reader says it."""
    return _("{time}: {name}, {sort}").format(time=time, name=name, sort=sort(which))


def words_title() -> str:
    """Over the words."""
    return _("What counts as what")


def words_help() -> str:
    """How the words work."""
    return _(
        "An entry with one of these words in its name counts. Put commas between words. "
        "A star stands for the rest of a word: meet*. If more than one line fits, the first counts."
    )


def words_label(which: Sort) -> str:
    """Over the words of a sort."""
    return {
        Sort.QUIET: _("Quiet, no prompts"),
        Sort.HARD: _("Hard exercise outdoors"),
        Sort.RUN: _("Exercise outdoors"),
        Sort.GYM: _("Exercise indoors"),
        Sort.EASY: _("Easy exercise"),
        Sort.OUTDOORS: _("Time outdoors"),
        Sort.DESK: _("Time at the desk"),
        Sort.STANDING: _("Time on your feet"),
    }[which]


def usual_words(which: Sort) -> str:
    """The words that Uncramp begins with, in the person's language; English ones may stay beside them."""
    return {
        Sort.QUIET: p_(
            "words in the names of calendar entries", "meeting, call, interview, presentation, exam, concert"
        ),
        Sort.HARD: p_("words in the names of calendar entries", "race, intervals, match, marathon"),
        Sort.RUN: p_(
            "words in the names of calendar entries", "run, running, jog, jogging, cycling, bike ride, football"
        ),
        Sort.GYM: p_("words in the names of calendar entries", "gym, workout, swim, swimming, spinning, dance"),
        Sort.EASY: p_("words in the names of calendar entries", "yoga, pilates, walk, walking"),
        Sort.OUTDOORS: p_("words in the names of calendar entries", "garden, gardening, hike, hiking, beach"),
        Sort.DESK: p_("words in the names of calendar entries", "focus time, deep work"),
        Sort.STANDING: p_("words in the names of calendar entries", "standing desk"),
    }[which]


def usual() -> str:
    """The button that brings the first words back."""
    return _("Use the usual words")


def usual_kept() -> str:
    """The first words are back."""
    return _("The usual words are back.")


def words_kept(which: Sort) -> str:
    """Other words are in force."""
    return _("Changed: {sort}").format(sort=words_label(which))


def export_title() -> str:
    """Over the export."""
    return _("Take the plan along")


def export_help() -> str:
    """What the export is."""
    return _(
        "Save your prompts as a calendar file. Thunderbird, Google and Apple calendars can import it. "
        "Import it again to bring it up to date."
    )


def export(days: int) -> str:
    """The button that saves so many days."""
    return n_("Save {count} day…", "Save {count} days…", days).format(count=days)


def export_name() -> str:
    """What the file is called unless another name is chosen."""
    return _("uncramp-plan.ics")


def export_filter() -> str:
    """Which kind of file it is."""
    return _("Calendars (*.ics)")


def exported(path: str) -> str:
    """The file is there."""
    return _("Saved: {path}").format(path=path)


def not_exported() -> str:
    """It could not be written."""
    return _("The file could not be written. Choose another folder.")


def not_remembered() -> str:
    """The records could not be written."""
    return _("This could not be kept. The records cannot be written now.")


def calendar_name() -> str:
    """What calendars call the exported plan."""
    return _("Uncramp plan")


def _rough(past: timedelta) -> str:
    """A span without the minutes that nobody counts."""
    return span(timedelta(hours=past // timedelta(hours=1)) if past >= timedelta(hours=1) else past)
