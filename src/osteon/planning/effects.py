"""What each option does by itself, and what many together would do if effects simply added up.

    log measure of a strategy  =  that of what goes on anyway  +  sum of the effects of its options

Member by member: whoever responds well to a drug does so in every sum. Fractures to be expected and
BMD multiply rather than add, so logarithms are summed. It is a first look that lets every
combination be weighed: fractures come out within a seventh of what whole simulations give, T-scores
within 0.25, too good where food meets a drug. Whatever it finds is simulated in full before it is
shown; a simpler strategy costs less, so it stays on the front whatever is said of a greater one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.planning.burden import burden, weights
from osteon.planning.objectives import grained, objectives
from osteon.planning.option import NOTHING, carried_out
from osteon.planning.present import Present
from osteon.planning.progress import Tell, silent
from osteon.planning.space import Space, Whole

Array = NDArray[np.float64]
_AT_ONCE = 2_000


@dataclass(frozen=True, eq=False)
class Effects:
    """The effects of all options of a space.

    Attributes
    ----------
    space, present:
        What may be begun, and by whom.
    untreated:
        Log measures of what goes on anyway, shape (members, measures).
    effects:
        For each choice, shape (options, members, measures).
    """

    space: Space
    present: Present
    untreated: Array
    effects: tuple[Array, ...]

    def weighed(self, picks: Whole) -> Array:
        """Return the grained objectives of strategies, shape (strategies, objectives)."""
        return np.concatenate(
            [
                grained(self.exact(picks[begin : begin + _AT_ONCE]))
                for begin in range(0, len(picks), _AT_ONCE)
            ]
        )

    def exact(self, picks: Whole) -> Array:
        """Return the objectives of strategies as the sum of effects has them."""
        measures = np.repeat(self.untreated[None], len(picks), axis=0)
        for place, effect in enumerate(self.effects):
            measures += effect[picks[:, place]]
        return weighed_in_full(self.space, self.present, picks, measures)


def effects_of(space: Space, present: Present, tell: Tell = silent) -> Effects:
    """Return the effect of every option, each simulated once on what goes on anyway."""
    base = space.base.strategy
    untreated = present.measures(base)
    effects, done, number = [], 0, sum(space.sizes)
    for choice in space.choices:
        alone = []
        for option in choice.options:
            tell(done / number, f"{choice.about}: {option.words}")
            alone.append(
                np.zeros_like(untreated) if option is NOTHING
                else present.measures(carried_out(base, [option])) - untreated
            )  # fmt: skip
            done += 1
        effects.append(np.stack(alone))
    return Effects(space, present, untreated, tuple(effects))


def simulated(space: Space, present: Present, picks: Whole, tell: Tell = silent) -> Array:
    """Return the log measures of strategies, each simulated as a whole.

    Shape (strategies, members, measures).
    """
    found = []
    for place, one in enumerate(picks):
        tell(place / len(picks), f"strategy {place + 1} of {len(picks)}")
        found.append(present.measures(space.strategy(one)))
    return np.stack(found)


def weighed_in_full(space: Space, present: Present, picks: Whole, measures: Array) -> Array:
    """Return the objectives of strategies whose log measures are known."""
    base = space.base
    hours, span = weights(base.case.plan.burden), base.horizon - base.now
    costs = space.summed(picks, lambda option: burden(option, hours, span))
    return objectives(
        measures, present.weights, base.case.person, costs, space.interventions(picks)
    )  # fmt: skip
