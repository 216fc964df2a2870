"""Whatever stands in a settings file: it is read, or every problem names its line, and nothing breaks."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.settings.reader import parse

WHOLE = """\
version = 1
timezone = "system"
[you]
units = "metric"
drink_goal_ml = 2000
avoid_positions = ["floor"]
has_bike = false
[[day]]
name = "Every day"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "07:00"
bed = "23:00"
[[day.block]]
kind = "exercise"
from = "18:00"
to = "19:00"
effort = "hard"
outdoors = true
[[date]]
date = 2026-12-24
shape = "Every day"
[heat]
source = "nws"
latitude = 41.88
longitude = -87.63
server = "https://weather.example"
[prompts]
most_per_day = 12
"""
VALUES = st.one_of(
    st.text(max_size=5).map(json.dumps),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["true", "[]", "{}", "[1]", "1979-05-27", "07:32:00", '"24:00"', '"Mars/Base"', "[{}]", "[[[]]]", ""]
    ),
)
FILE = Path("settings.toml")


def is_read_or_explained(content: bytes) -> bool:
    reading = parse(content, FILE)
    lines = content.count(b"\n") + 2
    return (reading.settings is not None) != bool(reading.problems) and all(
        str(problem) and (problem.line is None or 1 <= problem.line <= lines) for problem in reading.problems
    )


def test_the_whole_file_is_valid() -> None:
    assert parse(WHOLE.encode(), FILE).problems == ()


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(content: bytes) -> None:
    assert is_read_or_explained(content)


@given(st.sampled_from([line for line in WHOLE.splitlines() if "=" in line]), VALUES)
def test_any_value_in_place_of_another(line: str, value: str) -> None:
    key = line.partition("=")[0]
    assert is_read_or_explained(WHOLE.replace(line, f"{key}= {value}", 1).encode("utf-8", "surrogatepass"))


@given(st.lists(st.integers(0, WHOLE.count("\n") - 1), min_size=1, max_size=6))
def test_lines_that_were_lost_or_doubled(places: list[int]) -> None:
    lines = WHOLE.splitlines()
    for number, place in enumerate(places):
        lines[place] = "" if number % 2 else f"{lines[place]}\n{lines[place]}"
    assert is_read_or_explained("\n".join(lines).encode())


def test_lists_that_lie_too_deep_in_each_other() -> None:
    assert is_read_or_explained(b"version = " + b"[" * 50_000)
    assert is_read_or_explained(b"a." * 500 + b"a = 1")
