"""Write a fit as a layer: with data, version and date, over the literature values."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from osteon.calibration.fit import Fit
from osteon.calibration.posterior import Posterior
from osteon.parameters import Layer
from osteon.parameters.layer import Discrepancy

INFORMED_BELOW = 0.92


def layer_of(
    found: Fit,
    posterior: Posterior,
    name: str,
    version: str,
    date: str,
    discrepancy: Mapping[str, Discrepancy],
) -> Layer:
    """Return the layer of a fit."""
    problem = found.problem
    columns = list(problem.columns)
    values = problem.parameters(found.moved[None, :])[0, columns]
    draws = problem.parameters(posterior.moved)[:, columns]
    left = tuple(float(f"{one:.3g}") for one in found.shrinkage)
    return Layer(
        name=name,
        version=version,
        date=date,
        data=tuple(trial.trial for trial in problem.trials),
        parameters=problem.free,
        fitted=tuple(
            name for name, one in zip(problem.free, left, strict=True) if one < INFORMED_BELOW
        ),
        values=tuple(float(f"{value:.5g}") for value in values),
        spread_left=left,
        discrepancy=dict(discrepancy),
        draws=tuple(tuple(float(f"{x:.4g}") for x in row) for row in draws),
    )


def write_layer(layer: Layer, path: Path, command: str) -> None:
    """Write a layer as TOML, and its draws as CSV beside it; each in one move.

    Parameters
    ----------
    command:
        What makes it anew, for whoever opens the file.
    """
    fields = layer.model_dump(exclude={"draws"})
    lines = [
        f"# Fitted values laid over the literature values. Written by `{command}`; do not edit.",
        "",
        *(f"{key} = {_toml(value)}" for key, value in fields.items()),
    ]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(layer.parameters)
    writer.writerows(layer.draws)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path.with_suffix(".csv"), table.getvalue())
    _write(path, "\n".join(lines) + "\n")


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _toml(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, tuple):
        rows = [_toml(item) for item in value]
        nested = any(isinstance(item, str) for item in value)
        return "[\n    " + ",\n    ".join(rows) + ",\n]" if nested else "[" + ", ".join(rows) + "]"
    return repr(value)
