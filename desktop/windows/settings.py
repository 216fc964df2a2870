"""The Settings window: one page that can be searched. A change counts at once, and can be undone."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.settings_state import Action, Section, SettingsState
from desktop.theme import GRID, Size, Token, is_new_look, scale
from desktop.widgets.announcing import announce
from desktop.widgets.banner import Banner, BannerText, Choice
from desktop.widgets.bar import Bar
from desktop.widgets.buttons import Button, ButtonKind, let_enter_press
from desktop.widgets.choice import Pill
from desktop.widgets.field import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column
from desktop.windows.settings_row import RowView
from desktop.windows.settings_section import SectionView
from desktop.wording import settings as wording

_WIDEST = 760
"""Pixels of content, at a text scale of 1."""
_ROOM_FOR_LIST = 900
"""From this width on the sections are listed beside the page."""
_LIST = 220
_NARROW = 480
_ROOM_FOR_BAR = 560
"""From this width on the last change stands beside the buttons."""


class SettingsWindow(QWidget):
    """Shows a `SettingsState` and says what the person wishes."""

    change_requested = Signal(object)
    """`Change`."""
    undo_requested = Signal()
    action_requested = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._views: dict[str, RowView] = {}
        self._sections = {section: SectionView(section) for section in Section}
        self._typed = ""
        self._asked = False
        self._bar: QBoxLayout | None = None
        self._search = Field()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(False)
        self._nothing = Words(tone=Token.MUTED)
        self._problem = Banner(Icon.NOTICE, Token.WARM)
        self._question = Banner(Icon.NOTICE, Token.DANGER)
        self._list = QWidget()
        self._scroll = Pages()
        self._content = Column()
        self._lay_out()
        let_enter_press(self)
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(1000, 720)

    def tell(self, state: SettingsState) -> None:
        """Show the page."""
        if not self._views:
            self._build(state)
        for row in state.rows:
            self._views[row.id].tell(row, is_busy=state.is_busy)
        self._last.setText(wording.working() if state.is_busy else state.last or wording.no_change_yet())
        self._undo.setEnabled(state.can_undo)
        choice = Choice(id=Action.OPEN_FILE, label=wording.action(Action.OPEN_FILE))
        self._problem.tell(BannerText(title=state.problem, choices=(choice,) if state.problem else ()))
        self._ask(asks=state.asks_to_delete)
        self._sift()

    def say(self, text: str) -> None:
        """Have a screen reader say something."""
        announce(self, text)

    def bring_up(self) -> None:
        """Show the window and bring it to the front, the keyboard at the search."""
        is_new = not self.isVisible()
        self.show()
        self.raise_()
        self.activateWindow()
        if is_new:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def search_for(self, typed: str) -> None:
        """Search, as a person does in the field."""
        self._search.setText(typed)

    def go_to_row(self, row: str) -> None:
        """Bring a row to the top of the page."""
        QApplication.sendPostedEvents()
        top = self._views[row].mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - GRID * 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is still being typed, and tell that the window was closed."""
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit) and focused is not self._search:
            focused.clearFocus()
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._arrange()

    def _lay_out(self) -> None:
        self._fill_list()
        title = Words(wording.title(), size=Size.TITLE, strong=True)
        label = Words(wording.search(), tone=Token.MUTED)
        label.setBuddy(self._search)
        self._search.setAccessibleName(wording.search())
        page = QVBoxLayout(self._content)
        page.setSpacing(GRID * 3)
        head = QVBoxLayout()
        head.setSpacing(GRID // 2)
        for widget in (title, label, self._search, self._nothing):
            head.addWidget(widget)
        page.addLayout(head)
        page.addWidget(self._problem)
        for section in self._sections.values():
            page.addWidget(section)
        page.addStretch(1)
        self._page = page
        self._scroll.setWidget(self._content)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._scroll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        self._outer = layout
        self._nothing.hide()

    def _fill_list(self) -> None:
        self._list.setAccessibleName(wording.sections())
        column = QVBoxLayout(self._list)
        column.setContentsMargins(GRID * 2, GRID * 3, 0, GRID * 3)
        column.setSpacing(0)
        self._places: dict[Section, Pill] = {}
        for section in Section:
            name = wording.section(section)
            place = Pill(name, wording.go_to(name), bare=True, parent=self._list)
            place.setObjectName(f"go {section}")
            place.clicked.connect(lambda _checked=False, to=section: self._go_to(to))
            column.addWidget(place)
            self._places[section] = place
        column.addStretch(1)
        self._places[Section.PROMPTS].setChecked(True)

    def _foot(self) -> QWidget:
        """The line that is always there: the last change, and the ways back and out."""
        foot = Bar()
        self._last = Words(wording.no_change_yet())
        self._undo = Button(wording.undo())
        self._undo.setObjectName("undo")
        self._close = Button(wording.close(), ButtonKind.PRIMARY)
        self._close.setObjectName("close")
        buttons = FlowLayout(gap=GRID)
        buttons.addWidget(self._undo)
        buttons.addWidget(self._close)
        self._bar = bar = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        bar.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        bar.setSpacing(GRID)
        bar.addWidget(self._last, 1)
        bar.addLayout(buttons)
        return foot

    def _join(self) -> None:
        self._search.textChanged.connect(self._on_search)
        self._undo.clicked.connect(lambda _checked=False: self.undo_requested.emit())
        self._close.clicked.connect(lambda _checked=False: self.close())
        self._problem.chosen.connect(self.action_requested)
        self._question.chosen.connect(self.action_requested)
        self._scroll.viewport_resized.connect(self._arrange)
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self._undo.click),
            (QKeySequence.StandardKey.Find, self._search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _build(self, state: SettingsState) -> None:
        for row in state.rows:
            view = self._sections[row.section].add(row)
            view.change_requested.connect(self.change_requested)
            view.action_requested.connect(self.action_requested)
            self._views[row.id] = view
            view.tell(row, is_busy=False)
            if row.id == "delete":  # the question comes behind its button in the order of the Tab key too
                layout = view.layout()
                assert layout is not None
                layout.addWidget(self._question)
                self._question.set_narrow(yes=True)
        self._outer.addWidget(self._foot())
        self._join()
        self._arrange()

    def _ask(self, *, asks: bool) -> None:
        """Ask once before everything goes; the answer that keeps it has the focus."""
        choices = (
            Choice(id=Action.KEEP, label=wording.action(Action.KEEP)),
            Choice(id=Action.DELETE_NOW, label=wording.action(Action.DELETE_NOW), kind=ButtonKind.ALARM),
        )
        text = BannerText(title=wording.delete_title(), under=wording.delete_under(), choices=choices)
        self._question.tell(text if asks else BannerText(title=""))
        if asks != self._asked:
            self._asked = asks
            if asks:
                self._question.findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)
                self.say(f"{text.title} {text.under}")
            else:
                self._views["delete"].take_focus()

    def _on_search(self, typed: str) -> None:
        self._typed = typed
        count = self._sift()
        self.say(wording.found(count) if count else wording.nothing_found(typed.strip()))

    def _sift(self) -> int:
        counts = {section: view.sift(self._typed) for section, view in self._sections.items()}
        for section, count in counts.items():
            self._places[section].setVisible(bool(count))
        total = sum(counts.values())
        self._nothing.say("" if total else wording.nothing_found(self._typed.strip()))
        return total

    def _go_to(self, section: Section) -> None:
        self._scroll.verticalScrollBar().setValue(self._top(section) - GRID * 2)

    def _top(self, section: Section) -> int:
        return self._sections[section].mapTo(self._content, QPoint(0, 0)).y()

    def _follow(self) -> None:
        """Mark the section that is in sight, unless the keyboard is in the list itself."""
        if any(place.hasFocus() for place in self._places.values()):
            return
        seen = self._scroll.verticalScrollBar().value() + GRID * 4
        shown = [section for section, view in self._sections.items() if view.isVisibleTo(self._content)]
        above = [section for section in shown if self._top(section) <= seen]
        if shown:
            self._places[above[-1] if above else shown[0]].setChecked(True)

    def _arrange(self) -> None:
        grown = scale(QApplication.font())
        self._list.setVisible(self.width() >= _ROOM_FOR_LIST * grown)
        self._list.setFixedWidth(round(_LIST * grown))
        is_roomy = self.width() >= _ROOM_FOR_BAR * grown
        direction = QBoxLayout.Direction.LeftToRight if is_roomy else QBoxLayout.Direction.TopToBottom
        if self._bar is not None:
            self._bar.setDirection(direction)
        room = self._scroll.viewport().width()
        side = max(GRID * 2, (room - round(_WIDEST * grown)) // 2)
        is_narrow = room < _NARROW * grown
        for section in self._sections.values():
            section.set_narrow(yes=is_narrow)
        side = GRID if is_narrow else side
        self._page.setContentsMargins(side, GRID * 3, side, GRID * 3)
