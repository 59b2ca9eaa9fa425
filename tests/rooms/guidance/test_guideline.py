"""Guidelines side by side: thresholds as published, and what is not known said."""

from __future__ import annotations

import pytest

from osteon.guidance.facts import Situation
from osteon.guidance.guideline import (
    Trigger,
    disagreement,
    dxa_intervals,
    guidelines,
    triggers,
)
from osteon.language import Person, Strategy

NO_RISKS = dict.fromkeys(
    ("parent_hip_fracture", "previous_fracture", "glucocorticoids", "vertebral_fracture"), "no"
) | {"smoking": "never"}


def asked(
    spine: float | None, drugs: tuple[str, ...] = ("anastrozole 1 mg daily",), **person: object
) -> dict[str, Trigger]:
    words: dict[str, object] = {
        "age": "60 years", "menopause_age": "50 years", "height": "160 cm", "weight": "70 kg",
        "history": NO_RISKS,
    }  # fmt: skip
    if spine is not None:
        words["t_score"] = {"lumbar_spine": spine}
    found = Situation(Person(**(words | person)), Strategy(), Strategy(drugs=list(drugs)), 1826.25)
    return {one.guideline.name: one for one in triggers(found)}


def test_every_guideline_says_where_it_stands_and_gives_no_order() -> None:
    for one in guidelines():
        assert one.doi is None or one.doi.startswith("10.")
        assert one.read
        assert one.says.endswith(".")
        assert "should" not in f"{one.says} {' '.join(one.also)}"


def test_two_guidelines_have_bmd_measured_again_after_one_to_two_years() -> None:
    assert dxa_intervals() == {(12, 24): ["ESMO 2020", "Hadji 2017"]}


@pytest.mark.parametrize(
    ("spine", "history", "met"),
    [
        (-2.1, {}, True),
        (-2.0, {}, False),
        (-1.6, {}, False),
        (-1.6, {"smoking": "current"}, True),
        (-1.5, {"smoking": "current", "glucocorticoids": "yes"}, False),
        (None, {"smoking": "current", "glucocorticoids": "yes"}, True),
        (None, {"smoking": "current"}, None),
    ],
)
def test_hadji_2017(spine: float | None, history: dict[str, str], met: bool | None) -> None:
    assert asked(spine, history=NO_RISKS | history)["Hadji 2017"].met is met


def test_asco_2019_takes_a_typed_frax_value_and_asks_for_it() -> None:
    assert asked(-2.5)["ASCO 2019"].met is True
    unknown = asked(-1.0)["ASCO 2019"]
    assert unknown.met is None
    assert "frax: hip" in unknown.answer
    low = {"frax": {"major_osteoporotic": "9 %", "hip": "1 %"}}
    assert asked(-1.0, **low)["ASCO 2019"].met is False
    assert asked(-1.0, frax={"major_osteoporotic": "9 %", "hip": "3 %"})["ASCO 2019"].met is True


def test_scan_2015_and_b_able_2016() -> None:
    assert asked(-2.1)["SCAN 2015"].met is True
    assert asked(-1.9)["SCAN 2015"].met is False
    assert asked(-2.2)["B-ABLE 2016"].met is False
    assert asked(-2.2, history=NO_RISKS | {"glucocorticoids": "yes"})["B-ABLE 2016"].met is True
    assert asked(-0.5, history=NO_RISKS | {"previous_fracture": "yes"})["B-ABLE 2016"].met is True


def test_a_guideline_says_nothing_of_people_it_is_not_for() -> None:
    found = asked(-3.0, drugs=())
    assert not found["Hadji 2017"].applies
    assert found["Hadji 2017"].answer == "does not apply here"


def test_disagreement_is_told_in_one_sentence() -> None:
    told = disagreement(asked(-2.2, frax={"major_osteoporotic": "9 %", "hip": "1 %"}).values())
    assert told is not None
    assert "Hadji 2017" in told
    assert told.partition("not by")[2].strip() == "ASCO 2019 and B-ABLE 2016"
    assert disagreement(asked(-3.5).values()) is None
