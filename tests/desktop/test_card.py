"""The bedside card: one page, large letters, words that can be read out of the file."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.card import LEAST_PT, CardError, CardFacts, _chosen, _height, _placed, inside, page_size, write_pdf
from desktop.card_view import CardView
from desktop.carding import Carding
from desktop.relief_texts import emergency_numbers, help_texts, relief_guides
from desktop.windows.card import CardWindow
from schedules.guides.emergency import emergency_number
from schedules.guides.routine import Limit, Place
from tests.desktop.a11y import audit
from tests.desktop.pdf import Pdf
from tests.desktop.relief_life import ReliefLife

PLACES = (Place.BED, Place.BED_EDGE, Place.CHAIR, Place.FLOOR, Place.STANDING)
CHOICES = [*((place,) for place in PLACES), *permutations(PLACES, 2)]


def facts(places: tuple[Place, ...] = (Place.BED,), country: str = "US", **more: frozenset[Limit]) -> CardFacts:
    texts = help_texts()
    return CardFacts(
        routines=relief_guides(),
        flags=texts.flags,
        number=emergency_number(emergency_numbers(), country),
        night_note=texts.note("sit-before-standing"),
        places=places,
        **more,
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("country", "size"), [("US", (612, 792)), ("DE", (595, 842)), (None, (595, 842))])
def test_it_is_one_page_of_the_countrys_paper(
    qapp: QApplication, tmp_path: Path, country: str | None, size: tuple[int, int]
) -> None:
    path = tmp_path / "card.pdf"
    write_pdf(path, facts(country=country or ""), country)
    pdf = Pdf(path.read_bytes())
    assert len(pdf.pages) == 1
    assert pdf.size == pytest.approx(size, abs=1)


@pytest.mark.parametrize("country", ["US", "DE"])
def test_its_words_can_be_read_out(qapp: QApplication, tmp_path: Path, country: str) -> None:
    path = tmp_path / "card.pdf"
    write_pdf(path, facts(country=country), country)
    said = Pdf(path.read_bytes()).text()
    number = {"US": "911", "DE": "112"}[country]
    for words in (
        "A cramp in the night",
        "One leg swollen, red, hot or sore to the touch",
        "Straighten the leg",
        "Rub gently",
        "Do not fall asleep on it",
        "Sit on the edge of the bed before you stand.",
        f"Emergency: call {number}",
        "Chest pain, or hard to breathe",
        "A doctor the same day: over 10 minutes",
    ):
        assert squeezed(words) in squeezed(said)


@pytest.mark.parametrize("places", CHOICES)
@pytest.mark.parametrize("country", ["US", "DE"])
@pytest.mark.parametrize("limits", [frozenset(), frozenset({Limit.BACK, Limit.KNEE})])
def test_everything_fits_in_letters_of_18_points_or_more(
    qapp: QApplication, places: tuple[Place, ...], country: str, limits: frozenset[Limit]
) -> None:
    area = inside(page_size(country))
    content, size = _chosen(area, facts(places, country, limits=limits))
    assert size >= LEAST_PT
    assert _height(area, content, size) <= area.height()
    for text, place, font in _placed(area, content, size):
        assert font.pixelSize() >= LEAST_PT
        assert area.contains(place), text


def test_it_fits_where_letters_are_wide(qapp: QApplication) -> None:
    before = QApplication.font()
    QApplication.setFont(QFont("DejaVu Sans Mono"))
    area = inside(page_size("US"))
    content, size = _chosen(area, facts((Place.STANDING, Place.CHAIR)))
    assert _height(area, content, size) <= area.height()
    QApplication.setFont(before)


def test_a_folder_that_is_not_there_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(CardError):
        write_pdf(tmp_path / "none" / "card.pdf", facts(), None)


class Printer:
    """Remembers what it was to print on."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.pages = 0

    def __call__(self, _paint: Callable[..., None], _paper: object) -> bool:
        self.pages += self.works
        return self.works


def carding(life: ReliefLife, printer: Printer | None = None) -> tuple[Carding, list[CardWindow]]:
    windows: list[CardWindow] = []

    def build() -> CardWindow:
        windows.append(CardWindow())
        return windows[-1]

    return Carding(life.journal, life.helping, "US", build, printer or Printer()), windows


def test_the_places_are_chosen_and_remembered(qtbot: QtBot) -> None:
    life = ReliefLife()
    cards, windows = carding(life)
    cards.open()
    assert cards.facts().places == (Place.BED,)
    cards.choose(Place.BED)
    assert cards.facts().places == (Place.BED,)
    cards.choose(Place.CHAIR)
    cards.choose(Place.STANDING)
    assert cards.facts().places == (Place.CHAIR, Place.STANDING)
    qtbot.waitUntil(lambda: life.store.get_state("card places") == "chair standing")
    windows[0].close()
    again, _ = carding(life)
    again.open()
    assert again.facts().places == (Place.CHAIR, Place.STANDING)


def test_it_is_saved_printed_and_what_went_wrong_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    life, printer = ReliefLife(), Printer()
    cards, windows = carding(life, printer)
    cards.open()
    cards.save(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    assert "card.pdf" in windows[0]._told.text()
    cards.save(tmp_path / "none" / "card.pdf")
    assert "could not be saved" in windows[0]._told.text()
    cards.print_card()
    assert printer.pages == 1
    printer.works = False
    cards.print_card()
    assert "Printing does not work" in windows[0]._told.text()


@pytest.mark.parametrize("width", [820, 320])
def test_everybody_can_use_its_window(qtbot: QtBot, width: int) -> None:
    window = CardWindow()
    qtbot.addWidget(window)
    window.tell(CardView(facts=facts(), country="US"))
    window.resize(width, 600)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    assert audit(window) == []
    assert "A cramp in the night" in window._picture.accessibleDescription()
