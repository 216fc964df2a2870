"""What of a text may leave for a notification service or a terminal: text from calendars and settings stays text."""

import unicodedata


def plain(text: str) -> str:
    """A text without what breaks its carrier.

    A NUL makes a bus drop the connection, other control characters break Pango's markup and steer terminals, and a lone
    surrogate cannot be encoded at all. Line breaks and tabs stay.
    """
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(char for char in encodable if char in "\n\t" or unicodedata.category(char) != "Cc")


def one_line(text: str) -> str:
    """A plain text on one line, as a title has to be."""
    return " ".join(plain(text.replace("\n", " ").replace("\t", " ")).split())


def as_markup(text: str) -> str:
    """A text that reads as itself where markup is read; `html.escape` would do it at half a megabyte of entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
