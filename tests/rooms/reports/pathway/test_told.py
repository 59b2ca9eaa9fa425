"""A quantity of the map in words: from its own mechanisms, with the sources of its numbers."""

from __future__ import annotations

import pytest

from osteon.errors import UnknownNameError
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.pathway.chart import chart_of
from osteon.reports.pathway.told import tell
from osteon.vocabulary.site import Site

CHART = chart_of(standard(), Site.LUMBAR_SPINE)


@pytest.mark.parametrize("name", CHART.names)
def test_everything_on_the_map_is_told(name: str) -> None:
    told = tell(CHART, current_layer(), name)
    assert told.giver.summary
    causes = {cause for one in (told.giver, *told.others) for cause in one.causes}
    assert causes == {one.cause for one in CHART.onto(name)}
    assert all(figure.origin for one in told.others for figure in one.figures)


def test_equations_stand_beside_who_wrote_them() -> None:
    told = tell(CHART, None, "osteoclasts")
    assert told.giver.mechanism.name == "osteoclasts"
    assert any("mathrm{d} C" in equation for equation in told.giver.equations)
    others = {one.mechanism.name: one for one in told.others}
    assert others["estrogen_on_cell_survival"].causes == ("estrogen_signal",)
    assert all("X_C" in equation for equation in others["estrogen_on_cell_survival"].equations)


def test_a_fitted_number_says_so_and_where_it_began() -> None:
    figures = tell(CHART, current_layer(), "estradiol").giver.figures
    level = next(one for one in figures if one.name == "peripheral level")
    assert level.origin.startswith("fitted to")
    assert "begun at 20.1" in level.origin


def test_what_is_not_in_the_model_is_not_told() -> None:
    with pytest.raises(UnknownNameError, match="rankl"):
        tell(CHART, None, "rankle")
