"""Units in SBML, which knows seconds, grams, meters and moles but neither days nor IU.

What has a dimension of its own here and none in SBML is counted in items: international units,
sessions, servings. Body weights are plain numbers.
"""

from __future__ import annotations

from typing import Any

from osteon.model.dimension import powers_of
from osteon.vocabulary.units import in_base

DAY = "day"
DIMENSIONLESS = "dimensionless"
_KNOWN_TO_SBML = {DIMENSIONLESS, "gram", "kilogram", "mole"}
_KINDS = {
    "day": ("second", 86400.0),
    "gram": ("gram", 1.0),
    "meter": ("metre", 1.0),
    "mole": ("mole", 1.0),
    "international_unit": ("item", 1.0),
    "session": ("item", 1.0),
    "unit": ("item", 1.0),
    "enzyme_unit": ("katal", 1e-6 / 60.0),
    "body_weight": (DIMENSIONLESS, 1.0),
    DIMENSIONLESS: (DIMENSIONLESS, 1.0),
}
"""SBML's kind of each base unit, and how much of it that is."""


def unit_id(unit: str) -> str:
    """Return the identifier of a unit: 'pmol/L' is picomole_per_liter."""
    over: list[str] = []
    under: list[str] = []
    for name, power in powers_of(unit):
        number = abs(power)
        word = name if number == 1 else f"{name}{number:g}".replace(".", "_")
        (over if power > 0 else under).append(word)
    words = ["_".join(over)] if over else []
    return "_".join([*words, *(f"per_{word}" for word in under)]) or DIMENSIONLESS


def define_unit(sbml: Any, unit: str) -> str:
    """Define a unit in an SBML model if it is not there yet, and return its identifier."""
    identifier = unit_id(unit)
    if identifier in _KNOWN_TO_SBML or sbml.getUnitDefinition(identifier) is not None:
        return identifier
    import libsbml

    definition = sbml.createUnitDefinition()
    definition.setId(identifier)
    definition.setName(unit)
    for name, power in powers_of(unit):
        amount, base, base_power = _root(name)
        kind, much = _KINDS[base]
        part = definition.createUnit()
        part.setKind(libsbml.UnitKind_forName(kind))
        part.setExponent(power * base_power)
        part.setScale(0)
        part.setMultiplier(float(f"{amount ** (1.0 / base_power) * much:.12g}"))
    return identifier


def _root(name: str) -> tuple[float, str, float]:
    """Return a base unit as (amount, unit that others are made of, its power)."""
    unit = in_base(name)
    (base, power), *_ = unit.powers or ((DIMENSIONLESS, 1),)
    return float(unit.amount), base, float(power)
