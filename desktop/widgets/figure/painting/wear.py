"""The colours of one side of the body, and what it wears."""

from dataclasses import dataclass

from desktop.widgets.figure.colors import FigureColors


@dataclass(frozen=True, slots=True, kw_only=True)
class Wear:
    """What the parts of one side of the body are painted with."""

    skin: str
    skin_shade: str
    sleeve: str
    sleeve_shade: str
    shorts: str
    shorts_shade: str
    shoe: str
    sole: str
    edge: str
    shoes: bool
    """Shoes, or bare feet."""


def near_side(colors: FigureColors, *, shoes: bool) -> Wear:
    """Of the side that is nearer to the eye."""
    return Wear(
        skin=colors.skin,
        skin_shade=colors.skin_shade,
        sleeve=colors.shirt,
        sleeve_shade=colors.shirt_shade,
        shorts=colors.shorts,
        shorts_shade=colors.shorts_shade,
        shoe=colors.shoe,
        sole=colors.sole,
        edge=colors.edge,
        shoes=shoes,
    )


def far_side(colors: FigureColors, *, shoes: bool) -> Wear:
    """Of the side that is farther from the eye."""
    return Wear(
        skin=colors.skin_far,
        skin_shade=colors.skin_far_shade,
        sleeve=colors.shirt_far,
        sleeve_shade=colors.shirt_far,
        shorts=colors.shorts_far,
        shorts_shade=colors.shorts_far,
        shoe=colors.shoe_far,
        sole=colors.sole,
        edge=colors.edge,
        shoes=shoes,
    )
