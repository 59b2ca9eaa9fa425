"""What was observed: one value, in its own unit, that fits its endpoint."""

from __future__ import annotations

import pytest

from osteon.errors import InputError
from osteon.language import Observation

BMD = {"arm": "drug", "endpoint": "bmd_lumbar_spine", "month": 36}
FRACTURE = {"arm": "drug", "versus": "placebo", "endpoint": "fracture_vertebral", "month": 36}


@pytest.mark.parametrize(
    ("words", "kind", "value", "unit"),
    [
        (BMD | {"change": "-4.1 %"}, "change", -4.1, "%"),
        (BMD | {"versus": "placebo", "difference": "-2.2 %"}, "difference", -2.2, "%"),
        (BMD | {"level": "915 mg/cm2"}, "level", 0.915, "g/cm2"),
        (BMD | {"absolute": "-0.02 g/cm2"}, "absolute", -0.02, "g/cm2"),
        (BMD | {"t_score_change": -0.4}, "t_score_change", -0.4, ""),
        (BMD | {"endpoint": "estradiol", "level": "2.7 pmol/L"}, "level", 2.7, "pmol/L"),
        (BMD | {"endpoint": "tracp5b", "level": "3 U/L"}, "level", 3, "U/L"),
        (FRACTURE | {"relative_risk": 0.32}, "relative_risk", 0.32, ""),
        (FRACTURE | {"hazard_ratio": "0.6"}, "hazard_ratio", 0.6, ""),
        (FRACTURE | {"versus": None, "cumulative": "2.3 %"}, "cumulative", 2.3, "%"),
    ],
)
def test_a_value_has_its_kind_and_unit(
    words: dict[str, object], kind: str, value: float, unit: str
) -> None:
    one = Observation(**words)
    assert (one.kind, one.unit) == (kind, unit)
    assert one.value == pytest.approx(value, rel=1e-12)
    assert Observation(**one.words()) == one


def test_everything_about_a_value_is_in_its_unit() -> None:
    words = {"level": "1 pg/mL", "ci": ["0.5 pg/mL", "5 pmol/L"], "sd": "1 pg/mL", "se": "1 pmol/L"}
    one = Observation(**BMD | {"endpoint": "estradiol"} | words, n=54, statistic="median")
    assert one.ci is not None
    assert one.value == one.sd
    assert one.value == pytest.approx(3.671, rel=1e-3)  # 1 pg/mL of estradiol
    assert one.ci.low == pytest.approx(one.value / 2, rel=1e-12)
    assert one.ci.high == 5
    assert (one.se, one.n, one.statistic, one.month) == (1, 54, "median", 36)
    assert Observation(**one.words()) == one


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (BMD, "has no value; add one of change, difference, hazard_ratio"),
        (
            BMD | {"change": "-4 %", "level": "0.9 g/cm2"},
            "level has 2 values (change, level); keep",
        ),
        (BMD | {"change": -4}, "change: -4 has no unit; write it with one, such as '-4 %'"),
        (BMD | {"change": "-400 %"}, "change: -400 % is outside the plausible range, -100 to"),
        (BMD | {"difference": "-4 %"}, "difference needs a second arm; add 'versus: ...'"),
        (BMD | {"versus": "a", "change": "1 %"}, "change is for one arm; write 'difference'"),
        (BMD | {"versus": "drug", "difference": "1 %"}, "versus is the same arm; name the other"),
        (BMD | {"cumulative": "3 %"}, "cumulative does not fit bmd_lumbar_spine; it belongs to fr"),
        (FRACTURE | {"difference": "3 %"}, "difference does not fit fracture_vertebral; write one"),
        (FRACTURE | {"relative_risk": -1}, "relative_risk: -1 is outside the plausible range"),
        (BMD | {"endpoint": "ctx", "t_score_change": 1}, "t_score_change does not fit ctx; it bel"),
        (BMD | {"endpoint": "bmd_spine", "change": "1 %"}, "unknown endpoint 'bmd_spine'; did you"),
        (BMD | {"level": 0.9}, "level: 0.9 has no unit; write it with one, such as '0.9 g/cm2'"),
        (BMD | {"change": "1 %", "ci": ["2 %", "0 %"]}, "ci: '['2 %', '0 %']' begins with its"),
        (BMD | {"change": "1 %", "ci": "2 %"}, "ci: '2 %' is not an interval; write [low, high]"),
        (BMD | {"change": "1 %", "ci": [0, 2]}, "ci: 0 has no unit; write it with one, such as"),
        (BMD | {"change": "1 %", "sd": "-1 %"}, "sd: -1 % is outside the plausible range, 0 to"),
        (BMD | {"change": "1 %", "since": "month 36"}, "since is not before the month of the obs"),
        (BMD | {"change": "1 %", "since": 12}, "since: 12 does not say of what; write for"),
        (BMD | {"change": "1 %", "statistic": "mode"}, "unknown statistic 'mode'; did you mean"),
        (BMD | {"change": "1 %", "confidence": "sure"}, "unknown confidence 'sure'; known are"),
        (BMD | {"change": "1 %", "n": 0}, "n: 0 is not a whole number in the plausible range"),
        (BMD | {"month": "36 months", "change": "1 %"}, "'36 months' is not a point in time"),
    ],
)
def test_what_no_observation_can_be(words: dict[str, object], told: str) -> None:
    with pytest.raises(InputError) as caught:
        Observation(**words)
    assert told in str(caught.value)
