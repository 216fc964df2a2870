"""What somebody types becomes a file or an address that may be asked, or is refused with a reason."""

from pathlib import Path

import pytest

from desktop.calendar_source import Refusal, RefusedError, source_of


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        (" https://calendar.google.com/calendar/ical/key/basic.ics ", "", "calendar.google.com"),
        ("webcal://example.org/a.ics?key=1#x", "https://example.org/a.ics?key=1", "example.org"),
        ("WEBCAL://example.org/a", "https://example.org/a", "example.org"),
        ("https://kim:secret@example.org:8443/a", "https://kim:secret@example.org:8443/a", "example.org"),
        ("http://127.0.0.1:8080/a.ics", "", "127.0.0.1"),
        ("http://localhost/a.ics", "", "localhost"),
        ("http://192.168.1.5/a.ics", "", "192.168.1.5"),
        ("http://[::1]/a.ics", "", "::1"),
        ("/home/kim/my calendar.ics", "", "/home/kim/my calendar.ics"),
        ('"/home/kim/a.ics"', "/home/kim/a.ics", "/home/kim/a.ics"),
        ("file:///home/kim/my%20calendar.ics", "/home/kim/my calendar.ics", "/home/kim/my calendar.ics"),
    ],
)
def test_source(typed: str, text: str, shown: str) -> None:
    source = source_of(typed)
    assert source.text == (text or typed.strip())
    assert source.shown == shown
    assert source_of(source.text) == source


def test_a_file_in_ones_own_folder() -> None:
    assert source_of("~/a.ics").path == Path.home() / "a.ics"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Refusal.NOT_AN_ADDRESS),
        ("calendar.ics", Refusal.NOT_AN_ADDRESS),
        ("ftp://example.org/a.ics", Refusal.NOT_AN_ADDRESS),
        ("javascript://alert(1)", Refusal.NOT_AN_ADDRESS),
        ("https://", Refusal.NOT_AN_ADDRESS),
        ("https://[::1/a", Refusal.NOT_AN_ADDRESS),
        ("https://example.org:99999/a", Refusal.NOT_AN_ADDRESS),
        ("https://example.org/\n", None),
        ("https://exam\nple.org/", Refusal.NOT_AN_ADDRESS),
        ("https://example.org/" + "a" * 2000, Refusal.NOT_AN_ADDRESS),
        ("http://example.org/a.ics", Refusal.NOT_SECURE),
        ("http://8.8.8.8/a.ics", Refusal.NOT_SECURE),
    ],
)
def test_no_source(typed: str, why: Refusal | None) -> None:
    if why is None:
        assert source_of(typed).address == typed.strip()
        return
    with pytest.raises(RefusedError) as found:
        source_of(typed)
    assert found.value.why is why
