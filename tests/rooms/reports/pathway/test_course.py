"""Levels and pushes on the map, held to what can be said without a simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from osteon.language import Case
from osteon.model.library import standard
from osteon.reports.pathway.chart import chart_of
from osteon.reports.pathway.course import Course, Played, play
from osteon.vocabulary.site import Site

CASE = """
person: {age: 62 years, sex: female, height: 164 cm, weight: 68 kg, menopause_age: 50 years}
strategies:
  inhibitor: {drugs: [anastrozole 1 mg daily for 1 year]}
  inhibitor and antibody:
    drugs: [anastrozole 1 mg daily for 1 year, denosumab 60 mg every 6 months for 1 year]
horizon: 2 years
"""


@pytest.fixture(scope="module")
def played() -> Played:
    model = standard()
    return play(model, None, Case.parse(CASE), chart_of(model, Site.LUMBAR_SPINE))


def course(played: Played, strategy: str | None) -> Course:
    return next(one for one in played.courses if one.strategy == strategy)


def pushes(played: Played, strategy: str | None, effect: str) -> dict[str, np.ndarray]:
    found = course(played, strategy).pushes
    return {
        one.cause: found[place]
        for place, one in enumerate(played.chart.influences)
        if one.effect == effect
    }


def test_what_is_usual_comes_first_and_every_month_has_its_place(played: Played) -> None:
    assert [one.strategy for one in played.courses] == [
        None,
        "inhibitor",
        "inhibitor and antibody",
    ]
    assert played.months == pytest.approx(np.arange(25), abs=0.05)
    assert all(len(level) == 25 for one in played.courses for level in one.levels.values())


def test_the_ratio_is_pushed_by_exactly_what_it_is_a_ratio_of(played: Played) -> None:
    levels = course(played, "inhibitor").levels
    felt = pushes(played, "inhibitor", "rankl_opg_ratio")
    assert felt["rankl"] == pytest.approx(np.log(levels["rankl"]), abs=1e-9)
    assert felt["opg"] == pytest.approx(-np.log(levels["opg"]), abs=1e-9)


def test_a_state_that_is_made_and_lost_in_proportion_settles_at_its_production(
    played: Played,
) -> None:
    """OPG follows k (production - OPG): the fold of its one cause is where it settles."""
    levels = course(played, "inhibitor").levels
    (felt,) = pushes(played, "inhibitor", "opg").values()
    assert felt[12] == pytest.approx(math.log(levels["opg"][12]), rel=0.01)


def test_two_causes_of_estradiol_share_out_how_far_it_fell(played: Played) -> None:
    levels = course(played, "inhibitor").levels
    fall = math.log(levels["estradiol"][6] / played.reference["estradiol"])
    felt = pushes(played, "inhibitor", "estradiol")
    assert sum(one[6] for one in felt.values()) == pytest.approx(fall, rel=1e-3)
    assert felt["anastrozole_dose"][6] < -1.0
    assert felt["anastrozole_dose"][24] == pytest.approx(0.0, abs=1e-3)


def test_what_is_not_done_pushes_nothing(played: Played) -> None:
    for name in ("denosumab_depot", "anastrozole_dose", "teriparatide_dose"):
        place = next(
            place for place, one in enumerate(played.chart.influences) if one.cause == name
        )
        assert not course(played, None).pushes[place].any()


def test_an_antibody_against_rankl_lowers_its_receptors_occupancy(played: Played) -> None:
    felt = pushes(played, "inhibitor and antibody", "rank_occupancy")
    assert felt["denosumab_depot"][1] < -1.0
    assert felt["rankl"][1] > 0.0
