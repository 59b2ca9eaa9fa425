"""Other units against their definitions, and against what laboratories print."""

from __future__ import annotations

import pytest

from osteon.language.alternatives import alternatives

PRINTED = {
    ("height", "ft"): 1 / 30.48,
    ("weight", "lb"): 1 / 0.45359237,
    ("vitamin_d", "ug/day"): 1 / 40,
    ("calcidiol", "ng/mL"): 1 / 2.496,
    ("calcium", "mg/dL"): 4.008,
    ("pth", "pmol/L"): 0.106,
    ("estradiol", "pg/mL"): 1 / 3.671,
    ("ctx", "pg/mL"): 1000,
}


def test_they_are_the_factors_that_are_printed() -> None:
    found = {(one.quantity, one.unit): one.factor for one in alternatives()}
    assert found.keys() == PRINTED.keys()
    assert found == pytest.approx(PRINTED, rel=1e-3)
