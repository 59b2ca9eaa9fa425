"""Units: the few this field writes, and what they mean to each other.

Days are the unit of time inside; a month is 30.4375 days and a year 12 months. International units
(IU) measure vitamin D activity and have a dimension of their own, as have body weights (BW) and
counts of sessions. Numbers with units exist at the doors and when a model is checked; inside,
floats in the unit that the vocabulary declares. A factor between two units is an exact fraction,
rounded once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from osteon.errors import UnitError, alike
from osteon.vocabulary.unit_expression import Unit, read_unit

DAYS_PER_MONTH = 30.4375
DAYS_PER_YEAR = 365.25

_DEFINITIONS = """
day = [time] = d = days
hour = day / 24 = h = hours
minute = hour / 60 = min = minutes
week = 7 * day = weeks
month = 30.4375 * day = months
year = 365.25 * day = a = years
gram = [mass] = g = grams
kilogram = 1000 * gram = kg
milligram = 0.001 * gram = mg
microgram = 1e-6 * gram = ug = mcg
nanogram = 1e-9 * gram = ng
picogram = 1e-12 * gram = pg
pound = 453.59237 * gram = lb = pounds
meter = [length] = m = meters
centimeter = 0.01 * meter = cm
millimeter = 0.001 * meter = mm
inch = 0.0254 * meter = inches
foot = 12 * inch = ft = feet
liter = 0.001 * meter ** 3 = L = l = liters
deciliter = 0.1 * liter = dL = dl
milliliter = 0.001 * liter = mL = ml
mole = [substance] = mol
millimole = 0.001 * mole = mmol
micromole = 1e-6 * mole = umol
nanomole = 1e-9 * mole = nmol
picomole = 1e-12 * mole = pmol
international_unit = [activity] = IU = iu
body_weight = [load] = BW
session = [session] = sessions
percent = 0.01 = pct
unit = [serving] = units
enzyme_unit = [catalysis] = U
"""

_SPELLING = {
    "%": " percent ",
    "[µμ]": "u",
    "²": "**2",
    "³": "**3",
    r"\b([cm]?m)([23])\b": r"\1**\2",
    r"\bper\b": "/",
    "·": "*",
}


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, Unit]]:
    """Return by every spelling of a unit its own name, and what it is in base units."""
    known: dict[str, tuple[str, Unit]] = {}

    def earlier(word: str) -> Unit:
        return known[word][1]

    for line in _DEFINITIONS.strip().splitlines():
        name, definition, *others = (word.strip() for word in line.split("="))
        base = definition.startswith("[")
        unit = Unit.of(name) if base else read_unit(definition, earlier)
        known.update(dict.fromkeys((name, *others), (name, unit)))
    return known


def unit_names() -> tuple[str, ...]:
    """Return every spelling of a unit that is understood."""
    return tuple(_known())


def spelled(unit: str) -> str:
    """Return a unit as people write it ('g/cm2', 'per week') in the registry's spelling."""
    text = f" {' '.join(unit.split())} "
    for written, meant in _SPELLING.items():
        text = re.sub(written, meant, text)
    text = text.strip()
    if not text:
        return "dimensionless"
    return f"1 {text}" if text.startswith("/") else text


def check_unit(unit: str) -> None:
    """Check that a unit is made of known ones.

    Raises
    ------
    UnitError
        If it is not; names the nearest.
    """
    for word in re.findall(r"[A-Za-z_]+", spelled(unit)):
        if word not in unit_names() and word != "dimensionless":
            raise UnitError(f"unknown unit '{word}'{alike(word, unit_names())}")


@lru_cache(maxsize=4096)
def as_written(unit: str) -> Unit:
    """Return a unit as a product of units under their own names: 'mg/dl' in milligram, deciliter.

    Raises
    ------
    UnitError
        If it is made of unknown units, or cannot be read.
    """
    check_unit(unit)
    return read_unit(spelled(unit), lambda word: Unit.of(_known()[word][0]))


def in_base(unit: str) -> Unit:
    """Return a unit as a product of base units (day, gram, meter, mole ...): 'mg' in gram."""
    written = as_written(unit)
    whole = Unit(written.amount, ())
    for name, power in written.powers:
        whole *= _known()[name][1] ** power
    return whole


@lru_cache(maxsize=4096)
def factor(unit: str, target: str) -> float:
    """Return by what a number in `unit` must be multiplied to stand in `target`.

    Raises
    ------
    UnitError
        If a unit is unknown, or the two measure different things.
    """
    given, wanted = in_base(unit), in_base(target)
    if given.powers != wanted.powers:
        raise UnitError(f"'{unit}' cannot be turned into {target}; write it in {target}")
    return float(given.amount / wanted.amount)


def as_days(number: float, unit: str) -> float:
    """Return a span of time in days."""
    return number * factor(unit, "day")
