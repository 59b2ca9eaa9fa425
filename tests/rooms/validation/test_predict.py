"""Every observation gets a row: a prediction, or the reason why there is none."""

from __future__ import annotations

import pytest

from osteon.language.trial import Trial
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.validation.predict import Effort, predict

FEW = Effort(people=16, draws=6, people_per_draw=4)
TEXT = """
trial: probe
population:
  age: {{mean: 66 years, sd: 3 years}}
  years_since_menopause: {{mean: 15 years, sd: 2 years}}
arms:
  treated: {{participants: {participants}, drugs: [anastrozole 1 mg daily for 2 years]}}
  untreated: {{participants: {participants}}}
  unknown: {{drugs: [denosumab 60 mg every 6 months for 2 years]}}
observations:
  - {{arm: treated, endpoint: bmd_lumbar_spine, month: 24, change: -4 %}}
  - {{arm: treated, versus: untreated, endpoint: bmd_lumbar_spine, month: 24, difference: -3 %}}
  - {{arm: untreated, endpoint: bmd_lumbar_spine, month: 24, change: -1 %}}
  - {{arm: treated, endpoint: estradiol, month: 3, level: 2.7 pmol/L}}
  - {{arm: treated, endpoint: sclerostin, month: 24, change: 1 %}}
  - {{arm: unknown, endpoint: bmd_total_hip, month: 24, change: 5 %}}
  - {{arm: treated, endpoint: bmd_lumbar_spine, since: month 12, month: 24, change: -1.5 %}}
"""


def rows(participants: int = 100):
    """Return the rows of the probe trial, by a model without one drug and one readout."""
    trial = Trial.parse(TEXT.format(participants=participants), "probe.yaml")
    smaller = [one for one in mechanisms() if one.name not in ("denosumab", "serum_sclerostin")]
    return predict(Model(smaller), None, trial, FEW)


@pytest.fixture(scope="module")
def predicted():
    """Return the rows of the probe trial, predicted once."""
    return rows()


def test_none_is_dropped_and_the_reason_is_named(predicted):
    """An endpoint and a drug that are not in the model keep their rows."""
    assert len(predicted) == 7
    assert "denosumab" in str(predicted[5].problem)
    assert "anastrozole" in str(predicted[5].problem), "says what the model holds"
    assert predicted[4].predicted is None
    assert "sclerostin" in str(predicted[4].problem)


def test_a_difference_is_one_arm_less_the_other(predicted):
    """With common random numbers the difference of means is the mean difference."""
    treated, difference, untreated = (row.predicted for row in predicted[:3])
    assert difference == pytest.approx(treated - untreated)


def test_estradiol_on_anastrozole(predicted):
    """Mean estradiol falls near the measured 2.7 pmol/L (2.4 to 3.1, Dixon 2008)."""
    assert 1.5 < predicted[3].predicted < 4.0


def test_fewer_participants_widen_the_interval(predicted):
    """Sampling error shrinks with the size of the trial."""
    small = rows(participants=10)[0]
    large = predicted[0]
    assert small.predicted == pytest.approx(large.predicted)
    assert small.predicted_high - small.predicted_low > large.predicted_high - large.predicted_low
