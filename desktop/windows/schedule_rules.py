"""The rules of the schedule editor: sentences whose parts can be changed where they stand."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.schedule_states import PartText, Rule, Trouble
from desktop.schedule_wishes import Switch, TypePart, place_of
from desktop.theme import GRID, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.sentence import Sentence, SentencePart
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.windows.schedule_fields import Line
from desktop.wording import schedule as wording


class PartEditor(QWidget):
    """Asks for another value of a part; closed by Escape, by its own button and when it has its answer."""

    answered = Signal(object)
    """A `TypePart`."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: PartText | None = None
        self._question = Words()
        self._line = Line("0000000")
        self._line.setObjectName("part")
        self._set = Button(wording.part_set(), ButtonKind.PRIMARY)
        self._set.setObjectName("part-set")
        self._choices: list[Button] = []
        self._cancel = Button(wording.part_cancel())
        self._cancel.setObjectName("part-cancel")
        self._wrong = Words(tone=Token.DANGER)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        self._flow = FlowLayout(gap=GRID)
        for widget in (self._line, self._set, self._cancel):
            self._flow.addWidget(widget)
        layout.addWidget(self._question)
        layout.addLayout(self._flow)
        layout.addWidget(self._wrong)
        self._line.returnPressed.connect(self._take)
        self._set.clicked.connect(lambda _checked=False: self._take())
        self._cancel.clicked.connect(lambda _checked=False: self.left.emit())
        self.hide()

    def open(self, part: PartText) -> None:
        """Ask for a part."""
        self.part = part
        self._question.setText(part.question)
        self._line.setAccessibleName(part.question)
        self._line.setText(part.typed)
        self._line.setVisible(not part.choices)
        self._set.setVisible(not part.choices)
        self._wrong.say("")
        self._offer(part)
        self.show()
        first = next((button for button in self._choices if button.isVisibleTo(self)), None)
        (self._line if first is None else first).setFocus(Qt.FocusReason.TabFocusReason)
        self._line.selectAll()

    def tell(self, trouble: Trouble | None) -> None:
        """Say why what was typed cannot be; nothing wrong, and there is no more to ask."""
        if self.part is None:
            return
        place = place_of(TypePart(part=self.part.part, text=""))
        wrong = trouble.words if trouble is not None and trouble.place == place else ""
        if wrong == self._wrong.text():
            return
        self._wrong.say(wrong)
        if wrong:
            announce(self._line, self._wrong.text())
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.selectAll()

    def close_up(self) -> None:
        """Ask no more."""
        self.part = None
        self._wrong.say("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the question, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, part: PartText) -> None:
        for button in self._choices:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices = []
        self._flow.removeWidget(self._cancel)
        for value, words in part.choices:
            kind = ButtonKind.PRIMARY if words == part.shown else ButtonKind.PLAIN
            button = Button(words, kind, spoken=f"{words}: {part.question}")
            button.setObjectName(f"choice:{value}")
            button.clicked.connect(partial(self._choose, value))
            self._flow.addWidget(button)
            self._choices.append(button)
        self._flow.addWidget(self._cancel)

    def _take(self) -> None:
        if self.part is not None:
            self.answered.emit(TypePart(part=self.part.part, text=self._line.text()))

    def _choose(self, value: str, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        if self.part is not None:
            self.answered.emit(TypePart(part=self.part.part, text=value))

    def is_wrong(self) -> bool:
        """Whether what was typed cannot be."""
        return bool(self._wrong.text())


class RuleRow(QWidget):
    """One rule: its switch, its sentences, and the question for one of their parts."""

    wished = Signal(object)
    opened = Signal()
    """A question is about to be asked."""
    arranged = Signal()
    """It is there, with its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: Rule | None = None
        self._switch = Tick("")
        self._switch.clicked.connect(self._on_switch)
        self._sentences: list[Sentence] = []
        self._editor = PartEditor()
        self._editor.answered.connect(self._on_answer)
        self._editor.left.connect(self._leave)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._layout.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeading)
        self._layout.addWidget(self._editor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, rule: Rule, trouble: Trouble | None) -> None:
        """Show a rule."""
        self._rule = rule
        self._switch.setObjectName(f"switch:{rule.switch}")
        self._switch.label(rule.name)
        self._switch.setChecked(rule.is_on)
        while len(self._sentences) < len(rule.sentences):
            self._add_sentence()
        for place, sentence in enumerate(self._sentences):
            sentence.setVisible(place < len(rule.sentences))
            if place < len(rule.sentences):
                sentence.tell(rule.sentences[place], _parts(rule, rule.sentences[place]))
        self._editor.tell(trouble)
        if self._editor.part is not None and not any(part.part is self._editor.part.part for part in rule.parts):
            self._editor.close_up()

    def close_up(self) -> None:
        """Ask no more."""
        self._editor.close_up()

    def _add_sentence(self) -> None:
        sentence = Sentence()
        sentence.pressed.connect(self._open)
        self._layout.insertWidget(1 + len(self._sentences), sentence)
        self._sentences.append(sentence)

    def _open(self, name: str) -> None:
        assert self._rule is not None
        part = next(part for part in self._rule.parts if part.part.name.lower() == name)
        self.opened.emit()
        self._editor.open(part)
        self.arranged.emit()

    def _leave(self) -> None:
        part = self._editor.part
        self._editor.close_up()
        if part is not None:
            self._button(part).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_answer(self, answer: TypePart) -> None:
        part = self._editor.part
        self.wished.emit(answer)
        if self._editor.part is not None and part is not None and not self._editor.is_wrong():
            self._editor.close_up()
            self._button(part).setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, part: PartText) -> QWidget:
        name = part.part.name.lower()
        for sentence in self._sentences:
            if sentence.has(name):
                return sentence.button(name)
        return self._switch

    def _on_switch(self, checked: bool) -> None:
        if self._rule is not None and self._rule.switch is not None:
            self.wished.emit(Switch(part=self._rule.switch, on=checked))


class RulesCard(Card):
    """All rules."""

    wished = Signal(object)
    arranged = Signal()
    """There are other buttons than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, RuleRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self._layout.setSpacing(GRID * 2)

    def tell(self, rules: tuple[Rule, ...], trouble: Trouble | None) -> None:
        """Show rules."""
        names = [str(rule.switch) for rule in rules]
        for gone in [name for name in self._rows if name not in names]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, (name, rule) in enumerate(zip(names, rules, strict=True)):
            if name not in self._rows:
                row = RuleRow()
                row.wished.connect(self.wished)
                row.opened.connect(self._close_all)
                row.arranged.connect(self.arranged)
                self._layout.insertWidget(place, row)
                self._rows[name] = row
            self._rows[name].tell(rule, trouble)

    def _close_all(self) -> None:
        """One question at a time."""
        for row in self._rows.values():
            row.close_up()


def _parts(rule: Rule, sentence: str) -> dict[str, SentencePart]:
    """The parts of one sentence of a rule, by the names that stand in it."""
    named = {part.part.name.lower(): part for part in rule.parts}
    return {
        name: SentencePart(shown=part.shown, spoken=wording.part_spoken(part.shown, part.question))
        for name, part in named.items()
        if f"{{{name}}}" in sentence
    }
