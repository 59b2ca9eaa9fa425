"""What a person can be told in another unit, as countries and laboratories differ.

Files may use any unit that can be turned into the usual one; these are those that a form offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from osteon.language import amounts
from osteon.language.chemistry import conversion
from osteon.language.lifestyle import INTAKES
from osteon.language.quantity import Measured

_OFFERED: Final[dict[str, tuple[Measured, tuple[str, ...]]]] = {
    "height": (amounts.HEIGHT, ("ft",)),
    "weight": (amounts.WEIGHT, ("lb",)),
    "vitamin_d": (INTAKES["vitamin_d"], ("ug/day",)),
    "calcidiol": (amounts.CALCIDIOL, ("ng/mL",)),
    "calcium": (amounts.CALCIUM, ("mg/dL",)),
    "pth": (amounts.PTH, ("pmol/L",)),
    "estradiol": (amounts.ESTRADIOL, ("pg/mL",)),
    "ctx": (amounts.CTX, ("pg/mL",)),
}


class Alternative(NamedTuple):
    """Another unit of a quantity.

    Attributes
    ----------
    quantity:
        What is told.
    usual, unit:
        The usual unit and the other one.
    factor:
        By what a number in the usual unit is multiplied to stand in the other.
    """

    quantity: str
    usual: str
    unit: str
    factor: float


def alternatives() -> Iterator[Alternative]:
    """Yield every other unit that a form offers."""
    for name, (measured, units) in _OFFERED.items():
        for unit in units:
            back = conversion(unit, measured.usual, measured.substance)
            yield Alternative(name, measured.usual, unit, 1.0 / back)
