"""A population: describe it once, and draw any of its people, alone or in chunks of any size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from numbers import Integral
from typing import Self

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language import amounts
from osteon.language.population import Between, Eligible
from osteon.language.population import Population as Described
from osteon.language.strategy import Strategy
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.people.population.biology import (
    constitution,
    embodied,
    falls_last_year,
    markers_of,
    today,
)
from osteon.people.population.draw_traits import Range, draw_traits
from osteon.people.population.eligibility import may_take_part
from osteon.people.population.people import People
from osteon.people.population.screening import outside
from osteon.people.population.streams import Streams
from osteon.people.population.traits import Traits
from osteon.people.seed import check_seed
from osteon.vocabulary.site import Site

_MOST_CANDIDATES = 2_000
_MOST_ROUNDS = 40
Places = NDArray[np.bool_]


@dataclass(frozen=True)
class Population:
    """Women as published tables have them, or as a trial describes its people.

    Person `i` is a function of the population, its seed and `i`: the same in a run of ten and of a
    million, and in every arm. Each place in the population is filled by the first candidate who is
    eligible and, simulated up to month 0, shows what published ranges hold.

    Parameters
    ----------
    described, eligible:
        Means, spreads and conditions, as in a trial file.
    usual:
        What they do before month 0.
    seed:
        Draws them.
    between:
        Ages in days, if women of a range of ages are meant, as many of each as are alive.

    Raises
    ------
    InputError
        If men are meant: the tables are of women.
    """

    described: Described = field(default_factory=Described)
    eligible: Eligible = field(default_factory=Eligible)
    usual: Strategy = field(default_factory=Strategy)
    seed: int = 1
    between: Range | None = None

    def __post_init__(self) -> None:
        if self.described.sex == "male":
            raise InputError(
                "people are drawn from tables of women, and this population is of men; "
                "'osteon validate' simulates trials of men as they describe them"
            )
        check_seed(self.seed)

    @classmethod
    def women(cls, ages: str, seed: int = 1, usual: Strategy | None = None) -> Self:
        """Return women of a range of ages ('50 to 80 years'), as the tables have them."""
        low, high = Between(amounts.AGE).read(ages)
        if not np.isfinite([low, high]).all():
            raise InputError(f"'{ages}' has no end; write for example '50 to 80 years'")
        return cls(seed=seed, usual=usual or Strategy(), between=(low, high))

    @classmethod
    def of_arm(cls, trial: Trial, arm: str, seed: int = 1) -> Self:
        """Return the people of an arm of a trial: what it states, and the tables for the rest."""
        return cls(trial.population_of(arm), trial.eligible_of(arm), trial.usual, seed)

    def people(self, count: int, first: int = 0, before: Plan | None = None) -> People:
        """Return `count` people from number `first` on, eligible and plausible.

        Parameters
        ----------
        before:
            What they have done up to month 0; None: what is usual.

        Raises
        ------
        InputError
            If hardly anybody is eligible or plausible.
        """
        if not (isinstance(count, Integral) and count > 0 and first >= 0):
            raise InputError(f"{count} people from number {first} cannot be drawn; ask for one")
        before = Plan(self.usual, self.usual) if before is None else before
        search = _Search(self, Streams(self.seed, first, count), before)
        return search.people()

    def traits(self, streams: Streams) -> Traits:
        """Return candidates, eligible or not."""
        return draw_traits(self.described, self.eligible, self.between, streams)


class _Search:
    """Fills every place with the first candidate who is eligible and plausible."""

    def __init__(self, population: Population, streams: Streams, before: Plan) -> None:
        self.population, self.streams, self.before = population, streams, before
        self.model = standard()
        self.typical = typical(self.model.table, current_layer(), 1)
        self.tried = np.zeros(streams.count, dtype=np.int64)
        self.traits = population.traits(streams)
        self.parameters = np.zeros((streams.count, self.typical.shape[1]))
        self.shown: dict[str, NDArray[np.float64]] = {}
        self.implausible: Counter[str] = Counter()

    def people(self) -> People:
        waiting = np.ones(self.streams.count, dtype=bool)
        for again in range(_MOST_ROUNDS):
            self._find_eligible(waiting)
            waiting = self._left_by_screening(waiting, again)
            if not waiting.any():
                break
        else:
            worst = ", ".join(name for name, _ in self.implausible.most_common(2))
            raise InputError(
                f"{_MOST_ROUNDS} candidates in a row left the published ranges (most: {worst}); "
                "does the population or what is usual in it describe people who live?"
            )
        cohort = replace(self.cohort, parameters=self.parameters, ages=self.traits.age)
        found = int(self.tried.sum())
        return People(
            self.streams.first, self.traits, cohort, self.shown, found, dict(self.implausible)
        )

    def _find_eligible(self, waiting: Places) -> None:
        """Go on to the next eligible candidate of everyone who waits."""
        searching = waiting.copy()
        while searching.any():
            tries = int(self.tried[searching].min())
            if tries >= _MOST_CANDIDATES:
                raise InputError(
                    f"{_MOST_CANDIDATES} candidates in a row were not eligible; the population "
                    "and the conditions under 'eligible' do not go together"
                )
            asked = searching & (self.tried == tries)
            candidates = self.population.traits(replace(self.streams, again=tries))
            found = asked & may_take_part(candidates, self.population.eligible)
            self.traits = self.traits.with_others(found, candidates)
            self.tried[asked] += 1
            searching &= ~found

    def _left_by_screening(self, waiting: Places, again: int) -> Places:
        """Simulate up to month 0 whoever waits, keep the plausible, and return the others."""
        places = np.flatnonzero(waiting)
        drawn = constitution(self.model, self.typical, replace(self.streams, again=again))
        some = self.traits.taken(places)
        self.cohort = embodied(self.model, self.typical, drawn[places], some, self.before)
        seen = today(self.cohort, self.before)
        luck = replace(self.streams, again=again).uniform("falls of the last year")[places]
        shown = markers_of(seen) | {"falls_last_year": falls_last_year(seen, luck)}
        left = outside(shown | {f"t_score_{site}": some.t_score(site) for site in Site})
        self.implausible.update({name: int(who.sum()) for name, who in left.items() if who.any()})
        self.parameters[places] = self.cohort.parameters
        for name, values in shown.items():
            self.shown.setdefault(name, np.zeros(self.streams.count))[places] = values
        waiting = np.zeros(self.streams.count, dtype=bool)
        waiting[places[np.any(list(left.values()), axis=0)]] = True
        return waiting
