"""One notice through plyer, for a thread that may be held up: text made harmless for plyer's way on this platform.

On Linux plyer calls ``notify-send`` (or dbus-python where that is installed): it neither escapes the body nor shields
it from being read as an option, and it does not tell when nothing was shown. On Windows the text has to fit a fixed
structure. Source: plyer 2.1.0, platforms/linux/notification.py and platforms/win/libs/balloontip.py (2022).
"""

import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

from desktop.adapters.notice_text import as_markup, one_line, plain
from desktop.adapters.session_bus import session_address
from desktop.ports import Notice

_ON_SHOW_SECONDS = 10
_ANSWER_SECONDS = 1.5
_TITLE_UNITS, _BODY_UNITS = 63, 255
"""UTF-16 units that fit in Windows' NOTIFYICONDATAW."""


def deliver(notice: Notice, icon: str) -> None:
    """Show a notice; blocks, for ever when the notification service hangs midway.

    Raises:
        NotImplementedError: plyer has no way on this machine.
        Exception: Whatever else plyer and its ways trip over.
    """
    platform = sys.platform
    if platform.startswith("linux"):
        if Path("/app").is_dir():
            raise NotImplementedError("plyer takes this for a Flatpak and would run gdbus with text it does not quote.")
        _ask_whether_a_service_answers()
    # "The Python dbus package is not installed" is no news for anybody.
    warnings.filterwarnings("ignore", module=r"plyer\.")
    from plyer import notification

    title, body = fitted(notice, platform, has_dbus=find_spec("dbus") is not None)
    windows_icon = icon if platform == "win32" and icon.endswith(".ico") else ""
    notification.notify(title=title, message=body, app_name="Uncramp", app_icon=windows_icon, timeout=_ON_SHOW_SECONDS)


def fitted(notice: Notice, platform: str, *, has_dbus: bool) -> tuple[str, str]:
    """Title and body as plyer may have them on a platform, where it uses dbus-python or not."""
    title, body = one_line(notice.title) or "Uncramp", plain(notice.body)
    if platform == "win32":
        return _cut(title, _TITLE_UNITS), _cut(body, _BODY_UNITS)
    if platform.startswith("linux"):
        body = as_markup(body)
        if not has_dbus:
            # notify-send reads a leading dash as an option, and undoes backslash escapes in the body (g_strcompress).
            return _no_option(title), _no_option(body.replace("\\", "\\\\"))
    return title, body


def _no_option(text: str) -> str:
    return f"–{text[1:]}" if text.startswith("-") else text


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _ask_whether_a_service_answers() -> None:
    """Ask the notification service for its name, because notify-send's failure would go unseen.

    Raises:
        OSError: There is no session bus, or nobody answers there.
        ValueError: The bus's address is none that jeepney can read.
        RuntimeError: The same.
    """
    from jeepney import MessageType
    from jeepney.io.blocking import open_dbus_connection

    from desktop.adapters.notification_calls import get_server_information

    address = session_address()
    if not address:
        raise OSError("There is no session bus.")
    with open_dbus_connection(address, auth_timeout=_ANSWER_SECONDS) as connection:
        reply = connection.send_and_get_reply(get_server_information(), timeout=_ANSWER_SECONDS)
    if reply.header.message_type is not MessageType.method_return:
        raise OSError(f"No notification service answers: {reply.body}")
