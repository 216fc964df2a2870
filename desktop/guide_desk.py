"""Everything for a guide, joined: the run itself, its window, what speaks, chimes and keeps the screen on."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop.engine import Engine
from desktop.guide_shelf import Shelf
from desktop.guide_state import GuideState, Sound, Wish
from desktop.guiding import Guiding


class GuideScreen(Protocol):
    """The window of a guide."""

    wished: SignalInstance
    felt: SignalInstance
    closed: SignalInstance

    def tell(self, state: GuideState) -> None:
        """Show a moment."""

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""

    def open_up(self) -> None:
        """Come to the front."""

    def close(self) -> bool:
        """Close it."""

    def deleteLater(self) -> None:  # noqa: N802 Qt's name
        """Let it go."""


class Voice(Protocol):
    """Speaks."""

    missing: SignalInstance

    def say(self, words: str) -> None:
        """Say something instead of what is being said."""

    def silence(self) -> None:
        """Say no more."""

    def look_again(self) -> None:
        """Look anew for what speaks."""

    def close(self) -> None:
        """Leave no process behind."""


class Chime(Protocol):
    """Plays short sounds."""

    missing: SignalInstance

    def play(self, sound: Sound) -> None:
        """Play one."""

    def look_again(self) -> None:
        """Look anew for what plays."""

    def close(self) -> None:
        """Leave no process behind."""


class Awake(Protocol):
    """Keeps the screen on."""

    def hold(self, *, is_wanted: bool) -> None:
        """Keep it on, or let it go dark again."""

    def close(self) -> None:
        """Let go."""


class GuideDesk(QObject):
    """Opens the guide window for as long as a guide is on show."""

    def __init__(  # noqa: PLR0913, PLR0917 each is a part of it
        self,
        engine: Engine,
        shelf: Callable[[], Shelf],
        voice: Voice,
        chime: Chime,
        awake: Awake,
        build: Callable[[], GuideScreen],
        parent: QObject | None = None,
    ) -> None:
        """Join the parts.

        Args:
            engine: Logs, and tells of trouble.
            shelf: The guides there are.
            voice: Says the cues.
            chime: Plays the sounds.
            awake: Holds the screen.
            build: Makes the window when it is wanted.
            parent: The owner.
        """
        super().__init__(parent)
        self.guiding = Guiding(engine, shelf, self)
        self.voice = voice
        self._chime, self._awake, self._build = chime, awake, build
        self._window: GuideScreen | None = None
        guiding = self.guiding
        guiding.speech_requested.connect(voice.say)
        guiding.silence_requested.connect(voice.silence)
        guiding.chime_requested.connect(chime.play)
        guiding.voice_wanted.connect(voice.look_again)
        guiding.chime_wanted.connect(chime.look_again)
        guiding.running_changed.connect(lambda is_running: awake.hold(is_wanted=is_running))
        guiding.changed.connect(self._on_changed)
        guiding.announced.connect(self._on_announced)
        guiding.ended.connect(self._on_ended)
        voice.missing.connect(guiding.lose_voice)
        chime.missing.connect(guiding.lose_chime)

    def open(self, name: str) -> None:
        """Begin a guide, or come back to the one that runs.

        Raises:
            NoGuideError: There is no such guide.
            GuideFileError: Its file cannot be used.
        """
        self.guiding.begin(name)
        if self._window is not None:
            self._window.open_up()

    def stand_still(self) -> None:
        """Something else is more urgent: pause."""
        state = self.guiding.state
        if state is not None and state.session.paused is None and not state.session.over:
            self.guiding.take(Wish.PAUSE)

    def close(self) -> None:
        """End the guide, logged as what it was, and let go of everything outside."""
        self.guiding.close()
        self._awake.close()
        self._chime.close()
        self.voice.close()

    def _on_changed(self, state: GuideState) -> None:
        if self._window is None:
            self._window = self._build()
            self._window.wished.connect(self.guiding.take)
            self._window.felt.connect(self.guiding.feel)
            self._window.closed.connect(self.guiding.close)
        self._window.tell(state)

    def _on_announced(self, words: str) -> None:
        if self._window is not None:
            self._window.announce(words)

    def _on_ended(self) -> None:
        """The window goes with the guide, whichever of them was closed first."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
