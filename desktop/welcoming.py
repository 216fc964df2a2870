"""The first minute on its way: takes the answers, keeps what follows from them, shows the sample."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop import preferences
from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.welcome_state import Step, WelcomeState, Wish
from schedules.settings import Settings
from schedules.welcome import Answers, settings_for, suggested

_log = logging.getLogger(__name__)


class WelcomeScreen(Protocol):
    """The window, as the controller knows it."""

    wished: Any
    chosen: Any
    sign_in_chosen: Any
    closed: Any

    def tell(self, state: WelcomeState) -> None:
        """Show a moment."""

    def bring_up(self) -> None:
        """Come to the front."""

    def close(self) -> bool:
        """Go."""

    def deleteLater(self) -> None:  # noqa: N802 Qt's name
        """Let it go."""


class AtSignIn(Protocol):
    """Whether the program starts when the person signs in."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn(self, *, on: bool) -> None:
        """Have it start, or not.

        Raises:
            UncrampError: It could not be changed.
        """


class Welcoming(QObject):
    """Goes through the first minute once. Whatever was said counts, however it ends."""

    help_requested = Signal()
    sample_requested = Signal()
    trouble_arisen = Signal(object)
    """An `UncrampError`."""
    ended = Signal()

    def __init__(
        self,
        journal: Journal,
        save: Callable[[Settings], object],
        at_sign_in: AtSignIn,
        build: Callable[[], WelcomeScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            journal: Its settings are what the answers change; its store keeps what suits the person's body.
            save: Writes the settings; may raise `UncrampError`.
            at_sign_in: The system's own list of what starts.
            build: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal, self._save, self._at_sign_in, self._build = journal, save, at_sign_in, build
        self._state = WelcomeState()
        self._screen: WelcomeScreen | None = None

    def open(self, *, tray: bool) -> None:
        """Show the window, or bring it to the front.

        Args:
            tray: The desktop shows Uncramp's icon.
        """
        if self._screen is None:
            self._state = WelcomeState(tray=tray, at_sign_in=self._at_sign_in.is_on())
            self._screen = self._build()
            self._screen.wished.connect(self._on_wish)
            self._screen.chosen.connect(self._on_chosen)
            self._screen.sign_in_chosen.connect(self._on_sign_in)
            self._screen.closed.connect(self._on_closed)
            self._screen.tell(self._state)
        self._screen.bring_up()

    def tell_sampled(self, by: str) -> None:
        """The sample is on show.

        Args:
            by: The notifier's name.
        """
        self._tell(sampled_by=by)

    def tell_tray(self, *, available: bool) -> None:
        """The desktop shows Uncramp's icon, or does no longer."""
        self._tell(tray=available)

    def _on_wish(self, wish: Wish) -> None:
        match wish:
            case Wish.NEXT if self._state.step is Step.SAMPLE:
                self._close()
            case Wish.NEXT:
                self._go(self._state.step + 1)
            case Wish.SKIP:
                self._skip()
            case Wish.BACK:
                self._go(self._state.step - 1)
            case Wish.LEAVE:
                self._close()
            case Wish.SAMPLE:
                self.sample_requested.emit()
            case Wish.HELP:
                self.help_requested.emit()

    def _go(self, step: int) -> None:
        answers = self._state.answers
        if step == Step.HABITS and answers.habits is None:
            answers = replace(answers, habits=suggested(answers))
        self._tell(step=Step(step), answers=answers)

    def _skip(self) -> None:
        """A question that is passed over leaves nothing behind."""
        empty: dict[Step, dict[str, object]] = {
            Step.WHEN: {"when": frozenset()},
            Step.FACTS: {"facts": frozenset()},
            Step.HABITS: {"habits": None},
        }
        step = self._state.step
        answers = replace(self._state.answers, **empty[step]) if step in empty else self._state.answers  # type: ignore[arg-type]
        self._tell(answers=answers)
        self._go(step + 1)

    def _on_chosen(self, chosen: frozenset[Any]) -> None:
        name = {Step.WHEN: "when", Step.FACTS: "facts", Step.HABITS: "habits"}[self._state.step]
        self._tell(answers=replace(self._state.answers, **{name: chosen}))

    def _on_sign_in(self, on: bool) -> None:
        self._trying(lambda: self._at_sign_in.turn(on=on))
        self._tell(at_sign_in=self._at_sign_in.is_on())

    def _tell(self, **changes: Any) -> None:  # noqa: ANN401 fields of the state
        self._state = replace(self._state, **changes)
        if self._screen is not None:
            self._screen.tell(self._state)

    def _close(self) -> None:
        if self._screen is not None:
            self._screen.close()

    def _on_closed(self) -> None:
        screen, self._screen = self._screen, None
        if screen is None:
            return
        screen.deleteLater()
        self._trying(lambda: self._keep(self._state.answers))
        self.ended.emit()

    def _keep(self, answers: Answers) -> None:
        """Keep the person's answers: those that keep them safe first."""
        store = self._journal.store
        for name, limit in preferences.LIMIT_OF.items():
            if limit in answers.limits:
                preferences.write(store, name, value=True)
        wanted = settings_for(self._journal.settings(), answers)
        if wanted != self._journal.settings():
            self._save(wanted)
        preferences.write(store, "welcomed", value=True)

    def _trying(self, do: Callable[[], None]) -> None:
        try:
            do()
        except UncrampError as error:
            _log.warning("The first minute could not be kept: %s", error)
            self.trouble_arisen.emit(error)
