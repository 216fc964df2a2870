"""Poses read from TOML: key frames, what they stand on, what they promise. One file a pose, named by its id."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from desktop.widgets.figure.anchors import Frame
from desktop.widgets.figure.pose import Arrow, Box, Pose, Support, Traits
from desktop.widgets.figure.pose_reader import Place, frame, record, table, tables
from desktop.widgets.figure.scene import Prop, Scene
from desktop.widgets.figure.solve import solve
from desktop.wording.catalog import _

_SUFFIX = ".toml"
_TABLES = ("box", "prop", "supports", "reaches", "start", "via", "held", "arrow")


def pose_ids() -> tuple[str, ...]:
    """Every pose that the program brings, in alphabetical order."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


@cache
def load(pose_id: str) -> Pose:
    """The pose of an id.

    Raises:
        PoseError: There is none, or its file is not as it is wanted.
    """
    source = _folder() / f"{pose_id}{_SUFFIX}"
    if not source.is_file():
        raise Place(file=source.name, pose=pose_id).wrong(_("there is no such pose"))
    return parse(source.read_text(encoding="utf-8"), source.name, pose_id)


def parse(text: str, file: str, pose_id: str) -> Pose:
    """A pose from the text of its file.

    Raises:
        PoseError: The text is not TOML, or a key is missing, unknown or not of its kind.
    """
    place = Place(file=file, pose=pose_id)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise place.wrong(str(wrong)) from wrong
    return _pose(content, place)


def _folder() -> Traversable:
    return files("resources") / "poses"


def _pose(content: Mapping[str, Any], place: Place) -> Pose:
    traits = {key: found for key, found in content.items() if key not in _TABLES}
    if "start" not in content or "box" not in content:
        raise place.at("start" if "box" in content else "box").wrong(_("is missing"))
    scene = Scene(props=tuple(record(Prop, *one) for one in tables(content.get("prop", []), place.at("prop"))))
    arrows = tuple(record(Arrow, *one) for one in tables(content.get("arrow", []), place.at("arrow")))
    frames = _frames(content, scene, place)
    _check_arrows(arrows, frames[0], scene, place)
    return Pose(
        id=place.pose,
        traits=record(Traits, traits, place),
        scene=scene,
        frames=frames,
        box=record(Box, table(content["box"], place.at("box")), place.at("box")),
        supports=(*_supports(content, "supports", place), *_supports(content, "reaches", place)),
        arrows=arrows,
    )


def _supports(content: Mapping[str, Any], key: str, place: Place) -> tuple[Support, ...]:
    """The promises under one heading: what touches all the way, or what is reached in the end."""
    where = place.at(key)
    return tuple(
        record(Support, {"part": part, "on": on, "always": key == "supports"}, where)
        for part, on in table(content.get(key, {}), where).items()
    )


def _frames(content: Mapping[str, Any], scene: Scene, place: Place) -> tuple[Frame, ...]:
    """The key frames; what the later ones do not tell is as in the first."""
    steps = [(table(content["start"], place.at("start")), place.at("start"))]
    steps += tables(content.get("via", []), place.at("via"))
    if "held" in content:
        steps.append((table(content["held"], place.at("held")), place.at("held")))
    frames: list[Frame] = []
    for step, where in steps:
        frames.append(frame(step, where, frames[0] if frames else None))
        try:
            solve(frames[-1], scene)
        except ValueError as wrong:
            raise where.wrong(str(wrong)) from wrong
    return tuple(frames)


def _check_arrows(arrows: tuple[Arrow, ...], start: Frame, scene: Scene, place: Place) -> None:
    figure = solve(start, scene)
    for number, arrow in enumerate(arrows, 1):
        try:
            figure.part(arrow.by)
        except ValueError as wrong:
            raise place.at(f"arrow.{number}.by").wrong(str(wrong)) from wrong
