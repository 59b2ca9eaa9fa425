"""The table of activities: what each one asks of spine and hip.

Loads are joint contact forces in body weights (hip contact, lumbar compression), not ground
reaction force: they are what bends bone.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from osteon.errors import UnknownNameError
from osteon.vocabulary.site import Site

_COMMON_NAMES = {
    "walking": "walking usual (4.0-5.1 km/h)",
    "brisk walking": "brisk walking (5.6 km/h)",
    "jogging": "jogging 8 km/h",
    "running": "running 11 km/h",
    "progressive resistance training": "barbell back squat 70-85% 1RM",
    "resistance training": "resistance machines 8-15 reps 60-70% 1RM",
    "high-intensity resistance and impact training": "deadlift 80-85% 1RM (LIFTMOR)",
    "impact training": "vertical jump 8.5 cm, postmenopausal",
    "jumping": "vertical jump 8.5 cm, premenopausal",
    "balance training": "balance + functional training",
    "swimming": "swimming",
    "cycling": "cycling outdoors",
}


@dataclass(frozen=True)
class Activity:
    """One activity.

    Attributes
    ----------
    name, category:
        As in the table.
    load:
        Peak contact force by site, body weights.
    cycles_per_minute:
        Load cycles.
    source, confidence:
        Where the figures come from and how sure they are.
    """

    name: str
    category: str
    load: dict[Site, float]
    cycles_per_minute: float
    source: str
    confidence: str


@lru_cache(maxsize=1)
def activities() -> dict[str, Activity]:
    """Return all activities by name."""
    path = Path(__file__).parent / "activities.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["activity"]: _read(row) for row in rows}


def activity(name: str) -> Activity:
    """Return an activity by its name in the table or its common name.

    Raises
    ------
    UnknownNameError
        If there is none; names the nearest.
    """
    table = activities()
    lower = {known.lower(): known for known in table}
    written = name.strip().lower()
    found = table.get(_COMMON_NAMES.get(written, lower.get(written, "")))
    if found is None:
        raise UnknownNameError.of("activity", name, [*_COMMON_NAMES, *table])
    return found


def _read(row: dict[str, str]) -> Activity:
    hip, spine = float(row["hip_contact_bw"]), float(row["lumbar_compression_bw"])
    load = {Site.LUMBAR_SPINE: spine, Site.TOTAL_HIP: hip, Site.FEMORAL_NECK: hip}
    return Activity(
        row["activity"],
        row["category"],
        load,
        float(row["cycles_per_min"] or 0),
        row["source"],
        row["confidence"],
    )
