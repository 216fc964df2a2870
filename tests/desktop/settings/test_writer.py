import os
import re
import tomllib
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from desktop.settings import presets, reader, writer
from desktop.settings.limits import LIMITS, Type, allowed
from desktop.settings.merging import document
from desktop.settings.presets import Preset
from desktop.settings.problems import SettingsChangedError, SettingsError, SettingsWriteError
from desktop.settings.rewriting import same
from schedules.settings import (
    BedtimeChoice,
    Block,
    BlockKind,
    DatedShape,
    DayShape,
    DrinkSettings,
    HeatSettings,
    MoveSettings,
    Position,
    Settings,
    WeatherSource,
    Weekday,
    You,
)
from tests.desktop.settings.some_settings import some_settings

OWN = """\
# My settings. Hands off!
version = 1 # for now

my_key = [ # mine
  1,
]

[you] # me
drink_goal_ml = 1500 # the doctor says
glass_ml = 300

# Working
[[day]] # first
name = "Work" # not "Workday"
on = [
  "mon", "tue", # early in the week
  "wed", "thu",
  "fri", # hurray
]
wake = "06:30"
bed = "22:30"
my_note = "a # in it"
# in the office
[[day.block]]
kind = "desk"
from = "08:00"
to = "12:00"
# on the bike
[[day.block]]
kind = "exercise"
from = "17:00"
to = "18:00"
effort = "hard" # as hard as I can
my_tempo = 30

# Resting
[[day]]
name = "Free"
on = ["sat", "sun"]
wake = "08:00"
bed = "23:00"

[sounds]
cow = true

[[date]] # added later
date = 2026-12-24 # Christmas Eve
shape = "Free"
# The end.
"""


@pytest.fixture
def file(home: Path) -> Path:
    return home / "settings.toml"


@pytest.fixture
def own(file: Path) -> Path:
    file.write_text(OWN)
    return file


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"#.*", text))


@given(settings=some_settings())
def test_settings_come_back_from_a_new_file_as_they_went(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "round trip" / "settings.toml"
    file.unlink(missing_ok=True)
    assert writer.save(file, settings).settings == settings
    assert reader.read(file) == settings


@hypothesis_settings(max_examples=40)  # each writes two files
@given(before=some_settings(), after=some_settings(), newline=st.sampled_from(["\n", "\r\n"]))
def test_settings_come_back_from_a_file_of_somebodys_own(
    before: Settings, after: Settings, newline: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "settings.toml"
    file.write_text(OWN, newline=newline)
    writer.save(file, before)
    writer.save(file, after)
    assert reader.read(file) == after
    text = file.read_bytes().decode()
    assert text.count("\n") == text.count(newline)
    data = tomllib.loads(text)
    assert (data["my_key"], data["sounds"]) == ([1], {"cow": True})
    for comment in ("# My settings. Hands off!", "# for now", "# mine", "# me"):
        assert comment in text


@given(settings=some_settings())
def test_saving_what_stands_there_changes_no_byte(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.getbasetemp() / "settings.toml"
    file.unlink(missing_ok=True)
    content = writer.save(file, settings).content
    assert writer.save(file, settings).content == content


def test_nothing_is_written_when_nothing_changes(own: Path) -> None:
    before = (own.stat().st_ino, own.stat().st_mtime_ns)
    writer.save(own, reader.read(own))
    writer.write(own, {"you.glass_ml": 300, "day[0].wake": time(6, 30)})
    assert (own.stat().st_ino, own.stat().st_mtime_ns) == before
    assert own.read_text() == OWN


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"you.drink_goal_ml": 1800}, "= 1500 #", "= 1800 #"),
        ({"you.has_bike": True}, "glass_ml = 300\n", "glass_ml = 300\nhas_bike = true\n"),
        ({"you.avoid_positions": (Position.FLOOR,)}, "= 300\n", '= 300\navoid_positions = ["floor"]\n'),
        ({"timezone": "Europe/Berlin"}, "  1,\n]\n", '  1,\n]\ntimezone = "Europe/Berlin"\n'),
        ({"day[0].wake": time(5, 5)}, '"06:30"', '"05:05"'),
        ({"day[0].block[1].to": "18:30"}, '"18:00"', '"18:30"'),
        ({"day[1].name": "Off", "date[0].shape": "Off"}, '"Free"', '"Off"'),
        ({"date[0].date": date(2027, 1, 1)}, "2026-12-24 #", "2027-01-01 #"),
        ({"date": ()}, '\n[[date]] # added later\ndate = 2026-12-24 # Christmas Eve\nshape = "Free"\n# The end.\n', ""),
        ({"day[0].on": tuple(Weekday)[:4], "day[1].on": tuple(Weekday)[4:]},
         '  "fri", # hurray\n', "   # hurray\n"),
        ({"heat.latitude": 52.52437, "heat.source": WeatherSource.TYPED}, "# The end.\n",
         '# The end.\n\n[heat]\nlatitude = 52.52\nsource = "typed"\n'),
        ({"bedtime.choice": BedtimeChoice.BIKE}, "# The end.\n", '# The end.\n\n[bedtime]\nchoice = "bike"\n'),
        ({"day[0].block[0]": Block(kind=BlockKind.STANDING, start=time(8), end=time(12))}, '"desk"', '"standing"'),
        ({"day[0].block[1]": Block(kind=BlockKind.QUIET, start=time(17), end=time(18))},
         '"exercise"\nfrom = "17:00"\nto = "18:00"\neffort = "hard" # as hard as I can\nmy_tempo = 30\n',
         '"quiet"\nfrom = "17:00"\nto = "18:00"\nmy_tempo = 30\n'),
        ({"day[0].block[0]": {"kind": BlockKind.DESK, "from": time(8), "to": time(11)}}, '"12:00"', '"11:00"'),
        ({"date": (DatedShape(date=date(2026, 12, 24), shape="Work"),)}, 'shape = "Free"', 'shape = "Work"'),
        ({"day[1]": DayShape(name="Free", on=(Weekday.SAT, Weekday.SUN), wake=time(8), bed=time(22))},
         '"23:00"', '"22:00"'),
        ({"day[0].block": ()}, OWN[OWN.index("# in the office") : OWN.index("\n# Resting")], ""),
        ({"day[1].block": (Block(kind=BlockKind.QUIET, start=time(20), end=time(21)),)}, 'bed = "23:00"\n',
         'bed = "23:00"\n[[day.block]]\nkind = "quiet"\nfrom = "20:00"\nto = "21:00"\n'),
    ],
)  # fmt: skip
def test_a_change_touches_nothing_else(own: Path, changes: dict[str, object], old: str, new: str) -> None:
    expected = OWN.replace(old, new)
    if "day[1].on" in changes:
        expected = expected.replace('["sat", "sun"]', '["fri", "sat", "sun"]')
    assert writer.write(own, changes).content == expected.encode()
    assert own.read_text() == expected


def test_a_new_shape_and_a_new_date_go_where_the_others_are(own: Path) -> None:
    settings = reader.read(own)
    travel = DayShape(
        name="Travel",
        on=(),
        wake=time(5),
        bed=time(23),
        blocks=(Block(kind=BlockKind.EXERCISE, start=time(6), end=time(7), outdoors=True),),
    )
    dates = (*settings.dates, DatedShape(date=date(2027, 1, 1), shape="Travel"))
    writer.save(own, replace(settings, days=(*settings.days, travel), dates=dates))
    free = '[[day]]\nname = "Free"\non = ["sat", "sun"]\nwake = "08:00"\nbed = "23:00"\n'
    new = (
        '\n[[day]]\nname = "Travel"\nwake = "05:00"\nbed = "23:00"\n'
        '[[day.block]]\nkind = "exercise"\nfrom = "06:00"\nto = "07:00"\noutdoors = true\n'
    )
    later = '\n[[date]]\ndate = 2027-01-01\nshape = "Travel"\n'
    assert own.read_text() == OWN.replace(free, free + new) + later
    assert reader.read(own).dates == dates


def test_blocks_and_shapes_take_their_comments_with_them(own: Path) -> None:
    settings = reader.read(own)
    work, free = settings.days
    writer.save(own, replace(settings, days=(free, replace(work, blocks=work.blocks[::-1]))))
    text = own.read_text()
    assert comments(text) == comments(OWN)
    assert '# on the bike\n[[day.block]]\nkind = "exercise"' in text
    assert (
        text.index("# Resting") < text.index("# Working") < text.index("# on the bike") < text.index("# in the office")
    )
    assert tomllib.loads(text)["day"][1]["block"][0]["my_tempo"] == 30


def test_what_is_written_is_seen_when_a_file_says_only_what_is_not_the_default(file: Path) -> None:
    writer.save(file, replace(Settings(), move=MoveSettings(every_min=60), drink=DrinkSettings(on=False)))
    assert file.read_text() == "[drink]\non = false\n\n[move]\nevery_min = 60\n"
    writer.save(file, Settings())
    assert file.read_text() == "[drink]\non = true\n\n[move]\nevery_min = 90\n"


def test_one_key_of_the_default_days_brings_the_days_into_the_file(file: Path) -> None:
    writer.write(file, {"day[1].wake": time(9)})
    assert reader.read(file).days == (Settings().days[0], replace(Settings().days[1], wake=time(9)))


def test_a_byte_order_mark_and_windows_line_ends_stay(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf[you]\r\nglass_ml = 300 # big\r\n")
    writer.write(file, {"you.glass_ml": 200, "move.on": False})
    assert file.read_bytes() == b"\xef\xbb\xbf[you]\r\nglass_ml = 200 # big\r\n\r\n[move]\r\non = false\r\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"you.drink_goal_ml": 9000},
        {"day[0].wake": time(22)},
        {"day[0].block[0].effort": "hard"},
        {"day[1].on": ("sat",)},
        {"day[1].name": "Work"},
        {"date[0].shape": "Party"},
        {"day[0].wake": time(6, 30, 15)},
        {"heat.latitude": float("nan")},
    ],
)
def test_nothing_invalid_is_ever_written(own: Path, changes: dict[str, object]) -> None:
    with pytest.raises(SettingsError) as caught:
        writer.write(own, changes)
    assert next(iter(changes)).split(".")[-1] in caught.value.problems[0].key or "day" in caught.value.problems[0].key
    assert own.read_text() == OWN


def test_settings_that_are_not_allowed_are_not_saved(own: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        writer.save(own, replace(reader.read(own), you=You(glass_ml=5), heat=HeatSettings(server="x")))
    assert [problem.key for problem in caught.value.problems] == ["you.glass_ml", "heat.server"]
    assert own.read_text() == OWN


@pytest.mark.parametrize(
    "key",
    ["you.weight", "you", "day", "", "you.", "day[9].wake", "day.wake", "day[0", "date[0].x", "day[0]", "day[0].block"],
)
def test_a_key_that_does_not_exist_is_our_own_mistake(own: Path, key: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        writer.write(own, {key: 1})
    assert own.read_text() == OWN


@pytest.mark.parametrize("text", ["a = ", "\udcff", "x" * 1_000_001])
def test_a_file_that_is_not_understood_is_left_alone(file: Path, text: str) -> None:
    content = text.encode(errors="surrogateescape")
    file.write_bytes(content)
    with pytest.raises(SettingsError):
        writer.write(file, {"you.glass_ml": 200})
    with pytest.raises(SettingsError):
        writer.save(file, Settings())
    assert file.read_bytes() == content


def test_saving_mends_values_that_are_not_allowed(file: Path) -> None:
    file.write_text('you = 5 # five\nday = "x"\n[move]\nevery_min = 1 # too often\n[mine]\na = 1\n')
    with pytest.raises(SettingsError):
        writer.write(file, {"day[0].wake": time(9)})
    assert writer.save(file, Settings()).settings == Settings()
    assert "every_min = 90 # too often" in file.read_text()
    assert "# five" in file.read_text()
    assert "[mine]\na = 1\n" in file.read_text()


def test_what_somebody_else_changed_in_the_meantime_is_not_overwritten(own: Path) -> None:
    seen = reader.examine(own)
    theirs = OWN.replace("1500", "1600")
    own.write_text(theirs)
    with pytest.raises(SettingsChangedError) as caught:
        writer.write(own, {"you.glass_ml": 200}, seen=seen)
    assert caught.value.exit_status == 1
    assert own.read_text() == theirs
    writer.write(own, {"you.glass_ml": 200}, seen=reader.examine(own))
    assert own.read_text() == theirs.replace("300", "200")


def test_the_same_for_a_file_that_came_or_went(file: Path) -> None:
    seen = reader.examine(file)
    file.write_text(OWN)
    with pytest.raises(SettingsChangedError):
        writer.save(file, Settings(), seen=seen)
    seen = reader.examine(file)
    file.unlink()
    with pytest.raises(SettingsChangedError):
        writer.save(file, Settings(), seen=seen)
    assert not file.exists()


def test_a_change_at_the_last_moment_is_not_overwritten(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def slow_disk(descriptor: int) -> None:
        own.write_text(OWN + "# meanwhile\n")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slow_disk)
    with pytest.raises(SettingsChangedError):
        writer.write(own, {"you.glass_ml": 200})
    assert own.read_text() == OWN + "# meanwhile\n"
    assert list(own.parent.iterdir()) == [own]


def test_a_folder_that_cannot_be_made_is_told() -> None:
    if not Path("/proc/self").exists():
        pytest.skip("needs a folder in which even root can make nothing")
    with pytest.raises(SettingsWriteError, match="could not be written"):
        writer.save(Path("/proc/uncramp/settings.toml"), replace(Settings(), timezone="UTC"))


def test_the_starting_file_says_every_default(file: Path) -> None:
    assert writer.create(file).settings == Settings()
    said, full = tomllib.loads(file.read_text()), document(Settings())
    assert said.keys() == full.keys() - {"date"}
    for table in ("you", "drink", "move", "bedtime", "heat", "prompts"):
        assert same(said[table], full[table])


def test_the_starting_file_tells_the_limits_as_they_are() -> None:
    text = writer.starting_text()
    for limit in LIMITS.values():
        name = limit.key.rsplit(".", 1)[-1]
        said = [line for line in text.splitlines() if re.match(rf"(# )?{name} +=", line) or name in line]
        assert said, limit.key
        if limit.type in {Type.WHOLE, Type.DECIMAL} and limit.least != limit.most:
            assert any(allowed(limit).removesuffix(" degrees") in line for line in said), limit.key
        for choice in limit.choices:
            assert f'"{choice}"' in text, choice


def test_creating_never_overwrites(own: Path) -> None:
    with pytest.raises(SettingsChangedError, match="exists already"):
        writer.create(own)
    assert own.read_text() == OWN


def test_creating_from_a_preset_keeps_its_comments_and_refuses_what_is_broken(file: Path) -> None:
    with pytest.raises(SettingsError):
        writer.create(file, "version = 2")
    assert not file.exists()
    text = presets.text(Preset.NIGHT_SHIFT)
    assert writer.create(file, text).settings == presets.load(Preset.NIGHT_SHIFT)
    assert file.read_text() == text
