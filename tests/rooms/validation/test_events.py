"""Fractures and falls of a whole trial: every kind is answered, and answered sensibly."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from osteon.calibration.problem import Problem
from osteon.language.endpoints import EVENTS
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.endpoint import key_of_endpoint
from osteon.validation.predict import Effort, Row, predict

FEW = Effort(people=24, draws=8, people_per_draw=4)
FRACTURES = [one for one in EVENTS if one != "falls"]
KINDS = {
    "ratio": "versus: untreated, hazard_ratio: 0.5",
    "risk": "versus: untreated, relative_risk: 0.5",
    "share": "cumulative: 3 %",
    "points": "versus: untreated, cumulative: 3 %",
}
ASKED = list(product(FRACTURES, KINDS))
TEXT = """
trial: probe
role: calibration
population:
  age: {mean: 72 years, sd: 5 years}
  years_since_menopause: {mean: 22 years, sd: 5 years}
  t_score: {lumbar_spine: {mean: -2.6, sd: 0.8}, total_hip: {mean: -1.9, sd: 0.8}}
  previous_fracture: PREVIOUS
arms:
  treated: {participants: 4000, drugs: [risedronate 35 mg weekly for 3 years]}
  untreated: {participants: 4000}
  alike: {participants: 4000}
observations:
  - {arm: treated, endpoint: bmd_lumbar_spine, month: 36, change: 5 %}
"""


def probe(*observations: str, previous: str = "40 %") -> Trial:
    """Return a trial of risedronate with further observations."""
    lines = "".join(f"  - {{{one}}}\n" for one in observations)
    return Trial.parse(TEXT.replace("PREVIOUS", previous) + lines, "probe.yaml")


def asked(endpoint: str, kind: str, arm: str = "treated", month: int = 36) -> str:
    """Return an observation of events in words."""
    return f"arm: {arm}, endpoint: {endpoint}, month: {month}, {KINDS[kind]}"


@pytest.fixture(scope="module")
def answered() -> dict[tuple[str, str], Row]:
    """Return a row for every fracture and kind."""
    rows = predict(standard(), None, probe(*(asked(*one) for one in ASKED)), FEW)
    return dict(zip(ASKED, rows[1:], strict=True))


@pytest.mark.parametrize(("endpoint", "kind"), ASKED)
def test_every_kind_of_every_fracture_is_answered(
    answered: dict[tuple[str, str], Row], endpoint: str, kind: str
) -> None:
    row = answered[endpoint, kind]
    assert row.problem is None
    assert row.predicted_low < row.predicted < row.predicted_high
    if kind in ("ratio", "risk"):
        assert row.predicted_low > 0.0
        assert 0.2 < row.predicted < 1.0, "risedronate prevents fractures"
    if kind == "share":
        assert 0.0 < row.predicted_low < row.predicted_high < 100.0
    if kind == "points":
        assert row.predicted < 0.0


def test_vertebrae_gain_most_from_an_antiresorptive(answered: dict[tuple[str, str], Row]) -> None:
    """As in every trial of one."""
    ratio = {endpoint: answered[endpoint, "ratio"].predicted for endpoint in FRACTURES}
    assert ratio["fracture_vertebral"] < ratio["fracture_hip"] < ratio["fracture_nonvertebral"]


def test_arms_alike_have_a_ratio_of_one_and_no_difference() -> None:
    """Common random numbers: the same people, the same lives."""
    kinds = ("ratio", "risk", "points")
    trial = probe(*(asked("fracture_vertebral", kind, "alike") for kind in kinds))
    values = [row.predicted for row in predict(standard(), None, trial, FEW)[1:]]
    assert values == pytest.approx([1.0, 1.0, 0.0], abs=1e-12)


def test_at_month_zero_nobody_has_had_one_and_a_ratio_says_why() -> None:
    trial = probe(*(asked("fracture_hip", kind, month=0) for kind in ("share", "ratio")))
    share, ratio = predict(standard(), None, trial, FEW)[1:]
    assert (share.predicted, share.predicted_low, share.predicted_high) == (0.0, 0.0, 0.0)
    assert "give a later month" in str(ratio.problem)


def test_a_trial_of_women_who_have_had_one_sees_more() -> None:
    """Hazard ratio 1.72 between women with and without, at the same BMD.

    Within a month, before the most fragile have broken and leave the sturdier to be counted.
    """

    def share(previous: str) -> float:
        one = asked("fracture_hip", "share", "untreated", month=1)
        trial = probe(one, previous=previous)
        predicted = predict(standard(), None, trial, FEW)[1].predicted
        assert predicted is not None
        return -np.log1p(-predicted / 100)

    assert share("100 %") / share("0 %") == pytest.approx(1.72, rel=0.06)


def test_no_fit_reads_events() -> None:
    trial = probe(*(asked("fracture_hip", kind) for kind in KINDS))
    problem = Problem(standard(), (trial,), free=())
    assert [one.observation.endpoint for one in problem.targets] == ["bmd_lumbar_spine"]


def test_falls_are_found_once_a_mechanism_counts_them() -> None:
    assert key_of_endpoint(Model([]), "falls") is None
    assert key_of_endpoint(standard(), "falls") == Key("falls_so_far")
