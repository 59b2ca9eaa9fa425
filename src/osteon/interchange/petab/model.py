"""The one SBML model of all conditions, from the run-in on.

A person begins at the reference state of her parameters, whatever they are estimated to be. Events
change her inputs, give doses, store what changes count from, tell what the other arm has become,
and let her begin again. When and how much is a constant that the condition table sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from osteon.interchange.course import Course
from osteon.interchange.petab.layout import (
    AGAIN,
    AGE_AT_START,
    COUNTED,
    LIVES,
    PARTS,
    TOLD,
    Layout,
    change_at,
    dose_id,
    level_id,
    share_id,
)
from osteon.interchange.sbml.element import add_number, done, parsed, sbml_library
from osteon.interchange.sbml.formula import Formulas
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.interchange.sbml.notes import note
from osteon.interchange.sbml.unit import DAY, DIMENSIONLESS, unit_id
from osteon.interchange.sbml.write import (
    add_equations,
    add_parameters,
    begun,
    formulas_of,
    symbols_of,
)
from osteon.model.roster import Key
from osteon.parameters import Layer
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import reference_of
from osteon.vocabulary.quantities.endocrine import AGE

_MEANING = (
    "The typical participant of an arm of a trial, from her run-in on; time counts in days from "
    "there. The condition table says who she is and what she takes. Where a row sets one arm "
    "against another, she lives in the other arm first, and then begins again."
)
Assignments = list[tuple[str, str]]


def stored_id(key: Key) -> str:
    """Return what holds a quantity from which its changes count."""
    return f"{id_of_quantity(key)}_counted_from"


def other_id(key: Key) -> str:
    """Return what holds the change of a quantity, in percent, in the other arm."""
    return f"{id_of_quantity(key)}_change_in_other_arm"


def percent_change(key: Key, unit: str = "") -> str:
    """Return the change of a quantity in percent, as a formula whose numbers bear a unit."""
    return f"100{unit} * ({id_of_quantity(key)} / {stored_id(key)} - 1{unit})"


def calibration_model(layout: Layout, observed: Sequence[Key], layer: Layer | None) -> str:
    """Return the SBML text.

    Parameters
    ----------
    observed:
        The quantities that rows are about.
    layer:
        The fitted values that stand in the typical parameters.

    Raises
    ------
    MissingExtraError
        If libsbml is not installed.
    """
    model = layout.model
    states, _ = reference_of(model, layout.typical[None, :])
    inputs, _ = layout.conditions[0].levels()
    calendar = Calendar.of(model, inputs[None, :])
    course = Course("calibration", model, layout.typical, states[0], calendar, layer=layer)
    document, sbml = begun(course)
    note(sbml, _MEANING, "For research, teaching and the design of studies; not a medical device.")
    add_parameters(sbml, course)
    _add_constants(sbml, layout)
    own = _parameters_of_people(layout)
    formulas = formulas_of(model)
    add_equations(sbml, course, replace(formulas, names={**formulas.names, **own}))
    beginning = _beginning(layout, Formulas(model.trace.graph, own))
    for symbol, formula in [*beginning, *_first_levels(layout), *_next_doses(layout, LIVES[0])]:
        _assign_at_start(sbml, symbol, formula)
    _add_changes(sbml, layout)
    _add_doses(sbml, layout)
    _add_visits(sbml, observed)
    again = [*beginning, *_next_doses(layout, LIVES[1])]
    _add_event(sbml, "begin_again", f"time >= {AGAIN}", again)
    return str(sbml_library().writeSBMLToString(document))


def _add_constants(sbml: Any, layout: Layout) -> None:
    """Add what the condition table sets, and what counts the doses."""
    roster = layout.model.roster
    units = {level_id(key, n): roster.quantities[key.name].unit
             for _, key in layout.inputs for n in range(layout.changes + 1)}  # fmt: skip
    units |= {
        dose_id(key, life, part): unit or roster.quantities[key.name].unit
        for key in layout.dosed
        for life in LIVES
        for part, unit in PARTS.items()
    }
    units |= {share_id(one): DIMENSIONLESS for one in layout.shares}
    for identifier, value in layout.values_of(layout.conditions[0]).items():
        if sbml.getParameter(identifier) is None:
            unit = units.get(identifier, DAY)
            add_number(sbml, identifier, identifier, unit, value, constant=True)
    for key in layout.dosed:
        add_number(sbml, _next(key), _next(key), DAY, None, constant=False)
        add_number(sbml, _left(key), _left(key), DIMENSIONLESS, None, constant=False)
        add_number(sbml, _amount(key), _amount(key), roster.quantities[key.name].unit, None,
                   constant=False)  # fmt: skip
        add_number(sbml, _apart(key), _apart(key), DAY, None, constant=False)


def _parameters_of_people(layout: Layout) -> dict[int, str]:
    """Return what the parameters of the graph are called, times what a population has of them."""
    shares = {id_of_parameter(one): share_id(one) for one in layout.shares}
    return {
        index: f"({name} * {shares[name]})" if name in shares else name
        for index, name in symbols_of(layout.model).items()
    }


def _beginning(layout: Layout, formulas: Formulas) -> Assignments:
    """Return the reference state of whoever begins, at her age."""
    model = layout.model
    begun: Assignments = []
    for key, node in zip(model.states, model.trace.state_reference, strict=True):
        if key.name == AGE.name:
            formula = AGE_AT_START
        elif node.known is not None:
            formula = f"{node.known!r} {unit_id(model.roster.quantities[key.name].unit)}"
        else:
            formula = formulas.of(node.index)
        begun.append((id_of_quantity(key), formula))
    return begun


def _first_levels(layout: Layout) -> Assignments:
    return [(id_of_quantity(key), level_id(key, 0)) for _, key in layout.inputs]


def _next_doses(layout: Layout, life: str) -> Assignments:
    """Return what is due in a life."""
    due: Assignments = []
    for key in layout.dosed:
        held = (_amount(key), _next(key), _apart(key), _left(key))
        due += zip(held, (dose_id(key, life, part) for part in PARTS), strict=True)
    return due


def _add_changes(sbml: Any, layout: Layout) -> None:
    for number in range(1, layout.changes + 1):
        levels = [(id_of_quantity(key), level_id(key, number)) for _, key in layout.inputs]
        _add_event(sbml, f"change_{number}", f"time >= {change_at(number)}", levels)


def _add_doses(sbml: Any, layout: Layout) -> None:
    """Add an event that fires as long as doses are left, and sets the time of the next."""
    for key in layout.dosed:
        state = id_of_quantity(key)
        trigger = f"(time >= {_next(key)}) && ({_left(key)} > 0.5 dimensionless)"
        given = [
            (state, f"{state} + {_amount(key)}"),
            (_next(key), f"{_next(key)} + {_apart(key)}"),
            (_left(key), f"{_left(key)} - 1 dimensionless"),
        ]
        _add_event(sbml, f"dose_of_{state}", trigger, given)


def _add_visits(sbml: Any, observed: Sequence[Key]) -> None:
    """Add what is stored on the day from which changes count, and when the other arm is told."""
    for key in observed:
        unit = str(sbml.getParameter(id_of_quantity(key)).getUnits())
        element = add_number(sbml, stored_id(key), stored_id(key), "", 1.0, constant=False)
        done(element.setUnits(unit))
        add_number(sbml, other_id(key), other_id(key), DIMENSIONLESS, 0.0, constant=False)
    stored = [(stored_id(key), id_of_quantity(key)) for key in observed]
    _add_event(sbml, "count_from_here", f"time >= {COUNTED}", stored)
    _add_event(sbml, "count_from_here_again", f"time >= {COUNTED}_again", stored)
    told = [(other_id(key), percent_change(key, f" {DIMENSIONLESS}")) for key in observed]
    _add_event(sbml, "tell_other_arm", f"time >= {TOLD}", told)


def _assign_at_start(sbml: Any, symbol: str, formula: str) -> None:
    element = sbml.createInitialAssignment()
    done(element.setSymbol(symbol))
    done(element.setMath(parsed(formula)))


def _add_event(sbml: Any, identifier: str, trigger: str, assignments: Assignments) -> None:
    event = sbml.createEvent()
    done(event.setId(identifier))
    done(event.setUseValuesFromTriggerTime(True))
    when = event.createTrigger()
    done(when.setInitialValue(False))
    done(when.setPersistent(True))
    done(when.setMath(parsed(trigger)))
    for variable, formula in assignments:
        assignment = event.createEventAssignment()
        done(assignment.setVariable(variable))
        done(assignment.setMath(parsed(formula)))


def _next(key: Key) -> str:
    return f"{id_of_quantity(key)}_next_dose_at"


def _left(key: Key) -> str:
    return f"{id_of_quantity(key)}_doses_left"


def _amount(key: Key) -> str:
    return f"{id_of_quantity(key)}_next_dose"


def _apart(key: Key) -> str:
    return f"{id_of_quantity(key)}_doses_apart"
