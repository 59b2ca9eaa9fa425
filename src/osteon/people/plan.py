"""From what a person does, in words, to the calendar that the simulation reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, UnknownNameError
from osteon.interventions.drug import Delivery, Drug
from osteon.language.amounts import DOSE
from osteon.language.schedule import DrugSchedule, Leaving
from osteon.language.strategy import Procedure, Strategy
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.eaten import eaten, unanswered
from osteon.people.training import trained
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.vocabulary.quantities.endocrine import AGING
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Array = NDArray[np.float64]
STOPPING_STEP = 3 * DAYS_PER_MONTH
_FEWEST = 1e-3


@dataclass(frozen=True)
class Plan:
    """What is usual before month 0, and what is done from then on."""

    usual: Strategy
    treatment: Strategy

    def calendar(
        self, model: Model, usual_inputs: Array, horizon: float, patience: Array | None = None
    ) -> Calendar:
        """Return the calendar of the plan.

        Parameters
        ----------
        usual_inputs:
            Inputs of the reference state, shape (people, inputs).
        patience:
            A number between zero and one for each person, by which those who stop a drug early
            are told from those who go on; None: nobody stops. Injections are one calendar's for
            all: `people.stopping` parts those who stop them.

        Raises
        ------
        InputError
            If a drug or a procedure is not in the model, or a food or an activity in no table.
        """
        reference = dict(zip((key.name for key in model.inputs), usual_inputs[0], strict=True))
        spans = [Span(Key(AGING.name), 1.0, -math.inf, math.inf)]
        for strategy, begin, end in (
            (self.usual, -math.inf, 0.0),
            (self.treatment, 0.0, math.inf),
        ):
            spans += eaten(model, strategy, reference, begin, end)
            training = trained(strategy.exercise, self.usual.exercise, begin, end)
            spans += (span for span in training if span.key in model.inputs)
        doses: list[Dose] = []
        drugs = [drug for drug in model.mechanisms if isinstance(drug, Drug)]
        for course, begin, end in self._courses():
            drug = find_drug(drugs, course)
            if drug.delivery is Delivery.AVERAGE_RATE:
                taken = _average(drug, course, reference, begin, end)
                spans += _stopped(taken, course, horizon, patience)
            else:
                doses += [
                    Dose(Key(drug.dose.name), course.dose, time)
                    for number, time in enumerate(course.dose_times(horizon))
                    if begin <= time < end and _is_given(number, course.adherence)
                ]
        spans += _operated(model, (*self.usual.procedures, *self.treatment.procedures))
        return Calendar.of(model, usual_inputs, spans, doses)

    def ignored(self, model: Model) -> tuple[str, ...]:
        """Return in words what the plan holds that no mechanism of the model answers to."""
        words: list[str] = []
        for strategy in (self.usual, self.treatment):
            words += unanswered(model, strategy)
            if any(course.stop is not None for course in strategy.drugs):
                words.append("nobody stops a drug early here: everyone goes on to its end")
            if any(
                one.procedure == "chemotherapy" and not one.ovarian_failure
                for one in strategy.procedures
            ):
                words.append(
                    "chemotherapy changes nothing unless the ovaries have failed of it; write "
                    "'ovarian_failure: yes' where they did"
                )
            if any(course.once is not None and course.adherence < 1.0 for course in strategy.drugs):
                words.append("a single dose is given, whatever its adherence")
            if strategy.rules:
                words.append("rescue rules are not applied: nobody is rescued")
        return tuple(dict.fromkeys(words))

    def _courses(self) -> Iterator[tuple[DrugSchedule, float, float]]:
        """Yield each course with the window it counts in.

        Before month 0 what is usual counts, and of a drug that is not, or no longer, what the
        treatment says; from month 0 on the treatment alone.
        """
        ended: dict[str, float] = {}
        for course in self.usual.drugs:
            yield course, -math.inf, 0.0
            until = course.start + 1.0 if course.once is not None else course.until
            last = 0.0 if until is None else min(until, 0.0)
            ended[course.drug] = max(last, ended.get(course.drug, -math.inf))
        for course in self.treatment.drugs:
            yield course, ended.get(course.drug, -math.inf), math.inf


def answering(drugs: Iterable[Drug], course: DrugSchedule) -> Iterator[Drug]:
    """Yield what a course may mean; where no route is said, the drugs whose doses are such."""
    for drug in drugs:
        if drug.drug != course.drug:
            continue
        if course.route is None:
            meant = drug.is_given_so(course.dose, course.every or math.inf)
        else:
            meant = drug.route == course.route
        if meant:
            yield drug


def find_drug(drugs: Iterable[Drug], course: DrugSchedule) -> Drug:
    """Return the drug of a course.

    Raises
    ------
    InputError
        If it is not in the model, or its doses are of a day and are said to be given otherwise.
    """
    for drug in answering(drugs, course):
        if drug.by_the_day and course.every != 1.0:
            raise InputError(
                f"{course.drug} {DOSE.write(course.dose)}: a dose through the skin is that of a "
                "day, as printed on a patch; write 'daily', however often the patch is changed"
            )
        return drug
    known = ", ".join(sorted({drug.drug for drug in drugs}))
    raise UnknownNameError(f"'{course.drug}' is not in this model, which holds {known}")


def _is_given(number: int, adherence: float) -> bool:
    """Return whether an injection is given: the first is, and those missed are evenly spaced."""
    return math.ceil((number + 1) * adherence - 1e-9) > math.ceil(number * adherence - 1e-9)


def _operated(model: Model, procedures: Iterable[Procedure]) -> Iterator[Span]:
    """Yield what ends the work of the ovaries, each from the first time it was done.

    Chemotherapy that left the ovaries at work changes nothing.
    """
    first: dict[str, float] = {}
    for one in procedures:
        if one.procedure == "oophorectomy" or one.ovarian_failure:
            first[one.procedure] = min(one.at, first.get(one.procedure, math.inf))
    for name, begin in first.items():
        if Key(name) not in model.inputs:
            raise InputError(f"the model does not hold the procedure '{name}'")
        yield Span(Key(name), 1.0, begin, math.inf)


def _average(
    drug: Drug, course: DrugSchedule, reference: dict[str, float], begin: float, end: float
) -> Iterator[Span]:
    """Yield a course as its average rate within a window; nothing if it falls outside it."""
    every = course.every or 1.0
    until = course.start + 1.0 if course.every is None else course.until
    first = max(begin, course.start)
    last = end if until is None else min(end, until)
    if first < last:
        yield Span(Key(drug.dose.name), course.dose * course.adherence / every, first, last)
        if drug.interval is not None:
            longer = every - reference[drug.interval.name]
            yield Span(Key(drug.interval.name), longer, first, last)


def days_until_stopped(stop: Leaving, patience: Array) -> Array:
    """Return for how many days each person takes a drug, in whole steps of three months."""
    stay = max(1.0 - stop.per_year, _FEWEST)
    days = DAYS_PER_YEAR * np.log1p(-patience) / math.log(stay)
    return np.asarray(STOPPING_STEP * np.round(days / STOPPING_STEP))


def _stopped(
    spans: Iterable[Span], course: DrugSchedule, horizon: float, patience: Array | None
) -> Iterator[Span]:
    """Yield the spans of a course as those still take it who have not stopped.

    A person stops when the share that has stopped exceeds her patience: alike in every arm.
    """
    for span in spans:
        if course.stop is None or patience is None:
            yield span
            continue
        until = span.begin + days_until_stopped(course.stop, patience)
        last = min(span.end, max(horizon, span.begin))
        edges = [*np.arange(span.begin, last, STOPPING_STEP).tolist(), span.end]
        for left, right in pairwise(edges):
            goes_on = until > left + 0.5 * STOPPING_STEP
            yield Span(span.key, span.value * goes_on, left, right)
