"""What every weather service has in common: a talk of requests and answers, and the ways in which it can go wrong.

A service is a generator: it yields what to ask for, is sent the answers, and returns what it found. So it needs no
network of its own, and whoever drives it decides how things are fetched.
"""

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import desktop
from desktop.weather_trouble import Trouble, WeatherError
from desktop.wording.catalog import _
from schedules.waking_day import ONE_DAY
from schedules.wall_clock import HOUR, MINUTE

Found = TypeVar("Found")

PURPOSE = "desktop reminder for one person"
NOT_MODIFIED, DEPRECATED, TOO_MANY, FORBIDDEN, SERVER_FAULT = 304, 203, 429, 403, 500


def user_agent(contact: str = "") -> str:
    """How Uncramp names itself to every service: MET Norway and the National Weather Service want a contact too.

    Args:
        contact: Where its user, or whoever packages it, can be reached; what was not meant for a header is left out.

    Source:
        api.met.no, terms of service, 2026; weather.gov/documentation/services-web-api, 2026.
    """
    plain = "".join(c for c in contact[:80] if c.isascii() and c.isprintable() and c not in "()\\").strip()
    return f"Uncramp/{desktop.__version__} ({plain or PURPOSE})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Get:
    """A request."""

    url: str
    since: str = ""
    """What the service called the time of its last change, word for word; empty to get it in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str]
    """By name in lower case."""

    @property
    def is_unchanged(self) -> bool:
        """Whether what is known still holds."""
        return self.status == NOT_MODIFIED

    @property
    def last_modified(self) -> str:
        """For the next request, word for word."""
        return self.headers.get("last-modified", "")

    @property
    def expires_at(self) -> datetime | None:
        """Until when it is of no use to ask again; None where the service does not say."""
        return http_date(self.headers.get("expires", ""))


Talk = Generator[Get, Answer, Found]


def http_date(text: str) -> datetime | None:
    """A date of a header, in UTC; None for one that cannot be read."""
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)


def read_json(body: bytes) -> object:
    """The content of an answer.

    Raises:
        WeatherError: It is not JSON, or not all of it.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise broken(_("The weather service sent something that is not complete JSON.")) from error


def broken(title: str) -> WeatherError:
    """An answer of no use."""
    return WeatherError(Trouble.BROKEN, title)


def refusal(answer: Answer, now: datetime) -> WeatherError:
    """What an answer with an error status means: which trouble, in the service's own words, and how long to wait."""
    said = _said(answer.body)
    title = _("The weather service answered {status}. {reason}").format(status=answer.status, reason=said).strip()
    wait = _retry_after(answer, now)
    if answer.status == TOO_MANY:
        return WeatherError(Trouble.LIMIT, title, wait or _wait_by(said, now))
    if answer.status >= SERVER_FAULT:
        return WeatherError(Trouble.BROKEN, title, wait)
    return WeatherError(Trouble.REFUSED, title, wait)


def _said(body: bytes) -> str:
    """The reason in a body: Open-Meteo calls it ``reason``, api.weather.gov ``detail``."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(content, dict):
        return ""
    return " ".join(str(content.get("reason") or content.get("detail") or "").split())[:200]


def _retry_after(answer: Answer, now: datetime) -> timedelta | None:
    text = answer.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return min(timedelta(seconds=min(int(text), 86_400)), ONE_DAY)
    at = http_date(text)
    return min(max(at - now, MINUTE), ONE_DAY) if at is not None else None


def _wait_by(reason: str, now: datetime) -> timedelta:
    """How long a limit lasts by its name. Source: open-meteo/open-meteo, RateLimiter, 2026."""
    word = reason.lower()
    if "minutely" in word or "concurrent" in word:
        return 2 * MINUTE
    if "daily" in word:
        return now.replace(hour=0, minute=0, second=0, microsecond=0) + ONE_DAY - now + 5 * MINUTE
    return ONE_DAY if "monthly" in word else HOUR
