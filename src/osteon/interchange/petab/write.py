"""Write a calibration problem: an SBML model, four tables, and the file that names them.

Every arm is its typical participant; osteon's own fit averages over many people, so its residuals
are near these and not the same. Validation rows are gone before a problem exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from osteon.calibration.problem import Problem, trials_from, uncertain_parameters
from osteon.errors import InputError
from osteon.interchange.petab.layout import Layout
from osteon.interchange.petab.model import calibration_model
from osteon.interchange.petab.rows import rows_of
from osteon.interchange.petab.tables import (
    condition_table,
    measurement_table,
    observable_table,
    observed_by,
    parameter_table,
)
from osteon.model.library import standard
from osteon.people.draw import typical
from osteon.people.layer import current_layer

MODEL = "model.xml"
PROBLEM = "problem.yaml"
_TABLES = ("condition", "measurement", "observable", "parameter")


@dataclass(frozen=True)
class Written:
    """How many rows and conditions a problem holds, and in sentences what was left out."""

    rows: int
    conditions: int
    parameters: int
    left_out: tuple[str, ...]


def write_problem(trials: Sequence[Path], folder: Path) -> Written:
    """Write the calibration rows of trials as a PEtab problem.

    Parameters
    ----------
    trials:
        Trial files; their validation rows are dropped, as by a fit.
    folder:
        Where the files go; it is there already.

    Raises
    ------
    InputError
        If there is no calibration row.
    MissingExtraError
        If libsbml is not installed.
    """
    model, layer = standard(), current_layer()
    free = layer.parameters if layer is not None else uncertain_parameters(model)
    values = typical(model.table, layer, 1)[0]
    problem = Problem(model, trials_from(trials), free)
    found = rows_of(problem, values)
    if not found.rows:
        raise InputError(
            "there is nothing to calibrate: no row with the role calibration that a model can "
            "answer; name trial files that have some, or a folder of them"
        )
    layout = Layout(model, values, free, found.conditions)
    observed = observed_by(model, found.rows)
    (folder / MODEL).write_text(calibration_model(layout, observed, layer), encoding="utf-8")
    parameters = parameter_table(layout)
    for name, table in zip(
        _TABLES,
        (
            condition_table(layout),
            measurement_table(found.rows),
            observable_table(model, found.rows),
            parameters,
        ),
        strict=True,
    ):
        table.to_csv(folder / _file(name), sep="\t", index=False, lineterminator="\n")
    (folder / PROBLEM).write_text(yaml.safe_dump(_named(), sort_keys=False), encoding="utf-8")
    return Written(len(found.rows), len(found.conditions), len(parameters), found.left_out)


def _file(table: str) -> str:
    return f"{table}s.tsv"


def _named() -> dict[str, object]:
    parts = {f"{name}_files": [_file(name)] for name in _TABLES[:-1]}
    return {
        "format_version": 1,
        "parameter_file": _file(_TABLES[-1]),
        "problems": [{"sbml_files": [MODEL], **parts}],
    }
