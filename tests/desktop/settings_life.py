"""The Settings page with everything behind it but the desktop: a real file, records in memory, fakes for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from desktop.adapters.settings_watch import SettingsWatch
from desktop.adapters.store_access import StoreAccess
from desktop.evidence_cards import cards
from desktop.preferred import Preferred
from desktop.records.files import OwnFiles
from desktop.records_desk import Records, RecordsDesk
from desktop.settings_desk import Around, SettingsDesk
from desktop.settings_keeping import Through
from desktop.settings_page import Fact
from desktop.settings_state import Action, Change, Row
from desktop.settings_table import Kept, table
from desktop.shortcut_key import RELIEF
from desktop.windows.settings import SettingsWindow
from desktop.wording import settings_values as values
from desktop.wording.catalog import _
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore


@dataclass
class Switched:
    """Something outside that is on or off."""

    value: object = False
    fails: Exception | None = None

    def put(self, value: object) -> None:
        if self.fails is not None:
            raise self.fails
        self.value = value


@dataclass
class FileAnswers:
    """What a person answers when asked for a file."""

    target: Path | None = None
    source: Path | None = None
    asked: list[tuple[Action, str]] = field(default_factory=list)

    def where_to(self, action: Action, name: str) -> Path | None:
        self.asked.append((action, name))
        return self.target

    def which(self, action: Action) -> Path | None:
        self.asked.append((action, ""))
        return self.source


FACTS: Mapping[str, Fact] = {
    "notifier": Fact(value=values.notifier("freedesktop"), under=values.notifier_mend("freedesktop")),
    "tray": Fact(value=values.tray(is_available=False), under=values.tray_mend(is_available=False, desktop="GNOME")),
    "relief_shortcut": Fact(
        label=values.shortcut_key("Ctrl+Alt+C"), under=values.shortcut(True, is_wanted=True, key="Ctrl+Alt+C")
    ),
    "sign-in place": Fact(value=values.breakable("/home/ada/.config/autostart/uncramp.desktop")),
    "network": Fact(value=values.count(0)),
    "records": Fact(value=values.breakable("/home/ada/.local/share/uncramp/uncramp.db")),
    "settings": Fact(value=values.breakable("/home/ada/.config/uncramp/settings.toml")),
    "disclaimer": Fact(under="It does not diagnose or treat."),
    "version": Fact(value=values.about("0.1.0")),
}


class SettingsLife:
    """A person at their settings."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or Path(mkdtemp())
        self.file = folder / "settings.toml"
        self.files = OwnFiles(
            settings=self.file,
            database=folder / "uncramp.db",
            guides=folder / "guides",
            cache=folder / "cache",
            log=folder / "log",
        )
        self.clock = FakeClock()
        self.watch = SettingsWatch()
        self.watch.start(self.file)
        self.store = RecordingStore()
        self.preferred = Preferred(self.store)
        self.sign_in, self.shortcut, self.emergency = Switched(), Switched(value=True), Switched(value="")
        self.key = Switched(value=RELIEF)
        self.problem = ""
        self.facts = dict(FACTS)
        self.answers = FileAnswers()
        self.renewed = 0
        self.windows: list[SettingsWindow] = []
        self.records = RecordsDesk(self._records(), self.answers)
        self.desk = SettingsDesk(table(self._kept()), self._around(), self.records, self._window)
        self.watch.settings_changed.connect(lambda _settings: self.desk.refresh())
        self.preferred.changed.connect(lambda _preferred: self.desk.refresh())

    @property
    def window(self) -> SettingsWindow:
        """The window that was opened last."""
        return self.windows[-1]

    def row(self, id_: str) -> Row:
        """A row as it is now."""
        return next(row for row in self.desk.state().rows if row.id == id_)

    def set(self, id_: str, value: str) -> None:
        """Change a setting, as the window does."""
        self.desk.change(Change(id=id_, value=value))

    def _window(self) -> SettingsWindow:
        self.windows.append(SettingsWindow())
        return self.windows[-1]

    def _kept(self) -> Kept:
        return Kept(
            source=self.watch,
            file=lambda: self.file,
            preferred=self.preferred,
            store=self.store,
            sign_in=Through(lambda: self.sign_in.value, self.sign_in.put),
            shortcut=Through(lambda: self.shortcut.value, self.shortcut.put),
            key=Through(lambda: self.key.value, self.key.put),
            emergency=Through(lambda: self.emergency.value, self.emergency.put),
            routines=lambda: (("bedtime", _("Before bed")), ("bedtime-seated", _("Before bed, on a chair"))),
        )

    def _around(self) -> Around:
        return Around(
            facts=lambda: self.facts | {"heat source": Fact(value=values.weather(self.watch.settings.heat))},
            cards=lambda: tuple(cards()[name] for name in ("massage", "stretch-before-bed")),
            speaks_of_drinks=lambda: not self.watch.settings.you.doctor_limits_fluids,
            problem=lambda: self.problem,
            actions=frozenset(Action),
        )

    def _records(self) -> Records:
        return Records(
            files=self.files,
            access=lambda: StoreAccess(self.files.database, self.clock, timedelta(seconds=1)),
            clock=self.clock,
            zone=lambda: "America/Chicago",
            let_go=self.store.close,
            renewed=self._renew,
        )

    def _renew(self) -> None:
        self.renewed += 1
        self.watch.look()
