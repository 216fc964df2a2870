"""All records go out to a file and come in again, the same; what is no such file changes nothing."""

import json
from pathlib import Path

import pytest

from desktop.adapters.store import StoreError
from desktop.records import as_csv
from desktop.records.archive import read_all, take_out
from desktop.records.exchange import export, import_from, look_into
from desktop.records.trouble import FileTroubleError, NonsenseError
from schedules.history import Cramp, Drink
from tests.desktop.records.lives import CRAMP, NOON, ZONE, access, live

COUNT = 9


@pytest.fixture
def old(tmp_path: Path) -> Path:
    live(tmp_path / "old.db").close()
    return tmp_path / "old.db"


@pytest.mark.parametrize("name", ["all.json", "all.csv", "ALL.CSV"])
def test_out_in_and_out_again_is_the_same(old: Path, tmp_path: Path, name: str) -> None:
    first, second = tmp_path / name, tmp_path / f"again-{name}"
    assert export(access(old), first) == COUNT
    new = access(tmp_path / "new.db")
    added = import_from(new, first, "UTC")
    assert (added.count, added.known) == (COUNT, 0)
    export(new, second)
    assert second.read_bytes() == first.read_bytes()
    assert read_all(new) == read_all(access(old))


def test_what_was_taken_back_does_not_go_out(old: Path, tmp_path: Path) -> None:
    export(access(old), tmp_path / "all.json")
    assert "999" not in (tmp_path / "all.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["all.json", "all.csv"])
def test_what_is_there_already_is_known(old: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    export(access(old), file)
    before = read_all(access(old))
    added = import_from(access(old), file, "UTC")
    assert (added.count, added.known) == (0, COUNT)
    assert read_all(access(old)) == before


def test_an_import_can_be_taken_out_again(old: Path, tmp_path: Path) -> None:
    export(access(old), tmp_path / "all.json")
    new = access(tmp_path / "new.db")
    added = import_from(new, tmp_path / "all.json", "UTC")
    take_out(new, added)
    assert read_all(new) == ()
    assert import_from(new, tmp_path / "all.json", "UTC").count == COUNT


def test_a_spreadsheet_takes_no_note_for_a_formula(old: Path, tmp_path: Path) -> None:
    export(access(old), tmp_path / "all.csv")
    text = (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    assert "\"'=1+1" in text
    (cramp,) = (kept.record for kept in look_into(tmp_path / "all.csv", ZONE) if getattr(kept.record, "note", ""))
    assert cramp == CRAMP


def test_a_table_of_ones_own_needs_few_columns(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "record;at;volume_ml;onset_at;who\ndrink;2026-07-15 12:00;330;;me\ncramp;;;2026-07-15T02:10+02:00;\n"
    )
    drink, cramp = (kept.record for kept in look_into(file, ZONE))
    assert drink == Drink(at=NOON.replace(microsecond=0), volume_ml=330)
    assert isinstance(cramp, Cramp)


GOOD = {"zone": "UTC", "at": "2026-07-15T12:00:00+00:00", "volume_ml": 250}


def document(**lists: object) -> str:
    return json.dumps({"format": "uncramp-records", "version": 1} | lists)


NONSENSE = {
    "empty": "",
    "no json": '{"format": ',
    "a list": "[1, 2]",
    "deep": "[" * 100_000,
    "a huge number": '{"format": ' + "9" * 5_000 + "}",
    "another format": json.dumps({"format": "another"}),
    "newer": json.dumps({"format": "uncramp-records", "version": 2}),
    "no list": document(drinks={}),
    "no record": document(drinks=[3]),
    "no zone": document(drinks=[GOOD | {"zone": "../../etc"}]),
    "naive": document(drinks=[GOOD | {"at": "2026-07-15T12:00:00"}]),
    "long ago": document(drinks=[GOOD | {"at": "0001-01-01T00:00:00+14:00"}]),
    "much": document(drinks=[GOOD | {"volume_ml": 10**9}]),
    "negative": document(drinks=[GOOD | {"volume_ml": -1}]),
    "a text for a number": document(drinks=[GOOD | {"volume_ml": "250"}]),
    "yes for a number": document(drinks=[GOOD | {"volume_ml": True}]),
    "an odd field": document(drinks=[GOOD | {"id": 1}]),
    "a missing field": document(drinks=[{"zone": "UTC", "at": GOOD["at"]}]),
    "no such muscle": document(cramps=[{"zone": "UTC", "onset_at": GOOD["at"], "muscle": "ear"}]),
    "no number": document(cramps=[{"zone": "UTC", "onset_at": GOOD["at"], "lasted": float("nan")}]),
    "too bad": document(cramps=[{"zone": "UTC", "onset_at": GOOD["at"], "severity_nrs": 11}]),
    "half a letter": document(cramps=[{"zone": "UTC", "onset_at": GOOD["at"], "note": "\ud800"}]),
    "two steps at one place": document(
        routines=[
            {"zone": "UTC", "started_at": GOOD["at"], "routine": "x", "each_step": [{"index": 0, "step": "a"}] * 2}
        ]
    ),
}


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_is_refused_and_nothing_is_changed(old: Path, tmp_path: Path, what: str) -> None:
    file, before = tmp_path / "in.json", read_all(access(old))
    file.write_text(NONSENSE[what], encoding="utf-8")
    with pytest.raises(NonsenseError) as refused:
        import_from(access(old), file, "UTC")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 250
    assert read_all(access(old)) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "record, at"),
        ("record,at,volume_ml\ndrink,2026-07-15 12:00,250\ndrink,noon,250\n", "Line 3"),
        ("record,at,volume_ml\nwine,2026-07-15 12:00,250\n", "“wine”"),
        ("record,at,volume_ml\ndrink,2026-07-15 12:00,250,7\n", "Line 2"),
        ("record,at,volume_ml,note\ndrink,2026-07-15 12:00,250,hello\n", "note"),
        ('record,at\ndrink,"open', "Line"),
        ("record,onset_at,tried\ncramp,2026-07-15 12:00,[\n", "tried"),
        ("record,onset_at,at_night\ncramp,2026-07-15 12:00,maybe\n", "at_night"),
        ("record,at,volume_ml,zone\ndrink,2026-07-15 12:00,250,Mars/Base\n", "at"),
        ("record,at,volume_ml\ndrink," + "9" * 200_000 + ",250\n", "Line"),
    ],
)
def test_a_table_that_makes_no_sense_says_in_which_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "in.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NonsenseError, match=r"in\.csv") as refused:
        look_into(file, "UTC")
    assert said in str(refused.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NonsenseError):
        look_into(tmp_path / "in.json", "UTC")


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.records.exchange.LARGEST", 1_000)
    (tmp_path / "in.json").write_text(" " * 1_001)
    with pytest.raises(NonsenseError, match="large"):
        look_into(tmp_path / "in.json", "UTC")


def test_too_many_records_are_refused(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in (("all.json", "as_json"), ("all.csv", "as_csv")):
        export(access(old), tmp_path / name)
        monkeypatch.setattr(f"desktop.records.{module}.MOST_RECORDS", COUNT - 1)
        with pytest.raises(NonsenseError, match="many"):
            look_into(tmp_path / name, "UTC")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NonsenseError):
        look_into(tmp_path / "none.json", "UTC")
    with pytest.raises(NonsenseError):
        look_into(tmp_path, "UTC")


def test_a_folder_that_is_not_there_is_told(old: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileTroubleError):
        export(access(old), tmp_path / "file" / "all.json")


def test_a_database_that_is_locked_takes_nothing(old: Path, tmp_path: Path) -> None:
    export(access(old), tmp_path / "all.json")
    new = access(tmp_path / "new.db")
    new.open()
    other = access(tmp_path / "new.db")
    with other.transaction("BEGIN IMMEDIATE"), pytest.raises(StoreError):
        import_from(new, tmp_path / "all.json", "UTC")
    assert read_all(new) == ()


def test_every_field_has_a_column() -> None:
    assert len(as_csv.COLUMNS) == len(set(as_csv.COLUMNS))
    assert {"record", "zone", "at", "onset_at", "key", "each_step"} <= set(as_csv.COLUMNS)
