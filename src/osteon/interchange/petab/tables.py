"""PEtab's tables: what is observed and how, under which conditions, and what may be estimated.

A row is trusted as in osteon's own fit: with its sampling error and what no model can say. Its
noise is normal; osteon counts rows that are far off linearly, which normal noise does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, log10

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osteon.errors import OsteonError
from osteon.interchange.petab.layout import Layout
from osteon.interchange.petab.model import other_id, percent_change, stored_id
from osteon.interchange.petab.rows import Row
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.language.observation import Observation
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.endpoint import key_of_endpoint
from osteon.people.reference_bmd import young_sd

Array = NDArray[np.float64]
_FAR = 5.0
"""How many standard deviations of its prior a parameter may move."""


def observed_by(model: Model, rows: Iterable[Row]) -> tuple[Key, ...]:
    """Return the quantities that rows are about, each once."""
    return tuple(dict.fromkeys(_key(model, row.target.observation) for row in rows))


def observable_table(model: Model, rows: Iterable[Row]) -> pd.DataFrame:
    """Return how each kind of row follows from the model."""
    found = {}
    for row in rows:
        observation = row.target.observation
        name = observable_id(observation)
        found[name] = {
            "observableId": name,
            "observableName": name.replace("_", " "),
            "observableFormula": _formula(model, observation),
            "noiseFormula": f"noiseParameter1_{name}",
            "observableTransformation": "lin",
            "noiseDistribution": "normal",
        }
    return pd.DataFrame(list(found.values())).sort_values("observableId")


def measurement_table(rows: Iterable[Row]) -> pd.DataFrame:
    """Return what was observed, when, and how far it is trusted."""
    return pd.DataFrame(
        {
            "observableId": observable_id(row.target.observation),
            "simulationConditionId": row.condition.identifier,
            "measurement": row.target.observation.value,
            "time": row.condition.time(row.target.observation.time),
            "noiseParameters": row.target.trust,
            "datasetId": row.target.trial.trial,
        }
        for row in rows
    )


def condition_table(layout: Layout) -> pd.DataFrame:
    """Return what differs between conditions."""
    return pd.DataFrame(
        {"conditionId": one.identifier, "conditionName": one.name} | layout.values_of(one)
        for one in layout.conditions
    )


def parameter_table(layout: Layout) -> pd.DataFrame:
    """Return what may be estimated: fitted value, and the prior from the literature."""
    return pd.DataFrame([_parameter(layout, name) for name in _estimable(layout)])


def observable_id(observation: Observation) -> str:
    """Return what a kind of row is called."""
    return f"{observation.endpoint}_{observation.kind}"


def _estimable(layout: Layout) -> Sequence[str]:
    return [name for name in layout.free if name not in layout.stated]


def _parameter(layout: Layout, name: str) -> dict[str, str | float | int]:
    table = layout.model.table
    column, spread = table.column(name), table.parameter(name).uncertainty
    if spread is None or spread.log_sd is None:
        raise OsteonError(f"{name} cannot be estimated: its file says no log_sd")
    prior, fitted = table.values[column], float(layout.typical[column])
    reach = np.exp(_FAR * spread.log_sd)
    most = table.parameter(name).at_most
    upper = max(prior * reach, fitted)
    return {
        "parameterId": id_of_parameter(name),
        "parameterName": name,
        "parameterScale": "log10",
        "lowerBound": min(prior / reach, fitted),
        "upperBound": upper if most is None else min(upper, most),
        "nominalValue": fitted,
        "estimate": 1,
        "objectivePriorType": "parameterScaleNormal",
        "objectivePriorParameters": f"{log10(prior)!r};{spread.log_sd / log(10.0)!r}",
    }


def _formula(model: Model, observation: Observation) -> str:
    key = _key(model, observation)
    now, then = id_of_quantity(key), stored_id(key)
    match observation.kind:
        case "level":
            return now
        case "change":
            return percent_change(key)
        case "difference":
            return f"{percent_change(key)} - {other_id(key)}"
        case "t_score_change":
            assert key.site is not None
            return f"({now} - {then}) / {young_sd(key.site, 'hologic')!r}"
        case _:
            return f"{now} - {then}"


def _key(model: Model, observation: Observation) -> Key:
    key = key_of_endpoint(model, observation.endpoint)
    assert key is not None
    return key
