"""From TOML tables to frozen values, with errors that name file, pose and key."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from desktop.errors import UncrampError
from desktop.widgets.figure import anchors
from desktop.widgets.figure.anchors import Frame, Spine
from desktop.widgets.figure.vector import Vec
from desktop.wording.catalog import _

_RecordT = TypeVar("_RecordT")
_PARTS = ("hips", "spine", "near_leg", "far_leg", "near_arm", "far_arm")

# The key that tells what a part of the body does.
_HIPS: dict[str, type] = {"on": anchors.HipsOn, "over": anchors.HipsOver}
_LEGS: dict[str, type] = {
    "thigh": anchors.Swung,
    "crank": anchors.Pedalling,
    "on": anchors.Crossed,
    "x": anchors.Planted,
    "knee": anchors.Reaching,
}
_ARMS: dict[str, type] = {
    "upper": anchors.Hanging,
    "leg": anchors.OnLeg,
    "grip": anchors.Holding,
    "palm": anchors.Leaning,
    "towel": anchors.Pulling,
}


class PoseError(UncrampError):
    """A pose that is not there or whose file is not as it is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a pose file something stands."""

    file: str
    pose: str
    key: str = ""

    def at(self, key: str) -> "Place":
        """A key inside this place."""
        return Place(file=self.file, pose=self.pose, key=f"{self.key}.{key}" if self.key else key)

    def wrong(self, what: str) -> PoseError:
        """The error to raise about this place."""
        title = _("{file}, pose {pose}, {key}: {what}.") if self.key else _("{file}, pose {pose}: {what}.")
        return PoseError(
            title.format(file=self.file, pose=self.pose, key=self.key, what=what),
            _("Mend that line, or take the file away."),
        )


def table(value: object, place: Place) -> Mapping[str, Any]:
    """The value, which is to be a table."""
    if not isinstance(value, dict):
        raise place.wrong(_("a table is wanted"))
    return value


def tables(value: object, place: Place) -> tuple[tuple[Mapping[str, Any], Place], ...]:
    """The value, which is to be an array of tables, each with its place."""
    if not isinstance(value, list):
        raise place.wrong(_("an array of tables is wanted"))
    places = [place.at(str(number)) for number in range(1, len(value) + 1)]
    return tuple((table(entry, where), where) for entry, where in zip(value, places, strict=True))


def record(kind: type[_RecordT], content: Mapping[str, Any], place: Place) -> _RecordT:
    """A frozen record from a table: every key known, every value of its kind, nothing that is wanted missing."""
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for key in content:
        if key not in known:
            raise place.at(key).wrong(_("unknown; known here: {keys}").format(keys=", ".join(known)))
    for name, field in known.items():
        if name not in content and field.default is MISSING:
            raise place.at(name).wrong(_("is missing"))
    return kind(**{key: _value(hints[key], found, place.at(key)) for key, found in content.items()})


def frame(content: Mapping[str, Any], place: Place, before: Frame | None) -> Frame:
    """A key frame; what it does not tell is as in the frame before it."""
    for key in content:
        if key not in _PARTS:
            raise place.at(key).wrong(_("unknown; known here: {keys}").format(keys=", ".join(_PARTS)))
    parts = {key: _part(key, table(found, place.at(key)), place.at(key), before) for key, found in content.items()}
    if before is not None:
        return Frame(**{name: parts.get(name, getattr(before, name)) for name in _PARTS})
    for name in _PARTS:
        if name not in parts:
            raise place.at(name).wrong(_("is missing"))
    return Frame(**parts)


def _part(name: str, content: Mapping[str, Any], place: Place, before: Frame | None) -> Any:  # noqa: ANN401
    if name == "spine":
        old = {} if before is None else {field.name: getattr(before.spine, field.name) for field in fields(Spine)}
        return record(Spine, {**old, **content}, place)
    kinds = {"hips": _HIPS, "near_leg": _LEGS, "far_leg": _LEGS}.get(name, _ARMS)
    kind = next((kind for key, kind in kinds.items() if key in content), None)
    if kind is None:
        raise place.wrong(_("one of these keys is wanted: {keys}").format(keys=", ".join(kinds)))
    return record(kind, content, place)


def _value(hint: Any, found: object, place: Place) -> object:  # noqa: ANN401 -- a type as it is written
    if hint is float and isinstance(found, int | float) and not isinstance(found, bool):
        return float(found)
    if hint is Vec and isinstance(found, list) and [type(number) for number in found] in _PAIRS:
        return Vec(float(found[0]), float(found[1]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        allowed = [entry.value for entry in hint]
        if found in allowed:
            return hint(found)
        raise place.wrong(_("{found} is not one of {allowed}").format(found=found, allowed=", ".join(allowed)))
    if hint in (str, bool) and type(found) is hint:
        return found
    names = {float: _("a number"), str: _("a text"), bool: _("true or false"), Vec: _("two numbers")}
    raise place.wrong(_("{found} is not {wanted}").format(found=found, wanted=names[hint]))


_PAIRS = tuple([one, other] for one in (int, float) for other in (int, float))
