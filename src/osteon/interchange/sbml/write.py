"""One person's course as SBML (Level 3 Version 2), from the model's own graph of arithmetic.

parameters        constant, each with its unit; what it means and where it comes from as notes
states            with a rate rule; they begin as the person is on the first day
inputs            changed by events on the days on which what she does changes
quantities        each named quantity is one assignment rule in terms of other names

Time counts days from the start of the course. Nothing is a species in a compartment: the model's
states are densities, relative levels and areas at skeletal sites, which SBML calls parameters.
"""

from __future__ import annotations

from typing import Any

from osteon.interchange.course import Course
from osteon.interchange.sbml.element import add_number, add_rule, done, sbml_library
from osteon.interchange.sbml.formula import Formulas
from osteon.interchange.sbml.happenings import add_events, first_inputs
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.interchange.sbml.meaning import place_model, place_parameter, place_quantity
from osteon.interchange.sbml.notes import describe_model, describe_parameter, describe_quantity
from osteon.interchange.sbml.unit import DAY, define_unit
from osteon.model.model import Model
from osteon.model.roster import Key

LEVEL, VERSION = 3, 2


def sbml_of(course: Course) -> str:
    """Return the SBML text of a course.

    Raises
    ------
    MissingExtraError
        If libsbml is not installed.
    """
    document, sbml = begun(course)
    describe_model(sbml, course)
    add_parameters(sbml, course)
    add_equations(sbml, course, formulas_of(course.model))
    add_events(sbml, course)
    return str(sbml_library().writeSBMLToString(document))


def begun(course: Course) -> tuple[Any, Any]:
    """Return a document and its model, which holds nothing but its name and what made it."""
    document = sbml_library().SBMLDocument(LEVEL, VERSION)
    sbml = document.createModel()
    done(sbml.setId("osteon"))
    done(sbml.setMetaId("meta_osteon"))
    done(sbml.setName(f"osteon: {course.name}"))
    done(sbml.setTimeUnits(define_unit(sbml, DAY)))
    place_model(sbml, course)
    return document, sbml


def add_parameters(sbml: Any, course: Course) -> None:
    """Add the parameters of a course with their values."""
    table = course.model.table
    for column, value in zip(table.columns, course.parameters.tolist(), strict=True):
        unit = table.parameter(column).unit
        element = add_number(sbml, id_of_parameter(column), column, unit, value, constant=True)
        describe_parameter(element, course, column)
        place_parameter(element, course, column)


def add_equations(sbml: Any, course: Course, formulas: Formulas) -> None:
    """Add states, inputs and every quantity, each with its rule."""
    model = course.model
    trace = model.trace
    for key, value in zip(model.states, course.states.tolist(), strict=True):
        _add_quantity(sbml, course, key, value)
    for key, value in zip(model.inputs, first_inputs(course).tolist(), strict=True):
        _add_quantity(sbml, course, key, value)
    for key, node in trace.quantities.items():
        if key not in model.states and key not in model.inputs:
            identifier = _add_quantity(sbml, course, key, None)
            named = formulas.names.get(node.index)
            formula = named if named not in (None, identifier) else formulas.written(node.index)
            add_rule(sbml, "Assignment", identifier, formula)
    for key, node in zip(model.states, trace.rates, strict=True):
        add_rule(sbml, "Rate", id_of_quantity(key), formulas.of(node.index))


def _add_quantity(sbml: Any, course: Course, key: Key, value: float | None) -> str:
    identifier = id_of_quantity(key)
    unit = course.model.roster.quantities[key.name].unit
    element = add_number(sbml, identifier, str(key), unit, value, constant=False)
    describe_quantity(element, course.model, key)
    place_quantity(element, key)
    return identifier


def formulas_of(model: Model) -> Formulas:
    """Return how the nodes of a model's graph are written; of equal quantities, as the first."""
    names: dict[int, str] = {}
    for key, node in model.trace.quantities.items():
        if node.known is None:
            names.setdefault(node.index, id_of_quantity(key))
    return Formulas(model.trace.graph, names | symbols_of(model))


def symbols_of(model: Model) -> dict[int, str]:
    """Return what the states, inputs and parameters of a model's graph are called."""
    names = {
        "state": [id_of_quantity(key) for key in model.states],
        "input": [id_of_quantity(key) for key in model.inputs],
        "parameter": [id_of_parameter(column) for column in model.table.columns],
    }
    return {
        index: names[operation.kind][operation.left]
        for index, operation in enumerate(model.trace.graph.operations)
        if operation.kind in names
    }
