"""What happens to a person once: a fracture of each kind, death, leaving the trial.

A cumulative hazard H(t) and one uniform number u make a day: the first on which H(t) > -log(u). The
number belongs to the person and the kind of event, and is the same in every arm.

    hip, upper limb, elsewhere, vertebral and felt, vertebral and not felt   drawn apart
    vertebral, nonvertebral, clinical, major osteoporotic                    first of their members

Leaves out: that one fracture makes the next more likely, and death that a hip fracture brings.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from osteon.people.population.streams import Streams
from osteon.people.survival import alive
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_FELT, _UNFELT = "vertebral, felt", "vertebral, not felt"
_NONVERTEBRAL = ("hip", "upper limb", "elsewhere")
FRACTURES: Final[dict[str, tuple[str, ...]]] = {
    "fracture_clinical": (*_NONVERTEBRAL, _FELT),
    "fracture_major_osteoporotic": ("hip", "upper limb", _FELT),
    "fracture_hip": ("hip",),
    "fracture_nonvertebral": _NONVERTEBRAL,
    "fracture_vertebral": (_FELT, _UNFELT),
    "fracture_vertebral_clinical": (_FELT,),
}
_LEAST_SHARE = 1e-12


def first_day(so_far: Array, times: Array, uniform: Array) -> Array:
    """Return the day on which each person has the event, infinite if after the last time.

    Parameters
    ----------
    so_far:
        Cumulative hazard, shape (people, times), rising; straight between the times.
    times:
        Days, rising, shape (times,).
    uniform:
        Between zero and one, shape (people,).
    """
    gone = so_far - so_far[:, :1]
    wanted = -np.log(uniform)
    after = np.argmax(gone > wanted[:, None], axis=1)
    never = gone[:, -1] <= wanted
    before = np.maximum(after - 1, 0)
    people = np.arange(len(gone))
    rise = gone[people, after] - gone[people, before]
    share = (wanted - gone[people, before]) / np.where(rise > 0, rise, 1.0)
    day = times[before] + share * (times[after] - times[before])
    return np.where(never, np.inf, day)


def fracture_days(lived: Trajectory, streams: Streams) -> dict[str, Array]:
    """Return the day of the first fracture of each kind that trials count, shape (people,)."""
    felt = lived["fracture_vertebral_clinical_so_far"]
    so_far = {
        "hip": lived["fracture_hip_so_far"],
        "upper limb": lived["fracture_upper_limb_so_far"],
        "elsewhere": lived["fracture_elsewhere_so_far"],
        _FELT: felt,
        _UNFELT: lived["fracture_vertebral_so_far"] - felt,
    }
    days = {
        kind: first_day(hazard, lived.times, streams.uniform(f"fracture {kind}"))
        for kind, hazard in so_far.items()
    }
    return {
        endpoint: np.minimum.reduce([days[kind] for kind in kinds])
        for endpoint, kinds in FRACTURES.items()
    }


def death_days(ages: Array, times: Array, breast_cancer: bool, streams: Streams) -> Array:
    """Return the day of death, shape (people,)."""
    so_far = -np.log(alive(ages, times, breast_cancer))
    return first_day(so_far, times, streams.uniform("death"))


def leaving_days(per_year: float | None, streams: Streams) -> Array:
    """Return the day on which people leave the trial, if so many of those still there do a year."""
    uniform = streams.uniform("drop-out")
    if not per_year:
        return np.full(streams.count, np.inf)
    stays = np.log(max(1.0 - per_year, _LEAST_SHARE))
    return np.asarray(DAYS_PER_YEAR * np.log(uniform) / stays)
