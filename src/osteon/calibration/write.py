"""Write a fit as a layer: with data, version and date, over the literature values."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from osteon.calibration.identify import Identified
from osteon.parameters import Layer


def layer_of(identified: Identified, name: str, version: str, date: str) -> Layer:
    """Return the layer of a fit."""
    everything, problem = identified.everything, identified.everything.problem
    kept = identified.together
    scale = problem.prior_spread[kept]
    covariance = everything.covariance[np.ix_(kept, kept)] * np.outer(scale, scale)
    values = problem.parameters(everything.moved[None, :])[0, np.array(problem.columns)[kept]]
    return Layer(
        name=name,
        version=version,
        date=date,
        data=tuple(trial.trial for trial in problem.trials),
        parameters=tuple(problem.free[i] for i in kept),
        fitted=identified.fit.problem.free,
        values=tuple(float(f"{value:.5g}") for value in values),
        spread_left=tuple(float(f"{left:.3g}") for left in everything.shrinkage[kept]),
        log_covariance=tuple(tuple(float(f"{x:.4g}") for x in row) for row in covariance),
    )


def write_layer(layer: Layer, path: Path) -> None:
    """Write a layer as TOML in one move: a reader never meets half a file."""
    fields = layer.model_dump()
    lines = [
        "# Fitted values laid over the literature values. Written by `make fit`; do not edit.",
        "",
    ]
    for key, value in fields.items():
        lines.append(f"{key} = {_toml(value)}")
    part = path.with_suffix(".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(path)


def _toml(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        rows = [_toml(item) for item in value]
        nested = any(isinstance(item, tuple | str) for item in value)
        return "[\n    " + ",\n    ".join(rows) + ",\n]" if nested else "[" + ", ".join(rows) + "]"
    return repr(value)
