"""Numbers that carry their unit, to check a model when it is put together.

Units must match exactly, not only in dimension: a conversion (mg to mmol) is a quantity with a
source, never silent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from osteon.errors import DimensionError
from osteon.vocabulary.units import as_written

Powers = tuple[tuple[str, float], ...]


@lru_cache(maxsize=512)
def powers_of(unit: str) -> Powers:
    """Return a unit as sorted (base unit, power) pairs."""
    return tuple((name, float(power)) for name, power in as_written(unit).powers)


@lru_cache(maxsize=4096)
def _combined(one: Powers, other: Powers, sign: int) -> Powers:
    """Return the powers of a product (sign 1) or a quotient (sign -1)."""
    powers = dict(one)
    for name, power in other:
        powers[name] = powers.get(name, 0.0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


@dataclass(frozen=True)
class Dimensioned:
    """A number with a unit; arithmetic that mixes unlike units is refused."""

    value: float
    powers: Powers

    @classmethod
    def of(cls, value: float, unit: str) -> Dimensioned:
        """Return `value` in `unit`."""
        return cls(value, powers_of(unit))

    @property
    def unit(self) -> str:
        """Return the unit in words."""
        parts = [name if power == 1 else f"{name}^{power:g}" for name, power in self.powers]
        return " ".join(parts) or "a plain number"

    def _alike(self, other: object, verb: str) -> Dimensioned:
        number = _lifted(other)
        if number.powers != self.powers:
            raise DimensionError(f"cannot {verb} {number.unit} and {self.unit}")
        return number

    def _scaled(self, other: object, sign: int) -> tuple[Dimensioned, Powers]:
        number = _lifted(other)
        return number, _combined(self.powers, number.powers, sign)

    def _plain(self, what: str) -> float:
        if self.powers:
            raise DimensionError(f"{what} must be a plain number, and is in {self.unit}")
        return self.value

    def __add__(self, other: object) -> Dimensioned:
        return Dimensioned(self.value + self._alike(other, "add").value, self.powers)

    __radd__ = __add__

    def __sub__(self, other: object) -> Dimensioned:
        return Dimensioned(self.value - self._alike(other, "subtract").value, self.powers)

    def __rsub__(self, other: object) -> Dimensioned:
        return Dimensioned(self._alike(other, "subtract").value - self.value, self.powers)

    def __mul__(self, other: object) -> Dimensioned:
        number, powers = self._scaled(other, 1)
        return Dimensioned(self.value * number.value, powers)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Dimensioned:
        number, powers = self._scaled(other, -1)
        return Dimensioned(self.value / number.value, powers)

    def __rtruediv__(self, other: object) -> Dimensioned:
        return _lifted(other) / self

    def __pow__(self, other: object) -> Dimensioned:
        if isinstance(other, int):
            return Dimensioned(
                self.value**other, tuple((n, p * other) for n, p in self.powers if other)
            )
        exponent = _lifted(other)._plain("an exponent")
        return Dimensioned(
            self._plain("what is raised to a power that is not whole") ** exponent, ()
        )

    def __neg__(self) -> Dimensioned:
        return Dimensioned(-self.value, self.powers)

    def exp(self) -> Dimensioned:
        """Return e to the power of a plain number."""
        return Dimensioned(math.exp(self._plain("what exp is taken of")), ())

    def log(self) -> Dimensioned:
        """Return the natural logarithm of a plain number."""
        value = self._plain("what a logarithm is taken of")
        if value < 0:
            raise ArithmeticError(f"the logarithm of {value:g} is taken")
        return Dimensioned(math.log(value) if value else -math.inf, ())


def _lifted(number: object) -> Dimensioned:
    """Return a plain number as a dimensioned one."""
    if isinstance(number, Dimensioned):
        return number
    if isinstance(number, int | float):
        return Dimensioned(float(number), ())
    raise DimensionError(f"an equation uses {number!r}, which is no number")
