"""Whoever meets a rule at a visit is given its drug from then on, and nobody else."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import months

from osteon.errors import InputError
from osteon.language import Trial
from osteon.model.model import Model
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

COUNT = 40
INHIBITED = {"drugs": ["letrozole 2.5 mg daily for 5 years"]}
GIVE = "risedronate 35 mg weekly"


def lived(
    model: Model, watched: str | None, limit: str = "< -2.0", visits: object = "every 12 months"
) -> Trajectory:
    """Return three years on letrozole, with or without a rule for rescue."""
    rules = [] if watched is None else [{"when": f"{watched} {limit}", "give": GIVE}]
    trial = Trial.model_validate(
        {
            "trial": "test",
            "population": {
                "age": {"mean": "60 years", "sd": "8 years"},
                "t_score": {"lumbar_spine": {"mean": -1.5, "sd": 0.7}},
            },
            "arms": {"delayed": INHIBITED | {"rules": rules, "visits": visits}},
        }
    )
    setting = ArmSetting(trial, "delayed", COUNT, months(36, step=12), 1)
    return simulate_arm(model, setting, np.array([model.table.values]))


def test_those_who_meet_the_rule_gain_and_the_rest_go_on(model: Model) -> None:
    alone, rescued = lived(model, None), lived(model, "t_score_lumbar_spine")
    bmd = alone["bmd@lumbar_spine"]
    low = np.array([t_score_from_bmd(one, Site.LUMBAR_SPINE, "hologic") for one in bmd.ravel()])
    met = (low.reshape(bmd.shape)[:, 1:3] < -2.0).any(axis=1)
    assert 0 < met.sum() < COUNT
    gained = rescued["bmd@lumbar_spine"] / bmd
    assert (gained[met, -1] > 1.0).all()
    np.testing.assert_allclose(gained[~met], 1.0, rtol=1e-12)
    np.testing.assert_allclose(gained[:, :2], 1.0, rtol=1e-4)


def test_a_rule_that_all_meet_is_the_drug_from_the_first_visit(model: Model) -> None:
    """Five milligrams a day from month 12 on, whoever they are."""
    rescued = lived(model, "t_score_lumbar_spine", "< 8")
    place = [key.name for key in model.inputs].index("risedronate_dose")
    np.testing.assert_allclose(rescued.inputs[:, :, place], [[0.0, 0.0, 5.0, 5.0]] * COUNT)


def test_a_rule_is_looked_at_on_the_visits_that_are_listed(model: Model) -> None:
    """At month 0 and at the end nobody is rescued; the first of the visits between is month 20."""
    rescued = lived(model, "t_score_lumbar_spine", "< 8", ["month 0", "month 20", "month 36"])
    place = [key.name for key in model.inputs].index("risedronate_dose")
    np.testing.assert_allclose(rescued.inputs[:, :, place], [[0.0, 0.0, 5.0, 5.0]] * COUNT)
    late = lived(model, "t_score_lumbar_spine", "< 8", ["month 0", "month 36"])
    np.testing.assert_allclose(late.inputs[:, :, place], 0.0)


def test_a_rule_on_what_the_model_does_not_have_is_refused(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osteon.people.rescue.key_of_endpoint", lambda model, name: None)
    with pytest.raises(InputError, match="a rule looks at 'ctx', which the model does not have"):
        lived(model, "ctx", "> 0.6 ng/mL")
