"""Fetches the weather through Qt's network stack. Imported only once a person has switched an online source on.

Connections are verified as Qt does by itself, nothing is stored on the way, and no answer may be slow, large or
elsewhere: a redirect is followed within the same server alone.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from desktop.adapters import met_norway, nws, open_meteo
from desktop.adapters.weather_service import (
    Answer,
    Get,
    Talk,
    broken,
    refusal,
    user_agent,
)
from desktop.ports import Clock, KeptWeather
from desktop.weather_trouble import Trouble, WeatherError
from desktop.wording.catalog import _
from schedules.settings import HeatSettings, WeatherSource

PATIENCE_MS = 10_000
LARGEST_ANSWER = 4_000_000
"""Bytes, unpacked. The largest grid of the National Weather Service is a quarter of it."""
MOST_REDIRECTS = 3
LEAST_ERROR = 400
ASK: Mapping[WeatherSource, Callable[[HeatSettings, KeptWeather | None, Clock], Talk[KeptWeather]]] = MappingProxyType(
    {
        WeatherSource.OPEN_METEO: open_meteo.ask,
        WeatherSource.MET_NORWAY: met_norway.ask,
        WeatherSource.NWS: nws.ask,
    }
)

Found = TypeVar("Found")
Code = QNetworkReply.NetworkError


class HttpWeather(QObject):
    """The port `desktop.ports.WeatherFetcher`, and the search for places."""

    fetched = Signal(object)
    failed = Signal(object)
    asked = Signal()
    """A request is about to be sent."""

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        *,
        patience_ms: int = PATIENCE_MS,
        contact: Callable[[], str] = str,
    ) -> None:
        """Build the network access; nothing is asked yet.

        Args:
            clock: The time.
            parent: The owner.
            patience_ms: How long one answer may take, from the request to its last byte.
            contact: Whom a service can write to, asked each time; empty for nobody.
        """
        super().__init__(parent)
        self._clock, self._patience_ms, self._contact = clock, patience_ms, contact
        self._network = QNetworkAccessManager(self)
        self._under_way: list[_Exchange] = []

    def fetch(self, heat: HeatSettings, kept: KeptWeather | None) -> None:
        """Ask for the weather of a place."""
        self.run(ASK[heat.source](heat, kept, self._clock), self.fetched.emit, self.failed.emit)

    def run(self, talk: Talk[Found], done: Callable[[Found], None], failed: Callable[[WeatherError], None]) -> None:
        """Lead a talk with a service to its end, and call back with what came of it, later or at once."""
        self._go_on(talk, done, failed, None)

    def close(self) -> None:
        """Break off what is under way; nothing is called back any more."""
        for exchange in self._under_way:
            exchange.give_up()
        self._under_way = []

    def _go_on(
        self,
        talk: Talk[Found],
        done: Callable[[Found], None],
        failed: Callable[[WeatherError], None],
        came: Answer | WeatherError | None,
    ) -> None:
        try:
            if isinstance(came, WeatherError):
                wanted = talk.throw(came)
            else:
                wanted = next(talk) if came is None else talk.send(came)
        except StopIteration as end:
            done(end.value)
        except WeatherError as error:
            failed(error)
        else:
            self._get(wanted, partial(self._go_on, talk, done, failed))

    def _get(self, wanted: Get, done: Callable[[Answer | WeatherError], None]) -> None:
        self.asked.emit()
        exchange = _Exchange(self._network.get(_request(wanted, self._contact())), self._clock, done, self)
        self._under_way.append(exchange)
        exchange.ended.connect(self._on_ended)
        exchange.start(self._patience_ms)

    def _on_ended(self) -> None:
        ended = [exchange for exchange in self._under_way if exchange.has_ended]
        self._under_way = [exchange for exchange in self._under_way if not exchange.has_ended]
        for exchange in ended:
            exchange.hand_over()
            exchange.deleteLater()


class _Exchange(QObject):
    """One request and its answer, with an eye on the clock and the size.

    Bound methods are the slots: a partial that holds the reply would be taken apart in the middle of its end.
    """

    ended = Signal()

    def __init__(
        self, reply: QNetworkReply, clock: Clock, done: Callable[[Answer | WeatherError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reply, self._clock, self._done = reply, clock, done
        self._timer = QTimer(self)
        self._why = ""
        self._outcome: Answer | WeatherError | None = None
        reply.setParent(self)

    @property
    def has_ended(self) -> bool:
        return self._outcome is not None

    def start(self, patience_ms: int) -> None:
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_late)
        self._reply.downloadProgress.connect(self._on_progress)
        # Queued: what has come is looked at when Qt is done with it.
        self._reply.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._timer.start(patience_ms)

    def hand_over(self) -> None:
        assert self._outcome is not None
        self._done(self._outcome)

    def give_up(self) -> None:
        """Break it off without a word."""
        self._timer.stop()
        self._reply.finished.disconnect(self._on_finished)
        self._reply.abort()
        self.deleteLater()

    def _on_late(self) -> None:
        self._break_off("late")

    def _on_progress(self, received: int, _total: int) -> None:
        if max(received, self._reply.bytesAvailable()) > LARGEST_ANSWER:
            self._break_off("large")

    def _break_off(self, why: str) -> None:
        if not self._why and self._reply.isRunning():
            self._why = why
            self._reply.abort()

    def _on_finished(self) -> None:
        self._timer.stop()
        self._outcome = _outcome(self._reply, self._why, self._clock)
        self.ended.emit()


def _request(wanted: Get, contact: str) -> QNetworkRequest:
    request = QNetworkRequest(QUrl(wanted.url))
    request.setRawHeader(b"User-Agent", user_agent(contact).encode())
    request.setRawHeader(b"Accept", b"application/json, application/geo+json")
    if wanted.since:
        request.setRawHeader(b"If-Modified-Since", wanted.since.encode())
    attribute = QNetworkRequest.Attribute
    request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy)
    request.setMaximumRedirectsAllowed(MOST_REDIRECTS)
    for cookies in (attribute.CookieLoadControlAttribute, attribute.CookieSaveControlAttribute):
        request.setAttribute(cookies, QNetworkRequest.LoadControl.Manual)
    return request


def _outcome(reply: QNetworkReply, why: str, clock: Clock) -> Answer | WeatherError:
    if why == "large":
        return broken(_("The weather service sent far too much."))
    if why == "late":
        return WeatherError(Trouble.OFFLINE, _("The weather service did not answer in time."))
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    code = reply.error()
    if not isinstance(status, int) or (code is not Code.NoError and status < LEAST_ERROR):
        return _unreached(code, reply.errorString())
    headers = {bytes(name.data()).decode("latin-1").lower(): _text(value) for name, value in reply.rawHeaderPairs()}
    answer = Answer(status=status, body=bytes(reply.readAll().data()), headers=headers)
    if status >= LEAST_ERROR:
        return refusal(answer, clock.now())
    kind = headers.get("content-type", "json")
    if not answer.is_unchanged and "json" not in kind.lower():
        return broken(_("The weather service sent something else than a forecast."))
    return answer


def _text(value: QByteArray) -> str:
    return bytes(value.data()).decode("latin-1")


def _unreached(code: QNetworkReply.NetworkError, said: str) -> WeatherError:
    """Why no answer came. Offline is normal, and what is said of it stays in the log and the settings."""
    if code is Code.SslHandshakeFailedError:
        return WeatherError(Trouble.OFFLINE, _("There is no secure connection to the weather service."))
    if code in {Code.InsecureRedirectError, Code.TooManyRedirectsError, Code.ProtocolInvalidOperationError}:
        return broken(_("The weather service sends to another address."))
    if code is Code.HostNotFoundError:
        return WeatherError(Trouble.OFFLINE, _("The weather service was not found."))
    return WeatherError(Trouble.OFFLINE, _("The weather service was not reached: {reason}").format(reason=said[:100]))
