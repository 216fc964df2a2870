import pytest

from desktop.adapters.plyer_delivery import fitted
from tests.desktop.notifier_contract import a_notice


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("A glass", "of water", ("A glass", "of water")),
        ("--help", "-5 °C", ("–-help", "–5 °C")),
        ("a -b", "c -d", ("a -b", "c -d")),
        ("<b>", "<b> & c", ("<b>", "&lt;b&gt; &amp; c")),
        ("C:\\new", "C:\\new\\101", ("C:\\new", "C:\\\\new\\\\101")),
        ("", "", ("Uncramp", "")),
        ("\n", "a\nb", ("Uncramp", "a\nb")),
    ],
)
def test_what_notify_send_may_have(title: str, body: str, expected: tuple[str, str]) -> None:
    assert fitted(a_notice(title=title, body=body), "linux", has_dbus=False) == expected


def test_dbus_python_takes_dashes_and_backslashes_as_they_are() -> None:
    notice = a_notice(title="--help", body="-5 & C:\\new")
    assert fitted(notice, "linux", has_dbus=True) == ("--help", "-5 &amp; C:\\new")


@pytest.mark.parametrize("character", ["a", "\N{GLASS OF MILK}"])
def test_windows_takes_a_fixed_number_of_units(character: str) -> None:
    title, body = fitted(a_notice(title=character * 100, body=character * 300), "win32", has_dbus=False)
    assert len(title.encode("utf-16-le")) // 2 in {62, 63}
    assert len(body.encode("utf-16-le")) // 2 in {254, 255}
    assert set(title + body) == {character}


def test_elsewhere_the_text_stays() -> None:
    assert fitted(a_notice(title="-a", body="<b> \\n"), "darwin", has_dbus=False) == ("-a", "<b> \\n")
