"""`model.explain`: every quantity in words, with the numbers of the state that is shown."""

from __future__ import annotations

import math
import re

import pytest

from osteon.errors import UnknownNameError
from osteon.mechanism import Mechanism
from osteon.model.evaluation import Evaluation
from osteon.model.explain import account_of, explain, origin_of, uncertainty_of
from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.parameters import Layer, Parameter
from osteon.vocabulary.site import Site

MODEL = standard()


def under_anastrozole(amount: float) -> Evaluation:
    """Return the reference state with anastrozole in the body (mg)."""
    now = MODEL.at_reference()
    states = {key: now.quantity(key).value for key in MODEL.states}  # type: ignore[attr-defined]
    inputs = {key: now.quantity(key).value for key in MODEL.inputs}  # type: ignore[attr-defined]
    return MODEL.evaluate({**states, Key("anastrozole"): amount}, inputs)


@pytest.mark.parametrize("name", sorted(MODEL.roster.quantities))
def test_every_quantity_explains_itself(name: str) -> None:
    text = MODEL.explain(name)
    quantity = MODEL.roster.quantities[name]
    assert quantity.meaning in text
    assert f"written {quantity.symbol}" in text
    assert re.search(r"grade [ABCD]: ", text)
    for heading in ("Given by", "What acts on it", "What it acts on", "Parameters"):
        assert heading in text


def test_a_flux_shows_each_mechanism_with_its_fold_now() -> None:
    table = MODEL.table.parameters
    volume, half = table["anastrozole.volume"].value, table["anastrozole.half_inhibition"].value
    amount = 2.5
    fold = 1.0 / (1.0 + amount / volume / half)  # type: ignore[operator]
    text = explain(MODEL, "aromatase_activity", under_anastrozole(amount))
    assert f"anastrozole (grade A): fold {fold:.3g}\n" in text
    assert "fold 1\n" in MODEL.explain("aromatase_activity")


def test_a_state_shows_what_stands_in_its_equation_and_nothing_else() -> None:
    acting = MODEL.explain("rankl").split("What acts on it")[1].split("What it acts on")[0]
    assert acting.split() == ["rankl_production", "=", "1"]


def test_downstream_names_the_mechanism() -> None:
    assert "estrogen_signal, by estrogen_receptor (grade B)" in MODEL.explain("estradiol")


def test_a_measured_parameter_names_its_publication_and_the_place_in_it() -> None:
    text = MODEL.explain("anastrozole")
    parameter = MODEL.table.parameters["anastrozole.elimination"]
    assert f"anastrozole.elimination = {parameter.value:.3g} 1/day" in text
    assert "measured: AstraZeneca (2019)" in text
    assert f"[{parameter.origin.locus}]" in text
    assert "uncertainty: a factor of" in text


def test_an_assumed_parameter_gives_its_reason() -> None:
    parameter = MODEL.table.parameters["rankl_opg.turnover"]
    assert f"assumed: {parameter.origin.reason}" in MODEL.explain("rankl")


# Ten sets whose logarithms have a standard deviation of exactly 0.2.
DRAWN = tuple((0.7 * math.exp(0.2 * sign * math.sqrt(0.9)),) for sign in (-1, 1) for _ in range(5))


def layer_of_turnover(*fitted: str) -> Layer:
    return Layer(
        name="try",
        version="0",
        date="2020-01-01",
        data=("one", "two"),
        parameters=("rankl_opg.turnover",),
        fitted=fitted,
        values=(0.7,),
        spread_left=(0.3,),
        discrepancy={},
        draws=DRAWN,
    )


def test_a_fitted_parameter_names_the_layer_and_where_it_started() -> None:
    layer = layer_of_turnover("rankl_opg.turnover")
    text = explain(MODEL, "rankl", MODEL.at_reference(), layer)
    assert "fitted: layer try of 2020-01-01, to 2 trials" in text
    typical = MODEL.table.parameters["rankl_opg.turnover"].value
    assert f"start value {typical:.3g} 1/day, assumed: " in text
    assert "uncertainty: a factor of 1.22 either way (one SD)" in text  # exp(0.2)


def test_a_parameter_that_the_data_did_not_move_is_not_called_fitted() -> None:
    text = explain(MODEL, "rankl", MODEL.at_reference(), layer_of_turnover())
    assert "fitted" not in text
    assert "    assumed: " in text
    assert "uncertainty: a factor of 1.22 either way (one SD)" in text


def test_a_value_other_than_the_typical_one_is_said_to_be_so() -> None:
    values = list(MODEL.table.values)
    values[MODEL.table.column("rankl_opg.turnover")] = 0.25
    now = MODEL.at_reference()
    states = {key: now.quantity(key).value for key in MODEL.states}  # type: ignore[attr-defined]
    inputs = {key: now.quantity(key).value for key in MODEL.inputs}  # type: ignore[attr-defined]
    other = MODEL.evaluate(states, inputs, values)
    typical = MODEL.table.parameters["rankl_opg.turnover"].value
    text = explain(MODEL, "rankl", other)
    assert "rankl_opg.turnover = 0.25 1/day" in text
    assert f"here another value than the typical {typical:.3g} 1/day" in text


def test_rankl_and_opg_are_those_of_bone() -> None:
    for name in ("rankl", "opg", "rankl_opg_ratio"):
        assert "bone compartment" in MODEL.explain(name)
        assert re.search("not (a )?serum", MODEL.explain(name))


def test_one_site_or_all() -> None:
    assert "(femoral neck)" in MODEL.explain("bmd")
    assert "(femoral neck)" not in MODEL.explain("bmd@total_hip")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("rankel", "unknown quantity 'rankel'; did you mean 'rankl'"),
        ("bmd@spine", "unknown site 'spine'; did you mean 'lumbar_spine'"),
        ("estradiol@total_hip", "'estradiol' exists once in a person; leave out '@total_hip'"),
    ],
)
def test_a_name_that_is_not_known_gets_the_nearest(asked: str, words: str) -> None:
    with pytest.raises(UnknownNameError, match=re.escape(words)):
        MODEL.explain(asked)


class Taught(Mechanism):
    """The first line.

        rate = 2 * x

    A remark that
    goes on. Assumes: nothing.
    """


def test_a_docstring_is_taken_apart() -> None:
    account = account_of(Taught())
    assert account.summary == "The first line."
    assert account.equations == ("rate = 2 * x",)
    assert account.remarks == "A remark that goes on. Assumes: nothing."


def test_an_uncertainty_in_the_unit_of_the_value() -> None:
    parameter = Parameter.model_validate(
        {
            "value": dict.fromkeys(Site, 0.5),
            "unit": "mg",
            "meaning": "A parameter for a test.",
            "origin": {"method": "assumed", "reason": "a test"},
            "uncertainty": {"sd": 0.25},
        }
    )
    assert uncertainty_of(parameter) == "uncertainty: one SD is 0.25 mg"
    assert origin_of(parameter) == "assumed: a test"
