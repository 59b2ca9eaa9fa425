"""A trial: who takes part, what each arm does, and what was observed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from osteon.errors import InputError, UnknownNameError
from osteon.language.amounts import HORIZON
from osteon.language.document import Written
from osteon.language.faults import several
from osteon.language.names import Counted, FreeText, Named, Text
from osteon.language.observation import Observation
from osteon.language.observed import ROLES
from osteon.language.population import Eligible, Population
from osteon.language.schedule import Leaving
from osteon.language.strategy import Strategy
from osteon.language.visits import Visits

ArmName = Annotated[str, FreeText(longest=200)]


class Arm(Strategy):
    """What the people of one arm do, on top of what is usual.

    Parameters
    ----------
    participants:
        How many people.
    population, eligible:
        What differs from the trial's in this arm (strata).
    drop_out:
        How many people leave the trial.
    """

    participants: Annotated[int, Counted(1, 1_000_000)] | None = None
    population: Population = Population()
    eligible: Eligible = Eligible()
    drop_out: Leaving | None = None


class Trial(Written):
    """A published trial, or one that is being designed.

    Parameters
    ----------
    trial:
        Its name.
    citation:
        Where it was published.
    role:
        calibration or validation, unless an observation says otherwise; None for a design.
    population, eligible:
        Who takes part.
    usual:
        What every arm does, before and during.
    arms:
        The arms, by name.
    visits:
        The time between visits, or a list of points in time; days inside.
    horizon:
        How long it lasts, days inside; None: to the last observation or listed visit.
    observations:
        What was observed.
    note:
        Any remark.

    Raises
    ------
    InputError
        If anything in it cannot be understood or be true.
    """

    mark: ClassVar[str] = "trial"
    other_mark: ClassVar[str] = "person"
    other_advice: ClassVar[str] = (
        "this is a case file, and a trial is needed: a file with 'trial', 'population' and 'arms'"
    )

    trial: Text
    citation: Text | None = None
    role: Annotated[str, Named("role", ROLES)] | None = None
    population: Population = Population()
    eligible: Eligible = Eligible()
    usual: Strategy = Strategy()
    arms: Annotated[Mapping[ArmName, Arm], Field(min_length=1)]
    visits: Visits | None = None
    horizon: Annotated[float, HORIZON] | None = None
    observations: tuple[Observation, ...] = ()
    note: Text | None = None

    @property
    def last_day(self) -> float:
        """Return the day it ends: its horizon, or the last observation, listed visit or course."""
        if self.horizon is not None:
            return self.horizon
        seen = [one.time for one in self.observations]
        seen += self.visits if isinstance(self.visits, tuple) else ()
        given = [drug.until or drug.start for arm in self.arms.values() for drug in arm.drugs]
        return max(seen or given or [0.0])

    def treatment_of(self, arm: str) -> Arm:
        """Return what an arm does, with what is usual going on beneath it.

        Raises
        ------
        UnknownNameError
            If the trial has no arm of this name.
        """
        complete = self._arm(arm).on_top_of(self.usual)
        if complete.visits is None:
            complete = complete.model_copy(update={"visits": self.visits})
        return complete

    def population_of(self, arm: str) -> Population:
        """Return who is in an arm: the trial's population, with what the arm says in its place.

        Raises
        ------
        UnknownNameError
            If the trial has no arm of this name.
        """
        return self._arm(arm).population.over(self.population)

    def eligible_of(self, arm: str) -> Eligible:
        """Return who may be in an arm.

        Raises
        ------
        UnknownNameError
            If the trial has no arm of this name.
        """
        return self._arm(arm).eligible.over(self.eligible)

    def role_of(self, observation: Observation) -> str | None:
        """Return what an observation may be used for: its own role, or the trial's."""
        return observation.role or self.role

    def problem_of(self, observation: Observation) -> str | None:
        """Return why an observation cannot be simulated (an arm not described), or None."""
        for name in (observation.arm, observation.versus):
            if name is not None and name not in self.arms:
                return UnknownNameError.of("arm", name, self.arms).message
        return None

    def _arm(self, name: str) -> Arm:
        if name not in self.arms:
            raise UnknownNameError.of("arm", name, self.arms)
        return self.arms[name]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse an arm that is nearly one of the arms; `problem_of` tells of any other."""
        faults: list[tuple[str, tuple[str | int, ...], type[InputError]]] = []
        for index, one in enumerate(self.observations):
            for field, name in (("arm", one.arm), ("versus", one.versus)):
                if name is None or name in self.arms:
                    continue
                message = UnknownNameError.of("arm", name, self.arms).message
                if "did you mean" in message:
                    faults.append((message, ("observations", index, field), UnknownNameError))
        if faults:
            raise several(faults)
        return self
