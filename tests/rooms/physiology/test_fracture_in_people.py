"""How women of one age differ in their hazard of fracture."""

from __future__ import annotations

import numpy as np
from support.people import months

from osteon.language import Trial
from osteon.model.library import standard
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.draw import typical
from osteon.people.layer import current_layer


def test_women_of_one_age_differ_in_vertebral_fractures_as_published() -> None:
    """Marshall 1996: 2.3 (1.9 to 2.8) per standard deviation of spine BMD, structure and all."""
    same_age = Trial.model_validate(
        {
            "trial": "one age",
            "population": {
                "age": {"mean": "70 years", "sd": "0.1 years"},
                "t_score": {"lumbar_spine": {"mean": -1.7, "sd": 1.2}},
            },
            "arms": {"all": {}},
        }
    )
    model = standard()
    setting = ArmSetting(same_age, "all", 128, months(1), seed=1)
    women = simulate_arm(model, setting, typical(model.table, current_layer(), 1))
    logarithm = np.log(women["fracture_vertebral"][:, 0])
    gradient = np.exp(np.polyfit(women["bmd_shortfall@lumbar_spine"][:, 0], logarithm, 1)[0])
    assert 1.9 < gradient < 2.8
