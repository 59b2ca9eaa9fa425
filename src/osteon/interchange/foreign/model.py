"""A foreign model, opened and checked: every name in its guide is one of the model, or of ours.

What is wrong is refused with the line of the guide and the path to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osteon.errors import InputError, nearest
from osteon.interchange.foreign.guide import Guide
from osteon.interchange.sbml.element import sbml_library
from osteon.language import yaml_text
from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.simulation.trajectory import key_of

PathInGuide = tuple[str | int, ...]
_EXTRA = "foreign"


@dataclass(frozen=True, eq=False)
class ForeignModel:
    """A model and its guide.

    Attributes
    ----------
    name:
        What tables call it.
    guide:
        What is what.
    sbml:
        Its SBML text.
    shown:
        How a simulator is asked for each of its variables: a species as a concentration.
    changed:
        So is it told what is changed.
    quantities:
        The quantity of osteon that each stands for.
    source:
        The guide's file, for messages.
    """

    name: str
    guide: Guide
    sbml: str
    shown: Mapping[str, str]
    changed: Mapping[str, str]
    quantities: Mapping[str, Key]
    source: str


def read_model(path: str | Path) -> ForeignModel:
    """Return the model that a guide leads to.

    Raises
    ------
    InputError
        If the guide or the SBML cannot be read, or a name is in neither model; with its place.
    MissingExtraError
        If libsbml is not installed.
    """
    source = str(path)
    document = yaml_text.parse(yaml_text.read_text(path), source)
    guide = Guide.read(path)
    for place, message in _faults(guide, Path(path).parent):
        where = ".".join(str(step) for step in place)
        raise InputError(f"{where}: {message}", source=source, line=document.line(place))
    file = Path(path).parent / guide.model
    sbml = sbml_library(_EXTRA).readSBML(str(file)).getModel()
    return ForeignModel(
        guide.name or sbml.getName() or sbml.getId() or file.stem,
        guide,
        file.read_text(encoding="utf-8"),
        {name: _asked(sbml, name) for name in guide.quantities},
        {one.set_: _asked(sbml, one.set_) for one in guide.changes},
        {name: key_of(standard(), quantity) for name, quantity in guide.quantities.items()},
        source,
    )


def _asked(sbml: Any, name: str) -> str:
    return f"[{name}]" if sbml.getSpecies(name) else name


def _faults(guide: Guide, folder: Path) -> Iterator[tuple[PathInGuide, str]]:
    """Yield what is wrong, each with the path to it."""
    file = folder / guide.model
    if not file.is_file():
        yield ("model",), f"there is no file {file}; name one beside this guide"
        return
    document = sbml_library(_EXTRA).readSBML(str(file))
    fault = next(_errors(document), None)
    if fault is not None:
        yield ("model",), f"{file} is no SBML that can be run: {fault}"
        return
    sbml = document.getModel()
    for name, quantity in guide.quantities.items():
        yield from _name_faults(sbml, ("quantities", name), name)
        if _is_constant(sbml, name):
            yield ("quantities", name), f"'{name}' is a constant there, which has no course"
        try:
            key_of(standard(), quantity)
        except InputError as unknown:
            yield ("quantities", name), unknown.message
    for number, change in enumerate(guide.changes):
        place = ("changes", number, "set")
        yield from _name_faults(sbml, place, change.set_)
        if sbml.getRuleByVariable(change.set_) is not None:
            yield place, f"'{change.set_}' follows from an equation there and cannot be set"
        if change.at < -guide.settle:
            early = "this is before the model begins; let it settle longer, or change it later"
            yield ("changes", number, "at"), early


def _errors(document: Any) -> Iterator[str]:
    """Yield what makes a document unusable, each as its first line."""
    library = sbml_library(_EXTRA)
    if document.getModel() is None and not document.getNumErrors():
        yield "it holds no model"
    for place in range(document.getNumErrors()):
        fault = document.getError(place)
        if fault.getSeverity() >= library.LIBSBML_SEV_ERROR:
            yield f"line {fault.getLine()}: {fault.getShortMessage()}"
    if document.getModel() is None:
        yield "it holds no model"


def _name_faults(sbml: Any, place: PathInGuide, name: str) -> Iterator[tuple[PathInGuide, str]]:
    known = [one.getId() for part in (sbml.getListOfSpecies(), sbml.getListOfParameters())
             for one in part]  # fmt: skip
    if name not in known:
        yield place, f"the model has no species or parameter '{name}'; {nearest(name, known)}"


def _is_constant(sbml: Any, name: str) -> bool:
    parameter = sbml.getParameter(name)
    if parameter is None:
        return False
    changed = sbml.getRuleByVariable(name) is not None
    return bool(parameter.getConstant()) or not (changed or _in_event(sbml, name))


def _in_event(sbml: Any, name: str) -> bool:
    return any(event.getEventAssignment(name) is not None for event in sbml.getListOfEvents())
