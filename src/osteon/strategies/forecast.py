"""The forecast for one person: every strategy simulated on the same possible versions of her."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from osteon.errors import UnknownNameError
from osteon.language.case import Case
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.ensemble import measured_bmd
from osteon.strategies.outcome import Outcome, fracture_kinds
from osteon.twin.next_dxa import NextDxa, next_dxa
from osteon.twin.update import Update
from osteon.vocabulary.site import Site

if TYPE_CHECKING:
    import pandas
    import xarray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Forecast:
    """What happens to one person under each strategy.

    Every strategy is simulated on the same members: possible versions of the person, all meeting
    what was measured in her at month 0, who differ in what is not known. So two strategies differ
    by treatment alone.

    The central 95 % (`low`, `high`) holds what is not known together: how well the parameters of
    the typical person are known, how people differ from one another, and (of BMD) how far the model
    is off where its parameters are right. It does not hold measurement error: a scan of the same
    bone would scatter around it. Nor does BMD in g/cm2 hold the error of the scan at month 0, from
    which every member starts; its change does not need it, and the weights of the members take it
    into account.

    Attributes
    ----------
    case:
        The person and the strategies, as asked.
    model, layer:
        What was simulated, and the fitted values laid over the literature (None: none).
    outcomes:
        What happens, by strategy; `forecast["anastrozole alone"]` is the same.
    update:
        What measurements since month 0 have made of it.
    notes:
        What limits the forecast, in sentences.
    seed:
        What drew the members.
    """

    case: Case
    model: Model
    layer: Layer | None
    outcomes: dict[str, Outcome]
    update: Update
    notes: tuple[str, ...]
    seed: int

    @property
    def strategies(self) -> tuple[str, ...]:
        """Return the names of the strategies, in the order in which they were written."""
        return tuple(self.outcomes)

    @property
    def months(self) -> Array:
        """Return the months of the forecast, from 0 to the horizon."""
        return next(iter(self.outcomes.values())).months

    @property
    def endpoints(self) -> tuple[str, ...]:
        """Return the names of the endpoints that the model has."""
        return next(iter(self.outcomes.values())).endpoints

    @property
    def fractures(self) -> tuple[str, ...]:
        """Return the kinds of fracture whose probability is foretold: in men none."""
        return () if self.case.person.sex == "male" else fracture_kinds(self.model)

    @property
    def members(self) -> int:
        """Return how many possible versions of the person were simulated."""
        return len(self.update.weights)

    def __getitem__(self, strategy: str) -> Outcome:
        """Return what happens under a strategy.

        Raises
        ------
        UnknownNameError
            If no strategy has this name; names the nearest.
        """
        if strategy not in self.outcomes:
            raise UnknownNameError.of("strategy", strategy, self.outcomes)
        return self.outcomes[strategy]

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes.values())

    def __len__(self) -> int:
        return len(self.outcomes)

    def __contains__(self, strategy: object) -> bool:
        return any(strategy is one or strategy == one.strategy for one in self)

    def __repr__(self) -> str:
        names = ", ".join(f"'{name}'" for name in self.strategies)
        return f"<Forecast of {names}: {self.months[-1]:g} months, {self.members} members>"

    def next_dxa(self, strategy: str) -> tuple[NextDxa, ...]:
        """Return what a next DXA would tell under a strategy, at each site measured at month 0."""
        outcome, person = self[strategy], self.case.person
        found = [
            next_dxa(
                endpoint,
                self.months,
                outcome[endpoint].values,
                self.update.weights,
                self.update.before(person, endpoint),
                person.scanner,
            )
            for endpoint in DXA_ENDPOINTS
            if measured_bmd(person, Site(endpoint.removeprefix("bmd_"))) is not None
        ]
        return tuple(one for one in found if one is not None)

    def citations(self) -> tuple[str, ...]:
        """Return the sources of every number used, and the trials the fitted ones come from."""
        from osteon.strategies.citations import citations_of

        return citations_of(self.model, self.layer)

    def to_pandas(self) -> pandas.DataFrame:
        """Return a tidy table: strategy, endpoint, unit, month, median, low, high, mean."""
        from osteon.strategies.table import tidy_table

        return tidy_table(self)

    def to_xarray(self) -> xarray.Dataset:
        """Return all endpoints of all members, dimensions strategy, member and month."""
        from osteon.strategies.table import dataset

        return dataset(self)
