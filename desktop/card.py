"""The bedside card: one page for the night table, with what to do in a cramp, when to ask for help, and whom to call.

The same drawing goes to the screen, into a PDF and to a printer. It knows a page in points and nothing of the rest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.errors import UncrampError
from desktop.wording import card as wording
from desktop.wording.catalog import _
from schedules.guides.advice import FlagWords
from schedules.guides.emergency import EmergencyNumber
from schedules.guides.red_flags import FACTS, Urgency
from schedules.guides.relief_steps import care_step, stretches_at
from schedules.guides.routine import Action, Limit, Place, Routine
from schedules.history import Muscle

LEAST_PT, MOST_PT = 18, 24
"""The body's letters."""
MARGIN_PT = 40
LETTER_COUNTRIES = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where paper is Letter; A4 elsewhere. Source: Unicode CLDR, supplemental data, paper size."""
MUSCLES = (Muscle.CALF, Muscle.HAMSTRING, Muscle.FOOT, Muscle.FRONT_THIGH)
"""In the order of how often they cramp at night; where the page is full the last ones are left out."""
DPI = 300


class CardError(UncrampError):
    """The card could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of the card."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContent:
    """What stands on the card, from top to bottom."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """What a card is made of."""

    routines: tuple[Routine, ...]
    flags: tuple[FlagWords, ...]
    number: EmergencyNumber
    night_note: str
    places: tuple[Place, ...] = (Place.BED,)
    """Where the person is when a cramp comes, the most important first."""
    limits: frozenset[Limit] = frozenset()


def page_size(country: str | None) -> QPageSize:
    """The paper of a country."""
    return QPageSize(QPageSize.PageSizeId.Letter if country in LETTER_COUNTRIES else QPageSize.PageSizeId.A4)


def contents(facts: CardFacts) -> Iterator[CardContent]:
    """The card with all there is to say, then with less and less; the last one always fits."""
    for places in (facts.places, facts.places[:1]):
        for count in range(len(MUSCLES), 0, -1):
            yield _content(replace(facts, places=places), MUSCLES[:count])


def paint_card(painter: QPainter, area: QRectF, facts: CardFacts) -> CardContent:
    """Paint the fullest card that fits, in the largest letters that fit; what was painted.

    Args:
        painter: Its coordinates are points; on black and white paper it needs no colour.
        area: The page without its margins.
        facts: What the card is made of.
    """
    content, size = _chosen(area, facts)
    for line, place, of in _placed(area, content, size):
        painter.setFont(of)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.drawText(place, _FLAGS, line)
    top = area.top() + QFontMetricsF(_font(size, _TITLE, strong=True)).height() + size * 0.1
    painter.setPen(QPen(QColor(Qt.GlobalColor.black), 1.5))
    painter.drawLine(QLineF(area.left(), top, area.right(), top))
    return content


def write_pdf(path: Path, facts: CardFacts, country: str | None) -> None:
    """Write the card as a PDF of one page.

    Raises:
        CardError: The file cannot be written.
    """
    try:
        path.write_bytes(pdf(facts, country))
    except OSError as error:
        raise CardError(
            _("The card could not be saved."), _("Choose another folder. ({reason})").format(reason=error.strerror)
        ) from error


def pdf(facts: CardFacts, country: str | None) -> bytes:
    """The card as a PDF of one page."""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setPageSize(page_size(country))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(DPI)
    writer.setTitle(wording.title())
    writer.setCreator("Uncramp")
    painter = QPainter(writer)
    paint_page(painter, page_size(country), facts)
    painter.end()
    return bytes(made.data().data())


def paint_page(painter: QPainter, paper: QPageSize, facts: CardFacts) -> None:
    """Paint the card on a device of any resolution whose whole page is ``paper``."""
    device = painter.device()
    painter.scale(device.logicalDpiX() / 72, device.logicalDpiY() / 72)
    paint_card(painter, inside(paper), facts)


def inside(paper: QPageSize) -> QRectF:
    """A page without its margins, in points."""
    size = QSizeF(paper.size(QPageSize.Unit.Point))
    return QRectF(MARGIN_PT, MARGIN_PT, size.width() - 2 * MARGIN_PT, size.height() - 2 * MARGIN_PT)


_TITLE, _HEADING = 1.6, 1.12
"""How much larger than the body."""
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _content(facts: CardFacts, muscles: tuple[Muscle, ...]) -> CardContent:
    lines = [Line(text=wording.stop_first())]
    for place in facts.places:
        lines.append(Line(text=wording.place_heading(place), is_heading=True))
        for muscle in muscles:
            steps = stretches_at(facts.routines, muscle, place, facts.limits)[:1]
            lines += [Line(text=wording.stretch(muscle, step.instruction)) for step in steps]
    lines.append(Line(text=wording.hold()))
    lines.append(Line(text=wording.afterwards(), is_heading=True))
    for action in (Action.MASSAGE, Action.WARMTH, Action.COLD):
        if care_step(facts.routines, action, Muscle.OTHER) is not None:
            lines.append(Line(text=wording.care(action)))
    lines.append(Line(text=facts.night_note))
    lines.append(Line(text=wording.help_heading(facts.number), is_heading=True))
    lines.append(Line(text=wording.help_lines(_emergencies(facts.flags))))
    lines.append(Line(text=wording.same_day()))
    return CardContent(title=wording.title(), lines=tuple(line for line in lines if line.text))


def _emergencies(flags: Iterable[FlagWords]) -> tuple[str, ...]:
    return tuple(flag.text for flag in flags if FACTS[flag.flag].urgency is Urgency.EMERGENCY)


def _chosen(area: QRectF, facts: CardFacts) -> tuple[CardContent, int]:
    """The fullest content that fits in the smallest letters allowed, and the largest letters in which it fits."""
    content = next((each for each in contents(facts) if _height(area, each, LEAST_PT) <= area.height()), None)
    if content is None:
        *_rest, content = contents(facts)
    fitting = [size for size in range(LEAST_PT, MOST_PT + 1) if _height(area, content, size) <= area.height()]
    return content, max(fitting, default=LEAST_PT)


def _height(area: QRectF, content: CardContent, size: int) -> float:
    return max(place.bottom() for _text, place, _font_ in _placed(area, content, size)) - area.top()


def _placed(area: QRectF, content: CardContent, size: int) -> Iterator[tuple[str, QRectF, QFont]]:
    """Every paragraph with its place."""
    top = area.top()
    title = Line(text=content.title, is_heading=True)
    for line in (title, *content.lines):
        share = _TITLE if line is title else _HEADING if line.is_heading else 1.0
        of = _font(size, share, strong=line.is_heading)
        top += 0.0 if line is title else size * (0.45 if line.is_heading else 0.22)
        room = QRectF(area.left(), top, area.width(), 100_000)
        place = QFontMetricsF(of).boundingRect(room, _FLAGS.value, line.text)
        yield line.text, QRectF(area.left(), top, area.width(), place.height()), of
        top += place.height() + (size * 0.45 if line is title else 0.0)


def _font(size: int, share: float = 1.0, *, strong: bool = False) -> QFont:
    """A font whose pixels are the page's points."""
    made = QFont()
    made.setPixelSize(round(size * share))
    made.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
