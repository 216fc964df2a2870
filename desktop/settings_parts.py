"""What the Settings window stands on here, put together: part of the composition root, which imports it late."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop import __version__
from desktop.adapters.autostart_here import autostart
from desktop.adapters.guide_files import GuideFiles
from desktop.adapters.store_access import StoreAccess
from desktop.commands.desk import Surroundings
from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.evidence_cards import cards
from desktop.network_count import NetworkCount
from desktop.preferred import Preferred
from desktop.records.files import own_files
from desktop.records_desk import FileQuestion, Records, RecordsDesk
from desktop.settings import places
from desktop.settings_desk import Around, SettingsDesk, SettingsScreen
from desktop.settings_keeping import Through
from desktop.settings_page import Fact
from desktop.settings_state import Action
from desktop.settings_table import Kept, table
from desktop.shortcut_key import RELIEF, ShortcutKey
from desktop.wording import help as help_words
from desktop.wording import settings as words
from desktop.wording import settings_values as values
from schedules.guides.routine import Purpose

if TYPE_CHECKING:
    from desktop.adapters.autostart import Autostart
    from desktop.adapters.settings_watch import SettingsWatch
    from desktop.relief_desk import ReliefDesk

PATIENCE = timedelta(seconds=10)
"""How long work on files waits while a record is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The running application, as far as the page needs it."""

    engine: Engine
    watch: "SettingsWatch"
    preferred: Preferred
    network: NetworkCount
    relief: "ReliefDesk"
    surroundings: Callable[[], Surroundings]
    problem: Callable[[], UncrampError | None]
    let_go: Callable[[], None]
    """Close the database for a moment."""
    renewed: Callable[[], None]
    """The records and settings are others now."""
    actions: frozenset[Action]
    """What there is something behind."""


def settings_desk(here: Here, build: Callable[[], SettingsScreen], ask: FileQuestion, parent: QObject) -> SettingsDesk:
    """The page with everything behind it.

    Args:
        here: The running application.
        build: Makes the window.
        ask: Asks for files.
        parent: The owner.
    """
    sign_in, relief, store = autostart(), here.relief, here.engine.journal.store
    kept = Kept(
        source=here.watch,
        file=places.settings_path,
        preferred=here.preferred,
        store=store,
        sign_in=Through(sign_in.is_on, lambda on: sign_in.turn(on=bool(on))),
        shortcut=Through(relief.wants_shortcut, lambda on: relief.want_shortcut(on=bool(on))),
        key=Through(lambda: relief.key, lambda key: relief.choose_key(cast("ShortcutKey", key))),
        emergency=Through(lambda: relief.helping.own_number, lambda number: relief.helping.set_number(str(number))),
        routines=partial(_routines, GuideFiles(places.guides_folder())),
    )
    around = Around(
        facts=partial(_facts, here, sign_in),
        cards=lambda: tuple(cards().values()),
        speaks_of_drinks=lambda: not here.watch.settings.you.doctor_limits_fluids,
        problem=lambda: _problem(here.problem()),
        actions=here.actions,
    )
    desk = SettingsDesk(table(kept), around, RecordsDesk(_records(here), ask), build, parent)
    _follow(here, desk)
    return desk


def _records(here: Here) -> Records:
    journal = here.engine.journal
    return Records(
        files=own_files(),
        access=lambda: StoreAccess(places.database_path(), journal.clock, PATIENCE),
        clock=journal.clock,
        zone=lambda: journal.zone().key,
        let_go=here.let_go,
        renewed=here.renewed,
    )


def _follow(here: Here, desk: SettingsDesk) -> None:
    """Whatever changes shows on the page at once."""
    for signal in (
        here.watch.settings_changed,
        here.watch.settings_refused,
        here.preferred.changed,
        here.network.changed,
        here.relief.shortcut_settled,
        here.relief.helping.changed,
        here.engine.changed,
    ):
        signal.connect(lambda *_told: desk.refresh())


def _routines(guides: GuideFiles) -> tuple[tuple[str, str], ...]:
    return tuple((each.id, each.title) for each in guides.read().routines if each.purpose is Purpose.BEDTIME)


def _problem(error: UncrampError | None) -> str:
    return words.file_problem(str(error.remedy or error.title)) if error is not None else ""


def _facts(here: Here, sign_in: "Autostart") -> Mapping[str, Fact]:
    around, relief = here.surroundings(), here.relief
    is_elsewhere = sys.platform in {"win32", "darwin"}
    number, key = relief.helping.number, str(_key(relief))
    return {
        "notifier": Fact(
            value=values.notifier(around.notifier),
            under=values.notifier_mend_elsewhere() if is_elsewhere else values.notifier_mend(around.notifier),
        ),
        "tray": Fact(
            value=values.tray(is_available=around.tray),
            under=values.tray_mend(is_available=around.tray, desktop=os.environ.get("XDG_CURRENT_DESKTOP", "")),
        ),
        "heat source": Fact(value=values.weather(here.watch.settings.heat)),
        "relief_shortcut": Fact(
            label=values.shortcut_key(key),
            under=values.shortcut(relief.has_shortcut, is_wanted=_wants(relief), key=key),
        ),
        "sign-in": Fact(under=values.sign_in_untried() if is_elsewhere else ""),
        "sign-in place": Fact(value=values.breakable(sign_in.place)),
        "network": Fact(value=values.count(_count(here.network))),
        "records": Fact(value=values.breakable(str(places.database_path()))),
        "settings": Fact(value=values.breakable(str(places.settings_path()))),
        "disclaimer": Fact(under=help_words.disclaimer(number, is_own=bool(relief.helping.own_number))),
        "version": Fact(value=values.about(__version__)),
    }


def _wants(relief: "ReliefDesk") -> bool:
    try:
        return relief.wants_shortcut()
    except UncrampError:
        return True


def _key(relief: "ReliefDesk") -> ShortcutKey:
    try:
        return relief.key
    except UncrampError:
        return RELIEF


def _count(network: NetworkCount) -> int | None:
    try:
        return network.total
    except UncrampError:
        return None
