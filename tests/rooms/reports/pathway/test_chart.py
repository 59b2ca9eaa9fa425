"""What the map shows, read from the model: physiology as textbooks draw it, and nothing private."""

from __future__ import annotations

import pytest

from osteon.interventions.drug import Drug
from osteon.model.influences import giver_of
from osteon.model.library import standard
from osteon.reports.pathway.arrangement import DONE, MEASURED, bands_of
from osteon.reports.pathway.chart import Chart, chart_of
from osteon.vocabulary.site import Site


@pytest.fixture(scope="module", params=list(Site))
def chart(request: pytest.FixtureRequest) -> Chart:
    return chart_of(standard(), request.param)


TEXTBOOK = [
    ("estradiol", "estrogen_signal"),
    ("estrogen_signal", "cytokines"),
    ("estrogen_signal", "opg"),
    ("cytokines", "rankl"),
    ("pth", "rankl"),
    ("rankl", "rank_occupancy"),
    ("opg", "rank_occupancy"),
    ("rank_occupancy", "osteoclasts"),
    ("osteoclasts", "resorption_rate"),
    ("osteocytes", "sclerostin"),
    ("sclerostin", "wnt_activity"),
    ("wnt_activity", "formation_rate"),
    ("osteoblasts", "formation_rate"),
    ("mechanical_load", "mechanical_stimulus"),
    ("mechanostat_signal", "sclerostin"),
    ("serum_calcium", "pth"),
    ("bone_mineral", "bmd"),
    ("vitamin_d_intake", "calcidiol"),
]


@pytest.mark.parametrize(("cause", "effect"), TEXTBOOK)
def test_the_textbook_is_on_the_map(chart: Chart, cause: str, effect: str) -> None:
    assert cause in {one.cause for one in chart.onto(effect)}


def test_every_drug_of_the_model_reaches_bone(chart: Chart) -> None:
    acting = {one.cause for one in chart.influences}
    doses = {one.dose.name for one in chart.model.mechanisms if isinstance(one, Drug)}
    assert doses <= acting


def test_fluxes_are_arrows_and_what_is_private_is_passed_through(chart: Chart) -> None:
    roster = chart.model.roster
    assert not roster.opener.keys() & set(chart.names)
    shown = {name for name in chart.names if isinstance(giver_of(chart.model, name), Drug)}
    assert shown == {one.dose.name for one in chart.model.mechanisms if isinstance(one, Drug)}


def test_arrows_run_between_what_is_shown_through_mechanisms_that_stand_between(
    chart: Chart,
) -> None:
    for one in chart.influences:
        assert {one.cause, one.effect} <= set(chart.names)
        assert one.cause != one.effect
        assert one.cause in {read.name for equation in one.equations for read in equation.reads}
        assert one.effect in {equation.quantity.name for equation in one.equations}
        assert one.mechanisms


def test_bands_run_from_what_is_done_to_what_is_measured(chart: Chart) -> None:
    bands = bands_of(chart, chart.names)
    assert [bands[0].name, bands[-1].name] == [DONE, MEASURED]
    between = [band.name for band in bands[1:-1]]
    assert between.index("endocrine") < between.index("signaling") < between.index("cells")
    assert between.index("cells") < between.index("remodeling")
    assert sorted(name for band in bands for name in band.quantities) == sorted(chart.names)
