"""A key of the whole X display, through Xlib: a connection of its own, read when the event loop sees something come.

Source: Xlib, C Language X Interface, XGrabKey(3), XSetErrorHandler(3).
"""

import ctypes
import logging
import os
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier

from desktop.adapters.shortcut import Shortcut
from desktop.shortcut_key import RELIEF, Modifier, ShortcutKey

_LOCK, _MOD2_NUM = 1 << 1, 1 << 4
_HELD: Final = {Modifier.SHIFT: 1 << 0, Modifier.CTRL: 1 << 2, Modifier.ALT: 1 << 3, Modifier.SUPER: 1 << 6}
_LOCKS: Final = (0, _LOCK, _MOD2_NUM, _LOCK | _MOD2_NUM)
"""The key counts whatever Caps Lock and Num Lock do."""
_KEY_PRESS, _GRAB_MODE_ASYNC = 2, 1
_LONGS_IN_AN_EVENT: Final = 24

_log = logging.getLogger(__name__)

_ErrorHandler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class _Event(ctypes.Union):
    """XEvent: as large as Xlib says, of which only the type is read."""

    _fields_ = (("type", ctypes.c_int), ("room", ctypes.c_long * _LONGS_IN_AN_EVENT))


class X11Shortcut(Shortcut):
    """Keys held down, and a letter or digit."""

    def __init__(self, display: str | None = None, parent: QObject | None = None) -> None:
        """Store the display.

        Args:
            display: As in ``DISPLAY``; None for that of the environment.
            parent: The owner.
        """
        super().__init__(parent)
        self._name = display or os.environ.get("DISPLAY", "")
        self._x11: Any = None
        self._display: int | None = None
        self._reader: QSocketNotifier | None = None
        self._is_refused = False
        # Xlib ends the program on an error that nobody handles: a key that somebody else has is no reason for that.
        self._on_error = _ErrorHandler(self._refuse)

    def start(self, key: ShortcutKey = RELIEF) -> None:
        """Take the key, if nobody has it."""
        self._is_refused = False
        is_ours = self._open() and self._grab(key)
        if not is_ours:
            self.close()
        self.settled.emit(is_ours)

    def close(self) -> None:
        """Give the key back."""
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._display is not None:
            self._x11.XCloseDisplay(self._display)
            self._display = None

    def _open(self) -> bool:
        try:
            self._x11 = _declared(ctypes.CDLL("libX11.so.6"))
        except (OSError, AttributeError) as error:
            _log.info("No key for the relief: %s", error)
            return False
        self._display = self._x11.XOpenDisplay(self._name.encode())
        return self._display is not None

    def _grab(self, key: ShortcutKey) -> bool:
        x11, display = self._x11, self._display
        code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(key.key.lower().encode()))
        held = sum(_HELD[each] for each in key.held)
        if not code:
            return False
        before = x11.XSetErrorHandler(ctypes.cast(self._on_error, ctypes.c_void_p))
        root = x11.XDefaultRootWindow(display)
        for lock in _LOCKS:
            x11.XGrabKey(
                display,
                code,
                held | lock,
                root,
                False,
                _GRAB_MODE_ASYNC,
                _GRAB_MODE_ASYNC,
            )
        x11.XSync(display, False)
        x11.XSetErrorHandler(before)
        if self._is_refused:
            _log.info("No key for the relief: another program has it.")
            return False
        self._reader = QSocketNotifier(x11.XConnectionNumber(display), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        return True

    def _read(self) -> None:
        event = _Event()
        while self._display is not None and self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            if event.type == _KEY_PRESS:
                self.pressed.emit()

    def _refuse(self, _display: int, _error: int) -> int:
        self._is_refused = True
        return 0


def _declared(x11: Any) -> Any:  # noqa: ANN401 -- ctypes has no types for a library
    """Xlib with the types of what is called."""
    pointer, number, unsigned = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
    for name, gives, takes in (
        ("XOpenDisplay", pointer, [ctypes.c_char_p]),
        ("XCloseDisplay", number, [pointer]),
        ("XDefaultRootWindow", unsigned, [pointer]),
        ("XConnectionNumber", number, [pointer]),
        ("XStringToKeysym", unsigned, [ctypes.c_char_p]),
        ("XKeysymToKeycode", ctypes.c_ubyte, [pointer, unsigned]),
        ("XGrabKey", number, [pointer, number, ctypes.c_uint, unsigned, number, number, number]),
        ("XSync", number, [pointer, number]),
        ("XPending", number, [pointer]),
        ("XNextEvent", number, [pointer, pointer]),
        ("XSetErrorHandler", pointer, [pointer]),
    ):
        function = getattr(x11, name)
        function.restype, function.argtypes = gives, takes
    return x11
