import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.settings import reader
from desktop.settings.problems import SettingsError
from desktop.settings.reader import check, examine, parse, read
from schedules.settings import Effort, Settings, Units, Weekday

WEEK = """\
[[day]]
name = "Workday"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "07:00"
bed = "23:00"
"""
BLOCK = WEEK + "[[day.block]]\n"
AT_DESK = BLOCK + 'kind = "desk"\nfrom = "09:00"\nto = "17:00"\n'
NIGHT = WEEK.replace("07:00", "15:00").replace("23:00", "07:30")

TIME = 'allowed: a time in quotes, "00:00" to "23:59"'
WEEKDAYS = '"mon", "tue", "wed", "thu", "fri", "sat", "sun"'


def told(text: str) -> list[str]:
    return [
        str(problem).removeprefix("settings.toml:") for problem in parse(text.encode(), Path("settings.toml")).problems
    ]


BAD_VALUES = [
    ("version = 2", "1: version is 2; allowed: 1"),
    ("version = true", "1: version is true; allowed: 1"),
    (
        'timezone = "Mars/Olympus"',
        '1: timezone is "Mars/Olympus"; allowed: "system" or the name of a time zone, such as',
    ),
    ('timezone = ""', '1: timezone is ""; allowed: "system"'),
    ('timezone = "Europe"', '1: timezone is "Europe"; allowed: "system"'),
    ('timezone = "/etc/localtime"', '1: timezone is "/etc/localtime"; allowed: "system"'),
    ('timezone = "../../etc/passwd"', '1: timezone is "../../etc/passwd"; allowed: "system"'),
    ('timezone = "tzdata.zi"', '1: timezone is "tzdata.zi"; allowed: "system"'),
    ('timezone = "a\\u0000b"', '1: timezone is "a\\x00b"; allowed: "system"'),
    ("you = 5", "1: you is 5; allowed: a table"),
    ("[[you]]", "1: you is a list; allowed: a table"),
    ('[you]\nunits = "imperial"', '2: you.units is "imperial"; allowed: one of "metric", "us"'),
    ("[you]\n\ndrink_goal_ml = 9000", "3: you.drink_goal_ml is 9000; allowed: 0 to 6000 ml"),
    ("[you]\ndrink_goal_ml = -1", "2: you.drink_goal_ml is -1; allowed: 0 to 6000 ml"),
    ("[you]\ndrink_goal_ml = 2000.0", "2: you.drink_goal_ml is 2000.0; allowed: 0 to 6000 ml"),
    ("[you]\ndrink_goal_ml = true", "2: you.drink_goal_ml is true; allowed: 0 to 6000 ml"),
    ('[you]\ndrink_goal_ml = "2000"', '2: you.drink_goal_ml is "2000"; allowed: 0 to 6000 ml'),
    ("[you]\ndrink_goal_ml = 0x" + 5000 * "f", "2: you.drink_goal_ml is a very large number; allowed: 0 to 6000 ml"),
    ("you.glass_ml = 49", "1: you.glass_ml is 49; allowed: 50 to 1000 ml"),
    ("[you]\ndoctor_limits_fluids = 1", "2: you.doctor_limits_fluids is 1; allowed: true or false"),
    ('[you]\nhas_bike = "yes"', '2: you.has_bike is "yes"; allowed: true or false'),
    (
        '[you]\navoid_positions = "floor"',
        '2: you.avoid_positions is "floor"; allowed: a list with any of "standing", "fl',
    ),
    (
        '[you]\navoid_positions = [\n"floor",\n"roof"]',
        '4: you.avoid_positions[1] is "roof"; allowed: one of "standing", ',
    ),
    (
        '[you]\navoid_positions = [\n"floor",\n"floor"]',
        '4: you.avoid_positions[1] is "floor"; allowed: one of "standing"',
    ),
    ("[drink]\nstop_before_bed_min = 90", "2: drink.stop_before_bed_min is 90; allowed: 120 to 360 min"),
    ("drink = { on = 1 }", "1: drink.on is 1; allowed: true or false"),
    ("move.every_min = 19", "1: move.every_min is 19; allowed: 20 to 240 min"),
    ('[bedtime]\nchoice = "run"', '2: bedtime.choice is "run"; allowed: one of "stretch", "bike", "either", "both"'),
    ('[bedtime]\nroutine = ""', '2: bedtime.routine is ""; allowed: the id of a routine: letters, digits, - and _'),
    (
        '[bedtime]\nroutine = "../x"',
        '2: bedtime.routine is "../x"; allowed: the id of a routine: letters, digits, - and _',
    ),
    (
        '[heat]\nsource = "radio"',
        '2: heat.source is "radio"; allowed: one of "off", "typed", "open-meteo", "met-norway"',
    ),
    ('[heat]\nplace = "a\\nb"', '2: heat.place is "a\\nb"; allowed: a line of at most 100 characters'),
    ("[heat]\nlatitude = 90.01", "2: heat.latitude is 90.01; allowed: -90 to 90 degrees"),
    ("[heat]\nlatitude = nan", "2: heat.latitude is nan; allowed: -90 to 90 degrees"),
    ("[heat]\nlongitude = -inf", "2: heat.longitude is -inf; allowed: -180 to 180 degrees"),
    ("[heat]\nlongitude = 1" + 400 * "0", "2: heat.longitude is a very large number; allowed: -180 to 180 degrees"),
    ("[heat]\nlongitude = false", "2: heat.longitude is false; allowed: -180 to 180 degrees"),
    (
        '[heat]\nserver = "weather.example"',
        '2: heat.server is "weather.example"; allowed: "" or an address that begins with',
    ),
    ('[heat]\nserver = "ftp://a.example"', '2: heat.server is "ftp://a.example"; allowed: "" or an address'),
    ('[heat]\nserver = "https://"', '2: heat.server is "https://"; allowed: "" or an address'),
    ('[heat]\nserver = "https://a b"', '2: heat.server is "https://a b"; allowed: "" or an address'),
    ('[heat]\nserver = "http://a:99999"', '2: heat.server is "http://a:99999"; allowed: "" or an address'),
    ('[heat]\nserver = "http://[::1"', '2: heat.server is "http://[::1"; allowed: "" or an address'),
    ("[prompts]\nmost_per_day = 25", "2: prompts.most_per_day is 25; allowed: 1 to 24"),
    ("[prompts]\nsmallest_gap_min = [30]", "2: prompts.smallest_gap_min is a list; allowed: 15 to 240 min"),
    ("[prompts]\nsound = {}", "2: prompts.sound is a table; allowed: true or false"),
]

BAD_DAYS = [
    ("[day]", "1: day is a table; allowed: tables headed [[day]]"),
    ("day = 5", "1: day is 5; allowed: tables headed [[day]]"),
    ("day = [\n5]", "2: day[0] is 5; allowed: a table"),
    ("day = []", f"1: day is without {WEEKDAYS}; allowed: each weekday once, in one [[day]]"),
    (WEEK.replace('name = "Workday"\n', ""), "1: day[0].name is missing; allowed: a line of 1 to 60 characters"),
    (WEEK.replace("Workday", " "), '2: day[0].name is " "; allowed: a line of 1 to 60 characters'),
    (WEEK.replace("Workday", "x" * 61), f'2: day[0].name is "{"x" * 58}…; allowed: a line of 1 to 60 characters'),
    (WEEK.replace('"wed", ', ""), '1: day is without "wed"; allowed: each weekday once, in one [[day]]'),
    (WEEK.replace('"wed"', '"we"'), f'3: day[0].on[2] is "we"; allowed: one of {WEEKDAYS}, each once'),
    (WEEK.replace('"wed"', '"tue"'), f'3: day[0].on[2] is "tue"; allowed: one of {WEEKDAYS}, each once'),
    (WEEK.replace('"07:00"', "700"), f"4: day[0].wake is 700; {TIME}"),
    (WEEK.replace('"07:00"', '"7:00"'), f'4: day[0].wake is "7:00"; {TIME}'),
    (WEEK.replace('"07:00"', '"24:00"'), f'4: day[0].wake is "24:00"; {TIME}'),
    (WEEK.replace('"07:00"', '"07:00\\n"'), f'4: day[0].wake is "07:00\\n"; {TIME}'),
    (
        WEEK.replace('"07:00"', '"\N{FULLWIDTH DIGIT ZERO}\N{FULLWIDTH DIGIT SEVEN}:00"'),
        f'4: day[0].wake is "\N{FULLWIDTH DIGIT ZERO}\N{FULLWIDTH DIGIT SEVEN}:00"; {TIME}',
    ),
    (WEEK.replace('"07:00"', "07:00:00"), f"4: day[0].wake is 07:00:00; {TIME}"),
    (WEEK.replace('bed = "23:00"\n', ""), f"1: day[0].bed is missing; {TIME}"),
    (WEEK.replace("23:00", "07:00"), '5: day[0].bed is "07:00"; allowed: 4 to 22 hours after wake, "07:00"'),
    (WEEK.replace("23:00", "10:59"), '5: day[0].bed is "10:59"; allowed: 4 to 22 hours after wake, "07:00"'),
    (WEEK.replace("23:00", "05:01"), '5: day[0].bed is "05:01"; allowed: 4 to 22 hours after wake, "07:00"'),
    (
        WEEK + '[[day]]\nname = "Workday"\nwake = "08:00"\nbed = "22:00"',
        '7: day[1].name is "Workday"; allowed: a name th',
    ),
    (
        WEEK + '[[day]]\nname = "B"\non = [\n"sun"]\nwake = "08:00"\nbed = "22:00"',
        '9: day[1].on[0] is "sun"; allowed: each',
    ),
    (WEEK + "block = 1", "6: day[0].block is 1; allowed: tables headed [[day.block]]"),
    (WEEK + "[day.block]", "6: day[0].block is a table; allowed: tables headed [[day.block]]"),
    (AT_DESK.replace('kind = "desk"\n', ""), '6: day[0].block[0].kind is missing; allowed: one of "desk", "standing"'),
    (
        AT_DESK.replace("desk", "sofa"),
        '7: day[0].block[0].kind is "sofa"; allowed: one of "desk", "standing", "exercise"',
    ),
    (AT_DESK.replace('from = "09:00"\n', ""), f"6: day[0].block[0].from is missing; {TIME}"),
    (
        AT_DESK.replace("09:00", "06:59"),
        '8: day[0].block[0].from is "06:59"; allowed: within the waking day, "07:00" to "23',
    ),
    (
        AT_DESK.replace("17:00", "23:01"),
        '9: day[0].block[0].to is "23:01"; allowed: within the waking day, "07:00" to "23:0',
    ),
    (
        AT_DESK.replace("17:00", "09:00"),
        '9: day[0].block[0].to is "09:00"; allowed: later than from, "09:00", up to "23:00"',
    ),
    (
        AT_DESK.replace("17:00", "08:00"),
        '9: day[0].block[0].to is "08:00"; allowed: later than from, "09:00", up to "23:00"',
    ),
    (
        AT_DESK.replace(WEEK, NIGHT),
        '8: day[0].block[0].from is "09:00"; allowed: within the waking day, "15:00" to "07:30"',
    ),
    (
        AT_DESK + 'effort = "hard"',
        '10: day[0].block[0].effort is "hard"; allowed: only in exercise and outdoors blocks',
    ),
    (AT_DESK + "outdoors = true", "10: day[0].block[0].outdoors is true; allowed: only in exercise blocks"),
    (
        AT_DESK.replace("desk", "outdoors") + "outdoors = false",
        "10: day[0].block[0].outdoors is false; allowed: only in ex",
    ),
    (AT_DESK.replace("desk", "exercise") + "outdoors = 1", "10: day[0].block[0].outdoors is 1; allowed: true or false"),
    ("[date]", "1: date is a table; allowed: tables headed [[date]]"),
    ('[[date]]\nshape = "Weekend"', "1: date[0].date is missing; allowed: a date without quotes, such as 2026-12-24"),
    (
        '[[date]]\ndate = "2026-12-24"\nshape = "Weekend"',
        '2: date[0].date is "2026-12-24"; allowed: a date without quotes',
    ),
    (
        '[[date]]\ndate = 2026-12-24T00:00:00\nshape = "Weekend"',
        "2: date[0].date is 2026-12-24T00:00:00; allowed: a date",
    ),
    (
        '[[date]]\ndate = 2026-12-24\nshape = "Party"',
        '3: date[0].shape is "Party"; allowed: one of "Workday", "Weekend"',
    ),
    (
        WEEK + '[[date]]\ndate = 2026-12-24\nshape = "Weekend"',
        '8: date[0].shape is "Weekend"; allowed: one of "Workday"',
    ),
    (2 * '[[date]]\ndate = 2026-12-24\nshape = "Weekend"\n', "5: date[1].date is 2026-12-24; allowed: each date once"),
]

BAD_TOML = [
    ("version = 1\nunits =\n", "2: not valid TOML: Invalid value"),
    ("version = 1\n[you\n", "2: not valid TOML: Expected ']' at the end of a table declaration"),
    ('version = 1\ntimezone = "system', "2: not valid TOML: "),
    ("a = 1\n\na = 2", "3: not valid TOML: Cannot overwrite a value"),
    ("a = 1\rb = 2", "1: not valid TOML: "),
    ("a = 1\n\x00", "2: not valid TOML: "),
    ("a = 2026-13-40", "1: not valid TOML: "),
    ("wake = 07:00", f"1: not valid TOML: Expected newline or end of document after a statement; {TIME}"),
    ("\nwake = 7:00 # up", f"2: not valid TOML: Expected newline or end of document after a statement; {TIME}"),
    ("a = 1" + 5000 * "0", "a number has too many digits"),
    ("a = " + 5000 * "[" + 5000 * "]", "lists or tables lie too deep in each other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*BAD_VALUES, *BAD_DAYS])
def test_what_is_not_allowed_is_told_with_line_key_found_and_allowed(text: str, expected: str) -> None:
    (problem,) = told(text)
    assert problem.startswith(expected)


@pytest.mark.parametrize(("text", "expected"), BAD_TOML)
def test_what_is_not_toml_is_told_with_its_line(text: str, expected: str) -> None:
    (problem,) = told(text)
    assert problem.lstrip().startswith(expected)
    assert "\n" not in problem


def test_every_problem_is_told_in_the_order_of_the_file() -> None:
    text = AT_DESK.replace("desk", "sofa").replace("23:00", "8") + "[move]\nevery_min = 1\n[you]\nglass_ml = 2\n"
    assert [line.split(" is ")[0] for line in told("version = 3\n" + text)] == [
        "1: version",
        "6: day[0].bed",
        "8: day[0].block[0].kind",
        "12: move.every_min",
        "14: you.glass_ml",
    ]


def test_the_error_carries_every_problem(home: Path) -> None:
    file = home / "settings.toml"
    file.write_text("version = 2\n[you]\nglass_ml = 2\n")
    with pytest.raises(SettingsError) as caught:
        read(file)
    assert caught.value.problems == check(file)
    assert caught.value.exit_status == 2
    assert str(caught.value).splitlines() == [
        f"{file} has 2 problems.",
        "settings.toml:1: version is 2; allowed: 1",
        "settings.toml:3: you.glass_ml is 2; allowed: 50 to 1000 ml",
    ]
    problem = caught.value.problems[1]
    assert (problem.file, problem.line, problem.key) == (file, 3, "you.glass_ml")
    assert (problem.found, problem.allowed) == ("2", "50 to 1000 ml")


def test_no_file_and_an_empty_file_give_the_defaults(home: Path) -> None:
    assert read(home / "settings.toml") == Settings()
    assert read(home / "no folder" / "settings.toml") == Settings()
    (home / "settings.toml").touch()
    assert read(home / "settings.toml") == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff[you]\nglass_ml = 300\n",
        "[you]\r\nglass_ml = 300\r\n",
        "\ufeff# head\r\nyou.glass_ml=300",
        "'you' = {\"glass_ml\" = 0b1_0010_1100}",
    ],
)
def test_every_way_to_write_the_same(text: str) -> None:
    assert parse(text.encode(), Path("settings.toml")).valid().you.glass_ml == 300


def test_line_numbers_are_right_with_a_mark_and_windows_line_ends() -> None:
    assert told("\ufeff# head\r\n\r\n[you]\r\nglass_ml = 3\r\n") == ["4: you.glass_ml is 3; allowed: 50 to 1000 ml"]


def test_a_whole_file_is_read() -> None:
    settings = parse(
        b"""
        timezone = "Asia/Kolkata"
        you = { units = "us", avoid_positions = ["floor", "kneeling"] }
        heat = { latitude = 52.52437, longitude = -0.001, place = "<b>Berlin</b>" }
        [[day]]
        name = "Night"
        on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        wake = "15:00"
        bed = "07:30"
        [[day.block]]
        kind = "exercise"
        from = "23:00"
        to = "00:00"
        effort = "hard"
        outdoors = true
        [[day.block]]
        kind = "quiet"
        from = "00:00"
        to = "07:30"
        [[day]]
        name = "For certain dates"
        wake = "12:00"
        bed = "16:00"
        [[date]]
        date = 2026-12-24
        shape = "For certain dates"
        """,
        Path("settings.toml"),
    ).valid()
    assert settings.timezone == "Asia/Kolkata"
    assert settings.you.units is Units.US
    assert (settings.heat.latitude, settings.heat.longitude) == (52.52, 0.0)
    assert str(settings.heat.longitude) == "0.0"
    night, special = settings.days
    assert night.on == tuple(Weekday)
    assert (night.blocks[0].effort, night.blocks[0].outdoors) == (Effort.HARD, True)
    assert (night.blocks[1].effort, night.blocks[1].outdoors) == (Effort.MODERATE, False)
    assert special.on == ()
    assert settings.shape_of(settings.dates[0].date) is special


def test_unknown_keys_are_no_problem_and_likely_typos_are_told() -> None:
    reading = parse(b"mine = 1\n[you]\nglas_ml = 5\n[[sounds.mine]]\n", Path("settings.toml"))
    assert reading.settings == Settings()
    assert [str(typo) for typo in reading.typos] == [
        "settings.toml:3: you.glas_ml is not a setting; did you mean you.glass_ml?"
    ]


def test_a_folder_a_pipe_and_a_loop_are_told_and_never_waited_for(home: Path) -> None:
    os.mkfifo(home / "pipe.toml")
    (home / "loop.toml").symlink_to("loop.toml")
    assert [str(problem) for problem in check(home)] == ["home: the file cannot be read: Is a directory"]
    assert [str(problem) for problem in check(home / "pipe.toml")] == [
        "pipe.toml: the file cannot be read: not a regular file"
    ]
    assert [str(problem) for problem in check(home / "loop.toml")] == [
        "loop.toml: the file cannot be read: Too many levels of symbolic links"
    ]


def test_another_encoding_is_told_with_its_line(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes('# a\n[heat]\nplace = "Köln"\n'.encode("latin-1"))
    assert [str(problem) for problem in check(file)] == [
        "settings.toml:3: the text is not in UTF-8; allowed: a file saved as UTF-8"
    ]
    file.write_bytes("a = 1".encode("utf-16"))
    assert [str(problem) for problem in check(file)] == [
        "settings.toml:1: the text is not in UTF-8; allowed: a file saved as UTF-8"
    ]


def test_a_file_of_more_than_a_megabyte_is_another_file(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes(b"#" * 1_000_000)
    assert check(file) == ()
    file.write_bytes(b"#" * 1_000_001)
    assert [str(problem) for problem in check(file)] == [
        "settings.toml: the file is too large; allowed: at most 1000000 bytes"
    ]


@pytest.fixture
def as_nobody(tmp_path: Path) -> Iterator[None]:
    if os.geteuid() == 0:  # root may read everything
        for folder in (tmp_path, *tmp_path.parents[:-2]):
            folder.chmod(folder.stat().st_mode | 0o011)
        os.seteuid(65534)
        yield
        os.seteuid(0)
    else:
        yield


def test_a_file_that_may_not_be_read_is_told(home: Path, request: pytest.FixtureRequest) -> None:
    file = home / "settings.toml"
    file.touch(mode=0o000)
    request.getfixturevalue("as_nobody")
    assert [str(problem) for problem in check(file)] == ["settings.toml: the file cannot be read: Permission denied"]


def test_what_has_not_changed_is_not_read_again(home: Path) -> None:
    file = home / "settings.toml"
    file.write_text("version = 1\n")
    reading = examine(file)
    assert examine(file, before=reading) is reading
    file.write_text("version = 1 # the same\n")
    assert examine(file, before=reading) is not reading


def test_what_cannot_be_read_is_looked_at_anew(home: Path) -> None:
    file = home / "settings.toml"
    file.mkdir()
    refused = examine(file)
    assert refused.settings is None
    file.rmdir()
    assert examine(file, before=refused).settings == Settings()


def test_lines_cost_nothing_while_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(reader, "layout_of")
    assert parse(WEEK.encode(), Path("settings.toml")).problems == ()
