"""The screen of one thing to try: what to do, a picture, the time, the caution, and how it feels."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.relief_view import ReliefView
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_figure import FigureBox
from desktop.windows.relief_parts import Headline, KeyButton, is_narrow
from desktop.wording import cold_pack
from desktop.wording import evidence as evidence_wording
from desktop.wording import relief as wording
from schedules.guides.relief_course import Feeling, ReliefPhase
from schedules.guides.routine import Place

FEELING_KEYS = {Feeling.EASING: "1", Feeling.SAME: "2", Feeling.WORSE: "3"}
COLD_MINUTES = (10, 15, 20)
PLACES = (Place.BED, Place.BED_EDGE, Place.CHAIR, Place.FLOOR, Place.STANDING)
"""From left to right, whatever comes first to whom: a button that moves is pressed by mistake."""
FIRST_PLACE_KEY = 4
_HEIGHT = 64


class StepPage(QWidget):
    """A stretch, massage, warmth or cold."""

    feeling_requested = Signal(object)
    """A `Feeling`."""
    place_requested = Signal(object)
    """A `Place`."""
    cold_requested = Signal(int)
    """Minutes on."""
    next_requested = Signal()
    back_requested = Signal()
    finish_requested = Signal()
    evidence_requested = Signal(str)
    """The id of the card behind the step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Headline()
        self._cue = Words(size=Size.TITLE, tone=Token.MUTED)
        self.figure = FigureBox()
        self._time = Headline(largest=Size.COUNTDOWN, tone=Token.ACCENT, grows=False)
        self._time.setObjectName("countdown")
        self._under = Words(size=Size.TITLE, tone=Token.MUTED)
        self._safety = Words(size=Size.LARGE)
        self._safety.setObjectName("safety")
        self._long = Words(size=Size.LARGE, tone=Token.DANGER, strong=True)
        self._night = Words(size=Size.LARGE, tone=Token.ACCENT)
        self._places = {place: KeyButton(wording.place(place), size=Size.BASE) for place in PLACES}
        self._feelings = {
            feeling: KeyButton(
                wording.feeling(feeling),
                ButtonKind.ALARM if feeling is Feeling.WORSE else ButtonKind.PLAIN,
                key=key,
                size=Size.TITLE,
                height=_HEIGHT,
                spoken=f"{wording.feeling(feeling)}, {wording.key_spoken(key)}",
            )
            for feeling, key in FEELING_KEYS.items()
        }
        self._cold = {minutes: _cold_button(minutes) for minutes in COLD_MINUTES}
        self._back = Button(wording.back(), ButtonKind.QUIET)
        self._next = Button(wording.skip(), ButtonKind.QUIET)
        self._finish = Button(wording.finish(), ButtonKind.QUIET)
        self._why = Button(evidence_wording.why(), ButtonKind.QUIET)
        self._card_id = ""
        self._offered: tuple[Place, ...] = ()
        self._lay_out()
        self._join()

    def tell(self, view: ReliefView) -> None:
        """Show a step."""
        state, step = view.state, view.state.step
        if step is None:
            self.clear()
            return
        self.headline.say(wording.resting() if state.resting else step.instruction)
        self._cue.say(" ".join(part for part in (step.cue, step.breathing) if part))
        self._safety.say(step.safety)
        self._card_id = step.source
        self._long.say(wording.long_cramp() if state.long_cramp else "")
        self._night.say(view.night_note)
        self.figure.tell(state)
        self._tell_time(view)
        self._tell_places(view)
        self._feeling_row.setVisible(state.may_answer)
        offers_cold = state.phase is ReliefPhase.COLD and view.ice is None
        self._cold_row.setVisible(offers_cold)
        self._cold_label.say(cold_pack.cold_offer() if offers_cold else "")

    def first_focus(self, view: ReliefView) -> QWidget:
        """Where the keyboard begins."""
        if view.state.phase is ReliefPhase.COLD:
            return self._finish
        return self._feelings[Feeling.EASING]

    def press(self, key: str) -> bool:
        """A key was pressed; whether it meant something."""
        if self._feeling_row.isVisibleTo(self):
            for feeling, own in FEELING_KEYS.items():
                if key == own:
                    self.feeling_requested.emit(feeling)
                    return True
        index = int(key) - FIRST_PLACE_KEY if key.isdigit() else -1
        if 0 <= index < len(self._offered):
            self.place_requested.emit(self._offered[index])
            return True
        return False

    def clear(self) -> None:
        """What is not on show says nothing."""
        for words in (
            *(self.headline, self._cue, self._time, self._under),
            *(self._safety, self._long, self._night, self._cold_label),
        ):
            words.setText("")
        self._time.setAccessibleName("")
        self.figure.clear()

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        narrow = is_narrow(width)
        self.headline.fit(width)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._time.fit(width if narrow else width * 2 // 5)
        for place, button in enumerate(self._feelings.values()):
            button.set_narrow(yes=narrow)
            self._feeling_grid.addWidget(button, place if narrow else 0, 0 if narrow else place)
        for button in (*self._places.values(), *self._cold.values()):
            button.set_narrow(yes=narrow)

    def _tell_places(self, view: ReliefView) -> None:
        state = view.state
        self._offered = tuple(place for place in PLACES if place in state.places)
        for place, button in self._places.items():
            button.setVisible(place in self._offered and len(self._offered) > 1)
            if place in self._offered:
                key = str(FIRST_PLACE_KEY + self._offered.index(place))
                button.set_key(key)
                button.setAccessibleName(wording.place_spoken(place, key, is_here=place is state.place))
            button.set_usual(yes=place is state.place)

    def _tell_time(self, view: ReliefView) -> None:
        state = view.state
        is_cold = state.phase is ReliefPhase.COLD
        self._picture.setVisible(not is_cold or not self.figure.isHidden())
        if is_cold:
            left, what = cold_pack.cold_left(view.ice) if view.ice is not None else ("", "")
            self._time.say(left)
            self._time.setAccessibleName(f"{left}, {what}" if left else "")
            self._under.say(what)
            return
        waits = not state.remaining and not state.resting
        self._time.say("" if waits else wording.countdown(state.remaining))
        self._time.setAccessibleName(wording.countdown_spoken(state))
        self._under.say(wording.count_under(state))

    def _lay_out(self) -> None:
        time = QVBoxLayout()
        time.setSpacing(0)
        time.addStretch(1)
        time.addWidget(self._time)
        time.addWidget(self._under)
        time.addStretch(1)
        self._picture = QWidget()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._picture)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(GRID * 3)
        self._middle.addWidget(self.figure, 3)
        self._middle.addLayout(time, 2)
        self._row, flow = _row()
        for button in self._places.values():
            flow.addWidget(button)
        self._cold_row, cold = _row()
        self._cold_label = Words(cold_pack.cold_offer(), size=Size.TITLE, tone=Token.MUTED)
        for button in self._cold.values():
            cold.addWidget(button)
        self._feeling_row = QWidget()
        self._feeling_grid = QGridLayout(self._feeling_row)
        self._feeling_grid.setContentsMargins(0, 0, 0, 0)
        self._feeling_grid.setSpacing(GRID)
        for column, button in enumerate(self._feelings.values()):
            self._feeling_grid.addWidget(button, 0, column)
        for quiet in (self._back, self._next, self._finish, self._why):
            flow.addWidget(quiet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self.headline)
        layout.addWidget(self._cue)
        layout.addWidget(self._picture, 1)
        for widget in (self._long, self._safety, self._night):
            layout.addWidget(widget)
        for row in (self._cold_label, self._cold_row, self._feeling_row, self._row):
            layout.addWidget(row)
        layout.addStretch(0)  # takes the room where there is neither picture nor time

    def _join(self) -> None:
        names = {"back": self._back, "next": self._next, "finish": self._finish, "why": self._why}
        for name, quiet in names.items():
            quiet.setObjectName(name)
        for feeling, button in self._feelings.items():
            button.setObjectName(feeling)
            button.clicked.connect(lambda _checked=False, f=feeling: self.feeling_requested.emit(f))
        for place, button in self._places.items():
            button.setObjectName(place)
            button.clicked.connect(lambda _checked=False, p=place: self.place_requested.emit(p))
        for minutes, button in self._cold.items():
            button.setObjectName(f"cold-{minutes}")
            button.clicked.connect(lambda _checked=False, m=minutes: self.cold_requested.emit(m))
        self._back.clicked.connect(lambda _checked=False: self.back_requested.emit())
        self._next.clicked.connect(lambda _checked=False: self.next_requested.emit())
        self._finish.clicked.connect(lambda _checked=False: self.finish_requested.emit())
        self._why.clicked.connect(lambda _checked=False: self.evidence_requested.emit(self._card_id))


def _cold_button(minutes: int) -> KeyButton:
    return KeyButton(cold_pack.cold_start(minutes), spoken=cold_pack.cold_start_spoken(minutes))


def _row() -> tuple[QWidget, FlowLayout]:
    row = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row, FlowLayout(row, gap=GRID)
