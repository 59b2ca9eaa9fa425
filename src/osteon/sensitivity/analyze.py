"""Screen all mechanisms, then look at single parameters of those that count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, UnknownNameError
from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.sensitivity.factors import Factors, mechanism_of
from osteon.sensitivity.forecast import Forecasted
from osteon.sensitivity.sobol import Decomposition, decompose
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
_COUNTS = 0.01
_MOST_SINGLES = 16
_MORE = 4
_USUAL_MONTH = 60.0
_ALL_ELSE = "all else"


@dataclass(frozen=True)
class Sensitivity:
    """What moves a forecast.

    Attributes
    ----------
    asked:
        Outcome, month and strategy.
    screened:
        By mechanism: how well it is known, and how people differ in it.
    single:
        By parameter of the mechanisms that count, all else as one group; None where there is only
        one parameter or none to look at.
    seed:
        Drew the samples.
    """

    asked: Forecasted
    screened: Decomposition
    single: Decomposition | None
    seed: int

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what limits the shares."""
        if not self.asked.case.measurements:
            return ()
        return ("measurements since month 0 are not used: shares are those before them",)


def sensitivity(
    case: Case,
    outcome: str = "bmd_lumbar_spine",
    month: float | None = None,
    *,
    strategy: str | None = None,
    samples: int = 256,
    seed: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Sensitivity:
    """Return which of all that is not known of a person moves an outcome most.

    Parameters
    ----------
    outcome:
        An endpoint (its percent change since month 0) or a kind of fracture (its probability).
    month:
        When, counted from month 0; None: month 60, or the end of a case that ends before.
    strategy:
        A strategy of the case; None: its first.
    samples:
        A power of two; more give narrower intervals. Single parameters, of which there are few,
        get four times as many.
    seed:
        Draws them.
    progress:
        Told the name of each step before it is done.

    Raises
    ------
    InputError
        If outcome, month, strategy or samples cannot be.
    MissingExtraError
        If SALib is not installed.
    """
    chosen = next(iter(case.strategies)) if strategy is None else strategy
    if chosen not in case.strategies:
        raise UnknownNameError.of("strategy", chosen, case.strategies)
    last = case.horizon / DAYS_PER_MONTH
    month = min(_USUAL_MONTH, last) if month is None else month
    if not 0.0 < month <= last + 1e-6:
        raise InputError(f"month {month:g} is not within the case, which ends at month {last:g}")
    model, layer = standard(), current_layer()
    asked = Forecasted(model, case, chosen, outcome, month)
    factors = Factors.of(model, layer, case.usual, case.treatment_of(chosen))

    def function(uniform: Array) -> Array:
        return asked.values(factors.draws(uniform))

    if progress is not None:
        progress("screening mechanisms")
    screened = decompose(factors.mechanisms, function, samples, seed)
    groups = _singled_out(factors, screened)
    if len(set(groups)) < 3:
        return Sensitivity(asked, screened, None, seed)
    if progress is not None:
        progress("single parameters")
    single = decompose(groups, function, _MORE * samples, seed + 1)
    return Sensitivity(asked, screened, single, seed)


def _singled_out(factors: Factors, screened: Decomposition) -> tuple[str, ...]:
    """Return groups in which parameters of the mechanisms that count stand alone."""
    alone: list[str] = []
    for index in screened.indices:
        members = [name for name in factors.names if mechanism_of(name) == index.name]
        if index.total >= _COUNTS and len(alone) + len(members) <= _MOST_SINGLES:
            alone += members
    return tuple(name if name in alone else _ALL_ELSE for name in factors.names)
