"""From sessions to the daily load stimulus of a site, relative to habitual life.

    stimulus = (sum of sessions a day * log(1 + cycles) * force ^ steepness) ^ (1 / steepness)

Large forces count far more than many cycles, and cycles saturate: a few dozen do nearly all (Rubin
and Lanyon 1984; daily stress stimulus of Carter and Beaupre). Habitual life is a day of ordinary
walking. A day in bed or in space puts smaller forces, as often, in the place of habitual life and
of all training.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from osteon.interventions.exercise.activity import Activity
from osteon.parameters import read_parameters
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Training:
    """An activity as it is done.

    Attributes
    ----------
    sessions:
        Sessions a day.
    minutes:
        Length of a session; None for the usual length.
    intensity:
        Share of the one-repetition maximum, for resistance training; None for the usual.
    impacts:
        Impacts in a session; None to count them from the minutes.
    """

    activity: Activity
    sessions: float
    minutes: float | None = None
    intensity: float | None = None
    impacts: float | None = None


def relative_load(trainings: Iterable[Training], site: Site) -> float:
    """Return the daily load stimulus at a site with these trainings added to habitual life.

    Activities that unload (bed rest) are counted in days: one a day is all of life.
    """
    p = _parameters()
    steepness = p["steepness"]
    force = {
        Site.LUMBAR_SPINE: p["habitual_spine"],
        Site.TOTAL_HIP: p["habitual_hip"],
        Site.FEMORAL_NECK: p["habitual_hip"],
    }[site]
    habitual = math.log1p(p["habitual_cycles"]) * force**steepness
    active, unloaded = 0.0, 0.0
    days = 0.0
    for training in trainings:
        if training.activity.unloads:
            days += training.sessions
            unloaded += training.sessions * (training.activity.load[site] / force) ** steepness
        else:
            active += _dose(training, site, p) / habitual
    share = min(days, 1.0)
    stimulus = (1.0 - share) * (1.0 + active) + (share / days * unloaded if days else 0.0)
    return float(stimulus ** (1.0 / steepness))


def usual(what: str) -> float:
    """Return the usual `minutes` or `intensity` of a session that does not say."""
    return _parameters()[f"usual_{what}"]


def _dose(training: Training, site: Site, p: dict[str, float]) -> float:
    activity = training.activity
    minutes = p["usual_minutes"] if training.minutes is None else training.minutes
    cycles = training.impacts
    if cycles is None:
        cycles = activity.cycles_per_minute * minutes
    force = activity.load[site]
    if activity.category == "resistance" and training.intensity is not None:
        force = 1.0 + max(0.0, force - 1.0) * training.intensity / p["usual_intensity"]
    dose: float = training.sessions * math.log1p(cycles) * force ** p["steepness"]
    return dose


@lru_cache(maxsize=1)
def _parameters() -> dict[str, float]:
    table = read_parameters(Path(__file__).with_suffix(".toml"))
    return {name: parameter.values()[0] for name, parameter in table.items()}
