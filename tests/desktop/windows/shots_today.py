"""Pictures of Today, of its menu, of the prompt window and of the tray icon."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget

from desktop.entry_states import EntryDraft, EntryField, EntryKind, EntryView, Wrong
from desktop.states import Said, TodayState
from desktop.tray_state import TrayLook
from desktop.widgets.menu import MenuActions
from desktop.widgets.tray_icon import SIZES, tray_pixmap
from desktop.windows.entry import EntryWindow
from desktop.windows.prompt_panel import PromptPanel
from desktop.windows.today import TodayWindow
from schedules.history import Muscle, Side
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


def moving() -> TodayWindow:
    """The window while a prompt is moved."""
    window = today(days.WORKDAY)
    window.show()
    window.findChild(QPushButton, "move:warm-up@1750").click()  # type: ignore[union-attr]
    window.findChild(QLineEdit, "move-to").setText("17:40")  # type: ignore[union-attr]
    window.answer_move(Said(words="It will come at 17:40."))
    return window


def right_to_left() -> TodayWindow:
    """The window as it lies where people read from right to left."""
    window = today(days.WORKDAY)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


def entry() -> EntryWindow:
    """A cramp that is changed, and a time that cannot be read."""
    window = EntryWindow()
    draft = EntryDraft(
        kind=EntryKind.CRAMP, when="25:70", lasted="4", muscle=Muscle.CALF, side=Side.LEFT, severity_nrs=6
    )
    window.tell(EntryView(title="Change an entry", draft=draft))
    wrong = "“25:70” is not a time. Write it as 14:30, 2026-07-15T14:30 or 10 min ago."
    window.say_wrong(Wrong(field=EntryField.WHEN, words=wrong))
    return window


def new_entry() -> EntryWindow:
    """Something earlier."""
    window = EntryWindow()
    draft = EntryDraft(kind=EntryKind.DRINK, when="10", amount="250")
    window.tell(EntryView(title="Log something earlier", draft=draft, kinds=tuple(EntryKind)))
    window.say_when(Said(words="Today, 10:00"))
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
    Shot(name="today-month", build=lambda: today(days.MONTH), width=960, height=980),
    Shot(name="today-month-small", build=lambda: today(days.MONTH), width=320, height=640, looks=("light", "contrast")),
    Shot(name="today-past", build=lambda: today(days.PAST), width=960, height=620, looks=("light",)),
    Shot(name="today-past-empty", build=lambda: today(days.NOTHING_PAST), width=960, height=480, looks=("light",)),
    Shot(name="today-changed", build=lambda: today(days.CHANGED), width=960, height=560, looks=("light",)),
    Shot(name="today-no-goal", build=lambda: today(days.NO_GOAL), width=960, height=420, looks=("light",)),
    Shot(name="today-night", build=lambda: today(days.NIGHT), width=960, height=760, looks=("dark",)),
    Shot(name="today-move", build=moving, width=960, height=1000, looks=("light", "large")),
    Shot(name="today-rtl", build=right_to_left, width=960, height=900, looks=("light",)),
    Shot(name="entry-cramp", build=entry, width=520, height=860),
    Shot(name="entry-new", build=new_entry, width=520, height=480, looks=("light",)),
    Shot(name="entry-small", build=entry, width=320, height=480, looks=("light",)),
    Shot(name="menu", build=menu, looks=("light", "dark")),
    Shot(name="prompt", build=prompt),
    Shot(name="tray", build=tray, width=960, height=400, looks=("light",)),
)
