"""The words of exporting, importing, backing up, restoring and deleting."""

from pathlib import Path

from desktop.wording.catalog import _, n_


def not_records(file: Path) -> str:
    """A file that was to be imported is something else."""
    return _("{file} holds no records that Uncramp can read.").format(file=file.name)


def not_backup(file: Path) -> str:
    """A file that was to be restored is something else."""
    return _("{file} is not a backup that Uncramp can use.").format(file=file.name)


def nothing_changed() -> str:
    """What that means."""
    return _("Nothing was changed.")


def unread(file: Path, reason: str) -> str:
    """A file cannot be read."""
    return _("{file} cannot be read: {reason}.").format(file=file.name, reason=reason)


def unwritten(file: Path, reason: str) -> str:
    """A file cannot be written."""
    return _("{file} could not be written: {reason}.").format(file=file.name, reason=reason)


def too_large() -> str:
    """Why a file is refused."""
    return _("It is too large.")


def too_many() -> str:
    """Why a file is refused."""
    return _("It holds too many records.")


def not_text() -> str:
    """Why a file is refused."""
    return _("It is not a text file.")


def no_json(line: int) -> str:
    """Why a file is refused."""
    return _("Line {line} is not valid JSON.").format(line=line)


def other_json() -> str:
    """Why a file is refused."""
    return _("It was not exported by Uncramp.")


def too_new() -> str:
    """Why a file is refused."""
    return _("It was made by a newer version of Uncramp.")


def no_columns(columns: str) -> str:
    """Why a file is refused."""
    return _("Its first line needs the columns {columns}.").format(columns=columns)


def bad_line(line: int, reason: str) -> str:
    """Why a file is refused."""
    return _("Line {line}: {reason}.").format(line=line, reason=reason)


def bad_record(table: str, place: int, reason: str) -> str:
    """Why a file is refused: which record of which list."""
    return _("{table}, number {place}: {reason}.").format(table=table, place=place, reason=reason)


def bad_field(name: str, found: str) -> str:
    """A field holds what it cannot hold."""
    return _("{name} cannot be {found}").format(name=name, found=found)


def no_field(name: str) -> str:
    """A field is not there."""
    return _("{name} is missing").format(name=name)


def odd_field(name: str) -> str:
    """A field that no such record has."""
    return _("there is no {name}").format(name=name)


def no_zip() -> str:
    """Why a backup is refused."""
    return _("It is not a ZIP file, or it is damaged.")


def odd_part(name: str) -> str:
    """Why a backup is refused."""
    return _("It holds {name}, which no backup has.").format(name=name)


def damaged_database() -> str:
    """Why a backup is refused."""
    return _("The records in it are damaged.")


def bad_settings(reason: str) -> str:
    """Why a backup is refused."""
    return _("The settings in it have an error: {reason}.").format(reason=reason.rstrip("."))


def exported(count: int, file: Path) -> str:
    """Records were exported."""
    return n_("{count} record was written to {file}.", "{count} records were written to {file}.", count).format(
        count=count, file=file.name
    )


def imported(added: int, known: int) -> str:
    """Records were imported."""
    told = n_("{count} record was added.", "{count} records were added.", added).format(count=added)
    there = n_("{count} was there already.", "{count} were there already.", known).format(count=known)
    return f"{told} {there}" if known else told


def import_undone() -> str:
    """An import was taken back."""
    return _("The records of the import were taken out again.")


def backed_up(file: Path) -> str:
    """A backup was made."""
    return _("A backup was written to {file}.").format(file=file.name)


def restored(aside: Path) -> str:
    """A backup was restored."""
    return _("The backup is in place. What was there before is kept in {folder}.").format(folder=aside)


def left_over(count: int) -> str:
    """Some files could not be deleted."""
    return n_("{count} file could not be deleted:", "{count} files could not be deleted:", count).format(count=count)
