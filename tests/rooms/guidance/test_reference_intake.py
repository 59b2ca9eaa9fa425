"""Reference intakes against the tables of the Institute of Medicine, by sex and age."""

from __future__ import annotations

import pytest

from osteon import Person
from osteon.guidance.intake import usual_intakes
from osteon.guidance.reference_intake import reference_intakes
from osteon.language.lifestyle import INTAKES

TABLES = [
    ("female", 45, "calcium", 1000, 2500),
    ("female", 62, "calcium", 1200, 2000),
    ("male", 62, "calcium", 1000, 2000),
    ("male", 75, "calcium", 1200, 2000),
    ("female", 62, "vitamin_d", 600, 4000),
    ("female", 75, "vitamin_d", 800, 4000),
    ("female", 62, "magnesium", 320, 350),
    ("male", 25, "magnesium", 400, 350),
    ("female", 62, "zinc", 8, 40),
    ("male", 62, "zinc", 11, 40),
    ("female", 62, "protein", 0.8, None),
    ("female", 62, "vitamin_k2", None, None),
]


@pytest.mark.parametrize(("sex", "age", "nutrient", "recommended", "limit"), TABLES)
def test_it_is_what_the_table_says(
    sex: str, age: int, nutrient: str, recommended: float | None, limit: float | None
) -> None:
    told = reference_intakes(Person(age=f"{age} years", sex=sex))[nutrient]
    assert (told.recommended, told.limit) == (recommended, limit)


def test_every_nutrient_that_food_holds_has_an_entry_in_the_unit_of_the_model() -> None:
    told = reference_intakes(Person(age="62 years"))
    held = {name for name, one in usual_intakes().items() if one.in_foods}
    assert told.keys() == held
    for name, one in told.items():
        assert one.unit == INTAKES[name].usual
        assert one.source
        assert one.on_bone
