"""What happens on a day, as SBML events: inputs that change, doses that add to states."""

from __future__ import annotations

from typing import Any

import numpy as np

from osteon.interchange.course import Course
from osteon.interchange.sbml.element import done, parsed
from osteon.interchange.sbml.identifiers import id_of_quantity
from osteon.interchange.sbml.unit import DAY, unit_id
from osteon.model.roster import Key


def first_inputs(course: Course) -> np.ndarray:
    """Return the inputs on the first day of a course."""
    calendar = course.calendar
    interval = np.searchsorted(calendar.changes, course.start, side="right") - 1
    return np.asarray(calendar.inputs[0, interval])


def add_events(sbml: Any, course: Course) -> None:
    """Add an event for every day of the calendar on which anything happens."""
    calendar = course.calendar
    inputs = first_inputs(course)
    for day, levels, doses in zip(
        calendar.changes, calendar.inputs[0], calendar.doses, strict=True
    ):
        if day < course.start:
            continue
        happens = [
            (id_of_quantity(key), _number(level, key, course))
            for key, level, before in zip(course.model.inputs, levels, inputs, strict=True)
            if level != before
        ]
        happens += [
            (state, f"{state} + {_number(dose, key, course)}")
            for key, dose in zip(course.model.states, doses, strict=True)
            if dose and (state := id_of_quantity(key))
        ]
        if happens:
            _add_event(sbml, float(day) - course.start, happens)
        inputs = levels


def _add_event(sbml: Any, day: float, happens: list[tuple[str, str]]) -> None:
    event = sbml.createEvent()
    done(event.setId(f"event_{sbml.getNumEvents()}"))
    done(event.setName(f"day {day:g}"))
    done(event.setUseValuesFromTriggerTime(True))
    trigger = event.createTrigger()
    done(trigger.setInitialValue(False))
    done(trigger.setPersistent(True))
    done(trigger.setMath(parsed(f"time >= {day!r} {DAY}")))
    for variable, formula in happens:
        assignment = event.createEventAssignment()
        done(assignment.setVariable(variable))
        done(assignment.setMath(parsed(formula)))


def _number(value: float, key: Key, course: Course) -> str:
    unit = course.model.roster.quantities[key.name].unit
    return f"{float(value)!r} {unit_id(unit)}"
