"""What a trial observes in each of its people, computed on simulated people as the trial does.

A change is percent of the same person's earlier value. Of a fracture or a fall it is the cumulative
hazard between two visits: how many are to be expected in a person like her.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.observation import Observation
from osteon.people.endpoint import key_of_endpoint
from osteon.people.measurement_error import error_in_trials
from osteon.people.reference_bmd import young_sd
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]


def individual_values(trajectory: Trajectory, observation: Observation) -> Array:
    """Return what is observed in each simulated person of one arm, shape (people,).

    Raises
    ------
    InputError
        If the model has no such endpoint.
    """
    key = key_of_endpoint(trajectory.model, observation.endpoint)
    if key is None:
        raise InputError(f"the model has no '{observation.endpoint}' yet")
    values = trajectory.at(key)
    now = values[:, _place(trajectory, observation.time)]
    if observation.kind == "level":
        return now
    then = values[:, _place(trajectory, observation.since)]
    if observation.kind in ("change", "difference"):
        percent: Array = 100.0 * (now / then - 1.0)
        return percent
    if observation.kind == "t_score_change":
        site = Site(observation.endpoint.removeprefix("bmd_"))
        changed: Array = (now - then) / young_sd(site, "hologic")
        return changed
    return now - then


def summary_of(values: Array, statistic: str) -> Array:
    """Return the mean or median over people, the last axis."""
    middle: Array = np.median(values, axis=-1) if statistic == "median" else values.mean(axis=-1)
    return middle


def error_of_change(observation: Observation) -> float:
    """Return the standard deviation that measurement error adds to one person's value."""
    error = error_in_trials(observation.endpoint)
    if error is None or observation.kind not in ("change", "difference"):
        return 0.0
    return 100.0 * error * float(np.sqrt(2.0))


def _place(trajectory: Trajectory, time: float) -> int:
    return int(np.argmin(np.abs(trajectory.times - time)))


def kind_of(observation: Observation) -> str:
    """Return 'bmd' or 'markers' for changes in percent, 'other' for all else.

    What a model cannot say is as large for all rows of a kind.
    """
    if observation.kind not in ("change", "difference"):
        return "other"
    return "bmd" if observation.endpoint.startswith("bmd_") else "markers"


def one_percent(trajectory: Trajectory, observation: Observation) -> float | None:
    """Return one percent of BMD at the earlier visit, in g/cm2 or standard deviations of the young.

    None where the row is not a change of BMD in either.
    """
    if not observation.endpoint.startswith("bmd_"):
        return None
    if observation.kind not in ("absolute", "t_score_change"):
        return None
    key = key_of_endpoint(trajectory.model, observation.endpoint)
    assert key is not None
    bmd = float(trajectory.at(key)[:, _place(trajectory, observation.since)].mean()) / 100.0
    if observation.kind == "absolute":
        return bmd
    return bmd / young_sd(Site(observation.endpoint.removeprefix("bmd_")), "hologic")
