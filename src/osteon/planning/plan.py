"""The best feasible strategies for one person, over one to ten years.

    rules      what is forbidden is out before anything is simulated
    effects    every option by itself, on a few dozen possible versions of her
    search     every combination, as the sum of effects, or an evolution of them
    in full    what stands for that front is simulated, dominated strategies dropped
    shown      what stands for the rest is simulated again on more members

No strategy is called the best: what is shown is what no other beats in fractures (expected, and in
the worst tenth; not in men), T-scores, burden and number of interventions at once.
"""

from __future__ import annotations

import numpy as np

from osteon.errors import InputError
from osteon.language.case import Case
from osteon.planning.base import base_of
from osteon.planning.build import space_of
from osteon.planning.effects import Effects, effects_of, simulated, weighed_in_full
from osteon.planning.objectives import grained
from osteon.planning.pareto import front, representatives
from osteon.planning.present import present_of
from osteon.planning.progress import EFFECTS, IN_FULL, SHOWN, Tell, part, silent
from osteon.planning.proposal import Front
from osteon.planning.search import search
from osteon.planning.shown import shown
from osteon.planning.space import Whole
from osteon.strategies.simulate import no_case
from osteon.vocabulary.units import DAYS_PER_YEAR

FEW_MEMBERS = 32
_MOST_IN_FULL = 32
USUAL_YEARS = 5.0


def plan(
    case: Case,
    *,
    years: float | None = None,
    most: int = 8,
    members: int = 200,
    seed: int = 1,
    progress: Tell = silent,
) -> Front:
    """Return the best feasible strategies of a case.

    Parameters
    ----------
    case:
        The person, what she takes (the drugs of the first strategy that are not for bone go on),
        and what a plan must respect (`plan`).
    years:
        How far to look, 1 to 10 years; None: what the case says under `plan`, or five.
    most:
        How many strategies to show, at least 2.
    members:
        How many possible versions of the person stand behind each number shown.
    seed:
        Draws them; the same seed, the same plan.
    progress:
        Told how far the work is (0 to 1) and what comes next, before each step.

    Raises
    ------
    InputError
        If it is no case, the horizon is not 1 to 10 years, or a food is in no table.
    MissingExtraError
        If there are many combinations and pymoo is not installed.
    SimulationError
        If a solve fails.
    """
    if not isinstance(case, Case):
        raise no_case(case)
    horizon = _horizon(case, years)
    if most < 2 or members < 2:
        raise InputError("a plan shows 2 strategies at least, on 2 members at least")
    progress(0.0, "asking the rules of safety")
    base = base_of(case, horizon * DAYS_PER_YEAR)
    space = space_of(base)
    picks, how = np.empty((0, len(space.sizes)), dtype=np.int64), "none is feasible"
    if space.drugs.options:
        few = present_of(base, min(FEW_MEMBERS, members), seed)
        effects = effects_of(space, few, part(progress, EFFECTS, "each option by itself"))
        progress(EFFECTS[1], "weighing the combinations")
        picks, how = search(space, effects.weighed, seed)
        picks = _that_stand(effects, picks, most, progress) if len(picks) else picks
    progress(IN_FULL[1], "the person as she is when the plan begins")
    present = present_of(base, members, seed)
    return shown(space, present, picks, how, seed, part(progress, SHOWN, "what is shown"))


def _horizon(case: Case, years: float | None) -> float:
    stated = case.plan.horizon
    if years is None:
        years = USUAL_YEARS if stated is None else stated / DAYS_PER_YEAR
    if not 1.0 - 1e-9 <= years <= 10.0 + 1e-9:
        raise InputError(f"a plan looks 1 to 10 years ahead, not {years:g}; name a time between")
    return float(years)


def _that_stand(effects: Effects, picks: Whole, most: int, progress: Tell) -> Whole:
    """Return the strategies to be shown: simulated in full, undominated, far from one another."""
    space, few = effects.space, effects.present
    picks = picks[representatives(effects.weighed(picks), _MOST_IN_FULL)]
    assert all(space.allowed(one) for one in picks), "the tables of the space follow the rules"
    whole = simulated(space, few, picks, part(progress, IN_FULL, "in full"))
    values = grained(weighed_in_full(space, few, picks, whole))
    kept = front(values)
    return picks[kept][representatives(values[kept], most)]
