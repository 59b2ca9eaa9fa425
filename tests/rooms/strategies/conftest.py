"""One person, two strategies, few members: simulated once for all tests of this room."""

from __future__ import annotations

import pytest

from osteon.language.case import Case
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate

WORDS = {
    "person": {
        "age": "62 years",
        "menopause_age": "50 years",
        "t_score": {"lumbar_spine": -1.2, "total_hip": -0.9},
        "laboratory": {"ctx": "0.45 ng/mL"},
    },
    "usual": {"diet": {"calcium": "750 mg/day"}},
    "strategies": {
        "alone": {"drugs": ["anastrozole 1 mg daily for 5 years"]},
        "with risedronate": {
            "drugs": ["anastrozole 1 mg daily for 5 years", "risedronate 35 mg weekly for 3 years"],
            "diet": {"calcium": "1200 mg/day"},
        },
    },
    "horizon": "3 years",
}


@pytest.fixture(scope="session")
def case() -> Case:
    return Case(**WORDS)


@pytest.fixture(scope="session")
def forecast(case: Case) -> Forecast:
    return simulate(case, members=24, seed=5)
