"""The named shapes: values known from their definition, in every kind of number."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.mechanism import exp, hill, log, saturation
from osteon.model.dimension import Dimensioned

amounts = st.floats(1e-6, 1e6)
steepnesses = st.floats(0.2, 8.0)


def plain(value: float) -> Dimensioned:
    """Return a number without a unit."""
    return Dimensioned.of(value, "")


def grams(value: float) -> Dimensioned:
    """Return a mass."""
    return Dimensioned.of(value, "mg")


@pytest.mark.parametrize(
    ("amount", "share"), [(0.0, 0.0), (1.0, 0.2), (4.0, 0.5), (12.0, 0.75), (36.0, 0.9)]
)
def test_saturation_is_the_share_of_a_binding_site(amount: float, share: float) -> None:
    assert saturation(amount, 4.0) == pytest.approx(share)


@pytest.mark.parametrize(
    ("amount", "steepness", "share"),
    [(4.0, 3.0, 0.5), (8.0, 1.0, 2 / 3), (8.0, 2.0, 0.8), (2.0, 2.0, 0.2), (12.0, 2.0, 0.9)],
)
def test_hill_is_a_sigmoid_share(amount: float, steepness: float, share: float) -> None:
    assert hill(amount, 4.0, steepness) == pytest.approx(share)


@given(amount=amounts, half=amounts)
def test_hill_of_steepness_one_is_saturation(amount: float, half: float) -> None:
    assert hill(amount, half, 1.0) == pytest.approx(saturation(amount, half))


@given(amount=amounts, half=amounts, steepness=steepnesses)
def test_hill_read_from_the_other_side_is_what_is_left(
    amount: float, half: float, steepness: float
) -> None:
    assert hill(amount, half, steepness) + hill(half, amount, steepness) == pytest.approx(1.0)


@given(low=amounts, more=st.floats(1.01, 10.0), half=amounts, steepness=steepnesses)
def test_more_of_it_never_occupies_less(
    low: float, more: float, half: float, steepness: float
) -> None:
    assert saturation(low * more, half) >= saturation(low, half)
    assert hill(low * more, half, steepness) >= hill(low, half, steepness)


def test_shapes_of_numbers_with_units_are_shares() -> None:
    assert saturation(grams(12.0), grams(4.0)).powers == ()
    share = hill(grams(8.0), grams(4.0), plain(2.0))
    assert (share.value, share.powers) == (pytest.approx(0.8), ())


@given(value=st.floats(-5.0, 5.0))
def test_exp_and_log_are_those_of_mathematics(value: float) -> None:
    grown = exp(plain(value))
    assert grown.value == pytest.approx(math.exp(value))
    assert log(grown).value == pytest.approx(value, abs=1e-12)
