"""The question that the fit of the law of fracture asks.

    misfit = sum ((log predicted - log ratio) / trust)^2 + sum (log(value / prior) / prior spread)^2

The law alone is free: by how much BMD, structure, resorption and unfilled cavities count in each
kind of fracture, and how well pulses of PTH fill a cavity, which no other row sees. How often women
break a bone at all cancels in a ratio. Everything else, BMD and turnover of every arm among it, is
as the layer has it that was fitted before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.fracture.hazards import KINDS
from osteon.calibration.fracture.lived import Lived, setting_of
from osteon.calibration.fracture.rows import Ratio
from osteon.calibration.problem import Problem, Target
from osteon.language.trial import Trial
from osteon.parameters import Layer
from osteon.people.draw import typical
from osteon.people.estimate import estimate_of
from osteon.people.statistic import individual_values

Array = NDArray[np.float64]
LAW = (
    *(f"{kind}.{name}" for kind in KINDS for name in ("gradient", "by_turnover", "by_refill")),
    "fracture_vertebral.by_structure",
    "pth_receptor.on_filling",
)


@dataclass(frozen=True)
class FractureProblem(Problem):
    """The law of fracture, and the ratios to be met.

    Attributes
    ----------
    layer:
        Fitted values of all that is not free; None for those of the literature.
    """

    layer: Layer | None = None

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return the ratios that are fitted."""
        return tuple(Ratio(trial, one) for trial in self.trials for one in trial.observations)

    def parameters(self, moved: Array) -> Array:
        """Return full parameter rows from moves in units of the prior spread, (sets, free)."""
        rows = typical(self.model.table, self.layer, len(moved))
        rows[:, self.columns] *= self._factors(moved)
        return rows

    def predict(self, moved: Array, progress: Callable[[float], None] | None = None) -> Array:
        """Return the logarithm of each ratio under each set of moves, (sets, targets).

        Parameters
        ----------
        progress:
            Told which share of the sets is done, after each.
        """
        found = np.empty((len(moved), len(self.targets)))
        for place, factors in enumerate(self._factors(moved)):
            found[place] = self._under(factors)
            if progress is not None:
                progress((place + 1) / len(moved))
        return found

    def _under(self, factors: Array) -> Array:
        again = {key: lived.under(factors) for key, lived in self._lived.items()}
        ratios: list[float] = []
        for target in self.targets:
            seen, name = target.observation, target.trial.trial
            arms = [again[name, arm] for arm in (seen.arm, seen.versus or "")]
            people = [individual_values(arm, seen) for arm in arms]
            ratios.append(float(estimate_of(seen).of(people)))
        return np.log(ratios)

    @cached_property
    def _lived(self) -> dict[tuple[str, str], Lived]:
        parameters = typical(self.model.table, self.layer, 1)
        return {
            (trial.trial, arm): Lived.of(
                self.model, setting_of(trial, arm, self.people, self.seed), parameters, self.columns
            )
            for trial in self.trials
            for arm in _arms(trial)
        }

    def _factors(self, moved: Array) -> Array:
        return np.asarray(np.exp(moved * self.prior_spread))


def _arms(trial: Trial) -> set[str]:
    """Return the arms that a ratio is made of."""
    rows = trial.observations
    return {one.arm for one in rows} | {one.versus for one in rows if one.versus is not None}
