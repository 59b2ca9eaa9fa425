"""Where the numbers of a forecast come from: the literature, and the trials of the fit."""

from __future__ import annotations

from osteon.evidence.library import trial_files
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.parameters import Layer, references


def citations_of(model: Model, layer: Layer | None) -> tuple[str, ...]:
    """Return one line for each source of a parameter, then one for each trial of the fit."""
    known = references()
    keys = {parameter.origin.source for parameter in model.table.parameters.values()}
    sources = sorted(str(known[key]) for key in keys if key in known)
    return (*sources, *(trials_of(layer) if layer else ()))


def trials_of(layer: Layer) -> tuple[str, ...]:
    """Return the trials a layer was fitted to, with where each was published."""
    files = {path.stem: path for path in trial_files()}
    lines = []
    for name in layer.data:
        citation = Trial.read(files[name]).citation if name in files else None
        lines.append(f"{citation} (fitted to: {name})" if citation else f"Fitted to: {name}")
    return tuple(lines)
