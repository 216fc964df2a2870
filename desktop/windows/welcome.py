"""The first minute: five short steps, each of which can be passed over; Escape leaves at any of them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop.theme import GRID, Look, Size, Token, colour, is_new_look, scale
from desktop.tray_state import TrayLook
from desktop.welcome_state import Step, WelcomeState, Wish
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind, let_enter_press
from desktop.widgets.figure.colors import suiting
from desktop.widgets.figure.widget import FigureWidget
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.tray_icon import tray_icon
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column, Headline
from desktop.windows.welcome_choices import Choices
from desktop.wording import help as help_wording
from desktop.wording import welcome as wording
from schedules.history import Side
from schedules.welcome import Fact, Habit, When

_PICTURE = 240
_TITLE = 32
_WIDEST = 640
"""Pixels of content, at a text scale of 1."""


class WelcomeWindow(Sheet):
    """Shows a `WelcomeState` and says what the person wishes."""

    wished = Signal(Wish)
    chosen = Signal(object)
    """What is ticked of the step on show, a frozenset."""
    sign_in_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._state: WelcomeState | None = None
        self._place = Words(tone=Token.MUTED)
        self._title = Headline(largest=_TITLE, grows=False)
        self._under = Words(size=Size.LARGE)
        self._choices = {
            Step.WHEN: Choices(When, wording.when),
            Step.FACTS: Choices(Fact, wording.fact),
            Step.HABITS: Choices(Habit, wording.habit),
        }
        self._sign_in = Choices((True,), lambda _on: wording.at_sign_in())
        self._picture = FigureWidget()
        self._picture.setFixedHeight(_PICTURE)
        self._picture.set_tags("", "")
        self._picture.show_pose("seated-hamstring", Side.RIGHT)
        self._picture.setAccessibleName(wording.picture())
        self._picture.set_palette_tokens(suiting(colour(self, Token.GROUND)))
        self._note = Words(size=Size.LARGE, tone=Token.WARM)
        self._buttons = {
            Wish.SAMPLE: Button(wording.sample()),
            Wish.HELP: Button(help_wording.title(), ButtonKind.ALARM),
            Wish.NEXT: Button("", ButtonKind.PRIMARY),
            Wish.SKIP: Button(wording.skip()),
            Wish.LEAVE: Button(wording.let_in()),
            Wish.BACK: Button(wording.back(), ButtonKind.QUIET),
        }
        self._scroll = Pages()
        self._lay_out()
        self._join()
        let_enter_press(self)
        self.setWindowTitle(wording.window_title())
        self.setWindowIcon(tray_icon(TrayLook.READY))
        self.setMinimumSize(300, 320)
        self.resize(720, 640)

    def tell(self, state: WelcomeState) -> None:
        """Show a moment; a new step takes the keyboard to its first choice."""
        before, self._state = self._state, state
        self._place.say(wording.place(state.step))
        self._picture.setVisible(state.step is Step.HELLO)
        self._title.say(wording.title(state.step))
        self._under.say(wording.under(state))
        self._note.say(wording.note(state))
        self._tell_choices(state)
        self._tell_buttons(state)
        if before is None or before.step is not state.step:
            self._enter(state)
        elif wording.note(state) != wording.note(before):
            announce(self, wording.note(state))

    def follow(self, look: Look) -> None:
        """Let the figure stand still, or move; colours and text come with the application's own."""
        self._picture.set_reduced_motion(look.reduced_motion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter goes on, unless another button has the focus: then it is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[Wish.NEXT].click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._arrange()
        if event.type() is QEvent.Type.PaletteChange:
            self._picture.set_palette_tokens(suiting(colour(self, Token.GROUND)))

    def _tell_choices(self, state: WelcomeState) -> None:
        said = {Step.WHEN: state.answers.when, Step.FACTS: state.answers.facts, Step.HABITS: state.answers.habits}
        for step, choices in self._choices.items():
            choices.setVisible(step is state.step)
            choices.tell(said[step] or frozenset(), state.answers)
        self._sign_in.setVisible(state.step is Step.SAMPLE)
        self._sign_in.tell(frozenset({True}) if state.at_sign_in else frozenset(), state.answers)

    def _tell_buttons(self, state: WelcomeState) -> None:
        hello, last = state.step is Step.HELLO, state.step is Step.SAMPLE
        shown = {
            Wish.SAMPLE: last,
            Wish.HELP: state.step is Step.FACTS and Fact.LEG in state.answers.facts,
            Wish.NEXT: True,
            Wish.SKIP: not hello and not last,
            Wish.LEAVE: hello,
            Wish.BACK: not hello,
        }
        for wish, button in self._buttons.items():
            button.setVisible(shown[wish])
        self._buttons[Wish.NEXT].label(wording.begin() if hello else wording.done() if last else wording.go_on())

    def _enter(self, state: WelcomeState) -> None:
        choices = self._choices.get(state.step)
        first = choices.first if choices is not None else self._buttons[Wish.SAMPLE if state.sampled_by else Wish.NEXT]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        announce(self, f"{wording.place(state.step)}. {wording.title(state.step)} {wording.under(state)}")

    def _lay_out(self) -> None:
        content = Column()
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._inner = QVBoxLayout(content)
        self._inner.setSpacing(GRID * 2)
        for widget in (self._place, self._title, self._under, *self._choices.values()):
            self._inner.addWidget(widget)
        self._inner.addWidget(self._buttons[Wish.SAMPLE], 0, Qt.AlignmentFlag.AlignLeading)
        self._inner.addWidget(self._note)
        self._inner.addWidget(self._buttons[Wish.HELP], 0, Qt.AlignmentFlag.AlignLeading)
        self._inner.addWidget(self._sign_in)
        self._inner.addWidget(self._picture)
        self._inner.addStretch(1)
        row = FlowLayout(gap=GRID)
        for wish in (Wish.NEXT, Wish.SKIP, Wish.LEAVE, Wish.BACK):
            row.addWidget(self._buttons[wish])
        self._foot = QVBoxLayout()
        self._foot.addLayout(row)
        outer.addLayout(self._foot)

    def _join(self) -> None:
        for wish, button in self._buttons.items():
            button.setObjectName(wish)
            button.clicked.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
        for choices in self._choices.values():
            choices.chosen.connect(self.chosen)
        self._sign_in.chosen.connect(lambda on: self.sign_in_chosen.emit(bool(on)))
        self._scroll.viewport_resized.connect(self._arrange)

    def _arrange(self) -> None:
        width = self._scroll.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID * 4, side, GRID * 2)
        self._foot.setContentsMargins(side, GRID, side, GRID * 2)
        self._title.fit(width - 2 * side)
