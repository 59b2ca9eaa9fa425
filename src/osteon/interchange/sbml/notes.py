"""What each part of an SBML model means, for whoever opens it elsewhere."""

from __future__ import annotations

from html import escape
from typing import Any

from osteon.interchange.course import Course
from osteon.interchange.sbml.element import done
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.parameters import Parameter, references
from osteon.version import __version__

_BODY = '<body xmlns="http://www.w3.org/1999/xhtml">{}</body>'


def describe_model(sbml: Any, course: Course) -> None:
    """Say what the model is, what made it, and what it is not."""
    layer = f"fitted layer {course.layer.name}" if course.layer else "no fitted layer"
    note(
        sbml,
        f"osteon {__version__}, {layer}. {course.name}: the typical version of one person, from "
        f"day {course.start:g} of her plan on; time counts in days from there.",
        "Bone remodeling under what a person takes, eats and lifts. Every fold is one and most "
        "states are one in the reference state, a healthy woman before menopause.",
        "For research, teaching and the design of studies; not a medical device.",
    )


def describe_parameter(element: Any, course: Course, column: str) -> None:
    """Say what a parameter means and where its typical value comes from."""
    parameter = course.model.table.parameter(column)
    words = [parameter.meaning, _origin(parameter)]
    if course.layer is not None and column in course.layer.parameters:
        words.append(f"Its typical value was fitted: layer {course.layer.name}.")
    note(element, *words)


def describe_quantity(element: Any, model: Model, key: Key) -> None:
    """Say what a quantity means and which mechanisms give it and act on it."""
    roster = model.roster
    giver = next(
        (role, mechanisms[key.name].name)
        for role, mechanisms in (
            ("State of", roster.owner),
            ("Input to", roster.taker),
            ("Computed by", roster.definer),
            ("Opened by", roster.opener),
        )
        if key.name in mechanisms
    )
    acting = ", ".join(one.name for one in roster.modifiers.get(key.name, ()))
    said = f"{giver[0]} {giver[1]}" + (f"; the product of the folds of {acting}" if acting else "")
    note(element, roster.quantities[key.name].meaning, f"{said}.")


def _origin(parameter: Parameter) -> str:
    origin = parameter.origin
    if origin.source is None:
        return f"{origin.method.capitalize()}: {origin.reason}."
    source = references().get(origin.source, origin.source)
    return f"{origin.method.capitalize()}: {source} ({origin.locus})."


def note(element: Any, *paragraphs: str) -> None:
    """Say something about an element."""
    text = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    done(element.setNotes(_BODY.format(text)))
