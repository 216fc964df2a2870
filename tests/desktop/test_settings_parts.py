"""The page as the running program builds it: what it tells is true, and what it changes counts outside of it."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

from desktop.adapters.settings_watch import SettingsWatch
from desktop.commands.desk import Surroundings
from desktop.erase_parts import erase_everything
from desktop.network_count import NetworkCount
from desktop.preferred import Preferred
from desktop.relief_desk import ReliefDesk
from desktop.settings import places
from desktop.settings_desk import SettingsDesk
from desktop.settings_parts import Here, settings_desk
from desktop.settings_state import Action, Change, Row
from desktop.shortcut_key import RELIEF, ShortcutKey
from desktop.windows.settings import SettingsWindow
from desktop.wording.settings_values import BREAK
from schedules.guides.emergency import EmergencyNumber
from tests.desktop.living import Life
from tests.desktop.settings_life import FileAnswers


class FakeHelping(QObject):
    """Knows a number."""

    changed = Signal()
    own_number = ""
    number = EmergencyNumber(country="US", number="911")

    def set_number(self, number: str) -> None:
        self.own_number = number
        self.changed.emit()


class FakeRelief(QObject):
    """Has a key, if it is wanted."""

    shortcut_settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.helping = FakeHelping(self)
        self.has_shortcut: bool | None = None
        self.key = RELIEF
        self.wanted = True

    def wants_shortcut(self) -> bool:
        return self.wanted

    def want_shortcut(self, *, on: bool) -> None:
        self.wanted = self.has_shortcut = on
        self.shortcut_settled.emit()

    def choose_key(self, key: ShortcutKey) -> None:
        self.key = key
        self.shortcut_settled.emit()


class Running:
    """As much of the running program as the page needs."""

    def __init__(self) -> None:
        self.life = Life()
        self.life.engine.start()
        self.owner = QObject()
        self.watch = SettingsWatch(self.owner)
        self.watch.start(places.settings_path())
        self.preferred = Preferred(self.life.store, self.owner)
        self.network = NetworkCount(self.life.store, self.owner)
        self.relief = FakeRelief()
        self.windows: list[SettingsWindow] = []
        here = Here(
            engine=self.life.engine,
            watch=self.watch,
            preferred=self.preferred,
            network=self.network,
            relief=cast("ReliefDesk", self.relief),
            surroundings=lambda: Surroundings(running=True, notifier="window", tray=False),
            problem=lambda: None,
            let_go=self.life.store.close,
            renewed=self.life.engine.replan,
            actions=frozenset(Action),
        )
        self.desk: SettingsDesk = settings_desk(here, self._window, FileAnswers(), self.owner)

    def row(self, id_: str) -> Row:
        return next(row for row in self.desk.state().rows if row.id == id_)

    def _window(self) -> SettingsWindow:
        self.windows.append(SettingsWindow())
        return self.windows[-1]


@pytest.fixture
def running(qapp: QApplication) -> Running:
    return Running()


def test_it_tells_what_runs_and_how_to_mend_it(running: Running) -> None:
    assert running.row("notifier").value == "A small window of Uncramp's own."
    assert "No notification service answers" in running.row("notifier").under
    assert running.row("tray").value == "Your desktop shows no such icons."
    assert "works without" in running.row("tray").under
    assert running.row("records").value.replace(BREAK, "") == str(places.database_path())
    assert "911" in running.row("disclaimer").under
    assert running.row("relief_shortcut").label == "Ctrl+Alt+C opens help with a cramp"


def test_each_use_of_the_network_shows_at_once(running: Running) -> None:
    running.desk.open()
    assert running.row("network").value == "0"
    running.network.add()
    said = [label.text() for label in running.windows[0].findChildren(QLabel)]
    assert "1" in said
    running.windows[0].close()


def test_start_at_sign_in_is_what_the_system_says(running: Running, tmp_path: Path) -> None:
    entry = tmp_path / "user" / "config" / "autostart" / "uncramp.desktop"
    assert running.row("sign-in").value == "off"
    running.desk.change(Change(id="sign-in", value="on"))
    assert entry.exists()
    entry.unlink()
    assert running.row("sign-in").value == "off"


def test_the_key_and_the_number_go_to_their_owners(running: Running) -> None:
    running.desk.change(Change(id="relief_shortcut", value="off"))
    assert not running.relief.wanted
    assert running.row("relief_shortcut").under.startswith("Off.")
    running.desk.change(Change(id="emergency number", value="112"))
    assert running.relief.helping.own_number == "112"
    running.desk.undo()
    assert running.relief.helping.own_number == ""


def test_only_stretches_for_the_evening_are_offered(running: Running) -> None:
    ids = {option.id for option in running.row("bedtime.routine").options}
    assert {"bedtime", "bedtime-seated"} <= ids
    assert not {"desk", "warm-up"} & ids
    assert not any(each.startswith("relief") for each in ids)


def test_everything_goes_the_start_at_sign_in_included(running: Running, tmp_path: Path) -> None:
    running.desk.change(Change(id="sign-in", value="on"))
    running.desk.change(Change(id="prompts.sound", value="on"))
    running.watch.stop()
    assert erase_everything() == ()
    assert not (tmp_path / "home").exists()
    assert not list((tmp_path / "user").rglob("*.desktop"))


def test_another_key_opens_the_relief_once_it_is_typed(running: Running) -> None:
    running.desk.change(Change(id="relief_key", value="alt+ctrl+k"))
    assert str(running.relief.key) == "Ctrl+Alt+K"
    assert running.row("relief_shortcut").label == "Ctrl+Alt+K opens help with a cramp"
    running.desk.change(Change(id="relief_key", value="Ctrl+C"))
    assert str(running.relief.key) == "Ctrl+Alt+K"
    assert running.row("relief_key").wrong.startswith("Type two of Ctrl, Alt, Shift and Super")
    running.desk.undo()
    assert running.relief.key == RELIEF
