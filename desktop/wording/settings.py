"""The words of the Settings window around its rows: sections, buttons, undo, and what went wrong."""

from desktop.settings_state import Action, Section
from desktop.wording.catalog import _, n_


def window_title() -> str:
    """The title of the window."""
    return _("Settings – Uncramp")


def title() -> str:
    """Over the page."""
    return _("Settings")


def search() -> str:
    """The label of the search field."""
    return _("Search settings")


def nothing_found(typed: str) -> str:
    """Nothing on the page has the words that were typed."""
    return _("Nothing here has “{typed}” in it.").format(typed=typed)


def found(count: int) -> str:
    """For a screen reader: how many rows are left."""
    return n_("{count} setting found.", "{count} settings found.", count).format(count=count)


def sections() -> str:
    """What a screen reader calls the list of sections."""
    return _("Parts of the settings")


def go_to(section: str) -> str:
    """What a screen reader calls one of them."""
    return _("Go to {section}").format(section=section)


def section(of: Section) -> str:
    """What a section is called."""
    return {
        Section.PROMPTS: _("Prompts"),
        Section.DRINKS: _("Drinks"),
        Section.STRETCHING: _("Stretching"),
        Section.HEAT: _("Heat"),
        Section.DIARY: _("Diary"),
        Section.APPEARANCE: _("Appearance"),
        Section.SHORTCUTS: _("Shortcuts"),
        Section.SIGN_IN: _("Start at sign-in"),
        Section.PRIVACY: _("Privacy"),
        Section.ABOUT: _("About and evidence"),
    }[of]


def action(of: Action) -> str:
    """What a button says."""
    return {
        Action.SAMPLE: _("Show a sample prompt"),
        Action.SCHEDULE: _("Open the schedule"),
        Action.HEAT: _("Weather and heat…"),
        Action.OPEN_FILE: _("Open the settings file"),
        Action.OPEN_FOLDER: _("Open the folder"),
        Action.BACK_UP: _("Back up…"),
        Action.RESTORE: _("Restore…"),
        Action.EXPORT_JSON: _("Export as JSON…"),
        Action.EXPORT_CSV: _("Export as CSV…"),
        Action.IMPORT: _("Import…"),
        Action.DELETE: _("Delete everything…"),
        Action.DELETE_NOW: _("Yes, delete everything"),
        Action.KEEP: _("Keep it all"),
        Action.HELP: _("When to get help"),
        Action.CARD: _("Why?"),
    }[of]


def undo() -> str:
    """The button that takes the last change back."""
    return _("Undo")


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def no_change_yet() -> str:
    """The undo line before the first change."""
    return _("Changes count at once.")


def changed(label: str, before: str, after: str) -> str:
    """The undo line after a change."""
    return _("{label}: {after}. Before: {before}.").format(label=label, before=before, after=after)


def taken_back(label: str, now: str) -> str:
    """The undo line after an undo."""
    return _("{label}: {now} again.").format(label=label, now=now)


def changed_elsewhere(label: str) -> str:
    """An undo would take back what somebody else has set since."""
    return _("{label} was changed elsewhere since. It stays as it is.").format(label=label)


def file_changed() -> str:
    """A change met a file that somebody else had just changed."""
    return _("The settings file was changed meanwhile. What it says now is shown; nothing of it was lost.")


def file_problem(detail: str) -> str:
    """The settings file has an error, so nothing can be written to it."""
    return _("The settings file has an error. The last valid settings count.\n{detail}").format(detail=detail)


def on() -> str:
    """The value of a switch in a sentence."""
    return _("on")


def off() -> str:
    """The value of a switch in a sentence."""
    return _("off")


def nothing() -> str:
    """The value of an empty field in a sentence."""
    return _("nothing")


def number_wanted(least: str, most: str) -> str:
    """What was typed is no number, or not within its limits."""
    return _("Type a number from {least} to {most}.").format(least=least, most=most)


def number_or_none_wanted(least: str, most: str) -> str:
    """The same where 0 turns something off."""
    return _("Type a number from {least} to {most}, or 0 for none.").format(least=least, most=most)


def zone_wanted() -> str:
    """What was typed is no time zone."""
    return _("There is no such time zone. Type “system”, or a name such as Europe/Berlin.")


def delete_title() -> str:
    """The question before everything is deleted."""
    return _("Delete all settings, records, guides and logs?")


def delete_under() -> str:
    """What that means."""
    return _("They cannot be brought back, unless you made a backup. Uncramp then ends.")


def working() -> str:
    """Something takes a while."""
    return _("One moment…")


def file_question(of: Action) -> str:
    """The title of the desktop's own window that asks for a file."""
    return {
        Action.BACK_UP: _("Where to put the backup"),
        Action.RESTORE: _("Which backup to restore"),
        Action.EXPORT_JSON: _("Where to put the records"),
        Action.EXPORT_CSV: _("Where to put the records"),
        Action.IMPORT: _("Which records to import"),
    }[of]


def file_kind(of: Action) -> str:
    """What kind of file it asks for."""
    return {
        Action.BACK_UP: _("Backup (*.zip)"),
        Action.RESTORE: _("Backup (*.zip)"),
        Action.EXPORT_JSON: _("JSON (*.json)"),
        Action.EXPORT_CSV: _("Table (*.csv)"),
        Action.IMPORT: _("Records (*.json *.csv)"),
    }[of]
