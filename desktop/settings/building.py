"""From the tables of a settings file to `Settings`; everything that is not allowed is noted, not only the first."""

from collections.abc import Mapping
from typing import Any

from desktop.settings.day_rules import BlockDraft, DayDraft, day_findings
from desktop.settings.limits import LIMITS, Limit, Type, allowed, keys_in, listed, pattern
from desktop.settings.problems import ABSENT, Finding, KeyPath, shown
from desktop.settings.values import accept
from desktop.wording.catalog import _
from schedules.settings import (
    BedtimeSettings,
    Block,
    DatedShape,
    DayShape,
    DrinkSettings,
    HeatSettings,
    MoveSettings,
    PromptSettings,
    Settings,
    You,
)

_SECTIONS = (
    ("you", You),
    ("drink", DrinkSettings),
    ("move", MoveSettings),
    ("bedtime", BedtimeSettings),
    ("heat", HeatSettings),
    ("prompts", PromptSettings),
)


def build(data: Mapping[str, object]) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Make settings of what stands in a file.

    Args:
        data: The whole file, as `tomllib` reads it.

    Returns:
        The settings, or None if anything is not allowed; and everything that is not.
    """
    findings: list[Finding] = []
    values = _values(data, (), findings)
    for name, section in _SECTIONS:
        values[name] = section(**_values(_table(data.get(name, {}), (name,), findings), (name,), findings))
    if "day" in data:
        values["days"] = _days(data["day"], findings)
    values["dates"] = _dates(data, findings)
    return (None if findings else Settings(**values)), tuple(findings)


def _days(raw: object, findings: list[Finding]) -> tuple[DayShape, ...]:
    before = len(findings)
    tables = _tables(raw, ("day",), findings)
    if len(findings) > before:
        return ()  # what is not even a table cannot be held against the others
    drafts = tuple(_day_draft(table, at, findings) for at, table in tables)
    findings.extend(day_findings(drafts))
    return () if findings else tuple(_day(draft) for draft in drafts)


def _day_draft(table: Mapping[str, object], at: KeyPath, findings: list[Finding]) -> DayDraft:
    blocks = _tables(table.get("block", []), (*at, "block"), findings)
    drafts = tuple(_block_draft(block, block_at, findings) for block_at, block in blocks)
    values = _values(table, at, findings)
    if "on" not in table:
        values["on"] = ()  # a shape for certain dates only
    return DayDraft(at=at, blocks=drafts, **values)


def _block_draft(table: Mapping[str, object], at: KeyPath, findings: list[Finding]) -> BlockDraft:
    values = _values(table, at, findings)
    return BlockDraft(at=at, start=values.pop("from", None), end=values.pop("to", None), **values)


def _day(draft: DayDraft) -> DayShape:
    assert draft.name is not None
    assert draft.on is not None
    assert draft.wake is not None
    assert draft.bed is not None
    blocks = tuple(_block(block) for block in draft.blocks)
    return DayShape(name=draft.name, on=draft.on, wake=draft.wake, bed=draft.bed, blocks=blocks)


def _block(draft: BlockDraft) -> Block:
    assert draft.kind is not None
    assert draft.start is not None
    assert draft.end is not None
    chosen: dict[str, Any] = {"effort": draft.effort, "outdoors": draft.outdoors}
    given = {name: value for name, value in chosen.items() if value is not None}
    return Block(kind=draft.kind, start=draft.start, end=draft.end, **given)


def _dates(data: Mapping[str, object], findings: list[Finding]) -> tuple[DatedShape, ...]:
    known = _shape_names(data)
    seen: set[object] = set()
    dated: list[DatedShape] = []
    for at, table in _tables(data.get("date", []), ("date",), findings):
        values = _values(table, at, findings)
        day, shape = values.get("date"), values.get("shape")
        if day is not None and day in seen:
            findings.append(Finding(at=(*at, "date"), found=shown(day), allowed=_("each date once")))
        if shape is not None and known and shape not in known:
            choices = _("one of {choices}").format(choices=listed(known))
            findings.append(Finding(at=(*at, "shape"), found=shown(shape), allowed=choices))
        if day is not None and shape is not None:
            seen.add(day)
            dated.append(DatedShape(date=day, shape=shape))
    return tuple(dated)


def _shape_names(data: Mapping[str, object]) -> tuple[str, ...]:
    if "day" not in data:
        return tuple(shape.name for shape in Settings().days)
    days = data["day"]
    tables = [day for day in days if isinstance(day, dict)] if isinstance(days, list) else []
    return tuple(dict.fromkeys(name for table in tables if isinstance(name := table.get("name"), str)))


def _values(table: Mapping[str, object], at: KeyPath, findings: list[Finding]) -> dict[str, Any]:
    """The values of one table that are allowed; what is not, and what is wanting, becomes a finding."""
    inside = pattern(at)
    values: dict[str, Any] = {}
    for name in keys_in(inside):
        limit = LIMITS.get(f"{inside}.{name}" if inside else name)
        if limit is None:
            continue  # a table, which is read on its own
        if name in table:
            value = _value(limit, table[name], (*at, name), findings)
            if value is not None:
                values[name] = value
        elif limit.required:
            findings.append(Finding(at=(*at, name), found=shown(ABSENT), allowed=allowed(limit)))
    return values


def _value(limit: Limit, raw: object, at: KeyPath, findings: list[Finding]) -> object | None:
    if limit.type is not Type.CHOICES:
        value = accept(limit, raw)
        if value is None:
            findings.append(Finding(at=at, found=shown(raw), allowed=allowed(limit)))
        return value
    if not isinstance(raw, list):
        findings.append(Finding(at=at, found=shown(raw), allowed=allowed(limit)))
        return None
    values = [accept(limit, each) for each in raw]
    choices = _("one of {choices}, each once").format(choices=listed(limit.choices))
    strangers = [index for index, value in enumerate(values) if value is None or value in values[:index]]
    findings.extend(Finding(at=(*at, index), found=shown(raw[index]), allowed=choices) for index in strangers)
    return None if strangers else tuple(values)


def _table(raw: object, at: KeyPath, findings: list[Finding]) -> Mapping[str, object]:
    if isinstance(raw, dict):
        return raw
    findings.append(Finding(at=at, found=shown(raw), allowed=_("a table")))
    return {}


def _tables(raw: object, at: KeyPath, findings: list[Finding]) -> list[tuple[KeyPath, Mapping[str, object]]]:
    if not isinstance(raw, list):
        name = ".".join(part for part in at if isinstance(part, str))
        allowed_form = _("tables headed [[{name}]]").format(name=name)
        findings.append(Finding(at=at, found=shown(raw), allowed=allowed_form))
        return []
    tables: list[tuple[KeyPath, Mapping[str, object]]] = []
    for index, each in enumerate(raw):
        before = len(findings)
        table = _table(each, (*at, index), findings)
        if len(findings) == before:
            tables.append(((*at, index), table))
    return tables
