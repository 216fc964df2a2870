"""Export and import: all records to a file, and the records of a file to those that are there."""

import codecs
from pathlib import Path

from desktop.adapters.store_access import StoreAccess
from desktop.records import as_csv, as_json, whole_file
from desktop.records.archive import Added, Kept, add_all, in_order, read_all
from desktop.records.trouble import NonsenseError
from desktop.wording import records as words

LARGEST = 64_000_000
"""Bytes of a file that is imported."""
CSV = ".csv"


def export(access: StoreAccess, file: Path) -> int:
    """Write every record to a file: CSV where its name says so, else JSON.

    Returns:
        How many.

    Raises:
        StoreError: The records cannot be read.
        FileTroubleError: The file could not be written.
    """
    records = read_all(access)
    # The mark tells spreadsheets that it is UTF-8.
    content = codecs.BOM_UTF8 + as_csv.dump(records).encode() if _is_csv(file) else as_json.dump(records).encode()
    whole_file.write(file, content)
    return len(records)


def import_from(access: StoreAccess, file: Path, here: str) -> Added:
    """Add the records of a file; those that are there already are recognised.

    Args:
        access: The database.
        file: What `export` wrote, or a table like it.
        here: The IANA zone of records that name none.

    Raises:
        NonsenseError: It is something else; nothing was changed.
        FileTroubleError: It cannot be read.
        StoreError: The records cannot be written; nothing was changed.
    """
    return add_all(access, look_into(file, here))


def look_into(file: Path, here: str) -> tuple[Kept, ...]:
    """The records of a file.

    Raises:
        NonsenseError: It is something else.
        FileTroubleError: It cannot be read.
    """
    title = words.not_records(file)
    try:
        text = whole_file.read(file, LARGEST, title).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NonsenseError(title, words.not_text()) from error
    return in_order(as_csv.load(text, title, here) if _is_csv(file) else as_json.load(text, title))


def _is_csv(file: Path) -> bool:
    return file.suffix.lower() == CSV
