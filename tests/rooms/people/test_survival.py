"""Death competes with fracture: against the life table, on paper, and as laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.language import Case, Person, Strategy
from osteon.people.survival import alive, has_breast_cancer, probability

YEAR = 365.25


def dies_within(age: float, years: float, breast_cancer: bool = False) -> float:
    """Return the share of women of an age (years) who die within some years."""
    times = np.array([0.0, years * YEAR])
    return float(1.0 - alive(np.array([age * YEAR]), times, breast_cancer)[0, -1])


@pytest.mark.parametrize(("age", "share"), [(60, 0.0066), (70, 0.0152), (80, 0.0420), (90, 0.137)])
def test_women_die_as_often_as_in_the_life_table(age: float, share: float) -> None:
    """US life table 2019, women, within a year (recalled)."""
    assert dies_within(age, 1.0) == pytest.approx(share, rel=0.25)


def test_a_newborn_may_expect_as_many_years_as_published() -> None:
    """81.4 years (Arias and Xu 2022, abstract); Gompertz's law leaves out the deaths of infants."""
    years = np.arange(0.0, 121.0)
    living = alive(np.array([0.0]), years * YEAR, breast_cancer=False)[0]
    assert np.trapezoid(living, years) == pytest.approx(81.4, abs=1.5)


def test_breast_cancer_takes_one_in_eight_in_ten_years() -> None:
    """12.1 % on an aromatase inhibitor (EBCTCG 2015), among women too young to die otherwise."""
    assert dies_within(20.0, 10.0, True) == pytest.approx(0.121, abs=0.003)


def test_two_constant_hazards_share_the_events_as_on_paper() -> None:
    """H / (h + d) * (1 - exp(-(h + d) t)); by months the sum is off by less than a thousandth."""
    months = np.linspace(0.0, 10.0, 121)
    fracture, death = 0.03, 0.05
    found = probability(fracture * months[None, :], np.exp(-death * months)[None, :])[0]
    exact = fracture / (fracture + death) * -np.expm1(-(fracture + death) * months)
    np.testing.assert_allclose(found, exact, rtol=1e-3)


@given(
    steps=st.lists(st.floats(0.0, 1.0), min_size=2, max_size=20),
    age=st.floats(40.0, 95.0),
)
def test_a_probability_rises_and_death_only_lowers_it(steps: list[float], age: float) -> None:
    so_far = np.cumsum(steps)[None, :]
    times = np.arange(len(steps)) * YEAR
    alone = probability(so_far, np.ones_like(so_far))
    np.testing.assert_allclose(alone, -np.expm1(-(so_far - so_far[:, :1])), atol=1e-12)
    rivaled = probability(so_far, alive(np.array([age * YEAR]), times, breast_cancer=True))
    assert (np.diff(rivaled) >= 0.0).all()
    assert (rivaled <= alone + 1e-12).all()


@pytest.mark.parametrize(
    ("drugs", "cancer"),
    [([], False), (["alendronate 70 mg weekly"], False), (["letrozole 2.5 mg daily"], True)],
)
def test_endocrine_therapy_in_any_strategy_means_breast_cancer(
    drugs: list[str], cancer: bool
) -> None:
    strategies = {"nothing": Strategy(), "drugs": Strategy.model_validate({"drugs": drugs})}
    case = Case(person=Person(age="62 years", sex="female"), strategies=strategies)
    assert has_breast_cancer(case) is cancer
