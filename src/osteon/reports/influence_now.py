"""How much each cause moves a quantity: its change alone, put into the quantity's own equation.

The change of one cause is tried twice, with all others as usual and with all others as they are
now, and the two are averaged. For a flux the logarithm of the fold is compared, so that shares of
a product add up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from osteon.mechanism import Mechanism
from osteon.model.influences import Equation
from osteon.model.roster import Key
from osteon.reports.setting import Setting

_NOTHING = 1e-6
"""What a fold of zero counts as: all but gone."""


@dataclass(frozen=True)
class Cause:
    """One quantity acting on another through one mechanism.

    Attributes
    ----------
    quantity:
        What acts.
    mechanism:
        Through what.
    equation:
        The equation in which it stands.
    change:
        How far the cause itself is from what is usual.
    push:
        By how much it alone moves what the equation gives; the sign says up or down.
    share:
        Its part of all pushes on the same quantity, 0 to 1.
    """

    quantity: Key
    mechanism: Mechanism
    equation: Equation
    change: float
    push: float
    share: float


def causes_of(
    setting: Setting,
    equations: tuple[Equation, ...],
    now: Mapping[Key, float],
    usual: Mapping[Key, float],
) -> tuple[Cause, ...]:
    """Return what moves a quantity away from what is usual, the strongest first.

    Parameters
    ----------
    equations:
        The quantity's equations.
    now, usual:
        All quantities under the strategy, and doing only what is usual.
    """
    pushes: list[tuple[Equation, Key, float]] = []
    for equation in equations:
        for read in equation.reads:
            alone = _given(setting, equation, {**usual, read: now[read]})
            nothing = _given(setting, equation, usual)
            everything = _given(setting, equation, now)
            others = _given(setting, equation, {**now, read: usual[read]})
            push = 0.5 * ((alone - nothing) + (everything - others))
            if math.isfinite(push) and push:
                pushes.append((equation, read, push))
    total = sum(abs(push) for _, _, push in pushes)
    found = [
        Cause(read, equation.mechanism, equation, now[read] - usual[read], push, abs(push) / total)
        for equation, read, push in pushes
    ]
    return tuple(sorted(found, key=lambda cause: -cause.share))


def _given(setting: Setting, equation: Equation, values: Mapping[Key, float]) -> float:
    value = equation.value(values.__getitem__, setting.parameter)
    if equation.kind != "folds":
        return value
    return math.log(max(value, _NOTHING)) if value >= 0 else math.nan
