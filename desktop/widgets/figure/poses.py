"""Poses read from TOML: key frames, what they stand on, what they promise. One file a pose, named by its id."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from desktop.widgets.figure.pose import Arrow, Box, Pose, Support, Traits
from desktop.widgets.figure.pose_reader import Place, frame, record, table, tables
from desktop.widgets.figure.scene import Prop, Scene
from desktop.wording.catalog import _

_SUFFIX = ".toml"
_TABLES = ("box", "prop", "supports", "start", "via", "held", "arrow")


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
    start = frame(table(content["start"], place.at("start")), place.at("start"), None)
    frames = [start]
    for step, where in tables(content.get("via", []), place.at("via")):
        frames.append(frame(step, where, start))
    if "held" in content:
        frames.append(frame(table(content["held"], place.at("held")), place.at("held"), start))
    promises = table(content.get("supports", {}), place.at("supports"))
    return Pose(
        id=place.pose,
        traits=record(Traits, traits, place),
        scene=Scene(props=tuple(record(Prop, *one) for one in tables(content.get("prop", []), place.at("prop")))),
        frames=tuple(frames),
        box=record(Box, table(content["box"], place.at("box")), place.at("box")),
        supports=tuple(
            record(Support, {"part": part, "on": on}, place.at("supports")) for part, on in promises.items()
        ),
        arrows=tuple(record(Arrow, *one) for one in tables(content.get("arrow", []), place.at("arrow"))),
    )
