"""The table of activities: what each one asks of spine and hip.

Loads are joint contact forces in body weights (hip contact, lumbar compression), not ground
reaction force: they are what bends bone. A row of the category `unloading` is a way to spend whole
days: it takes the place of habitual life.
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
    "slow walking": "walking slow (<3.2 km/h)",
    "brisk walking": "brisk walking (5.6 km/h)",
    "fast walking": "very brisk walking (6.4 km/h)",
    "hill walking": "uphill walking 5-10%",
    "hiking": "hiking cross-country",
    "backpacking": "hiking with backpack 10 kg",
    "walking with a weighted vest": "weighted vest walking (5-10% BW)",
    "climbing stairs": "stair climbing up",
    "stair climbing": "stair climbing up",
    "step aerobics": "step class (average session)",
    "aerobics": "low-impact aerobics",
    "high-impact aerobics": "high-impact aerobic dance",
    "jogging": "jogging 8 km/h",
    "running": "running 11 km/h",
    "fast running": "running 16 km/h",
    "sprinting": "sprint maximal",
    "stomping": "stomp RPE5",
    "impact training": "vertical jump 8.5 cm, postmenopausal",
    "jumping": "vertical jump 8.5 cm, premenopausal",
    "hopping": "multidirectional single-leg hops",
    "star jumps": "star / stride jumps reactive",
    "box jumps": "drop jump from box 30 cm",
    "rope skipping": "rope jumping slow <100/min",
    "rope jumping": "rope jumping slow <100/min",
    "trampoline": "trampoline / rebounder",
    "progressive resistance training": "barbell back squat 70-85% 1RM",
    "strength training": "resistance machines 8-15 reps 60-70% 1RM",
    "weight training": "resistance machines 8-15 reps 60-70% 1RM",
    "resistance training": "resistance machines 8-15 reps 60-70% 1RM",
    "high-intensity resistance and impact training": "deadlift 80-85% 1RM (LIFTMOR)",
    "squats": "squat bodyweight",
    "barbell squats": "barbell back squat 70-85% 1RM",
    "deadlifts": "deadlift 80-85% 1RM (LIFTMOR)",
    "overhead press": "overhead press 80% 1RM",
    "leg press": "leg press 70-80% 1RM",
    "lunges": "lunge weighted",
    "back extensions": "back extension prone/weighted",
    "resistance bands": "resistance bands light",
    "push-ups": "push-ups / planks",
    "planks": "push-ups / planks",
    "balance training": "balance + functional training",
    "balance and functional training": "balance + functional training",
    "otago exercise program": "balance + functional training",
    "yoga": "yoga (hatha)",
    "dancing": "dancing social/ballroom",
    "folk dancing": "dancing vigorous / folk",
    "soccer": "soccer recreational",
    "football": "soccer recreational",
    "gymnastics": "gymnastics tumbling",
    "golf": "golf (walking)",
    "cycling": "cycling outdoors",
    "indoor cycling": "stationary cycling",
    "rowing": "rowing ergometer",
    "aqua aerobics": "aqua aerobics (chest deep)",
    "water aerobics": "aqua aerobics (chest deep)",
    "gardening": "gardening general",
    "housework": "housework (sweeping, mopping)",
    "carrying shopping": "carrying shopping 10 kg",
    "sit-to-stand": "sit-to-stand repetitions",
    "chair stands": "sit-to-stand repetitions",
    "whole-body vibration": "whole-body vibration platform 30 Hz 0.3-0.4 g",
    "standing": "standing quietly",
    "sitting": "sitting / lying",
    "bed rest": "bed rest (all day)",
    "immobilization": "bed rest (all day)",
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
    falls_benefit:
        How much it trains balance: 0 not at all, 3 as balance training.
    caution:
        For whom it is not, or with what care; empty for none.
    source, confidence:
        Where the figures come from and how sure they are.
    """

    name: str
    category: str
    load: dict[Site, float]
    cycles_per_minute: float
    falls_benefit: float
    caution: str
    source: str
    confidence: str

    @property
    def unloads(self) -> bool:
        """Return whether it takes the place of habitual life with less load (bed rest)."""
        return self.category == "unloading"


@lru_cache(maxsize=1)
def activities() -> dict[str, Activity]:
    """Return all activities by name."""
    path = Path(__file__).parent / "activities.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["activity"]: _read(row) for row in rows}


@lru_cache(maxsize=1024)
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
        float(row["falls_benefit"] or 0),
        row["caution"],
        row["source"],
        row["confidence"],
    )
