"""What the system asks of the look: light or dark, more contrast, larger text, less motion; followed while it runs."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStyleHints

from desktop.preferences import Contrast, Motion, Preferences, Theme
from desktop.theme import Look, Scheme

_PLAIN_DPI = 96.0
_LEAST, _MOST = 1.0, 2.0


class Appearance(QObject):
    """Reads the system's wishes through Qt and tells when they change."""

    changed = Signal(Look)

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        """Store whom to ask.

        Args:
            app: The application, which knows the platform.
            parent: The object that owns this one.
        """
        super().__init__(parent)
        self._app = app
        self._look = Look()
        self._preferred = Preferences()

    @property
    def look(self) -> Look:
        """The look as it was last read."""
        return self._look

    def start(self) -> None:
        """Read the system's wishes, and follow them from now on."""
        hints = self._app.styleHints()
        # Shiboken registers an enum when it is first touched; before that the signal cannot carry it.
        assert Qt.ColorScheme.Dark is not None
        hints.colorSchemeChanged.connect(lambda _scheme: self._read())
        if hasattr(Qt, "ContrastPreference"):
            assert Qt.ContrastPreference.HighContrast is not None
            hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: self._read())
        for screen in self._app.screens():
            screen.logicalDotsPerInchChanged.connect(lambda _dots: self._read())
        self._read()

    def prefer(self, preferred: Preferences) -> None:
        """Take what the person set over what the system says."""
        self._preferred = preferred
        self._read()

    def _read(self) -> None:
        hints, preferred = self._app.styleHints(), self._preferred
        is_still = preferred.motion is Motion.STILL or _preference(hints, "motionPreference") == "ReducedMotion"
        look = Look(
            scheme=_scheme(hints, preferred),
            text_scale=_within(preferred.text_percent / 100) if preferred.text_percent else self._system_scale(),
            reduced_motion=is_still,
        )
        if look != self._look:
            self._look = look
            self.changed.emit(look)

    def _system_scale(self) -> float:
        """Larger text that the system sets as more dots to the inch: every size of ours is in pixels."""
        dots = max((screen.logicalDotsPerInch() for screen in self._app.screens()), default=_PLAIN_DPI)
        return _within(dots / _PLAIN_DPI)


def _within(scale: float) -> float:
    return min(_MOST, max(_LEAST, scale))


def _scheme(hints: QStyleHints, preferred: Preferences) -> Scheme:
    is_dark = preferred.theme is Theme.DARK
    dark = hints.colorScheme() is Qt.ColorScheme.Dark if preferred.theme is Theme.SYSTEM else is_dark
    if preferred.contrast is Contrast.HIGH or _preference(hints, "contrastPreference") == "HighContrast":
        return Scheme.CONTRAST_DARK if dark else Scheme.CONTRAST_LIGHT
    return Scheme.DARK if dark else Scheme.LIGHT


def _preference(hints: QStyleHints, name: str) -> str:
    """An accessibility preference by its name: Qt tells of contrast from 6.10 on and of motion from 6.12 on."""
    access: Callable[[], object] | None = getattr(hints, "accessibility", None)
    asked = getattr(access(), name, None) if access is not None else None
    return str(asked().name) if asked is not None else ""
