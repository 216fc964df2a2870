import copy
import tomllib
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from desktop.settings.literal import literal
from desktop.settings.problems import KeyPath
from desktop.settings.rewriting import partners, rewritten, same
from tests.desktop.settings.toml_documents import Document, documents

PLAIN = st.one_of(
    st.integers(-5, 5),
    st.booleans(),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.times(),
    st.lists(st.sampled_from(["mon", "tue", "wed"]), max_size=3),
)
NEW = st.one_of(
    PLAIN,
    st.lists(st.fixed_dictionaries({"kind": st.text(max_size=2), "n": st.integers(0, 3)}), max_size=2),
    st.fixed_dictionaries({"a": st.integers(0, 3), "b": st.fixed_dictionaries({"c": st.booleans()})}),
)


@st.composite
def changed(draw: st.DrawFn, value: object, *, whole: bool = False, element: bool = False) -> Any:  # noqa: ANN401 - TOML holds anything
    """A value after some of the changes that settings go through, at any depth."""
    if isinstance(value, dict):
        names = [name for name in value if not element or isinstance(value[name], dict) or draw(st.integers(0, 4))]
        result = {name: draw(changed(value[name])) for name in names}
        for name in draw(st.lists(st.sampled_from(["new", "new key", "on"]), max_size=1)):
            result.setdefault(name, draw(NEW if whole or element else PLAIN))
        return result
    if not isinstance(value, list):
        return draw(st.one_of(st.just(value), st.just(value), PLAIN))
    items = [draw(changed(each, element=True)) for each in value]
    match draw(st.integers(0, 5)) if items else None:
        case 0:
            del items[draw(st.integers(0, len(items) - 1))]
        case 1:
            items = draw(st.permutations(items))
        case 2:
            items = [*items, copy.deepcopy(items[0])]
        case 3:
            items = [copy.deepcopy(items[-1]), *items]
    return items


@given(documents(), st.data())
def test_the_result_says_what_is_wanted(document: Document, data: st.DataObject) -> None:
    wanted = data.draw(changed(tomllib.loads(document.text), whole=True))
    assert same(tomllib.loads(rewritten(document.text, wanted)), wanted)


@given(documents(), st.data())
def test_the_same_with_windows_line_ends(document: Document, data: st.DataObject) -> None:
    text = document.text.replace("\n", "\r\n")
    wanted = data.draw(changed(tomllib.loads(text), whole=True))
    result = rewritten(text, wanted)
    assert same(tomllib.loads(result), wanted)
    assert result.count("\n") == result.count("\r\n") + ("\r\n" not in text) * result.count("\n")


@given(documents())
def test_nothing_wanted_changes_no_byte(document: Document) -> None:
    assert rewritten(document.text, tomllib.loads(document.text)) == document.text


def put(tree: Any, path: KeyPath, value: object) -> None:  # noqa: ANN401 - TOML holds anything
    for part in path[:-1]:
        tree = tree[part]
    tree[path[-1]] = value


@given(documents(), st.data())
def test_another_value_changes_nothing_but_its_own_letters(document: Document, data: st.DataObject) -> None:
    wanted = tomllib.loads(document.text)
    expected = document.text
    for path in data.draw(st.sets(st.sampled_from(sorted(document.values, key=str)))) if document.values else ():
        new = data.draw(st.integers(0, 99) | st.text(max_size=3))
        put(wanted, path, new)
        expected = expected.replace(document.values[path], literal(new))
    assert rewritten(document.text, wanted) == expected


@given(documents(), st.dictionaries(st.sampled_from(["new", "and new"]), NEW, min_size=1))
def test_what_is_added_leaves_every_line_as_it_is(document: Document, added: dict[str, Any]) -> None:
    wanted = tomllib.loads(document.text)
    lines = iter(rewritten(document.text, wanted | added).splitlines())
    assert all(line in lines for line in document.text.splitlines())


APART = """\
# The shapes.
[[day]] # one
name = "Workday"
# Not now: name = "Office"

# A week off:
[[day]] # two
name = "Weekend"

[drink] # about drinks
on = true # yes

# For journeys, added later.
[[day]] # three
name = "Travel"
"""


def test_tables_that_stand_apart_stay_where_they_are() -> None:
    """The reason why this is not done with tomlkit: it moves them, and comments go with the wrong table."""
    assert tomlkit.dumps(tomlkit.parse(APART)) != APART
    wanted = tomllib.loads(APART)
    wanted["day"][2]["name"] = "Trip"
    assert rewritten(APART, wanted) == APART.replace("Travel", "Trip")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param([0, 2], APART.replace('# A week off:\n[[day]] # two\nname = "Weekend"\n\n', ""), id="removed"),
        pytest.param(
            [0, 1],
            APART.replace('\n# For journeys, added later.\n[[day]] # three\nname = "Travel"\n', ""),
            id="removed at the end",
        ),
        pytest.param(
            [0, "Party", 1, 2],
            APART.replace("\n# A week", '\n[[day]]\nname = "Party"\n\n# A week'),
            id="added between",
        ),
        pytest.param(
            ["Party", 0, 1, 2],
            APART.replace("# The", '[[day]]\nname = "Party"\n\n# The'),
            id="added before",
        ),
        pytest.param([0, 1, 2, "Party"], APART + '\n[[day]]\nname = "Party"\n', id="added at the end"),
    ],
)
def test_an_element_comes_and_goes_with_its_comments(order: list[int | str], expected: str) -> None:
    wanted = tomllib.loads(APART)
    days = wanted["day"]
    wanted["day"] = [{"name": each} if isinstance(each, str) else days[each] for each in order]
    assert rewritten(APART, wanted) == expected


def test_elements_move_with_their_comments() -> None:
    wanted = tomllib.loads(APART)
    wanted["day"].reverse()
    result = rewritten(APART, wanted)
    assert same(tomllib.loads(result), wanted)
    assert sorted(result.splitlines()) == sorted(APART.splitlines())
    assert '# A week off:\n[[day]] # two\nname = "Weekend"\n' in result
    assert '# For journeys, added later.\n[[day]] # three\nname = "Travel"\n' in result


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("", {"a": 1}, "a = 1\n"),
        ("# head", {"a": 1}, "# head\na = 1\n"),
        ("# head\n\n[b]\n", {"a": 1, "b": {}}, "# head\na = 1\n\n[b]\n"),
        ("# of b\n[b]\n", {"a": 1, "b": {}}, "a = 1\n\n# of b\n[b]\n"),
        ("[b]", {"b": {"c": 1}}, "[b]\nc = 1\n"),
        ("[b]\n  c = 1\n  # more\n\n# of d\n[d]\n", {"b": {"c": 1, "e": 2}, "d": {}},
         "[b]\n  c = 1\n  # more\n  e = 2\n\n# of d\n[d]\n"),
        ("b.c = 1 # x\nd = 1\n", {"b": {"c": 1, "e": 2}, "d": 1}, "b.c = 1 # x\nb.e = 2\nd = 1\n"),
        ("b = {c = 1} # x\n", {"b": {"c": 2}}, "b = {c = 2} # x\n"),
        ("b = {c = 1} # x\n", {"b": {"c": 1, "e": 2}}, "b = {c = 1, e = 2} # x\n"),
        ("[b.f]\n", {"b": {"f": {}, "e": 2}}, "[b.f]\n\n[b]\ne = 2\n"),
        ('a = [\n  "x", # of x\n  "y", # of y\n]\n', {"a": ["y"]}, 'a = [\n   # of x\n  "y", # of y\n]\n'),
        ("a = [ # none\n]\n", {"a": ["y"]}, 'a = ["y" # none\n]\n'),
        ('a = [\n  "x", # of x\n]\n', {"a": ["x", "y"]}, 'a = [\n  "x", "y", # of x\n]\n'),
        ("[[b]]\nx.y = 1\n", {"b": [{"x": {}}]}, "[[b]]\n[b.x]\n"),  # another element, with a table that says nothing
        ('a = ["x", "y"] # z\n', {"a": ["y", "x"]}, 'a = ["y", "x"] # z\n'),
        ("[[b]]\n[[b.c]]\nd = 1\n[e]\n", {"b": [{"c": [{"d": 1}, {"d": 2}]}], "e": {}},
         "[[b]]\n[[b.c]]\nd = 1\n[[b.c]]\nd = 2\n[e]\n"),
        ("[[b]]\nf = 1\n\n[e]\n", {"b": [{"f": 1, "c": [{"d": 2}]}], "e": {}},
         "[[b]]\nf = 1\n[[b.c]]\nd = 2\n\n[e]\n"),
    ],
)  # fmt: skip
def test_where_new_things_go(text: str, wanted: dict[str, Any], expected: str) -> None:
    assert rewritten(text, wanted) == expected


@pytest.mark.parametrize(
    ("current", "wanted", "expected"),
    [
        ("ab", "ab", [0, 1]),
        ("ab", "ba", [1, 0]),
        ("ab", "b", [1]),
        ("ab", "cb", [0, 1]),  # renamed in its place
        ("ab", "bc", [1, None]),  # one gone, one new
        ("", "a", [None]),
    ],
)
def test_tables_are_told_apart_by_what_they_say(current: str, wanted: str, expected: list[int | None]) -> None:
    assert partners([{"name": each} for each in current], [{"name": each} for each in wanted]) == expected


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        (float("nan"), float("nan"), True),
        ("1", 1, False),
        ([1], [1.0], True),
        ([1], [1, 2], False),
        ({"a": float("nan")}, {"a": float("nan")}, True),
        ({"a": 1}, {"b": 1}, False),
        ({"a": 1}, {"a": 1, "b": 1}, False),
    ],
)
def test_what_means_the_same(one: object, other: object, *, is_same: bool) -> None:
    assert same(one, other) is is_same
    assert same(other, one) is is_same
