"""A case for the reports: one woman, and strategies that differ in one thing at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from osteon.language import Case
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.setting import Setting, setting_of

ANASTROZOLE = "anastrozole 1 mg daily for 2 years"
RISEDRONATE = "risedronate 35 mg weekly"
TRAINING = {
    "activity": "progressive resistance training",
    "sessions": "2 per week",
    "minutes": 45,
    "intensity": "80 %",
}
DIET = {"calcium": "1200 mg/day"}
CASE = Case(
    person={
        "age": "62 years",
        "menopause_age": "50 years",
        "weight": "68 kg",
        "t_score": {"lumbar_spine": -1.2, "total_hip": -0.9},
    },
    usual={"diet": {"calcium": "750 mg/day", "vitamin_d": "200 IU/day"}},
    strategies={
        "inhibitor": {"drugs": [ANASTROZOLE]},
        "bisphosphonate": {"drugs": [RISEDRONATE]},
        "diet": {"diet": DIET},
        "all": {"drugs": [ANASTROZOLE, RISEDRONATE], "diet": DIET, "exercise": [TRAINING]},
        "nothing": {},
    },
    horizon="4 years",
)


@pytest.fixture
def asked() -> Callable[..., Setting]:
    """Return a setting of the case."""

    def setting(strategy: str = "inhibitor", month: float | None = None) -> Setting:
        return setting_of(standard(), current_layer(), CASE, strategy, month)

    return setting
