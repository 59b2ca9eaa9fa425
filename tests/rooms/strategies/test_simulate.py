"""A forecast begins with what was measured, differs by treatment alone, and refuses in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from osteon.errors import InputError, UnknownNameError
from osteon.language.case import Case
from osteon.language.person import Person
from osteon.language.strategy import Strategy
from osteon.planning.plan import plan
from osteon.strategies.compare import compare
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate

ALONE = Strategy(drugs=["anastrozole 1 mg daily for 5 years"])
WOMAN = Person(age="62 years", menopause_age="50 years", t_score={"lumbar_spine": -1.2})


def test_every_month_to_the_horizon(forecast: Forecast) -> None:
    assert forecast.months.tolist() == list(range(37))
    assert forecast.strategies == ("alone", "with risedronate")
    assert forecast["alone"].ctx.values.shape == (24, 37)


def test_a_horizon_within_a_month_is_the_last_time() -> None:
    short = simulate(WOMAN, {"a": ALONE}, horizon="2.5 months", members=2)
    assert short.months.tolist() == [0, 1, 2, 2.5]


def test_month_0_is_what_was_measured(forecast: Forecast) -> None:
    spine = forecast["alone"].bmd_lumbar_spine
    assert spine.unit == "g/cm2"
    # Young mean and deviation of the scanner's maker, L1-L4: 1.047 and 0.110 g/cm2.
    assert spine.values[:, 0] == pytest.approx(1.047 - 1.2 * 0.110, rel=1e-3)
    assert forecast["alone"].ctx.values[:, 0] == pytest.approx(0.45, rel=1e-3)
    assert forecast["alone"].t_score("total_hip").values[:, 0] == pytest.approx(-0.9, abs=0.01)


def test_equal_strategies_do_the_same_to_every_member() -> None:
    twice = simulate(WOMAN, {"a": ALONE, "b": ALONE}, horizon="1 year", members=6)
    assert np.array_equal(twice["a"].pinp.values, twice["b"].pinp.values)


def test_the_same_seed_gives_the_same_forecast_and_another_does_not(case: Case) -> None:
    one, same, other = (
        simulate(case, members=4, seed=seed, horizon="1 year")["alone"].bmd_total_hip.values
        for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert not np.allclose(one[1:], other[1:])


def test_a_person_with_strategies_is_a_case(case: Case, forecast: Forecast) -> None:
    beside = simulate(
        case.person, case.strategies, usual=case.usual, horizon="3 years", members=24, seed=5
    )
    expected = forecast["with risedronate"].bmd_lumbar_spine.values
    assert np.array_equal(beside["with risedronate"].bmd_lumbar_spine.values, expected)


def test_any_quantity_of_the_model_has_a_course(forecast: Forecast) -> None:
    ratio = forecast["alone"]["rankl_opg_ratio@lumbar_spine"]
    assert ratio.values.shape == (24, 37)
    assert ratio.median[-1] > ratio.median[0] > 0


def test_an_unknown_endpoint_names_the_nearest(forecast: Forecast) -> None:
    with pytest.raises(UnknownNameError, match=r"'bmd_lumbar_spin'.*'bmd_lumbar_spine'"):
        forecast["alone"]["bmd_lumbar_spin"]
    with pytest.raises(AttributeError, match="did you mean 'pinp'"):
        _ = forecast["alone"].pinpp
    with pytest.raises(UnknownNameError, match="add one of @lumbar_spine"):
        forecast["alone"]["rankl"]
    with pytest.raises(UnknownNameError, match="did you mean 'alone'"):
        forecast["aloen"]
    with pytest.raises(UnknownNameError, match="unknown site"):
        forecast["alone"].t_score("wrist")


def test_as_labeled_arrays_and_as_a_table(forecast: Forecast) -> None:
    arrays = forecast.to_xarray()
    assert arrays["bmd_total_hip"].attrs["units"] == "g/cm2"
    expected = forecast["alone"].ctx.values
    assert np.array_equal(arrays["ctx"].sel(strategy="alone").values, expected)
    table = forecast.to_pandas()
    columns = ["strategy", "endpoint", "unit", "month", "median", "low", "high", "mean"]
    assert list(table) == columns
    assert len(table) == 2 * 37 * len(forecast.endpoints + forecast.fractures)
    assert (table["low"] <= table["high"]).all()


def test_citations_name_the_sources_of_parameters_and_the_trials_of_the_fit(
    forecast: Forecast,
) -> None:
    cited = forecast.citations()
    assert len(set(cited)) == len(cited)
    source = forecast.model.table.parameters["estradiol.peripheral_level"].origin.source
    assert source is not None
    assert any(line.startswith(source[:5].title()) for line in cited)
    if forecast.layer is not None:
        assert all(any(name in line for line in cited) for name in forecast.layer.data)


def test_what_changes_nothing_is_said(case: Case) -> None:
    history = {"kidney_stones": True, "glucocorticoids": True, "previous_fracture": True}
    person = case.person.but(history=history, laboratory={"egfr": "60 mL/min"})
    treated = Strategy(diet={"foods": [{"food": "kefir", "amount": "200 g"}]})
    notes = simulate(person, {"a": Strategy(), "b": treated}, horizon="1 month", members=2).notes
    assert any(note.startswith("kidney stones (history) has no mechanism") for note in notes)
    assert any(note.startswith("glucocorticoids make fractures likelier") for note in notes)
    assert any(note.startswith("eGFR (laboratory) has no mechanism") for note in notes)
    assert not any("previous fracture" in note for note in notes)
    assert any(note.startswith("b: the table of foods does not know the") for note in notes)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"members": 0}, "0 members cannot be simulated; ask for 1 to"),
        ({"members": 10**9}, "cannot be simulated"),
        ({"members": 10.5}, "10.5 members cannot be simulated; ask for 1 to"),
        ({"members": "10"}, "'10' members cannot be simulated; ask for 1 to"),
        ({"seed": -1}, "the seed -1 is not a whole number from 0"),
        ({"seed": 1.5}, "the seed 1.5 is not a whole number from 0"),
        ({"seed": None}, "the seed None is not a whole number from 0"),
        ({"followed": "alon"}, "unknown strategy 'alon'; did you mean 'alone'"),
        ({"usual": Strategy()}, "a case brings its strategies"),
        ({"horizon": "10"}, "unit"),
    ],
)
def test_what_cannot_be_asked_is_refused(case: Case, wrong: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        simulate(case, **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_a_man_is_answered_with_a_word_of_caution() -> None:
    """Estradiol of men falls by about half on an aromatase inhibitor."""
    man = Person(age="70 years", sex="male")
    taken = {"alone": Strategy(), "inhibited": {"drugs": ["anastrozole 1 mg daily"]}}
    forecast = simulate(man, taken, members=2, horizon="1 year")
    assert any("few data are of men" in note for note in forecast.notes)
    levels = [
        forecast.outcomes[name].trajectory["estradiol"][0, -1] for name in ("alone", "inhibited")
    ]
    assert levels[1] / levels[0] == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("strategies", [None, {}, [Strategy()], Strategy()])
def test_a_person_without_strategies_by_name_is_refused(strategies: Any) -> None:
    with pytest.raises(InputError, match="at least one strategy"):
        simulate(WOMAN, strategies)


@pytest.mark.parametrize("asked", [simulate, compare, plan])
def test_what_is_no_case_is_told_how_to_become_one(asked: Callable[[Any], object]) -> None:
    with pytest.raises(
        InputError, match=r"a str is not a case: Case.read\('case.yaml'\) reads one"
    ):
        asked("anna.yaml")


@pytest.mark.parametrize("asked", [compare, plan])
def test_a_person_is_no_case(asked: Callable[[Any], object]) -> None:
    with pytest.raises(InputError, match="a Person is not a case"):
        asked(WOMAN)


def test_a_forecast_holds_its_strategies(forecast: Forecast) -> None:
    assert len(forecast) == 2
    assert "alone" in forecast
    assert forecast["alone"] in forecast
    assert "alon" not in forecast
    with pytest.raises(UnknownNameError, match="known are alone, with risedronate"):
        forecast[0]  # type: ignore[index]  # wrong on purpose


def test_what_a_notebook_shows_is_short(forecast: Forecast) -> None:
    assert repr(forecast["alone"]) == "<Outcome of 'alone': 36 months, 24 members>"
    assert repr(compare(forecast)).startswith("<Comparison of 'alone', 'with risedronate': months")
    assert repr(forecast.model).startswith("<Model of ")


def test_the_example_case_can_be_forecast() -> None:
    example = Path(__file__).resolve().parents[3] / "examples" / "anastrozole.yaml"
    forecast = simulate(Case.read(example), members=2)
    assert forecast.months[-1] == 120
    assert np.isfinite(forecast.to_pandas()[["median", "low", "high"]]).all(axis=None)
