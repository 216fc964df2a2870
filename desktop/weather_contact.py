"""Whom a weather service can write to: the one place that knows.

Uncramp has no public address of its own to give as yet. So it gives that of whoever packages it, ``UNCRAMP_CONTACT``,
or one that a person typed in the window of the weather; see docs/decisions.
"""

import os

from desktop.errors import UncrampError
from desktop.ports import Store

CONTACT_VARIABLE = "UNCRAMP_CONTACT"
CONTACT_KEY = "weather contact"


def contact(store: Store) -> str:
    """The contact that every request names; empty where there is none."""
    try:
        typed = store.get_state(CONTACT_KEY)
    except UncrampError:
        typed = None
    return typed or os.environ.get(CONTACT_VARIABLE, "").strip()


def set_contact(store: Store, typed: str) -> None:
    """Remember what a person typed, or forget it.

    Raises:
        StoreError: It could not be kept.
    """
    store.set_state(CONTACT_KEY, typed or None)
