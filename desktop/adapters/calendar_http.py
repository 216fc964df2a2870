"""Fetches a calendar through Qt's network stack. Imported only once a person has given an address.

Connections are verified as Qt does by itself, no cookie is kept, and no answer may be slow or large. A redirect never
leads from a secure connection to another.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

import desktop
from desktop.calendar_source import Refusal
from desktop.calendar_watch import Fetched

PATIENCE_MS = 30_000
LARGEST_ANSWER = 10_000_000
"""Bytes, unpacked; as much as is read of a file."""
MOST_REDIRECTS = 4
USER_AGENT = f"Uncramp/{desktop.__version__}"
NOT_MODIFIED, LEAST_ERROR, SERVER_FAULT, LATER = 304, 400, 500, (408, 425, 429)
Attribute = QNetworkRequest.Attribute


class HttpCalendar(QObject):
    """The port `desktop.calendar_watch.Fetcher`: one request at a time."""

    fetched = Signal(object)
    """A `Fetched`."""
    refused = Signal(object)
    """A `Refusal`."""

    def __init__(
        self, asking: Callable[[], None], parent: QObject | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        """Build the network access; nothing is asked yet.

        Args:
            asking: Called before each request.
            parent: The owner.
            patience_ms: How long an answer may take, from the request to its last byte.
        """
        super().__init__(parent)
        self._asking = asking
        self._network = QNetworkAccessManager(self)
        self._reply: QNetworkReply | None = None
        self._why: Refusal | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self._on_late)

    def fetch(self, address: str, etag: str, last_modified: str) -> None:
        """Ask for a calendar; what was asked before comes to nothing.

        Args:
            address: Of the calendar.
            etag: What the server called what it sent last; empty to get it in any case, as is the next.
            last_modified: When that was changed, word for word.
        """
        self.close()
        self._why = None
        self._asking()
        self._reply = reply = self._network.get(_request(address, etag, last_modified))
        reply.downloadProgress.connect(self._on_progress)
        reply.finished.connect(self._on_finished)
        self._timer.start()

    def close(self) -> None:
        """Break off what is under way; nothing more is told of it."""
        self._timer.stop()
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply.finished.disconnect(self._on_finished)
            reply.downloadProgress.disconnect(self._on_progress)
            reply.abort()
            reply.deleteLater()

    def _on_late(self) -> None:
        self._break_off(Refusal.OFFLINE)

    def _on_progress(self, received: int, total: int) -> None:
        if self._reply is not None and max(received, total, self._reply.bytesAvailable()) > LARGEST_ANSWER:
            self._break_off(Refusal.TOO_LARGE)

    def _break_off(self, why: Refusal) -> None:
        if self._reply is not None and self._reply.isRunning():
            self._why = why
            self._reply.abort()

    def _on_finished(self) -> None:
        reply, self._reply = self._reply, None
        assert reply is not None
        self._timer.stop()
        found = self._why or _outcome(reply)
        reply.deleteLater()
        if isinstance(found, Refusal):
            self.refused.emit(found)
        else:
            self.fetched.emit(found)


def _request(address: str, etag: str, last_modified: str) -> QNetworkRequest:
    request = QNetworkRequest(QUrl(address))
    headers = {"User-Agent": USER_AGENT, "Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": last_modified} if last_modified else {}
    for name, value in headers.items():
        request.setRawHeader(name.encode(), value.encode("latin-1", errors="ignore"))
    request.setAttribute(Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
    request.setMaximumRedirectsAllowed(MOST_REDIRECTS)
    for cookies in (Attribute.CookieLoadControlAttribute, Attribute.CookieSaveControlAttribute):
        request.setAttribute(cookies, QNetworkRequest.LoadControl.Manual)
    return request


def _outcome(reply: QNetworkReply) -> Fetched | Refusal:
    status = reply.attribute(Attribute.HttpStatusCodeAttribute)
    if not isinstance(status, int):
        return Refusal.OFFLINE
    if status >= SERVER_FAULT or status in LATER:
        return Refusal.OFFLINE
    if status >= LEAST_ERROR:
        return Refusal.GONE
    if reply.error() is not QNetworkReply.NetworkError.NoError:
        return Refusal.OFFLINE  # cut off on the way, or sent round in a circle
    content = None if status == NOT_MODIFIED else bytes(reply.readAll().data())
    return Fetched(content=content, etag=_header(reply, "ETag"), last_modified=_header(reply, "Last-Modified"))


def _header(reply: QNetworkReply, name: str) -> str:
    return bytes(reply.rawHeader(name).data()).decode("latin-1")[:500]
