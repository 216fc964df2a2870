"""The small window in which an entry of the log is made for an earlier time, changed or deleted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.entry_states import FIELDS, EntryDraft, EntryField, EntryKind, EntryView, Wrong
from desktop.states import Said
from desktop.theme import GRID, Size, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.choices import Choices
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.wording import editing as wording
from schedules.history import Muscle, Side
from schedules.settings import Effort, Units

_TYPED = (EntryField.AMOUNT, EntryField.WHEN, EntryField.LASTED, EntryField.NOTE)
_CHOSEN: dict[EntryField, tuple[Muscle | Side | Effort | int, ...]] = {
    EntryField.EFFORT: tuple(Effort),
    EntryField.MUSCLE: tuple(Muscle),
    EntryField.SIDE: tuple(Side),
    EntryField.SEVERITY: tuple(range(wording.NONE, wording.WORST + 1)),
}
_LONGEST = {EntryField.NOTE: 500}
_LONGEST_ELSE = 40


class EntryWindow(Sheet):
    """Asks for an entry; closed by Escape, by its own buttons, and when it has its answer."""

    save_requested = Signal(object)
    """An `EntryDraft`."""
    delete_requested = Signal()
    when_asked = Signal(str)
    """A time was typed: how is it understood?"""

    def __init__(self) -> None:
        super().__init__()
        self._view: EntryView | None = None
        self._kind = EntryKind.DRINK
        self._kinds: Choices | None = None
        self._fields: dict[EntryField, QLineEdit] = {}
        self._choices: dict[EntryField, Choices] = {}
        self._rows: dict[EntryField, QWidget] = {}
        self._wrong: dict[EntryField, Words] = {}
        self._when = Words(tone=Token.MUTED)
        self._save = Button(wording.save(), ButtonKind.PRIMARY)
        self._cancel = Button(wording.cancel())
        self._delete = Button(wording.delete(), ButtonKind.ALARM)
        self._content = QWidget()
        self._form = QVBoxLayout(self._content)
        pages = Pages()
        pages.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(pages)
        self.setMinimumSize(300, 240)
        self.resize(520, 480)

    def tell(self, view: EntryView) -> None:
        """Show an entry. Only once: the window is built for it."""
        self._view, self._kind = view, view.draft.kind
        self.setWindowTitle(view.title)
        self._build(view)
        self._fill(view.draft)
        self._show_kind(view.draft.kind)

    def bring_up(self) -> None:
        """Show the window with the keyboard in its first field."""
        super().bring_up()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def say_when(self, said: Said) -> None:
        """Say how the time is understood."""
        self._when.say(said.words if said.fits else "")
        announce(self._when, said.words)

    def say_wrong(self, wrong: Wrong) -> None:
        """Say what cannot be taken, beside its field, and go there."""
        for each, words in self._wrong.items():
            words.say(wrong.words if each is wrong.field else "")
        field = self._fields.get(wrong.field)
        if field is not None:
            announce(field, wrong.words)
            field.selectAll()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, view: EntryView) -> None:
        self._form.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self._form.setSpacing(GRID * 2)
        self._form.addWidget(Words(view.title, size=Size.LARGE, strong=True))
        if view.is_new:
            asked = wording.kind_question()
            named = tuple(wording.kind_name(kind) for kind in view.kinds)
            answers = tuple((name, wording.choice_spoken(asked, name)) for name in named)
            self._kinds = Choices(asked, answers, optional=False)
            self._kinds.chosen.connect(lambda place: self._show_kind(view.kinds[place]))
            self._form.addWidget(self._kinds)
        wanted = {field for kind in (view.kinds or (view.draft.kind,)) for field in FIELDS[kind]}
        for field in _order(wanted):
            self._form.addWidget(self._row(field, view.units))
        flow = FlowLayout(gap=GRID)
        for name, button in (("save", self._save), ("cancel", self._cancel), ("delete", self._delete)):
            button.setObjectName(name)
            flow.addWidget(button)
        self._form.addLayout(flow)
        self._form.addStretch(1)
        self._delete.setVisible(not view.is_new)
        self._save.clicked.connect(lambda _checked=False: self._take())
        self._cancel.clicked.connect(lambda _checked=False: self.close())
        self._delete.clicked.connect(lambda _checked=False: self.delete_requested.emit())

    def _row(self, field: EntryField, units: Units) -> QWidget:
        row = self._rows[field] = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        asked = wording.question(field, units)
        if field in _TYPED:
            typed = self._fields[field] = QLineEdit()
            typed.setObjectName(field)
            typed.setMaxLength(_LONGEST.get(field, _LONGEST_ELSE))
            typed.setAccessibleName(asked)
            typed.returnPressed.connect(self._take)
            layout.addWidget(Words(asked))
            layout.addWidget(typed)
        else:
            labels = tuple(wording.choice(value) for value in _CHOSEN[field])
            answers = tuple((label, wording.choice_spoken(asked, label)) for label in labels)
            self._choices[field] = Choices(asked, answers, optional=field is not EntryField.EFFORT)
            layout.addWidget(self._choices[field])
        if field is EntryField.WHEN:
            self._fields[field].textEdited.connect(self.when_asked)
            layout.addWidget(self._when)
            self._when.hide()
        wrong = self._wrong[field] = Words(tone=Token.DANGER)
        wrong.hide()
        layout.addWidget(wrong)
        return row

    def _fill(self, draft: EntryDraft) -> None:
        for field, text in (
            (EntryField.WHEN, draft.when),
            (EntryField.AMOUNT, draft.amount),
            (EntryField.LASTED, draft.lasted),
            (EntryField.NOTE, draft.note),
        ):
            if field in self._fields:
                self._fields[field].setText(text)
        for field, value in (
            (EntryField.EFFORT, draft.effort),
            (EntryField.MUSCLE, draft.muscle),
            (EntryField.SIDE, draft.side),
            (EntryField.SEVERITY, draft.severity_nrs),
        ):
            if field in self._choices and value is not None:
                self._choices[field].choose(_CHOSEN[field].index(value))

    def _show_kind(self, kind: EntryKind) -> None:
        self._kind = kind
        for field, row in self._rows.items():
            row.setVisible(field in FIELDS[kind])
        if self._kinds is not None and self._view is not None:
            self._kinds.choose(self._view.kinds.index(kind))

    def _first(self) -> QWidget:
        if self._kinds is not None:
            return self._kinds.focus_first()
        return self._fields[next(field for field in FIELDS[self._kind] if field in self._fields)]

    def _take(self) -> None:
        typed = {field: widget.text() for field, widget in self._fields.items()}
        place = {field: choices.place for field, choices in self._choices.items()}
        answer = {field: _CHOSEN[field][at] if at >= 0 else None for field, at in place.items()}
        muscle, side = answer.get(EntryField.MUSCLE), answer.get(EntryField.SIDE)
        severity, effort = answer.get(EntryField.SEVERITY), answer.get(EntryField.EFFORT)
        draft = EntryDraft(
            kind=self._kind,
            when=typed.get(EntryField.WHEN, ""),
            amount=typed.get(EntryField.AMOUNT, ""),
            lasted=typed.get(EntryField.LASTED, ""),
            effort=effort if isinstance(effort, Effort) else Effort.MODERATE,
            muscle=muscle if isinstance(muscle, Muscle) else None,
            side=side if isinstance(side, Side) else None,
            severity_nrs=severity if isinstance(severity, int) else None,
            note=typed.get(EntryField.NOTE, ""),
        )
        self.save_requested.emit(draft)


def _order(wanted: set[EntryField]) -> list[EntryField]:
    """The fields in the order in which every kind asks for its own."""
    order = (
        EntryField.AMOUNT,
        EntryField.WHEN,
        EntryField.MUSCLE,
        EntryField.SIDE,
        EntryField.SEVERITY,
        EntryField.LASTED,
        EntryField.EFFORT,
        EntryField.NOTE,
    )
    return [field for field in order if field in wanted]
