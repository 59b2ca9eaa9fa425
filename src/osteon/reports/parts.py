"""The parts of a strategy, and what lies between two strategies that differ in some of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from osteon.language import Strategy

_DIET = ("diet", "supplements")
_RESCUE = ("rules", "visits")
_LISTS = {"drugs": "drug", "exercise": "activity", "procedures": "procedure"}


def parts_of(strategy: Strategy) -> dict[str, Any]:
    """Return the parts of a strategy by name: each drug, each activity, each procedure, the diet.

    The diet comes with its supplements, rules for rescue with their visits.
    """
    parts: dict[str, Any] = {}
    for field, kind in _LISTS.items():
        for one in getattr(strategy, field):
            parts.setdefault(getattr(one, kind), []).append((field, one))
    for name, fields in (("diet", _DIET), ("rescue", _RESCUE)):
        said = [(field, getattr(strategy, field)) for field in fields]
        if any(value != Strategy.model_fields[field].default for field, value in said):
            parts[name] = said
    return parts


def differing(one: Strategy, other: Strategy) -> list[str]:
    """Return the names of the parts in which two strategies differ."""
    left, right = parts_of(one), parts_of(other)
    return [name for name in {**left, **right} if left.get(name) != right.get(name)]


def mixed(one: Strategy, other: Strategy, chosen: Collection[str]) -> Strategy:
    """Return the other strategy with some parts as they are in the one."""
    left, right = parts_of(one), parts_of(other)
    update: dict[str, Any] = dict.fromkeys(_LISTS, ())
    for name in {**left, **right}:
        for field, value in (left if name in chosen else right).get(name, []):
            update[field] = (*update[field], value) if field in _LISTS else value
    return Strategy().model_copy(update=update)
