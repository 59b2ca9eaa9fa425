"""A model out of its own SBML: the mechanisms it holds, its parameters, and its first day.

Numbers come back to fifteen digits. The equations are not read back: they stand in the mechanisms,
which are found by name. What another program wrote is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, UnknownNameError
from osteon.interchange.sbml.element import sbml_library
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.interchange.sbml.meaning import NAMESPACE
from osteon.model.library import mechanisms
from osteon.model.model import Model

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Recovered:
    """What an SBML file that osteon wrote says.

    Attributes
    ----------
    name, version, layer, start:
        Of the course: what it was called, which osteon wrote it, over which fitted layer ('' for
        none), and on which day it begins.
    model:
        The mechanisms, put together again.
    parameters, states:
        Shape (parameters,) and (states,), in the model's order.
    """

    name: str
    version: str
    layer: str
    start: float
    model: Model
    parameters: Array
    states: Array


def read_sbml(path: str | Path) -> Recovered:
    """Return what an SBML file written by osteon says.

    Raises
    ------
    InputError
        If the file is no SBML, was not written by osteon, or lacks a number.
    MissingExtraError
        If libsbml is not installed.
    """
    source = str(path)
    document = sbml_library().readSBML(source)
    sbml = document.getModel()
    if sbml is None:
        reason = document.getError(0).getMessage().strip() if document.getNumErrors() else ""
        raise InputError(f"this is no SBML model; {reason}".rstrip("; "), source=source)
    course = _course(sbml)
    if course is None:
        raise InputError("osteon did not write this SBML; it cannot be read back", source=source)
    library = {one.name: one for one in mechanisms()}
    names = [course.getChild(i).getAttrValue("name") for i in range(course.getNumChildren())]
    for name in names:
        if name not in library:
            raise UnknownNameError.of("mechanism", name, library)
    model = Model([library[name] for name in names])
    return Recovered(
        course.getAttrValue("name"),
        course.getAttrValue("version"),
        course.getAttrValue("layer"),
        float(course.getAttrValue("start")),
        model,
        _values(sbml, [id_of_parameter(column) for column in model.table.columns], source),
        _values(sbml, [id_of_quantity(key) for key in model.states], source),
    )


def _course(sbml: Any) -> Any:
    """Return osteon's own part of a model's annotation; None if there is none."""
    annotation = sbml.getAnnotation()
    for place in range(annotation.getNumChildren() if annotation is not None else 0):
        child = annotation.getChild(place)
        if child.getURI() == NAMESPACE:
            return child
    return None


def _values(sbml: Any, identifiers: list[str], source: str) -> Array:
    found = []
    for identifier in identifiers:
        element = sbml.getParameter(identifier)
        if element is None or not element.isSetValue():
            raise InputError(f"the model lacks a value of '{identifier}'", source=source)
        found.append(element.getValue())
    return np.array(found)
