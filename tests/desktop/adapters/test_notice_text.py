from html import escape, unescape

import pytest

from desktop.adapters.notice_text import as_markup, one_line, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A glass\nof water\tnow", "A glass\nof water\tnow"),
        ("a\0b", "ab"),
        ("\x1b[31mred\x1b[0m\x9b1m", "[31mred[0m1m"),
        ("half \ud83e", "half ?"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("Žluťoučký \N{GLASS OF MILK} שלום", "Žluťoučký \N{GLASS OF MILK} שלום"),
    ],
)
def test_plain_drops_what_breaks_its_carrier_and_nothing_else(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("one\ntwo\r\n three ", "one two three"), ("\0\n\x1b", ""), ("a\tb", "a b")],
)
def test_one_line_has_no_breaks(text: str, expected: str) -> None:
    assert one_line(text) == expected


@pytest.mark.parametrize("text", ['<b>x</b> & "q"', "&amp; &lt;", "'", ""])
def test_markup_reads_as_the_text_it_was(text: str) -> None:
    assert as_markup(text) == escape(text, quote=False)
    assert unescape(as_markup(text)) == text
