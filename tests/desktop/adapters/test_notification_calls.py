from typing import Any

import pytest

from desktop.adapters.notification_calls import Abilities, notify
from desktop.ports import Notice
from tests.desktop.notifier_contract import a_notice

EVERYTHING = Abilities(actions=True, markup=True)
NOTHING = Abilities()


def sent(notice: Notice, abilities: Abilities, replaces: int = 0) -> Any:  # noqa: ANN401 - a message has any types
    message = notify(notice, replaces=replaces, abilities=abilities, icon="uncramp")
    assert message.serialise(serial=1)
    return message.body


def test_a_call_has_what_the_specification_asks_for() -> None:
    name, replaces, icon, title, body, actions, hints, timeout = sent(a_notice(), EVERYTHING, replaces=7)
    assert (name, replaces, icon, timeout) == ("Uncramp", 7, "uncramp", -1)
    assert (title, body) == ("A glass of water", "750 of 2,000 ml so far")
    assert actions == ["default", "Open", "drank", "I drank 250 ml", "later", "Later"]
    assert hints["urgency"] == ("y", 1)


@pytest.mark.parametrize(
    ("abilities", "body"), [(EVERYTHING, 'a &lt;b&gt; &amp;amp; "c"'), (NOTHING, 'a <b> &amp; "c"')]
)
def test_the_body_is_escaped_only_where_it_is_read_as_markup(abilities: Abilities, body: str) -> None:
    call = sent(a_notice(title="a <b> & c", body='a <b> &amp; "c"'), abilities)
    assert call[3:5] == ("a <b> & c", body)


def test_a_server_without_actions_gets_none() -> None:
    assert sent(a_notice(), NOTHING)[5] == []


def test_labels_and_titles_are_one_plain_line() -> None:
    call = sent(a_notice(title="One\ntwo\0"), EVERYTHING)
    assert call[3] == "One two"
