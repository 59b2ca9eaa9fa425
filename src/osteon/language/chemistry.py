"""From the mass of a substance to its amount, and from vitamin D's mass to its activity.

Laboratories report the same hormone in pg/mL or pmol/L, the same vitamin D in ug or IU. The molar
masses below join the two:

    amount concentration = mass concentration / molar mass
    1 ng/mL of calcidiol = 2.496 nmol/L

Sources: estradiol C18H24O2, calcidiol C27H44O2 and calcium from the IUPAC standard atomic weights;
parathyroid hormone 1-84 from the mass of its chain (UniProt P01270); vitamin D 1 ug = 40 IU (the
international unit of cholecalciferol is 25 ng).
"""

from __future__ import annotations

from osteon.errors import UnitError
from osteon.vocabulary.units import factor

GRAMS_PER_MOLE = {
    "estradiol": 272.38,
    "calcidiol": 400.64,
    "calcium": 40.078,
    "pth": 9425.0,
}

IU_PER_MICROGRAM = {"vitamin_d": 40.0}


def conversion(unit: str, target: str, substance: str | None = None) -> float:
    """Return by what a number in `unit` must be multiplied to stand in `target`.

    Parameters
    ----------
    unit, target:
        Two units, such as 'ng/mL' and 'nmol/L'.
    substance:
        What is measured; with it, mass and amount (or activity) may be turned into each other.

    Raises
    ------
    UnitError
        If a unit is unknown, or the two measure different things.
    """
    try:
        return factor(unit, target)
    except UnitError:
        if substance in IU_PER_MICROGRAM:
            return factor(unit, "ug/day") * IU_PER_MICROGRAM[substance] * factor("IU/day", target)
        if substance not in GRAMS_PER_MOLE:
            raise
    grams_per_mole = GRAMS_PER_MOLE[substance]
    if "mol" in target:
        return factor(unit, "g/L") / grams_per_mole * factor("mol/L", target)
    return factor(unit, "mol/L") * grams_per_mole * factor("g/L", target)
