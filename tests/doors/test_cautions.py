"""What stands beside a forecast: rules of safety for each strategy, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from doors.studio import Asking

from osteon import Case
from osteon.web.cautions import cautions
from osteon.web.measured import measured

DENOSUMAB = "denosumab 60 mg every 6 months for 3 years"
ZOLEDRONIC_ACID = {"drug": "zoledronic acid", "dose": "5 mg", "once": "month 36"}
PERSON = {
    "age": "62 years",
    "menopause_age": "50 years",
    "t_score": {"lumbar_spine": -2.6},
    "laboratory": {"egfr": "78 mL/min", "calcium": "2.38 mmol/L", "ctx": "0.45 ng/mL"},
}


def case(*drugs: Any, **person: Any) -> Case:
    return Case(person=PERSON | person, strategies={"one": {"drugs": list(drugs)}})


def forbidden(found: Case) -> set[str]:
    return {one.rule for one in cautions(found, "one") if one.verdict == "forbidden"}


def test_denosumab_that_ends_with_nothing_after_it_is_warned_of() -> None:
    [warned] = [one for one in cautions(case(DENOSUMAB), "one") if one.rule == "DEN-4"]
    assert warned.verdict == "forbidden"
    assert "several vertebrae may break" in warned.reason
    assert "Tsourdi 2021" in warned.source


@pytest.mark.parametrize(
    "drugs",
    [
        (DENOSUMAB, ZOLEDRONIC_ACID),
        ({"drug": "denosumab", "dose": "60 mg", "every": "6 months"},),
        (),
    ],
    ids=["an infusion follows", "it goes on", "no denosumab"],
)
def test_there_is_no_such_warning_where_something_follows(drugs: Iterable[Any]) -> None:
    assert "DEN-4" not in forbidden(case(*drugs))


def test_the_gravest_stands_first() -> None:
    """In the order of the room: forbidden, not assessed, caution."""
    weight = {"forbidden": 0, "not assessed": 1, "caution": 2}
    found = [
        weight[one.verdict] for one in cautions(case(DENOSUMAB, "letrozole 2.5 mg daily"), "one")
    ]
    assert found == sorted(found)
    assert found[0] == 0


def test_a_density_counts_as_the_t_score_that_it_is() -> None:
    """EX-1 speaks of a spine T-score of -2.5: on a Hologic scanner 0.7 g/cm2 is far below it."""
    jumping = {"activity": "impact training", "sessions": "3 per week", "minutes": 15}
    found = Case(
        person={
            "age": "62 years",
            "menopause_age": "50 years",
            "bmd": {"lumbar_spine": "0.7 g/cm2"},
        },
        strategies={"one": {"exercise": [jumping]}},
    )
    assert forbidden(found) == {"EX-1"}


def test_measured_points_are_those_of_the_visits() -> None:
    found = case().but(measurements=[{"month": 14, "bmd_lumbar_spine": "0.9 g/cm2"}])
    points = measured(found, ["bmd_lumbar_spine", "t_score_lumbar_spine", "ctx"])
    told = {(one.endpoint, one.month): one.value for one in points}
    assert told["t_score_lumbar_spine", 0.0] == pytest.approx(-2.6)
    assert told["bmd_lumbar_spine", 14.0] == 0.9
    assert told["ctx", 0.0] == 0.45
    # Hologic, spine: 0.110 g/cm2 is one standard deviation of young women (the maker's reference).
    slope = (told["t_score_lumbar_spine", 14.0] + 2.6) / (0.9 - told["bmd_lumbar_spine", 0.0])
    assert slope == pytest.approx(1 / 0.110)


def test_a_measurement_that_contradicts_is_told_apart() -> None:
    """Half of the bone gone in a year without a drug that does so: no forecast learns from it."""
    visits = [
        {"month": 12, "bmd_lumbar_spine": "0.45 g/cm2"},
        {"month": 12, "bmd_total_hip": "0.75 g/cm2"},
    ]
    score = {"lumbar_spine": -1.2, "total_hip": -1.4}
    person = {"age": "62 years", "menopause_age": "50 years", "t_score": score}
    content = {"person": person, "strategies": {"nothing": {}}, "measurements": visits}
    question = {"case": content, "members": 40, "endpoints": ["bmd_lumbar_spine", "bmd_total_hip"]}
    points = Asking()("POST", "simulate", json=question).json()["points"]
    counts = {(one["endpoint"], one["month"]): one["counts"] for one in points}
    assert counts == {
        ("bmd_lumbar_spine", 0.0): True,
        ("bmd_total_hip", 0.0): True,
        ("bmd_lumbar_spine", 12.0): False,
        ("bmd_total_hip", 12.0): True,
    }
