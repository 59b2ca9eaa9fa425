"""The table of foods: what 100 g of each holds (USDA SR28, public domain).

A blank cell is missing, not zero: what nobody measured adds nothing, and that is said.

    calcium that counts = calcium * fractional absorption of the food / that of milk

The gut takes up a third of the calcium of milk, half of that of kale and a twentieth of that of
spinach, whose oxalate holds it. An intake in mg a day stands for calcium as in milk, from which the
fall of absorption with intake was measured, so a food's calcium is counted as the milk calcium that
gives as much. Where a food's own share is not known, it is taken as that of milk.
Assumes: 68 kg where an amount a kilogram of body weight is meant and no weight is known.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from osteon.errors import UnknownNameError

USUAL_WEIGHT = 68.0
_MILK_ABSORPTION = 0.32
_ABSORBED = {"calcium_mg": "calcium_fractional_absorption"}
_COMMON_NAMES = {
    "milk": "Milk, 2% fat, vitamin D added",
    "whole milk": "Milk, whole, vitamin D added",
    "yogurt": "Yogurt, plain, low fat",
    "greek yogurt": "Yogurt, Greek, plain, nonfat",
    "cheddar": "Cheese, cheddar",
    "gouda": "Cheese, gouda",
    "parmesan": "Cheese, parmesan, hard",
    "egg": "Egg, whole, hard-boiled",
    "sardines": "Sardines, Atlantic, canned in oil, with bone",
    "salmon": "Salmon, sockeye, cooked",
    "mackerel": "Mackerel, Atlantic, cooked",
    "tofu": "Tofu, firm, calcium sulfate + nigari",
    "soy milk": "Soymilk, fortified Ca, A, D",
    "kale": "Kale, boiled",
    "spinach": "Spinach, boiled",
    "bread": "Bread, whole-wheat",
    "orange juice": "Orange juice, Ca + vitamin D fortified",
}


@dataclass(frozen=True)
class FoodContent:
    """What 100 g of a food holds.

    Attributes
    ----------
    name, group, serving:
        As in the table: what it is, among what, and a usual portion in words.
    columns:
        What was measured, by the name of the column.
    source, confidence:
        Where the figures come from and how sure they are.
    """

    name: str
    group: str
    serving: str
    columns: Mapping[str, float]
    source: str
    confidence: str

    def holds(self, columns: tuple[str, ...]) -> float | None:
        """Return how much of what some columns add up to counts; None where none is known."""
        known = [self._counted(column) for column in columns if column in self.columns]
        return sum(known) if known else None

    def _counted(self, column: str) -> float:
        absorbed = self.columns.get(_ABSORBED.get(column, ""), _MILK_ABSORPTION)
        return self.columns[column] * absorbed / _MILK_ABSORPTION


@lru_cache(maxsize=1)
def foods() -> dict[str, FoodContent]:
    """Return all foods by name."""
    path = Path(__file__).parent / "foods.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["food"]: _read(row) for row in rows}


@lru_cache(maxsize=1024)
def food(name: str) -> FoodContent:
    """Return a food by its name in the table, its common name, or the first words of its name.

    Raises
    ------
    UnknownNameError
        If there is none, or several begin so; names the nearest.
    """
    table = foods()
    written = " ".join(name.lower().split())
    exact = {known.lower(): known for known in table}
    called = _COMMON_NAMES.get(written, exact.get(written))
    if called is not None:
        return table[called]
    alike = [known for known in table if _head(known) == written]
    if len(alike) == 1:
        return table[alike[0]]
    if alike:
        raise UnknownNameError(f"'{name}' could be several foods; write {' or '.join(alike)}")
    raise UnknownNameError.of("food", name, [*_COMMON_NAMES, *table, *map(_head, table)])


def _head(name: str) -> str:
    """Return the first words of a name: 'Prunes (dried plums)' is prunes."""
    return name.lower().partition(",")[0].partition("(")[0].strip()


def _read(row: dict[str, str]) -> FoodContent:
    numbers: dict[str, float] = {}
    for column, cell in row.items():
        try:
            numbers[column] = float(cell)
        except ValueError:
            continue
    return FoodContent(
        row["food"], row["group"], row["serving"], numbers, row["source"], row["confidence"]
    )
