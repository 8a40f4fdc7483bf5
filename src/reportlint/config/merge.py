"""Options as plain data: their defaults, and how a later file changes them."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.schema import Field

PATTERNS = "patterns"  # the option whose entries are named families, each with examples of its own


def fill(data: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """`data` with the defaults of all fields that it lacks, in records inside it too. Filling twice changes nothing."""
    return {
        name: _filled(data[name], field) if name in data else default(field)
        for name, field in fields.items()
    }


def default(field: Field) -> Any:
    """What a field holds when nobody says: its default as plain data, a list or map by default empty."""
    if field.default is None and field.type in {schema.LIST, schema.MAP}:
        return [] if field.type == schema.LIST else {}
    return _plain(field.default)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _filled(value: Any, field: Field) -> Any:
    item = field.item
    if field.type == schema.RECORD and isinstance(value, dict):
        return fill(value, field.fields)
    if field.type == schema.SWITCH and item is not None:
        return _filled(
            {} if value is True and item.type in {schema.RECORD, schema.MAP} else value, item
        )
    if field.type == schema.LIST and isinstance(value, list) and item is not None:
        return [_filled(one, item) for one in value]
    if field.type == schema.MAP and isinstance(value, dict) and item is not None:
        return {key: _filled(one, item) for key, one in value.items()}
    return value


def merge(base: Any, over: Any, field: Field) -> Any:
    """`base` as changed by `over`, both data of `field`: lists add up, maps and records merge, anything else is replaced.

    `on` over a record leaves the record; `off` is kept as such, so that a still later `on` finds nothing to go back to.
    """
    if field.type == schema.LIST and isinstance(base, list) and isinstance(over, list):
        return base + [one for one in over if one not in base]
    if field.type == schema.RECORD and isinstance(base, dict) and isinstance(over, dict):
        return merge_records(base, over, field.fields)
    if (
        field.type == schema.MAP
        and isinstance(base, dict)
        and isinstance(over, dict)
        and field.item is not None
    ):
        return _merge_maps(base, over, field.item)
    if field.type == schema.PHRASES and isinstance(base, dict) and isinstance(over, dict):
        return {
            name: base.get(name, []) + [one for one in over[name] if one not in base.get(name, [])]
            for name in over
        }
    if field.type == schema.LOCAL and isinstance(base, dict) and isinstance(over, dict):
        return merge_local(base, over)
    if field.type == schema.SWITCH and field.item is not None:
        if over is True and isinstance(base, dict | list):
            return base
        if isinstance(base, bool) or isinstance(over, bool):
            return over
        return merge(base, over, field.item)
    return over


def merge_records(
    base: Mapping[str, Any], over: Mapping[str, Any], fields: Mapping[str, Field]
) -> dict[str, Any]:
    """Merge two records of `fields`; keys that have no field are replaced."""
    merged = dict(base)
    for name, value in over.items():
        known = name in fields and merged.get(name) is not None
        merged[name] = merge(merged[name], value, fields[name]) if known else value
    return merged


def merge_local(base: Mapping[str, str], over: Mapping[str, str]) -> dict[str, str]:
    """A text for people as changed: one without a language stands for all languages."""
    return dict(over) if "" in over else {**base, **over}


def _merge_maps(base: Mapping[str, Any], over: Mapping[str, Any], item: Field) -> dict[str, Any]:
    merged = dict(base)
    for name, value in over.items():
        merged[name] = merge(merged[name], value, item) if name in merged else value
    return merged
