"""The colours of the figure in light, dark and night surroundings; the only place that names them."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from desktop.theme import SCHEMES, Scheme, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColors:
    """Every colour of the figure and of what stands round it, as ``#RRGGBB``."""

    ground: str
    """What is behind the figure; the widget does not paint it, contrast is reckoned against it."""
    skin: str
    skin_shade: str
    """The lines and the shaded side of the near limbs."""
    skin_far: str
    skin_far_shade: str
    edge: str
    """The line that sets a limb off from what it lies before; drawn nearly transparent."""
    shirt: str
    shirt_shade: str
    shirt_far: str
    shorts: str
    shorts_shade: str
    shorts_far: str
    shoe: str
    shoe_far: str
    sole: str
    hair: str
    hair_shade: str
    face: str
    """Eye, brow and mouth."""
    glow: str
    """The stretched muscle, and a warm pad."""
    cold: str
    """A cold pack."""
    arrow: str
    towel: str
    towel_shade: str
    linen: str
    """Pillows."""
    prop: str
    prop_shade: str
    prop_line: str
    floor: str
    tag_near: str
    tag_far: str
    on_tag_near: str
    on_tag_far: str


LIGHT = FigureColors(
    ground="#F4F6F8",
    skin="#E2AC8A",
    skin_shade="#C98D6B",
    skin_far="#B98062",
    skin_far_shade="#9C684D",
    edge="#2A1408",
    shirt="#2E8294",
    shirt_shade="#226A7A",
    shirt_far="#1F5D6B",
    shorts="#3B4D63",
    shorts_shade="#2C3B4E",
    shorts_far="#273444",
    shoe="#5B6B7D",
    shoe_far="#414E5D",
    sole="#F0F3F6",
    hair="#4B3A31",
    hair_shade="#3A2C25",
    face="#4A2F25",
    glow="#E5541B",
    cold="#3C84C2",
    arrow="#B4500B",
    towel="#F3E3B8",
    towel_shade="#CDB46F",
    linen="#E9EEF2",
    prop="#CFD8E0",
    prop_shade="#B5C1CC",
    prop_line="#93A2B0",
    floor="#7B8A99",
    tag_near="#18232E",
    tag_far="#66758A",
    on_tag_near="#FFFFFF",
    on_tag_far="#FFFFFF",
)

CONTRAST_LIGHT = replace(
    LIGHT,
    ground="#FFFFFF",
    skin_far="#9A6449",
    glow="#C2410C",
    arrow="#6B2C00",
    prop_shade="#97A5B2",
    prop_line="#4A5764",
    floor="#000000",
    tag_near="#000000",
    tag_far="#3C4854",
)
"""High contrast: the same figure on white, what it stands on and what explains it in black."""

DARK = FigureColors(
    ground="#12171C",
    skin="#DDA683",
    skin_shade="#BB8363",
    skin_far="#9A6B52",
    skin_far_shade="#7E553F",
    edge="#140A05",
    shirt="#3F9BAD",
    shirt_shade="#318192",
    shirt_far="#2A6A78",
    shorts="#61758F",
    shorts_shade="#4C5E76",
    shorts_far="#3F4E63",
    shoe="#8C9BAB",
    shoe_far="#657383",
    sole="#D5DCE3",
    hair="#6A5447",
    hair_shade="#574437",
    face="#3B241B",
    glow="#FF6A2B",
    cold="#7DB9F0",
    arrow="#F2A25C",
    towel="#E6D5A6",
    towel_shade="#B39C5E",
    linen="#66757F",
    prop="#36424E",
    prop_shade="#2B353F",
    prop_line="#53626F",
    floor="#6F7F8F",
    tag_near="#E9EEF3",
    tag_far="#8696A6",
    on_tag_near="#12171C",
    on_tag_far="#12171C",
)

CONTRAST_DARK = replace(
    DARK,
    ground="#000000",
    glow="#FF7A3D",
    arrow="#FFC078",
    prop_line="#A9B5C1",
    floor="#FFFFFF",
    tag_near="#FFFFFF",
    tag_far="#B6C2CE",
    on_tag_near="#000000",
    on_tag_far="#000000",
)

NIGHT = FigureColors(
    ground="#060403",
    skin="#9A653A",
    skin_shade="#784C29",
    skin_far="#67421F",
    skin_far_shade="#4E3117",
    edge="#000000",
    shirt="#4F3620",
    shirt_shade="#3C2817",
    shirt_far="#332213",
    shorts="#3A2819",
    shorts_shade="#2B1D11",
    shorts_far="#26190F",
    shoe="#5A3F28",
    shoe_far="#3E2B1A",
    sole="#6E5034",
    hair="#2E1D11",
    hair_shade="#23160C",
    face="#2A180C",
    glow="#FF8A2E",
    cold="#5C3F1C",
    arrow="#FFB066",
    towel="#8A6A3C",
    towel_shade="#64491F",
    linen="#4A3520",
    prop="#2A1D12",
    prop_shade="#20150C",
    prop_line="#3D2A1A",
    floor="#7A5836",
    tag_near="#FFC98F",
    tag_far="#A8753F",
    on_tag_near="#060403",
    on_tag_far="#060403",
)

BY_SCHEME = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
    "night": NIGHT,
}
"""The figure's colours for each scheme of the application's theme."""

_HALF_LIGHT = 0.5


def suiting(ground: QColor) -> FigureColors:
    """The colours that suit what the figure stands on: light, dark, or that of the night."""
    if ground.name() == SCHEMES[Scheme.NIGHT].of(Token.GROUND).name():
        return NIGHT
    return DARK if ground.lightnessF() < _HALF_LIGHT else LIGHT
