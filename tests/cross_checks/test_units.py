"""Factors between units against Pint, which reads the same definitions by its own rules."""

from __future__ import annotations

from itertools import product

import pint
import pytest

from osteon.errors import UnitError
from osteon.vocabulary import units

OVER = ("g", "mg", "ug", "ng", "mmol", "nmol", "pmol", "IU", "U", "session", "minutes", "%", "kg")
UNDER = ("day", "week", "month", "year", "hour", "L", "dL", "mL", "cm2", "mm2", "cm3", "kg")
LONGER = ("g/kg/day", "mg/kg/week", "pmol/L/(mg/day)", "per week", "1/(year)", "L/mg/day", "h/min")
WRITTEN = (*units.unit_names(), *(f"{a}/{b}" for a, b in product(OVER, UNDER)), *LONGER)


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    """Return a registry that holds only our definitions."""
    made = pint.UnitRegistry(None, on_redefinition="raise")
    made.load_definitions(units._DEFINITIONS.strip().splitlines())
    return made


@pytest.mark.parametrize(
    "target", ["day", "mg", "mg/day", "g/cm2", "nmol/L", "1/day", "", "IU/day"]
)
def test_factors_and_refusals_are_those_of_pint(registry: pint.UnitRegistry, target: str) -> None:
    for unit in WRITTEN:
        given = registry.Quantity(f"1 * {units.spelled(unit)}")
        try:
            expected = given.to(units.spelled(target)).magnitude
        except pint.DimensionalityError:
            with pytest.raises(UnitError, match="cannot be turned into"):
                units.factor(unit, target)
        else:
            assert units.factor(unit, target) == pytest.approx(expected, rel=1e-14)


def test_units_are_written_under_the_names_that_pint_gives_them(
    registry: pint.UnitRegistry,
) -> None:
    for unit in WRITTEN:
        given = registry.Quantity(f"1 * {units.spelled(unit)}")
        expected = {str(name): power for name, power in given._units.items()}
        assert dict(units.as_written(unit).powers) == expected
