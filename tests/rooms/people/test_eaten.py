"""What foods hold counts for who eats them."""

from __future__ import annotations

import pytest
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.people.body_mass import with_body_mass


def igf1(model: Model, diet: dict[str, object], weight: float) -> float:
    """Return IGF-1 of a woman after three months of a diet."""
    woman = with_body_mass(typical_women(model), weight, 164.0)
    course = woman.simulate(calendar(woman, doing(diet=diet)), months(3, step=3))
    return float(course["igf1"][0, -1])


@pytest.mark.parametrize("weight", [45.0, 68.0, 110.0])
def test_protein_of_foods_counts_by_the_weight_of_who_eats_them(
    model: Model, weight: float
) -> None:
    """Milk with 2 % fat: 3.30 g of protein in 100 g (USDA); a liter is 33 g, whoever drinks it."""
    milk = {"protein": "0.5 g/kg/day", "foods": [{"food": "milk", "amount": "1000 g"}]}
    stated = {"protein": f"{0.5 + 33.0 / weight!r} g/kg/day"}
    assert igf1(model, milk, weight) == pytest.approx(igf1(model, stated, weight), rel=1e-4)
