"""A unit as a product of powers of others, and how one is read: 'pmol/L/(mg/day)'.

unit = number | name | unit * unit | unit / unit | unit ** whole number | ( unit )
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from osteon.errors import UnitError

Powers = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Unit:
    """So much of a product of powers of units.

    Attributes
    ----------
    amount:
        How much, exactly.
    powers:
        Names with their powers, none of them zero, by name.
    """

    amount: Fraction
    powers: Powers

    @classmethod
    def of(cls, name: str) -> Unit:
        """Return one of what is called so; of `dimensionless`, one."""
        return cls(Fraction(1), () if name == DIMENSIONLESS else ((name, 1),))

    def __mul__(self, other: Unit) -> Unit:
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, 0) + power
        left = sorted((name, power) for name, power in powers.items() if power)
        return Unit(self.amount * other.amount, tuple(left))

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1

    def __pow__(self, power: int) -> Unit:
        raised = tuple((name, one * power) for name, one in self.powers if power)
        return Unit(self.amount**power, raised)


DIMENSIONLESS = "dimensionless"


def read_unit(written: str, known: Callable[[str], Unit]) -> Unit:
    """Return the unit that is written.

    Parameters
    ----------
    known:
        Gives the unit of a name.

    Raises
    ------
    UnitError
        If it cannot be read.
    """

    def unit_of(part: ast.expr) -> Unit:
        match part:
            case ast.Name(id=name):
                return Unit.of(name) if name == DIMENSIONLESS else known(name)
            case ast.Constant(value=int() | float() as number) if number > 0:
                return Unit(Fraction(repr(number)), ())
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                return unit_of(left) * unit_of(right)
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return unit_of(left) / unit_of(right)
            case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as power)):
                return unit_of(left) ** power
        raise UnitError(f"'{written}' is no unit; write one as in 'mg/day' or 'g/cm**2'")

    try:
        return unit_of(ast.parse(written, mode="eval").body)
    except SyntaxError as fault:
        raise UnitError(f"'{written}' is no unit; write one as in 'mg/day' or 'g/cm**2'") from fault
