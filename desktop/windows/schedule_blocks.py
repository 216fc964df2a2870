"""The blocks of a day in words: what each is, from when until when, and how hard."""

from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.schedule_states import Trouble
from desktop.schedule_wishes import AddBlock, ChangeBlock, DropBlock, TypeTime, place_of
from desktop.theme import GRID, TARGET, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.sentence import PartButton
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.windows.schedule_fields import Field
from desktop.wording import schedule as wording
from schedules.day_editing import Grip, Handle
from schedules.settings import Block, BlockKind, Effort

_MIDNIGHT = time(0)
_WITH_EFFORT = {BlockKind.EXERCISE, BlockKind.OUTDOORS}


class BlockRow(QWidget):
    """One block."""

    wished = Signal(object)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._block = Block(kind=BlockKind.DESK, start=_MIDNIGHT, end=_MIDNIGHT)
        self._kind = PartButton("", "")
        self._kind.setObjectName(f"kind:{place}")
        self._kind.setMenu(self._kinds())
        self._start, self._end = self._field(Grip.START), self._field(Grip.END)
        self._effort = PartButton("", "")
        self._effort.setObjectName(f"effort:{place}")
        self._effort.setMenu(self._efforts())
        self._outdoors = Tick("")
        self._outdoors.setObjectName(f"outdoors:{place}")
        self._outdoors.clicked.connect(lambda checked: self._change(replace(self._block, outdoors=checked)))
        self._drop = Button(wording.drop_block(), ButtonKind.QUIET)
        self._drop.setObjectName(f"drop:{place}")
        self._drop.clicked.connect(lambda _checked=False: self.wished.emit(DropBlock(block=self._place)))
        flow = FlowLayout(self, gap=GRID)
        for widget in (self._kind, self._start, self._end, self._effort, self._outdoors, self._drop):
            flow.addWidget(widget)

    def tell(self, block: Block, trouble: Trouble | None) -> None:
        """Show a block."""
        self._block = block
        number = self._place + 1
        self._kind.label(wording.block_name(block.kind), wording.kind_spoken(number, block))
        self._start.name(wording.word_from(), wording.block_from(number, block))
        self._end.name(wording.word_to(), wording.block_to(number, block))
        self._start.tell(wording.clock_time(block.start), trouble)
        self._end.tell(wording.clock_time(block.end), trouble)
        self._effort.setVisible(block.kind in _WITH_EFFORT)
        self._effort.label(wording.effort(block.effort), wording.effort_spoken(number, block))
        self._outdoors.setVisible(block.kind is BlockKind.EXERCISE)
        self._outdoors.label(*wording.outdoors(number))
        self._outdoors.setChecked(block.outdoors)
        self._drop.label(wording.drop_block(), wording.drop_block_spoken(number, block))

    def focus(self) -> None:
        """Put the keyboard in the start."""
        self._start.line.setFocus()
        self._start.line.selectAll()

    def _field(self, grip: Grip) -> Field:
        handle = Handle(grip=grip, block=self._place)
        field = Field(place_of(TypeTime(handle=handle, text="")), "00:00")
        field.typed.connect(lambda text: self.wished.emit(TypeTime(handle=handle, text=text)))
        return field

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind in BlockKind:
            action = menu.addAction(wording.block_name(kind))
            action.setObjectName(f"kind:{self._place}:{kind}")
            action.triggered.connect(partial(self._on_kind, kind))
        return menu

    def _efforts(self) -> QMenu:
        menu = QMenu(self)
        for effort in Effort:
            action = menu.addAction(wording.effort(effort))
            action.setObjectName(f"effort:{self._place}:{effort}")
            action.triggered.connect(partial(self._on_effort, effort))
        return menu

    def _on_kind(self, kind: BlockKind, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self._change(replace(self._block, kind=kind))

    def _on_effort(self, effort: Effort, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self._change(replace(self._block, effort=effort))

    def _change(self, block: Block) -> None:
        self.wished.emit(ChangeBlock(block=self._place, to=block))


class Blocks(QWidget):
    """All blocks of a day, and buttons for more."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BlockRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._more = QWidget()
        flow = FlowLayout(self._more, gap=GRID)
        label = Words(wording.add_block_label(), tone=Token.MUTED, roomy=True)
        label.setMinimumHeight(TARGET)
        flow.addWidget(label)
        for kind in BlockKind:
            button = Button(wording.add_block(kind), ButtonKind.QUIET)
            button.setObjectName(f"add:{kind}")
            button.clicked.connect(partial(self._add, kind))
            flow.addWidget(button)
        self._wrong = Words(tone=Token.DANGER)
        self._wrong.hide()
        self._layout.addWidget(self._more)
        self._layout.addWidget(self._wrong)

    def tell(self, blocks: tuple[Block, ...], trouble: Trouble | None) -> None:
        """Show the blocks of a day."""
        while len(self._rows) > len(blocks):
            gone = self._rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(blocks):
            self._add_row()
        for row, block in zip(self._rows, blocks, strict=True):
            row.tell(block, trouble)
        place = place_of(AddBlock(kind=BlockKind.DESK))
        self._wrong.say(trouble.words if trouble is not None and trouble.place == place else "")

    def focus(self, block: int) -> None:
        """Put the keyboard in a block."""
        if block < len(self._rows):
            self._rows[block].focus()

    def _add_row(self) -> None:
        row = BlockRow(len(self._rows))
        row.wished.connect(self.wished)
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _add(self, kind: BlockKind, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.wished.emit(AddBlock(kind=kind))
