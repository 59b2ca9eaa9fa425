"""Progression: a program does not load fully from its first day but rises to it over weeks.

    share of the full dose = (days since the beginning) / ramp, and one after the ramp

taken as a few stages of constant load, each at its middle. A dose goes with the fourth power of
force or so: the first stage, an eighth of the full dose, is training with 0.6 of the later force.

Assumes: whoever has done an activity before goes on with it, or comes back to it, at full load.
Leaves out: what is added year after year by those who keep getting stronger.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from osteon.parameters import read_parameters

_STAGES = 4


def stage_ends() -> tuple[float, ...]:
    """Return when each stage ends, days after training began."""
    return tuple(_ramp() * stage / _STAGES for stage in range(1, _STAGES + 1))


def share_reached(elapsed: float) -> float:
    """Return the share of the full dose in the stage that holds so many days after the start."""
    reached = sum(1 for end in stage_ends() if end <= elapsed)
    return 1.0 if reached == _STAGES else (reached + 0.5) / _STAGES


@lru_cache(maxsize=1)
def _ramp() -> float:
    return read_parameters(Path(__file__).with_suffix(".toml"))["ramp"].values()[0]
