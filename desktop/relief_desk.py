"""Everything for a cramp that is there now, joined: the relief, help, the ice timer and the bedside card."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.helping import Helping, HelpScreen
from desktop.icing import Icing
from desktop.ports import Notifier, Press
from desktop.relief_screen import ReliefScreen
from desktop.relieving import Relieving
from desktop.shortcut_key import RELIEF, ShortcutKey, read_key
from schedules.answers import answers
from schedules.prompts import Answer, Kind

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from desktop.carding import Carding, CardScreen, Print

SHORTCUT_KEY, OFF = "relief_shortcut", "off"
"""What is remembered of the key: a person may turn it off."""
OTHER_KEY = "relief_key"
"""Which key a person has chosen."""
_AFTER_PAINT_MS = 50
_SHORTCUT_MS = 1_000


class Shortcut(Protocol):
    """A key of the whole desktop."""

    pressed: Any
    """Its signal."""
    settled: Any
    """Its signal: whether the key is ours now."""

    def start(self, key: ShortcutKey = RELIEF) -> None:
        """Ask for a key; it never waits."""

    def close(self) -> None:
        """Give it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the relief reaches beyond the program."""

    notifier: Notifier
    say: Callable[[str], None]
    """Speak some words; it never waits."""
    hush: Callable[[], None]
    """Say no more."""
    print_page: "Print"
    shortcut: Shortcut
    """The key that opens the relief from anywhere; where there is none it is never pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Builders:
    """Make the windows when they are first wanted."""

    relief: Callable[[], ReliefScreen]
    help: Callable[[], HelpScreen]
    card: "Callable[[], CardScreen]"


class ReliefDesk(QObject):
    """Built by the composition root; `start` once the store was tried."""

    shortcut_settled = Signal()
    """It is known whether the key is ours."""

    def __init__(
        self, engine: Engine, outside: Outside, country: str | None, build: Builders, parent: QObject | None = None
    ) -> None:
        """Build the parts and join them.

        Args:
            engine: Its journal keeps the records.
            outside: What it reaches beyond the program.
            country: Two letters; None where it is not known.
            build: Makes the windows.
            parent: The owner.
        """
        super().__init__(parent)
        journal, self._engine = engine.journal, engine
        self._journal, self._say, self._is_voiced = journal, outside.say, True
        self.icing = Icing(journal, outside.notifier, self)
        self.helping = Helping(journal, country, build.help, self)
        self.relieving = Relieving(
            journal=journal, icing=self.icing, helping=self.helping, build=build.relief, parent=self
        )
        self._make_card = partial(self._carding, country, build.card, outside.print_page)
        self._card: Carding | None = None
        self.helping.card_requested.connect(self.open_card)
        self.relieving.said.connect(self._speak)
        self.relieving.hushed.connect(outside.hush)
        self._shortcut = outside.shortcut
        self._shortcut.pressed.connect(self.relieving.open)
        self._shortcut.settled.connect(self._on_shortcut)
        self.has_shortcut: bool | None = None
        """Whether the key is ours; None while that is not known."""
        self.relieving.ended.connect(engine.replan)
        self.relieving.left_flagged.connect(self._skip_stretches)
        self.helping.relief_requested.connect(self.relieving.open)

    def start(self) -> None:
        """Read what was remembered, and go on with a cold pack of an earlier run."""
        self._read_choices()
        self._engine.changed.connect(self._read_choices)
        self.helping.start()
        self.relieving.start()
        self.icing.start()
        # Another program answers, or the X server, and a file is read: the day begins without waiting for them.
        QTimer.singleShot(_SHORTCUT_MS, self, self._start_shortcut)

    def open_card(self) -> None:
        """Show the bedside card; all it needs comes in for the first one."""
        if self._card is None:
            self._card = self._make_card()
        self._card.open()

    def _carding(self, country: str | None, build: "Callable[[], CardScreen]", print_page: "Print") -> "Carding":
        from desktop.carding import Carding

        return Carding(self._journal, self.helping, country, build, print_page, self)

    def _skip_stretches(self) -> None:
        """No prompt asks for a stretch any more today; in Today each can be brought back."""
        settings = self._journal.settings()
        for prompt in (*self._engine.waiting, *self._engine.plan.prompts):
            if prompt.kind is not Kind.MOVE and {Answer.START, Answer.RIDE} & set(answers(prompt, settings)):
                self._engine.answer(Press(key=prompt.key, answer=Answer.SKIP))

    def close(self) -> None:
        """Write what is not written yet."""
        self.relieving.close()
        self._shortcut.close()

    def wants_shortcut(self) -> bool:
        """Whether the key is wanted; it is, until it is turned off.

        Raises:
            StoreError: What was chosen cannot be read.
        """
        return self._journal.store.get_state(SHORTCUT_KEY) != OFF

    def want_shortcut(self, *, on: bool) -> None:
        """Take the key, or give it back, and remember that.

        Raises:
            StoreError: It could not be remembered; nothing was changed.
        """
        self._journal.store.set_state(SHORTCUT_KEY, None if on else OFF)
        self._take_key(on=on)

    @property
    def key(self) -> ShortcutKey:
        """The key that was chosen; whatever is kept and is none counts as never chosen.

        Raises:
            StoreError: What was chosen cannot be read.
        """
        return read_key(self._journal.store.get_state(OTHER_KEY) or "") or RELIEF

    def choose_key(self, key: ShortcutKey) -> None:
        """Take another key for it, and remember that.

        Raises:
            StoreError: It could not be remembered; nothing was changed.
        """
        self._journal.store.set_state(OTHER_KEY, None if key == RELIEF else str(key))
        self._take_key(on=self.wants_shortcut())

    def _take_key(self, *, on: bool) -> None:
        self._shortcut.close()
        self.has_shortcut = None
        if on:
            self._shortcut.start(self.key)
        self.shortcut_settled.emit()

    def _on_shortcut(self, is_ours: bool) -> None:
        self.has_shortcut = is_ours
        self.shortcut_settled.emit()

    def _start_shortcut(self) -> None:
        try:
            is_wanted, key = self.wants_shortcut(), self.key
        except UncrampError:
            is_wanted, key = True, RELIEF
        _ = self.helping.number  # read now, not with a cramp
        if is_wanted:
            self._shortcut.start(key)

    def _speak(self, words: str) -> None:
        """Say it aloud, if the voice of the guides is on. A process is started for it: what is on show comes first."""
        if self._is_voiced:
            QTimer.singleShot(_AFTER_PAINT_MS, self, lambda: self.relieving.is_open and self._say(words))

    def _read_choices(self) -> None:
        """Look what was chosen each time that something was logged: with a cramp there is no time to ask."""
        from desktop.guide_choices import VOICE

        try:
            self._is_voiced = self._journal.store.get_state(VOICE) != OFF
            self._journal.limits()
        except UncrampError as error:
            _log.warning("What was chosen cannot be read: %s", error)
