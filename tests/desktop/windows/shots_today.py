"""Pictures of Today, of its menu, of the prompt window and of the tray icon."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget

from desktop.states import TodayState
from desktop.tray_state import TrayLook
from desktop.widgets.menu import MenuActions
from desktop.widgets.tray_icon import SIZES, tray_pixmap
from desktop.windows.prompt import PromptPanel
from desktop.windows.today import TodayWindow
from tests.desktop.windows import days
from tests.shots import Shot


def today(state: TodayState) -> TodayWindow:
    """The window with a day."""
    window = TodayWindow()
    window.tell(state)
    return window


def other() -> TodayWindow:
    """The window while another amount is typed."""
    window = today(days.WORKDAY)
    window.findChild(QPushButton, "other").click()  # type: ignore[union-attr]
    window.findChild(QLineEdit, "amount").setText("a lot")  # type: ignore[union-attr]
    window.findChild(QPushButton, "log-amount").click()  # type: ignore[union-attr]
    return window


def menu() -> QMenu:
    """The menu of everything."""
    made = QMenu()
    MenuActions(made).tell(days.WAITING.offers)
    return made


def prompt() -> PromptPanel:
    """A prompt of Uncramp's own."""
    panel = PromptPanel()
    panel.tell(days.NOTICE)
    return panel


def tray() -> QWidget:
    """Every look in every size, on panels from white to black."""
    sheet = QPixmap(960, 400)
    painter = QPainter(sheet)
    for row, ground in enumerate(("#FFFFFF", "#DEDEDE", "#2B2B2B", "#000000")):
        painter.fillRect(QRect(0, row * 100, 960, 100), QColor(ground))
        for column, look in enumerate(TrayLook):
            x = column * 240 + 8
            for size in SIZES:
                painter.drawPixmap(x, row * 100 + 84 - size, tray_pixmap(look, size))
                x += size + 4 if size < SIZES[-1] else 0
    painter.end()
    label = QLabel()
    label.setPixmap(sheet)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


SHOTS = (
    Shot(name="today", build=lambda: today(days.WORKDAY), width=960, height=860),
    Shot(name="today-waiting", build=lambda: today(days.WAITING), width=960, height=900, looks=("light", "contrast")),
    Shot(name="today-reached", build=lambda: today(days.REACHED), width=960, height=720, looks=("light",)),
    Shot(name="today-empty", build=lambda: today(days.EMPTY), width=960, height=420, looks=("light",)),
    Shot(name="today-limited", build=lambda: today(days.LIMITED), width=960, height=720, looks=("light",)),
    Shot(name="today-small", build=lambda: today(days.WORKDAY), width=320, height=480, looks=("light", "dark")),
    Shot(name="today-other", build=other, width=960, height=560, looks=("light",)),
    Shot(name="menu", build=menu, looks=("light", "dark")),
    Shot(name="prompt", build=prompt),
    Shot(name="tray", build=tray, width=960, height=400, looks=("light",)),
)
