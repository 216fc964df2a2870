"""Whatever is in a file that is to be imported or restored: it is taken whole, or refused, and nothing breaks."""

import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.archive import read_all
from desktop.records.backup import back_up, name_for
from desktop.records.exchange import export, look_into
from desktop.records.looking import unpack
from desktop.records.trouble import FileTroubleError, NonsenseError
from tests.desktop.records.lives import NOON, access, live, lived_in

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers(-(10**20), 10**400)
    | st.text(max_size=6)
    | st.sampled_from(
        ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-07-15T12:00:00", "Mars/Base", ""]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["index", "step", "a"]), inner),
    max_leaves=4,
)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)


def taken_or_refused(take: Callable[[], object]) -> bool:
    try:
        take()
    except (NonsenseError, FileTroubleError):
        return True
    return True


@pytest.fixture
def exported(tmp_path: Path) -> Callable[[str], Path]:
    live(tmp_path / "old.db").close()

    def write(name: str) -> Path:
        export(access(tmp_path / "old.db"), tmp_path / name)
        return tmp_path / name

    return write


@quick
@given(data=st.data())
def test_any_value_in_the_place_of_another(exported: Callable[[str], Path], data: st.DataObject) -> None:
    file = exported("all.json")
    document = json.loads(file.read_text(encoding="utf-8"))
    name = data.draw(st.sampled_from([key for key, rows in document.items() if isinstance(rows, list) and rows]))
    row = document[name][0]
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(VALUES)
    file.write_text(json.dumps(document), encoding="utf-8")
    assert taken_or_refused(lambda: look_into(file, "UTC"))


@quick
@given(data=st.data())
def test_any_cell_in_the_place_of_another(exported: Callable[[str], Path], data: st.DataObject) -> None:
    file = exported("all.csv")
    lines = file.read_text(encoding="utf-8-sig").split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    cells = lines[at].split(",")
    cell = data.draw(st.integers(0, len(cells) - 1))
    cells[cell] = data.draw(st.text(max_size=6) | VALUES.map(json.dumps) | st.sampled_from(['"', "\r", "\x00", "=1"]))
    lines[at] = ",".join(cells)
    file.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    assert taken_or_refused(lambda: look_into(file, "UTC"))


@quick
@given(content=st.binary(max_size=80), name=st.sampled_from(["a.json", "a.csv", "a.zip"]))
def test_any_bytes(tmp_path: Path, content: bytes, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert taken_or_refused(lambda: look_into(file, "UTC"))
    with tempfile.TemporaryDirectory() as folder:
        assert taken_or_refused(lambda: unpack(file, Path(folder)))


@quick
@given(at=st.floats(0, 1), byte=st.integers(0, 255), cut=st.booleans())
def test_any_byte_of_a_backup(tmp_path: Path, at: float, byte: int, cut: bool) -> None:
    whole = tmp_path / name_for(NOON)
    if not whole.exists():
        back_up(lived_in(), whole, NOON)
    content = bytearray(whole.read_bytes())
    place = int(at * (len(content) - 1))
    content[place] = byte
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content[:place] if cut else content)
    with tempfile.TemporaryDirectory() as folder:
        assert taken_or_refused(lambda: unpack(broken, Path(folder)))
        assert {path.name for path in Path(folder).iterdir()} <= {
            *("backup.json", "settings.toml", "uncramp.db", "guides"),
            *("uncramp.db-journal", "uncramp.db-wal", "uncramp.db-shm"),
        }


@quick
@given(
    name=st.text(min_size=1, max_size=12) | st.sampled_from(["../a.toml", "/etc/a", "guides/../../a.toml", "guides/"])
)
def test_any_name_in_a_backup_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(broken, "w") as pack:
        try:
            pack.writestr(name, b"id = 1")
        except (UnicodeEncodeError, ValueError):  # no archive can hold such a name
            return
    before = {path for path in tmp_path.rglob("*") if "into" not in path.parts}
    into = tmp_path / "into"
    with tempfile.TemporaryDirectory(dir=tmp_path, prefix="into") as folder:
        assert taken_or_refused(lambda: unpack(broken, Path(folder)))
    assert {path for path in tmp_path.rglob("*") if into not in path.parents} == before


def test_the_records_themselves_are_not_touched_by_a_look(exported: Callable[[str], Path], tmp_path: Path) -> None:
    before = read_all(access(tmp_path / "old.db"))
    look_into(exported("all.json"), "UTC")
    assert read_all(access(tmp_path / "old.db")) == before
