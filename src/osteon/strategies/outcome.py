"""One strategy simulated: every endpoint, and any other quantity of the model, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from osteon.errors import UnknownNameError, nearest
from osteon.language.endpoints import EVENTS, LEVELS
from osteon.language.strategy import Strategy
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.departure import Departure, course_of
from osteon.people.endpoint import key_of_endpoint
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.people.survival import alive, probability
from osteon.simulation.trajectory import Trajectory, key_of
from osteon.strategies.series import Series
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What happens under one strategy: `outcome.ctx`, `outcome["rankl_opg_ratio@lumbar_spine"]`.

    Attributes
    ----------
    strategy:
        Its name.
    treatment:
        Everything that is done, what is usual included.
    scanner:
        The maker whose T-scores are meant.
    trajectory:
        All states of all members at all times that were simulated.
    months:
        The months that are shown, shape (times,).
    weights:
        How much each member counts, shape (members,), one in sum.
    breast_cancer:
        Whether death from breast cancer competes with fracture.
    departure:
        How far off the model may be in each member; None: not asked.
    """

    strategy: str
    treatment: Strategy
    scanner: str
    trajectory: Trajectory
    months: Array
    weights: Array
    breast_cancer: bool = False
    departure: Departure | None = None

    def __repr__(self) -> str:
        months, members = self.months[-1], len(self.weights)
        return f"<Outcome of '{self.strategy}': {months:g} months, {members} members>"

    @property
    def endpoints(self) -> tuple[str, ...]:
        """Return the names of the endpoints that the model has."""
        return endpoints_of(self.trajectory.model)

    def __getitem__(self, name: str) -> Series:
        """Return an endpoint (`bmd_total_hip`) or a quantity (`rankl@total_hip`) over time.

        Raises
        ------
        UnknownNameError
            If the model has no such endpoint or quantity; names the nearest.
        """
        model = self.trajectory.model
        key = key_of_name(model, name)
        unit = model.roster.quantities[key.name].unit
        return Series(name, unit, self.months, self._shown(key), self.weights)

    def at_months(self, name: str, months: Array) -> Series:
        """Return an endpoint or a quantity at some of the months alone, which is faster.

        Parameters
        ----------
        months:
            Some of `self.months`, rising, shape (times,).

        Raises
        ------
        UnknownNameError
            If the model has no such endpoint or quantity; names the nearest.
        """
        with_start = np.array(sorted({0, *self._places(months).tolist()}))
        return replace(self, months=months, trajectory=self.trajectory.only(with_start))[name]

    def _shown(self, key: Key) -> Array:
        """Return a quantity of every member at the months that are shown."""
        course = course_of(self.trajectory, key, self.departure)
        return np.asarray(course[:, self._places(self.months)])

    def _places(self, months: Array) -> NDArray[np.intp]:
        """Return where months are among the times that were simulated."""
        return np.searchsorted(self.trajectory.times, months * DAYS_PER_MONTH - 1e-6)

    def fracture(self, endpoint: str) -> Series:
        """Return the probability of a kind of fracture since month 0, in percent.

        Death competes: only who lives can have one.

        Parameters
        ----------
        endpoint:
            One of `fracture_kinds(model)`, such as `fracture_hip`.

        Raises
        ------
        UnknownNameError
            If the model has no such kind; names the nearest.
        """
        model = self.trajectory.model
        kinds = fracture_kinds(model)
        key = key_of_endpoint(model, endpoint) if endpoint in kinds else None
        if key is None:
            raise UnknownNameError.of("kind of fracture", endpoint, kinds)
        ages = self.trajectory["age"][:, 0]
        living = alive(ages, self.months * DAYS_PER_MONTH, self.breast_cancer)
        values = 100.0 * probability(self._shown(key), living)
        return Series(endpoint, "%", self.months, values, self.weights)

    def __getattr__(self, name: str) -> Series:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except UnknownNameError as fault:
            raise AttributeError(fault.message) from None

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *self.endpoints]

    def t_score(self, site: Site | str) -> Series:
        """Return the T-score at a site over time, as the person's scanner counts it.

        Raises
        ------
        UnknownNameError
            If there is no such site.
        """
        if site not in set(Site):
            raise UnknownNameError.of("site", site, Site)
        bmd = self[f"bmd_{site}"]
        slope = t_score_from_bmd(1.0, Site(site), self.scanner)
        offset = t_score_from_bmd(0.0, Site(site), self.scanner)
        values = offset + (slope - offset) * bmd.values
        return replace(bmd, name=f"t_score_{site}", unit="", values=values)


def endpoints_of(model: Model) -> tuple[str, ...]:
    """Return the endpoints of trials and cases that a model answers."""
    return tuple(name for name in LEVELS if key_of_endpoint(model, name) is not None)


def fracture_kinds(model: Model) -> tuple[str, ...]:
    """Return the kinds of fracture that a model foretells, as trials name them."""
    kinds = (name for name in EVENTS if name.startswith("fracture_"))
    return tuple(name for name in kinds if key_of_endpoint(model, name) is not None)


def key_of_name(model: Model, name: str) -> Key:
    """Return the quantity behind an endpoint or behind its own name.

    Raises
    ------
    UnknownNameError
        If the model has neither.
    """
    endpoints = endpoints_of(model)
    if name in endpoints and (key := key_of_endpoint(model, name)) is not None:
        return key
    quantities = model.roster.quantities
    if name.partition("@")[0] not in quantities:
        told = nearest(name, {*endpoints, *quantities})
        raise UnknownNameError(f"unknown endpoint or quantity '{name}'; {told}")
    return key_of(model, name)
