"""What a Wayland compositor says of keys and windows; a real one is asked in the tests of the whole program."""

import struct
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.presence_wayland import WaylandSensor
from desktop.adapters.wayland_wire import WaylandWire, number, read_text, text
from desktop.sensing import AWAY, PAUSE, InputReturned, Matter
from tests.clock import START, FakeClock
from tests.desktop.adapters.compositor import Compositor
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.notifier_contract import wait_for

EXT, KDE, TOPLEVELS = "ext_idle_notifier_v1", "org_kde_kwin_idle", "zwlr_foreign_toplevel_manager_v1"
Bring = Callable[..., Compositor]


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bring]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    made: list[Compositor] = []

    def bring(**offered: int) -> Compositor:
        made.append(Compositor(tmp_path / "wayland-9", **offered))
        return made[-1]

    yield bring
    for compositor in made:
        compositor.close()


@pytest.fixture
def sensor(qtbot: QtBot, clock: FakeClock) -> Iterator[WaylandSensor]:
    made = WaylandSensor(partial(WaylandWire, "wayland-9"), clock, clock.monotonic)
    yield made
    made.close()


def begin(sensor: WaylandSensor, compositor: Compositor, qtbot: QtBot) -> Hearing:
    """Start, and read once, which waits until the compositor has said what there is."""
    hearing = Hearing(sensor)
    sensor.start()
    answer_of(sensor, compositor, qtbot)
    return hearing


def answer_of(sensor: WaylandSensor, compositor: Compositor, qtbot: QtBot) -> None:
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    wait_for(qtbot, lambda: compositor.serve() and done == [1])


def asked_of(compositor: Compositor, interface: str) -> list[tuple[int, ...]]:
    """The arguments of what was asked of an object."""
    return [
        struct.unpack(f"={len(body) // 4}I", body)
        for made, _, body in compositor.asked
        if made == compositor.bound.get(interface)
    ]


@pytest.mark.parametrize("interface", [EXT, KDE])
def test_who_goes_and_who_comes_back(
    sensor: WaylandSensor, bring: Bring, qtbot: QtBot, clock: FakeClock, interface: str
) -> None:
    compositor = bring(wl_seat=7, **{interface: 1})
    hearing = begin(sensor, compositor, qtbot)
    assert hearing.input_at() == START, "in between somebody counts as present now"
    wait_for(qtbot, lambda: compositor.serve() and bool(asked_of(compositor, interface)))
    ((watch, *rest),) = asked_of(compositor, interface)
    ms, seat = rest if interface == EXT else rest[::-1]
    assert (ms, seat) == (AWAY // timedelta(milliseconds=1), compositor.bound["wl_seat"])
    compositor.tell(watch, 0)
    wait_for(qtbot, lambda: hearing.input_at() == START - AWAY)
    clock.advance(timedelta(minutes=10))
    answer_of(sensor, compositor, qtbot)
    assert hearing.input_at() == START - AWAY
    compositor.tell(watch, 1)
    wait_for(qtbot, lambda: hearing.happened == [InputReturned(at=clock.now())])
    assert hearing.input_at() == clock.now()


def test_a_clock_that_is_set_makes_nobody_go_away(
    sensor: WaylandSensor, bring: Bring, qtbot: QtBot, clock: FakeClock
) -> None:
    compositor = bring(wl_seat=7, ext_idle_notifier_v1=1)
    hearing = begin(sensor, compositor, qtbot)
    clock.jump(timedelta(hours=3))
    answer_of(sensor, compositor, qtbot)
    assert hearing.input_at() == clock.now()


def test_pauses_are_asked_for_while_they_are_waited_for(sensor: WaylandSensor, bring: Bring, qtbot: QtBot) -> None:
    compositor = bring(wl_seat=7, ext_idle_notifier_v1=2)
    sensor.wait_for_pause(is_wanted=True)
    hearing = begin(sensor, compositor, qtbot)
    wait_for(qtbot, lambda: compositor.serve() and len(asked_of(compositor, EXT)) == 2)
    watch, ms, _ = asked_of(compositor, EXT)[1]
    assert ms == PAUSE // timedelta(milliseconds=1)
    compositor.tell(watch, 0)
    wait_for(qtbot, lambda: hearing.input_at() == START - PAUSE)
    sensor.wait_for_pause(is_wanted=False)
    wait_for(qtbot, lambda: compositor.serve() and (watch, 0, b"") in compositor.asked)
    sensor.wait_for_pause(is_wanted=False)
    sensor.wait_for_pause(is_wanted=True)
    wait_for(qtbot, lambda: compositor.serve() and len(asked_of(compositor, EXT)) == 3)


@pytest.mark.parametrize(
    ("windows", "is_full"),
    [
        ([], False),
        ([(2,), (0,)], False),
        ([(3,), (2,)], False),
        ([(0,), (2, 3)], True),
    ],
)
def test_the_window_in_front_fills_the_screen(
    sensor: WaylandSensor, bring: Bring, qtbot: QtBot, windows: list[tuple[int, ...]], is_full: bool
) -> None:
    compositor = bring(wl_seat=7, zwlr_foreign_toplevel_manager_v1=3)
    compositor.windows = windows
    hearing = begin(sensor, compositor, qtbot)
    assert hearing.is_so(Matter.FULL_SCREEN) is is_full
    assert hearing.input_at() is None, "it tells nothing of keys"


@pytest.mark.parametrize("offered", [{}, {"wl_seat": 7}, {EXT: 1}, {"zwlr_foreign_toplevel_manager_v1": 1}])
def test_a_compositor_that_tells_nothing_leaves_it_unknown(
    sensor: WaylandSensor, bring: Bring, qtbot: QtBot, offered: dict[str, int]
) -> None:
    compositor = bring(**offered)
    sensor.wait_for_pause(is_wanted=True)
    hearing = begin(sensor, compositor, qtbot)
    assert hearing.input_at() is None
    assert hearing.is_so(Matter.FULL_SCREEN) is None


@pytest.mark.parametrize(
    "said",
    [struct.pack("=II", 1, 24 << 16) + number(1) + number(0) + text("no") + bytes(4), struct.pack("=II", 1, 4 << 16)],
)
def test_one_that_throws_us_out_or_talks_nonsense(
    sensor: WaylandSensor, bring: Bring, qtbot: QtBot, said: bytes
) -> None:
    compositor = bring(wl_seat=7, ext_idle_notifier_v1=1)
    hearing = begin(sensor, compositor, qtbot)
    compositor.say(said)
    wait_for(qtbot, lambda: compositor.serve() and hearing.input_at() is None)
    answer_of(sensor, compositor, qtbot)
    sensor.wait_for_pause(is_wanted=True)
    sensor.wait_for_pause(is_wanted=False)


def test_one_that_goes_while_it_is_asked(sensor: WaylandSensor, bring: Bring, qtbot: QtBot) -> None:
    compositor = bring(wl_seat=7, ext_idle_notifier_v1=1, zwlr_foreign_toplevel_manager_v1=3)
    hearing = begin(sensor, compositor, qtbot)
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    compositor.close()
    wait_for(qtbot, lambda: done == [1] and hearing.input_at() is None)
    assert hearing.is_so(Matter.FULL_SCREEN) is None


def test_a_second_look_takes_the_place_of_the_first(sensor: WaylandSensor, bring: Bring, qtbot: QtBot) -> None:
    compositor = bring(zwlr_foreign_toplevel_manager_v1=3)
    compositor.windows = [(2, 3)]
    hearing = begin(sensor, compositor, qtbot)
    late: list[int] = []
    sensor.read(lambda: late.append(1))
    answer_of(sensor, compositor, qtbot)
    assert hearing.is_so(Matter.FULL_SCREEN) is True
    assert late == []


@pytest.mark.usefixtures("bring")
def test_where_nobody_listens_nothing_is_known(sensor: WaylandSensor) -> None:
    sensor.start()
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    assert done == [1]


def test_strings_on_the_wire() -> None:
    for words in ("", "abc", "abcd", "Grüße"):
        assert read_text(number(7) + text(words) + number(9), 4) == (words, 4 + len(text(words)))
