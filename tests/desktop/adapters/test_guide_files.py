"""Guides are read from the program's own files and from a person's, and a broken one harms no other."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.adapters.guide_files import GuideFiles
from desktop.guide_shelf import GuideFileError, NoGuideError
from tests.schedules.guides.shelf import routines

MINE = """
id = "mine"
title = "My own"
purpose = "day"
place = "chair"
source = "stretch-in-the-day"
strength = "expert-advice"
safety = "Gentle pull, never pain."

[[step]]
id = "calf"
title = "Calf"
muscle = "calf"
side = "each"
pose = "seated-calf"
hold = 20
instruction = "Straighten this leg."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "guides"
    made.mkdir()
    return made


def test_without_a_folder_there_are_the_guides_that_come_with_uncramp(tmp_path: Path) -> None:
    shelf = GuideFiles(tmp_path / "none").read()
    assert {routine.id for routine in shelf.routines} == {routine.id for routine in routines()}
    assert shelf.refused == ()


def test_a_persons_own_guide_joins_them(folder: Path) -> None:
    files = GuideFiles(folder)
    assert "mine" not in {routine.id for routine in files.read().routines}
    (folder / "mine.toml").write_text(MINE)
    assert files.read().find("mine").title == "My own", "also one that was written just now"
    assert len(files.read().routines) == len(routines()) + 1


def test_a_persons_own_takes_the_place_of_ours(folder: Path) -> None:
    (folder / "desk.toml").write_text(MINE.replace('id = "mine"', 'id = "desk"'))
    shelf = GuideFiles(folder).read()
    assert shelf.find("desk").title == "My own"
    assert len(shelf.routines) == len(routines())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            MINE.replace("hold = 20", 'hold = "long"').encode(),
            'Step calf, hold: found "long". Allowed: seconds, 1 to 3600.',
        ),
        (MINE.replace("seated-calf", "handstand").encode(), 'Step calf, pose: found "handstand". Allowed: one of'),
        (MINE.replace("hold =", "holds =").encode(), "hold"),
        (MINE.replace("hold = 20\n", "").encode(), "Step calf, hold: nothing found. Allowed: seconds, 1 to 3600."),
        (MINE.replace("hold = 20", "hold = 0\nrest = -1\nside2 = 1").encode(), "There are 2 more errors."),
        (b"id = ", "no TOML: Invalid value"),
        (b"\xff\xfe\x00", "utf-8"),
        (b"#" * 300_000, "too large"),
    ],
)
def test_a_broken_file_is_named_when_it_is_asked_for_and_harms_no_other(
    folder: Path, content: bytes, said: str
) -> None:
    (folder / "mine.toml").write_bytes(content)
    (folder / "other.toml").write_text(MINE.replace('"mine"', '"other"'))
    shelf = GuideFiles(folder).read()
    assert shelf.find("other").title == "My own"
    with pytest.raises(GuideFileError) as refused:
        shelf.find("mine")
    assert "mine.toml" in refused.value.title
    assert said in refused.value.remedy
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


def test_where_a_persons_own_is_broken_ours_is_still_there(folder: Path) -> None:
    (folder / "desk.toml").write_text("id = ")
    assert GuideFiles(folder).read().find("desk").title == "One minute at the desk"


def test_a_folder_in_the_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "mine.toml").mkdir()
    (folder / "notes.txt").write_text("no guide")
    assert [refused.name for refused in GuideFiles(folder).read().refused] == ["mine"]


def test_relief_has_its_own_way_in(folder: Path) -> None:
    with pytest.raises(NoGuideError):
        GuideFiles(folder).read().find("relief-calf-bed")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(content=st.binary(max_size=100) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_guide_or_refused(folder: Path, content: bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_bytes(content)
    shelf = GuideFiles(folder).read()
    assert [refused.name for refused in shelf.refused] == ["mine"]
    assert shelf.routines
