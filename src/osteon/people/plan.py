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
from osteon.interventions.exercise.activity import activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.language.lifestyle import Exercise
from osteon.language.schedule import DrugSchedule
from osteon.language.strategy import Strategy
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.eaten import eaten, unanswered
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.vocabulary.quantities.endocrine import AGING
from osteon.vocabulary.quantities.mechanics import MECHANICAL_LOAD
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Plan:
    """What is usual before month 0, and what is done from then on."""

    usual: Strategy
    treatment: Strategy

    def calendar(self, model: Model, usual_inputs: NDArray[np.float64], horizon: float) -> Calendar:
        """Return the calendar of the plan.

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
            spans += _loaded(strategy.exercise, begin, end)
        doses: list[Dose] = []
        drugs = {drug.drug: drug for drug in model.mechanisms if isinstance(drug, Drug)}
        for course, begin, end in self._courses():
            drug = _find(drugs, course.drug)
            if drug.delivery is Delivery.AVERAGE_RATE:
                spans += _average(drug, course, begin, end)
            else:
                doses += [
                    Dose(Key(drug.dose.name), course.dose * course.adherence, time)
                    for time in course.dose_times(horizon)
                    if begin <= time < end
                ]
        for procedure in (*self.usual.procedures, *self.treatment.procedures):
            raise InputError(f"the model does not hold the procedure '{procedure.procedure}' yet")
        return Calendar.of(model, usual_inputs, spans, doses)

    def ignored(self, model: Model) -> tuple[str, ...]:
        """Return in words what the plan holds that no mechanism of the model answers to."""
        words: list[str] = []
        for strategy in (self.usual, self.treatment):
            words += unanswered(model, strategy)
            if any(course.stop is not None for course in strategy.drugs):
                words.append("nobody stops a drug early here: everyone goes on to its end")
            if strategy.rules:
                words.append("rescue rules are not applied: nobody is rescued")
        return tuple(dict.fromkeys(words))

    def _courses(self) -> Iterator[tuple[DrugSchedule, float, float]]:
        """Yield each course with the window it counts in.

        Before month 0 what is usual counts, and what the treatment says of drugs that are not;
        from month 0 on the treatment alone.
        """
        for course in self.usual.drugs:
            yield course, -math.inf, 0.0
        usual = {course.drug for course in self.usual.drugs}
        for course in self.treatment.drugs:
            yield course, 0.0 if course.drug in usual else -math.inf, math.inf


def _find(drugs: dict[str, Drug], name: str) -> Drug:
    if name not in drugs:
        known = ", ".join(sorted(drugs))
        raise UnknownNameError(f"'{name}' is not in this model, which holds {known}")
    return drugs[name]


def _average(drug: Drug, course: DrugSchedule, begin: float, end: float) -> Iterator[Span]:
    """Yield tablets as their average rate within a window; nothing if they fall outside it."""
    every = course.every or 1.0
    until = course.start + 1.0 if course.every is None else course.until
    first = max(begin, course.start)
    last = end if until is None else min(end, until)
    if first < last:
        yield Span(Key(drug.dose.name), course.dose * course.adherence / every, first, last)


def _loaded(exercises: Iterable[Exercise], begin: float, end: float) -> Iterator[Span]:
    """Yield the load of each interval in which the same activities go on."""
    courses = [(one, *_when(one, begin, end)) for one in exercises]
    edges = sorted({begin, end, *(edge for _, first, last in courses for edge in (first, last))})
    for left, right in pairwise(edges):
        going_on = [
            Training(
                activity(one.activity),
                one.sessions * one.adherence,
                one.minutes,
                one.intensity,
                one.impacts,
            )
            for one, first, last in courses
            if first <= left and right <= last
        ]
        for site in Site:
            raised = relative_load(going_on, site) - 1.0
            if raised:
                yield Span(Key(MECHANICAL_LOAD.name, site), raised, left, right)


def _when(exercise: Exercise, begin: float, end: float) -> tuple[float, float]:
    """Return when an activity goes on within a window.

    Before month 0 an activity is as old as the person, unless it says from when.
    """
    since_then = begin == 0.0 or "from_" in exercise.model_fields_set
    first = max(begin, exercise.from_) if since_then else begin
    last = end if exercise.until is None else min(end, exercise.until)
    return first, max(first, last)
