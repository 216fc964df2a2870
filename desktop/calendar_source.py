"""Where a calendar is read from, and why one is refused. No Qt."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

LONGEST_SOURCE = 2000
"""Characters of a path or an address."""


class Refusal(StrEnum):
    """Why nothing was read."""

    NO_FILE = "no-file"
    """There is no such file, it is none, or it may not be read."""
    NOT_A_CALENDAR = "not-a-calendar"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    """More entries than a person can have."""
    TOO_OFTEN = "too-often"
    """An entry that comes back every minute or second."""
    TOO_HARD = "too-hard"
    """It takes too much time or memory to read."""
    NOT_AN_ADDRESS = "not-an-address"
    NOT_SECURE = "not-secure"
    """A calendar is private: what is far away is fetched through TLS alone."""
    OFFLINE = "offline"
    """Nobody answered."""
    GONE = "gone"
    """The server answered that there is no such calendar, or not for this address."""
    NOT_READ = "not-read"
    """The reader itself cannot be started."""


class RefusedError(Exception):
    """A calendar is not read. The words are made where it is shown."""

    def __init__(self, why: Refusal) -> None:
        """Store why."""
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a calendar is."""

    path: Path | None = None
    """A file; None for an address."""
    address: str = ""
    """Begins with ``https``, or with ``http`` on this machine or its own network."""

    @property
    def text(self) -> str:
        """As it is remembered, and read by `source_of`."""
        return self.address if self.path is None else str(self.path)

    @property
    def shown(self) -> str:
        """As it may be shown: of an address its server alone, for the rest of it is often the key to the calendar."""
        return (urlsplit(self.address).hostname or "") if self.path is None else str(self.path)


def source_of(typed: str) -> Source:
    """The source that somebody typed or chose.

    Raises:
        RefusedError: It is neither a path from the root on nor an address that may be asked.
    """
    text = typed.strip().strip('"')
    if not text or len(text) > LONGEST_SOURCE or not text.isprintable():
        raise RefusedError(Refusal.NOT_AN_ADDRESS)
    scheme = text.partition("://")[0].lower() if "://" in text else ""
    if scheme in {"http", "https", "webcal", "webcals"}:
        return Source(address=_address(text))
    if scheme == "file":
        text = _path_of(text)
    elif scheme:
        raise RefusedError(Refusal.NOT_AN_ADDRESS)
    path = Path(text).expanduser()
    if not path.is_absolute():
        raise RefusedError(Refusal.NOT_AN_ADDRESS)
    return Source(path=path)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError(Refusal.NOT_AN_ADDRESS) from error
    if not host:
        raise RefusedError(Refusal.NOT_AN_ADDRESS)
    scheme = "http" if parts.scheme == "http" else "https"
    if scheme == "http" and not _is_near(host):
        raise RefusedError(Refusal.NOT_SECURE)
    return urlunsplit(parts._replace(scheme=scheme, fragment=""))


def _is_near(host: str) -> bool:
    """Whether a server is this machine or in its own network."""
    if host == "localhost":
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _path_of(text: str) -> str:
    from urllib.request import url2pathname

    return url2pathname(urlsplit(text).path)
