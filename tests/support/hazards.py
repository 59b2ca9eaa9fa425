"""The hazard of each kind of fracture in a woman of an age, at a Z-score and connectivity."""

from __future__ import annotations

from osteon.model.model import Model
from support.typical import now

YEAR = 365.25
SITES = {
    "fracture_hip": "femoral_neck",
    "fracture_vertebral": "lumbar_spine",
    "fracture_upper_limb": "femoral_neck",
    "fracture_elsewhere": "femoral_neck",
}
AVERAGE = {"turnover_for_age.usual": 1.0, "refill.usual": 1.0}
"""The reference state has premenopausal turnover; this lets it be that of the women counted."""


def hazard(
    model: Model, kind: str, age: float, z: float = 0.0, whole: float = 1.0, **changed: float
) -> float:
    """Return fractures per 1000 women a year at an age (years), Z-score and connectivity."""
    site = SITES[kind]
    numbers = AVERAGE | {name.replace("__", "."): value for name, value in changed.items()}
    at_age = {"age": age * YEAR, "trabecular_connectivity@lumbar_spine": whole}
    young = now(model, at_age, numbers)
    table = model.table
    spread = table.values[table.column(f"bmd_for_age.spread@{site}")]
    bmd = young(f"bmd@{site}") + spread * (young(f"bmd_shortfall@{site}") + z)
    peak = bmd / young(f"dxa_overlay@{site}")
    return 1000 * YEAR * now(model, at_age, {**numbers, f"bmd.peak@{site}": peak})(kind)
