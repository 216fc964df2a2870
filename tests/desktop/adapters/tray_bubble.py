"""A program with a tray icon that shows one bubble and tells what becomes of it.

Its argument is what it waits for: ``nothing``, ``host`` (a tray is there) or ``place`` (the icon has a place in it).
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.adapters.notifier_tray import TrayNotifier
from tests.desktop.notifier_contract import a_notice


def main() -> None:
    application = QApplication(["bubble"])
    application.setQuitOnLastWindowClosed(False)
    pixels = QPixmap(22, 22)
    pixels.fill("#176B7C")
    icon = QSystemTrayIcon(QIcon(pixels))
    icon.show()
    notifier = TrayNotifier(lambda: icon)
    for signal in (notifier.shown, notifier.failed, notifier.pressed):
        signal.connect(lambda payload: print(payload, flush=True))
    conditions: dict[str, Callable[[], bool]] = {
        "nothing": lambda: True,
        "host": QSystemTrayIcon.isSystemTrayAvailable,
        "place": lambda: icon.geometry().isValid(),
    }
    is_ready = conditions[sys.argv[1]]
    timer = QTimer(interval=20)

    def show_when_ready() -> None:
        if is_ready():
            timer.stop()
            notifier.show(a_notice(title="<b>x</b>", body="Near <i>A & B</i>"))

    timer.timeout.connect(show_when_ready)
    timer.start()
    application.exec()


if __name__ == "__main__":
    main()
