import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given

from desktop.settings.layout import layout_of
from desktop.settings.problems import KeyPath
from tests.desktop.settings.toml_documents import Document, documents


def paths(value: object, at: KeyPath = ()) -> Iterator[KeyPath]:
    if at:
        yield at
    if isinstance(value, dict):
        for name, each in value.items():
            yield from paths(each, (*at, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from paths(each, (*at, index))


@given(documents())
def test_it_finds_exactly_what_tomllib_reads(document: Document) -> None:
    assert set(layout_of(document.text).lines) == set(paths(tomllib.loads(document.text)))


@given(documents())
def test_every_plain_value_has_the_line_and_the_span_it_was_written_at(document: Document) -> None:
    layout = layout_of(document.text)
    for path, written in document.values.items():
        assert document.text.count(written) == 1
        start = document.text.index(written)
        assert (layout.entries[path].start, layout.entries[path].end) == (start, start + len(written))
        assert layout.line(path) == document.text.count("\n", 0, start) + 1


@given(documents())
def test_every_header_has_its_line_unless_something_in_its_table_came_first(document: Document) -> None:
    layout = layout_of(document.text)
    for path, line in document.headers.items():
        assert layout.line(path) == line


@given(documents())
def test_sections_cover_the_text_in_order_without_overlap(document: Document) -> None:
    layout = layout_of(document.text)
    places = [place for section in layout.sections for place in (section.lead, section.body, section.end)]
    assert places == sorted(places)
    for entry in layout.entries.values():
        assert sum(section.body <= entry.start < section.end for section in layout.sections) == 1


@given(documents())
def test_windows_line_ends_change_no_line(document: Document) -> None:
    assert layout_of(document.text.replace("\n", "\r\n")).lines == layout_of(document.text).lines


TEXT = """\
version = 1 # [no.header]
you.units = "us"
you."glass_ml" = 250
heat = { on = true, place = "a ] } # b" }

# about days
[[day]]
name = '''
[[day]]
'''
on = [ # none
  "mon",

  'tue'
]
[[day.block]]
kind = "desk"
[[day.block]]
kind = "quiet"
[[day]]
[[day.block]]
  from = "09:00"
[ you . "more" ]
a = 1"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("version",), 1),
        (("you",), 2),
        (("you", "units"), 2),
        (("you", "glass_ml"), 3),
        (("heat", "place"), 4),
        (("day",), 7),
        (("day", 0), 7),
        (("day", 0, "name"), 8),
        (("day", 0, "on"), 11),
        (("day", 0, "on", 0), 12),
        (("day", 0, "on", 1), 14),
        (("day", 0, "block"), 16),
        (("day", 0, "block", 1), 18),
        (("day", 0, "block", 1, "kind"), 19),
        (("day", 1), 20),
        (("day", 1, "block", 0), 21),
        (("day", 1, "block", 0, "from"), 22),
        (("you", "more", "a"), 24),
        (("day", 1, "block", 0, "to"), 21),  # missing: its table
        (("day", 1, "bed"), 20),
        (("prompts", "sound"), 1),  # nothing of it is there: the file
    ],
)
def test_lines_of_a_file_with_everything_in_it(path: KeyPath, line: int) -> None:
    assert layout_of(TEXT).line(path) == line


def test_comments_directly_above_a_header_are_its_own() -> None:
    text = "a = 1\n# of a\n\n# of b\n[b]\nc = 1\n# of b, too\n\n# of nobody\n\n[d]\n"
    root, b, d = layout_of(text).sections
    assert text[root.lead : root.end] == "a = 1\n# of a\n"
    assert text[b.lead : b.end] == "# of b\n[b]\nc = 1\n# of b, too\n"
    assert text[d.lead : d.end] == "[d]\n"
