"""Where the numbers behind a link come from: the literature, the fit, or an assumption."""

from __future__ import annotations

from dataclasses import dataclass

from osteon.parameters import references
from osteon.parameters.parameter import Method
from osteon.reports.link import Link
from osteon.reports.setting import Setting


@dataclass(frozen=True)
class Source:
    """The origin of one parameter of a link.

    Attributes
    ----------
    parameter:
        Its column in the model's table.
    value, unit:
        What it is in this person.
    method:
        measured, fitted, derived, adopted or assumed.
    citation, locus:
        The publication (or the fitted layer) and the place in it; None if assumed.
    reason:
        Why it is assumed; None otherwise.
    """

    parameter: str
    value: float
    unit: str
    method: Method
    citation: str | None
    locus: str | None
    reason: str | None


def sources_of(setting: Setting, link: Link) -> tuple[Source, ...]:
    """Return the origin of every parameter in the equations behind a link."""
    return tuple(_source(setting, column) for column in link.columns)


def _source(setting: Setting, column: str) -> Source:
    parameter, layer = setting.model.table.parameter(column), setting.layer
    origin = parameter.origin
    known = column, setting.parameter(column), parameter.unit
    if layer is not None and column in layer.fitted:
        trials = f"fitted to {', '.join(layer.data)}"
        return Source(*known, Method.FITTED, f"layer {layer.name} of {layer.date}", trials, None)
    if origin.method is Method.ASSUMED:
        return Source(*known, origin.method, None, None, origin.reason)
    citation = str(references()[str(origin.source)])
    return Source(*known, origin.method, citation, origin.locus, None)
