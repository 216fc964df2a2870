"""The window of the bedside card: which places are on it, how it looks, and where it goes."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from desktop.card import inside, page_size, paint_card
from desktop.card_view import CardView
from desktop.theme import GRID, Token, scale
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column, KeyButton
from desktop.wording import card as wording
from schedules.guides.routine import Place

PLACES = (Place.BED, Place.BED_EDGE, Place.CHAIR, Place.FLOOR, Place.STANDING)
_WIDEST = 720


class CardPicture(QWidget):
    """The page, as it will come out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CardView | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(wording.preview())

    def tell(self, view: CardView) -> None:
        """Show a card."""
        self._view = view
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A page has a shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at a width."""
        sheet = self._sheet()
        return round(width * sheet.height() / sheet.width())

    def sizeHint(self) -> QSize:
        """Large enough to be read."""
        return QSize(480, self.heightForWidth(480))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        sheet = self._sheet()
        factor = min(self.width() / sheet.width(), self.height() / sheet.height())
        painter.scale(factor, factor)
        content = paint_card(painter, inside(page_size(self._view.country)), self._view.facts)
        painter.end()
        words = "\n".join((content.title, *(line.text for line in content.lines)))
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _sheet(self) -> QRectF:
        country = self._view.country if self._view is not None else None
        size = page_size(country).sizePoints()
        return QRectF(0, 0, size.width(), size.height())


class CardWindow(Sheet):
    """Shows a `CardView` and says what the person wishes."""

    place_requested = Signal(object)
    """A `Place` is to be on the card, or no longer."""
    save_requested = Signal(object)
    """A `Path`."""
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places = {place: KeyButton(wording.place_heading(place)) for place in PLACES}
        self._picture = CardPicture()
        self._save = Button(wording.save(), ButtonKind.PRIMARY)
        self._print = Button(wording.print_card())
        self._close = Button(wording.close())
        self._told = Words()
        self._told.hide()
        for name, button in (("save", self._save), ("print", self._print), ("close", self._close)):
            button.setObjectName(name)
        self._lay_out()
        for place, button in self._places.items():
            button.setObjectName(place)
            button.clicked.connect(lambda _checked=False, p=place: self.place_requested.emit(p))
        self._save.clicked.connect(lambda _checked=False: self._ask_where())
        self._print.clicked.connect(lambda _checked=False: self.print_requested.emit())
        self._close.clicked.connect(lambda _checked=False: self.close())
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(820, 900)

    def tell(self, view: CardView) -> None:
        """Show a card."""
        for place, button in self._places.items():
            is_chosen = place in view.facts.places
            button.set_usual(yes=is_chosen)
            button.setAccessibleName(wording.place_spoken(place, is_chosen=is_chosen))
        self._picture.tell(view)
        if view.told != self._told.text():
            self._told.say(view.told)
            announce(self, view.told)

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, wording.save(), str(Path.home() / wording.file_name()), "PDF (*.pdf)"
        )
        if path:
            self.save_requested.emit(Path(path))

    def _arrange(self) -> None:
        width = self._scroll.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID * 3, side, GRID * 3)

    def _lay_out(self) -> None:
        content = Column()
        self._scroll = Pages()
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._inner = QVBoxLayout(content)
        self._inner.setSpacing(GRID * 2)
        self._inner.addWidget(Words(wording.note(), tone=Token.MUTED))
        places = FlowLayout(gap=GRID)
        for button in self._places.values():
            places.addWidget(button)
        self._inner.addLayout(places)
        row = FlowLayout(gap=GRID)
        for wish in (self._save, self._print, self._close):
            row.addWidget(wish)
        self._inner.addLayout(row)
        self._inner.addWidget(self._told)
        self._inner.addWidget(self._picture)
        self._inner.addStretch(1)
        self._scroll.viewport_resized.connect(self._arrange)
