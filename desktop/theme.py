"""How Uncramp looks: every colour, size and corner, in one place.

Colours travel in the `QPalette` and the text scale in the application's font, so that a painted widget needs neither
this module's state nor a signal of its own to follow a change from light to dark or to larger text.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget


class Size(IntEnum):
    """Text sizes in pixels at a scale of 1. The smallest is 12 points at 96 dots an inch."""

    BASE = 16
    LARGE = 18
    TITLE = 24
    HUGE = 40
    COUNTDOWN = 96


GRID = 8
"""Every distance is a multiple of this many pixels, or half of it."""
CORNER = 12
TARGET = 44
"""Smallest width and height of anything to be clicked, in pixels."""
FOCUS_RING = 3


class Scheme(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"
    NIGHT = "night"
    """Of the relief window: dim and without blue."""


class Token(Enum):
    """What a colour is for, and the palette's role that carries it."""

    GROUND = QPalette.ColorRole.Window
    SURFACE = QPalette.ColorRole.Base
    TEXT = QPalette.ColorRole.WindowText
    MUTED = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Highlight
    ON_ACCENT = QPalette.ColorRole.HighlightedText
    LINE = QPalette.ColorRole.Mid
    """Edges and marks that carry meaning."""
    HAIRLINE = QPalette.ColorRole.Midlight
    """Edges that only decorate, except in high contrast."""
    TRACK = QPalette.ColorRole.AlternateBase
    """The empty part of a ring, a quiet fill."""
    WATER = QPalette.ColorRole.LinkVisited
    WARM = QPalette.ColorRole.Dark
    GOOD = QPalette.ColorRole.Light
    DANGER = QPalette.ColorRole.BrightText


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One scheme's colours. Text on ground and surface has a contrast of at least 4.5:1, marks 3:1, night text 7:1."""

    ground: str
    surface: str
    text: str
    muted: str
    accent: str
    on_accent: str
    line: str
    hairline: str
    track: str
    water: str
    warm: str
    good: str
    danger: str

    def of(self, token: Token) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self, token.name.lower()))


SCHEMES = {
    Scheme.LIGHT: Colours(
        ground="#F4F6F8",
        surface="#FFFFFF",
        text="#18232E",
        muted="#51606F",
        accent="#176B7C",
        on_accent="#FFFFFF",
        line="#7B8A99",
        hairline="#DFE6EB",
        track="#E1EAEF",
        water="#1B6FB3",
        warm="#B4500B",
        good="#23704A",
        danger="#B3261E",
    ),
    Scheme.DARK: Colours(
        ground="#12171C",
        surface="#1B222A",
        text="#E9EEF3",
        muted="#A9B5C1",
        accent="#63C3D1",
        on_accent="#08222A",
        line="#6F7F8F",
        hairline="#2C3741",
        track="#2B3640",
        water="#7DB9F0",
        warm="#F2A25C",
        good="#7BCB9B",
        danger="#FF8A80",
    ),
    Scheme.CONTRAST_LIGHT: Colours(
        ground="#FFFFFF",
        surface="#FFFFFF",
        text="#000000",
        muted="#1F2830",
        accent="#004754",
        on_accent="#FFFFFF",
        line="#000000",
        hairline="#000000",
        track="#DCE3E8",
        water="#003F7D",
        warm="#6B2C00",
        good="#0B4A2B",
        danger="#8C0009",
    ),
    Scheme.CONTRAST_DARK: Colours(
        ground="#000000",
        surface="#000000",
        text="#FFFFFF",
        muted="#E3E8EC",
        accent="#7DF3FF",
        on_accent="#000000",
        line="#FFFFFF",
        hairline="#FFFFFF",
        track="#2B3238",
        water="#A8D4FF",
        warm="#FFC078",
        good="#A6F0C1",
        danger="#FFB4AB",
    ),
    Scheme.NIGHT: Colours(
        ground="#060403",
        surface="#060403",
        text="#FFC98F",
        muted="#C88F58",
        accent="#FFB066",
        on_accent="#1A0D02",
        line="#A8743F",
        hairline="#3A2715",
        track="#24180D",
        water="#FFC98F",
        warm="#FFB066",
        good="#FFC98F",
        danger="#FFB9A0",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the system, or the person, asks of every window."""

    scheme: Scheme = Scheme.LIGHT
    text_scale: float = 1.0
    """1 to 2."""
    reduced_motion: bool = False


def colour(widget: QWidget, token: Token) -> QColor:
    """The colour of a token where a widget stands."""
    return widget.palette().color(token.value)


def palette(scheme: Scheme) -> QPalette:
    """The palette of a scheme: every token, and the roles that Qt's own controls use."""
    colours, made, role = SCHEMES[scheme], QPalette(), QPalette.ColorRole
    for token in Token:
        made.setColor(token.value, colours.of(token))
    for copy, token in (
        (role.Text, Token.TEXT),
        (role.ButtonText, Token.TEXT),
        (role.Button, Token.SURFACE),
        (role.ToolTipBase, Token.TEXT),
        (role.ToolTipText, Token.SURFACE),
        (role.Link, Token.ACCENT),
        (role.Accent, Token.ACCENT),
        (role.Shadow, Token.LINE),
    ):
        made.setColor(copy, colours.of(token))
    for faded in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, faded, colours.of(Token.LINE))
    return made


def font(like: QFont, size: Size, *, strong: bool = False) -> QFont:
    """A font like the application's, in another size and at its scale.

    Args:
        like: The application's font, whose pixel size carries the text scale.
        size: The size at a scale of 1.
        strong: Semi-bold, or the nearest that the system has.
    """
    made = QFont(like)
    made.setPixelSize(round(size * scale(like)))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def scale(like: QFont) -> float:
    """The text scale that the application's font carries."""
    return like.pixelSize() / Size.BASE if like.pixelSize() > 0 else 1.0


def is_new_look(event: QEvent) -> bool:
    """Whether a change event of a widget may mean another text scale."""
    return event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}


def dress(app: QApplication, look: Look) -> None:
    """Give the application a look; every window on show follows."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    base = QFont(app.font())
    base.setPixelSize(round(Size.BASE * look.text_scale))
    app.setPalette(palette(look.scheme))
    app.setFont(base)
    # Last, for it is what tells every widget: one with a font of its own hears nothing of the application's.
    app.setStyleSheet(_STYLE)


# Only Qt's own controls need a stylesheet: what Uncramp paints itself reads the palette.
_STYLE = f"""
QMenu {{ background: palette(base); color: palette(text); border: 1px solid palette(mid); padding: {GRID}px 0; }}
QMenu::item {{ padding: 12px {GRID * 3}px; }}
QMenu::item:default {{ color: palette(link); }}
QMenu::item:selected {{ background: palette(highlight); color: palette(highlighted-text); }}
QMenu::item:disabled {{ color: palette(placeholder-text); background: transparent; }}
QMenu::separator {{ height: 1px; background: palette(midlight); margin: {GRID}px {GRID * 2}px; }}
QToolTip {{ background: palette(tool-tip-base); color: palette(tool-tip-text); border: 0; padding: 6px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: palette(mid); border-radius: 4px; min-height: {TARGET}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit {{ background: palette(base); color: palette(text); border: 1px solid palette(mid); border-radius: {CORNER}px;
  padding: 0 {GRID * 2}px; min-height: {TARGET - 2}px; selection-background-color: palette(highlight);
  selection-color: palette(highlighted-text); }}
QLineEdit:focus {{ border: {FOCUS_RING}px solid palette(highlight); padding: 0 {GRID * 2 - 2}px;
  min-height: {TARGET - 2 * FOCUS_RING}px; }}
"""
