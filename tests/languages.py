"""Lets a test speak another language than English, without a compiled catalog on the disk."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop import evidence_cards, relief_texts
from desktop.wording import catalog, usage
from tests import messages
from tests.pseudo import PseudoTranslations

KEPT = (evidence_cards.cards, relief_texts.relief_guides, relief_texts.help_texts, usage.commands, usage.options)
"""What is read once, in the language of the moment."""


@contextmanager
def speaking(translations: gettext.NullTranslations) -> Iterator[None]:
    """Speak by some translations for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "translation", lambda: translations)
        _forget()
        try:
            yield
        finally:
            _forget()


def german() -> gettext.NullTranslations:
    """The German translation: compiled in memory, or as it lies compiled in the wheel."""
    for path in messages.translations():
        if path.parts[-3] == "de":
            return gettext.GNUTranslations(messages.compiled(messages.read(path)))
    return gettext.translation(catalog.DOMAIN, str(messages.LOCALE), ["de"])


def pseudo() -> gettext.NullTranslations:
    """The pseudo-locale."""
    return PseudoTranslations()


def _forget() -> None:
    for kept in KEPT:
        kept.cache_clear()
