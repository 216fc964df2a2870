"""Whom a weather service can write to: what was typed, else what the packager says."""

import pytest

from desktop.weather_contact import CONTACT_VARIABLE, contact, set_contact
from tests.desktop.living import Life
from tests.desktop.relief_life import BUSY


def test_what_was_typed_comes_before_what_a_packager_says(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Life().store
    monkeypatch.delenv(CONTACT_VARIABLE, raising=False)
    assert contact(store) == ""
    monkeypatch.setenv(CONTACT_VARIABLE, " https://packager.example ")
    assert contact(store) == "https://packager.example"
    set_contact(store, "me@mail.example")
    assert contact(store) == "me@mail.example"
    set_contact(store, "")
    assert contact(store) == "https://packager.example"


def test_records_that_cannot_be_read_name_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CONTACT_VARIABLE, raising=False)
    store = Life().store
    store.failure = BUSY
    assert contact(store) == ""
