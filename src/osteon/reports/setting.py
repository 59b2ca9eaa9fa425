"""Who, what and when an explanation is about: one typical person, one strategy, one month.

The same person is simulated twice: under the strategy, and going on with what is usual, or under
another strategy with which the first is compared. The difference between the two is what the
strategy does; the rest is age. Both are simulated more closely than a forecast needs, so that small
differences are differences and not rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from osteon.errors import InputError, UnknownNameError
from osteon.language import Case, Strategy
from osteon.language.schedule import DrugSchedule
from osteon.model.evaluation import Evaluation
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.parameters import Layer
from osteon.people.cohort import Cohort
from osteon.people.ensemble import ensemble_of
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

USUAL_MONTH = 12.0
TOLERANCE = 1e-7
_MONTHS_APART = 2 * DAYS_PER_MONTH


@dataclass(frozen=True)
class Setting:
    """A typical person under one strategy, looked at in one month.

    Attributes
    ----------
    layer:
        The fitted layer over the literature values, if any.
    strategy:
        The name of the strategy in the case.
    month:
        When the person is looked at.
    versus:
        The strategy that it is compared with; doing only what is usual if there is none.
    """

    model: Model
    layer: Layer | None
    case: Case
    strategy: str
    month: float
    versus: str | None = None

    @property
    def compared_with(self) -> str:
        """Return what the strategy is compared with, as a heading says it."""
        return "as usual" if self.versus is None else self.versus

    @property
    def other(self) -> Strategy:
        """Return what is done otherwise, what is usual going on beneath it."""
        case = self.case
        return case.usual if self.versus is None else case.treatment_of(self.versus)

    @property
    def plan(self) -> Plan:
        """Return what is usual and what the strategy makes of it."""
        return Plan(self.case.usual, self.case.treatment_of(self.strategy))

    @property
    def under_a_course(self) -> bool:
        """Return whether a course of a drug covers the month, though no dose may fall on it."""
        day = self.month * DAYS_PER_MONTH
        return any(
            one.once is None and one.start <= day and (one.until is None or day < one.until)
            for one in self.plan.treatment.drugs
        )

    @property
    def doses_worn_off(self) -> tuple[str, ...]:
        """Return the drugs, given months apart, of which a dose is over on the very day."""
        day = self.month * DAYS_PER_MONTH

        def is_over(one: DrugSchedule) -> bool:
            if one.every is None or one.every < _MONTHS_APART or day <= one.start:
                return False
            past = (day - one.start) / one.every
            return abs(past - round(past)) * one.every < 1.0 and day <= (one.until or day)

        drugs = self.plan.treatment.drugs
        return tuple(dict.fromkeys(one.drug for one in drugs if is_over(one)))

    @property
    def usual_drugs_ended(self) -> tuple[str, ...]:
        """Return the usual drugs whose courses end by the month: the usual course bears it too."""
        day = self.month * DAYS_PER_MONTH
        drugs = self.case.usual.drugs
        ended = [one.drug for one in drugs if one.until is not None and one.until <= day]
        return tuple(dict.fromkeys(ended))

    @cached_property
    def cohort(self) -> Cohort:
        """Return the typical person as a cohort of one."""
        return ensemble_of(self.model, self.layer, self.case.person, self.case.usual, 1, 1)

    @cached_property
    def treated(self) -> Trajectory:
        """Return month 0 and the month, under the strategy."""
        return self.simulated(self.plan.treatment, (0.0, self.month))

    @cached_property
    def usual(self) -> Trajectory:
        """Return month 0 and the month, doing what the strategy is compared with."""
        return self.simulated(self.other, (0.0, self.month))

    def simulated(self, treatment: Strategy, months: tuple[float, ...]) -> Trajectory:
        """Return the person at some months under any treatment, with the same usual past."""
        times = np.array(months) * DAYS_PER_MONTH
        return self.cohort.simulate(self.calendar(treatment), times, TOLERANCE)

    def calendar(self, treatment: Strategy) -> Calendar:
        """Return what happens when under any treatment, with the same usual past."""
        plan = Plan(self.case.usual, treatment)
        return plan.calendar(self.model, self.cohort.usual_inputs(), self.case.horizon)

    def parameter(self, column: str) -> float:
        """Return a parameter of the person."""
        return float(self.cohort.parameters[0, self.model.table.column(column)])

    def evaluation(self) -> Evaluation:
        """Return the person in the month, under the strategy, with units."""
        states = dict(zip(self.model.states, self.treated.states[0, -1], strict=True))
        inputs = dict(zip(self.model.inputs, self.treated.inputs[0, -1], strict=True))
        return self.model.evaluate(states, inputs, tuple(self.cohort.parameters[0]))


def last(trajectory: Trajectory, key: Key) -> float:
    """Return a quantity of the first person at the last output time."""
    return float(trajectory.at(key)[0, -1])


def setting_of(
    model: Model,
    layer: Layer | None,
    case: Case,
    strategy: str | None = None,
    month: float | None = None,
    versus: str | None = None,
) -> Setting:
    """Return the setting that was asked for: the first strategy and month 12 if nothing is said.

    Raises
    ------
    UnknownNameError
        If the case has no such strategy; names the nearest.
    InputError
        If the month does not lie after month 0 and within the horizon, or a strategy is compared
        with itself.
    """
    name = next(iter(case.strategies)) if strategy is None else strategy
    for one in (name, versus):
        if one is not None and one not in case.strategies:
            raise UnknownNameError.of("strategy", one, case.strategies)
    if versus == name:
        others = ", ".join(f"'{one}'" for one in case.strategies if one != name)
        way = f"; compare it with {others}" if others else "; leave the comparison out"
        raise InputError(f"'{name}' cannot be compared with itself{way}")
    horizon = case.horizon / DAYS_PER_MONTH
    when = min(USUAL_MONTH, horizon) if month is None else month
    if not 0 < when <= horizon * (1 + 1e-9):
        raise InputError(
            f"month {when:g} cannot be explained; give a month after 0 and up to the case's "
            f"horizon, month {horizon:g}"
        )
    return Setting(model, layer, case, name, when, versus)
