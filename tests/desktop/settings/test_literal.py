import tomllib
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.settings.literal import key, literal, section
from desktop.settings.rewriting import same

VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.text()
    | st.dates()
    | st.times()
    | st.datetimes(timezones=st.none() | st.just(timezone(timedelta(hours=5, minutes=30)))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_written_is_what_is_read(value: object) -> None:
    text = literal(value)
    assert "\n" not in text
    assert same(tomllib.loads(f"a = {text}")["a"], value)


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_keys_are_quoted_where_they_need_it(parts: list[str]) -> None:
    data: object = tomllib.loads(f"{key(*parts)} = 1")
    for part in parts:
        assert isinstance(data, dict)
        (data,) = [value for name, value in data.items() if name == part]
    assert data == 1


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_sections_hold_what_is_in_a_table(table: dict[str, object]) -> None:
    assert same(tomllib.loads(section(("a b",), table))["a b"], table)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (1, "1"),
        (52.0, "52.0"),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
        ('a"\\\n\x7f🦵', '"a\\"\\\\\\u000a\\u007f🦵"'),
        (date(2026, 12, 24), "2026-12-24"),
        (time(7, 30), "07:30:00"),
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),  # noqa: DTZ001 - a local moment, as TOML knows them
        (["mon", "tue"], '["mon", "tue"]'),
        ({"a": 1, "b c": []}, '{a = 1, "b c" = []}'),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_literals(value: object, expected: str) -> None:
    assert literal(value) == expected


def test_a_section_with_sections_in_it() -> None:
    table = {"name": "Work", "block": [{"kind": "desk"}, {"kind": "quiet"}], "more": {"a": 1}, "on": []}
    assert section(("day", 3), table) == (
        '[[day]]\nname = "Work"\non = []\n'
        '[[day.block]]\nkind = "desk"\n[[day.block]]\nkind = "quiet"\n'
        "[day.more]\na = 1\n"
    )


def test_what_toml_cannot_say_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="TOML has no NoneType"):
        literal(None)
