"""The table of parameters: columns by name and site, with a fitted layer laid over them."""

from __future__ import annotations

from typing import Any

import pytest

from osteon.errors import ParameterError, UnknownNameError
from osteon.model.library import mechanisms, standard
from osteon.model.model import Model
from osteon.model.table import ParameterTable, _check_together
from osteon.parameters import Layer
from osteon.parameters.parameter import Spread
from osteon.vocabulary.site import Site


def layer(**values: float) -> Layer:
    """Return a layer of some parameters (dots written as double underscores)."""
    names = tuple(name.replace("__", ".") for name in values)
    return Layer(
        name="test",
        version="0",
        date="2026-01-01",
        data=(),
        parameters=names,
        fitted=names,
        values=tuple(values.values()),
        spread_left=(1.0,) * len(names),
        discrepancy={},
        draws=(tuple(values.values()),),
    )


def test_a_layer_replaces_what_it_names_and_nothing_else(model: Model) -> None:
    laid = model.table.under(layer(coupling__strength=0.5))
    place = model.table.column("coupling.strength")
    assert laid.values[place] == 0.5
    assert laid.values[:place] == model.table.values[:place]
    assert laid.values[place + 1 :] == model.table.values[place + 1 :]
    assert laid.columns == model.table.columns


def test_the_literature_stays_as_it_was(model: Model) -> None:
    before = model.table.values
    model.table.under(layer(coupling__strength=0.5))
    assert model.table.values == before


def test_a_layer_reaches_one_site_alone(model: Model) -> None:
    one = layer().model_copy(
        update={"parameters": ("bone.turnover@total_hip",), "values": (0.001,)}
    )
    laid = model.table.under(one)
    changed = {
        name
        for name, old, new in zip(laid.columns, model.table.values, laid.values, strict=True)
        if old != new
    }
    assert changed == {"bone.turnover@total_hip"}


def test_a_layer_for_a_parameter_that_is_gone_names_the_nearest(model: Model) -> None:
    with pytest.raises(UnknownNameError) as caught:
        model.table.under(layer(coupling__strenght=0.5))
    words = str(caught.value)
    assert words.startswith(
        "unknown parameter 'coupling.strenght'; did you mean 'coupling.strength'"
    )


def test_a_parameter_per_site_has_a_column_per_site_in_order(model: Model) -> None:
    columns = [name for name in model.table.columns if name.startswith("bone.turnover")]
    assert columns == [f"bone.turnover@{site}" for site in Site]
    per_site = model.table.parameter("bone.turnover@total_hip")
    assert per_site is model.table.parameters["bone.turnover"]
    for site in Site:
        place = model.table.find("bone", "turnover", site)
        assert model.table.values[place] == per_site.value[site]


def test_a_parameter_of_the_person_is_the_same_from_every_site(model: Model) -> None:
    places = {model.table.find("coupling", "strength", site) for site in (None, *Site)}
    assert places == {model.table.column("coupling.strength")}


def test_a_missing_parameter_says_which_file_should_hold_it(model: Model) -> None:
    with pytest.raises(ParameterError, match=r"which coupling\.toml does not hold"):
        model.table.find("coupling", "weakness", None)


def test_the_library_is_found_by_walking_and_holds_each_mechanism_once() -> None:
    names = [one.name for one in mechanisms()]
    assert len(names) == len(set(names))
    assert {"estradiol", "anastrozole", "bmd"} <= set(names)
    assert standard() is standard()
    assert [one.name for one in standard().mechanisms] == sorted(names)


def test_what_a_spread_goes_together_with_must_be_there() -> None:
    rest = [one for one in mechanisms() if one.name != "bone"]
    with pytest.raises(UnknownNameError, match=r"unknown parameter 'bone\.turnover'"):
        ParameterTable.of(rest)


@pytest.mark.parametrize(
    "own", [None, {"sd": 0.2}, {"log_sd": 0.2, "together_with": {"coupling.strength": 0.5}}]
)
def test_people_must_differ_by_themselves_in_what_a_spread_goes_together_with(
    model: Model, own: dict[str, Any] | None
) -> None:
    alone = None if own is None else Spread.model_validate(own | {"reason": "a toy"})
    turnover = model.table.parameters["bone.turnover"]
    changed = turnover.model_copy(update={"between_people": alone})
    with pytest.raises(ParameterError, match="by themselves, by a log_sd"):
        _check_together({**model.table.parameters, "bone.turnover": changed})
