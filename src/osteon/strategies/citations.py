"""Where the numbers of a forecast come from: the literature, and the trials of the fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

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
    fitted = _fitted(layer.data)
    lines = []
    for name in layer.data:
        citation = fitted[name].citation if name in fitted else None
        lines.append(f"{citation} (fitted to: {name})" if citation else f"Fitted to: {name}")
    return tuple(lines)


def trials_with(layer: Layer, drugs: frozenset[str]) -> tuple[str, ...]:
    """Return those trials of a fit in which any of some drugs was given: 'ATAC: Eastell 2008'."""
    return tuple(
        f"{name}: {trial.citation}"
        for name, trial in _fitted(layer.data).items()
        if any(drugs & {one.drug for one in arm.drugs} for arm in trial.arms.values())
    )


@lru_cache(maxsize=1)
def _fitted(names: tuple[str, ...]) -> Mapping[str, Trial]:
    files = {path.stem: path for path in trial_files()}
    return {name: Trial.read(files[name]) for name in names if name in files}
