"""Whatever the services of a desktop answer or tell, of whatever type: nothing breaks, and nobody waits for ever."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.adapters.awake import BusAwake
from desktop.adapters.notification_server import NotificationServer
from desktop.adapters.notifier_dbus import FreedesktopNotifier
from desktop.adapters.presence_bus import PresenceBus
from desktop.adapters.presence_call import server_records
from desktop.adapters.presence_gnome_quiet import SHELL, GnomeQuietSensor
from desktop.adapters.presence_logind import LOGIND, LogindSensor
from desktop.adapters.presence_mutter import MUTTER, MutterSensor
from desktop.adapters.presence_quiet import QUESTIONS, QuietSensor
from desktop.adapters.presence_screensaver import PATHS, ScreenSaverIdleSensor, ScreenSaverSensor
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply, SessionBus
from desktop.adapters.shortcut_portal import PortalShortcut
from desktop.ports import Notice, NotifierFailure, Shown
from tests.clock import FakeClock

if TYPE_CHECKING:
    from jeepney import Message

PLAIN = st.one_of(
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(),
    st.sampled_from(["", "/", "/a/b", "actions", "body-markup", "default", "do-not-disturb", "LockedHint", "true"]),
    st.text(max_size=5),
    st.binary(max_size=3),
)
WIRE = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.tuples(st.sampled_from(["b", "s", "o", "t"]), inner)
        | st.dictionaries(
            st.sampled_from(["LockedHint", "session_handle", "shortcuts"]),
            st.tuples(st.sampled_from(["b", "o", "s"]), inner),
            max_size=2,
        )
    ),
    max_leaves=5,
)
BODY = st.lists(WIRE, max_size=4).map(tuple)
REPLY = BODY.map(lambda body: Reply(body=body, sender=":1.9")) | st.just(Reply(error="org.example.No: no"))
MEMBERS = (
    "ActionInvoked",
    "NotificationClosed",
    "NameOwnerChanged",
    "WatchFired",
    "ActiveChanged",
    "PrepareForSleep",
    "PropertiesChanged",
    "PropertyChanged",
    "Subscribe",
    "Notify",
    "Response",
    "Activated",
)
INTERFACES = (
    MUTTER,
    *PATHS,
    "org.freedesktop.login1.Manager",
    "org.freedesktop.DBus.Properties",
    "org.freedesktop.portal.GlobalShortcuts",
    "org.freedesktop.portal.Request",
    "org.xfce.Xfconf",
    "ca.desrt.dconf.Writer",
)
SIGNAL = st.builds(
    BusSignal,
    sender=st.sampled_from([":1.9", "org.freedesktop.DBus"]),
    interface=st.sampled_from(INTERFACES),
    member=st.sampled_from(MEMBERS),
    body=BODY,
    path=st.sampled_from(["", "/a/b", "/org/freedesktop/Notifications"]),
)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)


class BabblingBus(SessionBus):
    """Answers at once, with what it is given; a call that could not be written shows as its error."""

    def __init__(self) -> None:
        super().__init__()
        self._babble: Iterator[Reply] = iter(())
        self._is_up = False

    @property
    def is_open(self) -> bool:
        return self._is_up

    def open(self) -> bool:
        self._is_up = True
        return True

    def close(self) -> None:
        self._is_up = False

    def babble(self, replies: list[Reply]) -> None:
        """What to answer, in this order; afterwards nothing is answered."""
        self._babble = iter(replies)

    def call(self, message: "Message", on_reply: Callable[[Reply], None]) -> None:
        message.serialise(serial=1)
        reply = next(self._babble, None)
        if reply is not None:
            on_reply(reply)


@pytest.fixture
def wire(qtbot: QtBot) -> BabblingBus:
    return BabblingBus()


def every_sensor(bus: PresenceBus, clock: FakeClock) -> list[Sensor]:
    return [
        LogindSensor(bus, clock),
        MutterSensor(bus, clock),
        ScreenSaverIdleSensor(bus, clock),
        GnomeQuietSensor(bus),
        *(ScreenSaverSensor(bus, name) for name in PATHS),
        *(QuietSensor(bus, question) for question in QUESTIONS),
    ]


@quick
@given(st.lists(REPLY, max_size=40), st.lists(SIGNAL, max_size=4), st.lists(REPLY, max_size=40))
def test_sensors(
    wire: BabblingBus, clock: FakeClock, first: list[Reply], told: list[BusSignal], later: list[Reply]
) -> None:
    bus = PresenceBus(wire, clock)
    with capture_exceptions() as caught:
        sensors = every_sensor(bus, clock)
        bus.start()
        wire.babble(first)
        for service in (LOGIND, MUTTER, *PATHS, *(question.place.service for question in QUESTIONS)):
            bus._on_owner(service, ":1.9")
        wire.babble(later)
        for signal in told:
            wire.heard.emit(signal)
        for sensor in sensors:
            sensor.wait_for_pause(is_wanted=True)
            sensor.read(lambda: None)
            sensor.wait_for_pause(is_wanted=False)
        bus.close()
    assert caught == []
    assert SHELL not in bus._owners


@quick
@given(st.lists(REPLY, min_size=6, max_size=8), st.lists(SIGNAL, max_size=4))
def test_a_notice_is_shown_or_handed_over(
    wire: BabblingBus, clock: FakeClock, replies: list[Reply], told: list[BusSignal]
) -> None:
    """The first three answers are to subscriptions, the fourth says who the server is, the fifth what it can."""
    server = NotificationServer(wire, clock)
    notifier = FreedesktopNotifier(server)
    ended: list[Shown | NotifierFailure] = []
    notifier.shown.connect(ended.append)
    notifier.failed.connect(ended.append)
    wire.close()
    wire.babble(replies)
    with capture_exceptions() as caught:
        notifier.show(Notice(key="a", title="A drink?", body="250 ml"))
        for signal in told:
            wire.heard.emit(signal)
        notifier.close()
    assert caught == []
    assert ended


@quick
@given(st.lists(REPLY, max_size=4))
def test_the_screen_is_held_by_what_can_be_given_back(wire: BabblingBus, replies: list[Reply]) -> None:
    awake = BusAwake(wire)
    wire.close()
    wire.babble(replies)
    with capture_exceptions() as caught:
        awake.hold(is_wanted=True)
        awake.hold(is_wanted=False)
    assert caught == []


@quick
@given(st.lists(REPLY, max_size=4), st.lists(SIGNAL, max_size=4))
def test_the_key_of_the_portal(
    monkeypatch: pytest.MonkeyPatch, wire: BabblingBus, replies: list[Reply], told: list[BusSignal]
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/tmp/none")
    key = PortalShortcut(wire)
    wire.babble(replies)
    with capture_exceptions() as caught:
        key.start()
        for signal in told:
            wire.heard.emit(signal)
        key.close()
    assert caught == []


def test_a_session_that_the_portal_gives_is_heard_of(wire: BabblingBus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/tmp/none")
    key = PortalShortcut(wire)
    pressed: list[bool] = []
    asked: list[bool] = []
    key.pressed.connect(lambda: pressed.append(True))
    key.settled.connect(asked.append)
    portal = "org.freedesktop.portal"

    def tell(interface: str, member: str, *body: object) -> None:
        wire.heard.emit(BusSignal(sender=":1.9", interface=f"{portal}.{interface}", member=member, body=body))

    key.start()
    tell("GlobalShortcuts", "Activated", "", "relief", 0, {})
    tell("Request", "Response", 0, {"session_handle": ("s", "/org/session/1")})
    tell("Request", "Response", 0, {"shortcuts": ("a(sa{sv})", [("relief", {})])})
    tell("GlobalShortcuts", "Activated", "/org/session/1", "relief", 0, {})
    assert (pressed, asked) == ([True], [True])


@given(st.binary(max_size=30) | st.just(b"[" * 100_000) | st.just(b'[{"corked": 3}, 4]'))
def test_what_a_sound_server_says(said: bytes) -> None:
    assert server_records(said) in {True, False, None}
