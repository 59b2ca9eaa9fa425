"""Both ends of everything that a person may state can be simulated."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from osteon.language import amounts
from osteon.language.case import Case
from osteon.language.lifestyle import INTAKES
from osteon.language.quantity import Measured
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site

LABORATORY = {
    "calcidiol": amounts.CALCIDIOL, "ctx": amounts.CTX, "ntx": amounts.NTX, "pinp": amounts.PINP,
    "bone_alp": amounts.BONE_ALP, "egfr": amounts.EGFR, "calcium": amounts.CALCIUM,
    "pth": amounts.PTH, "estradiol": amounts.ESTRADIOL,
}  # fmt: skip
WOMAN = {"age": "62 years", "menopause_age": "50 years"}


def ends(amount: Measured) -> list[Any]:
    return [amount.write(amount.read(f"{end} {amount.usual}")) for end in (amount.low, amount.high)]


def check(person: dict[str, Any], strategies: dict[str, Any]) -> None:
    """Check that all is a number, and none but a T-score below zero."""
    case = Case(person=WOMAN | person, strategies=strategies, horizon="10 years")
    forecast = simulate(case, members=8)
    for outcome in forecast:
        for endpoint in forecast.endpoints:
            low, high = outcome[endpoint].low, outcome[endpoint].high
            assert np.isfinite([low, high]).all(), endpoint
            assert (low >= 0).all(), endpoint


def test_intakes() -> None:
    diets = [{"diet": {name: end}} for name, one in INTAKES.items() for end in ends(one)]
    check({}, {str(number): diet for number, diet in enumerate(diets)})


@pytest.mark.parametrize("name", list(LABORATORY))
def test_laboratory_values(name: str) -> None:
    for end in ends(LABORATORY[name]):
        check({"laboratory": {name: end}}, {"nothing": {}})


@pytest.mark.parametrize("site", [str(site) for site in Site])
def test_densities(site: str) -> None:
    for name, amount in (("t_score", amounts.T_SCORE), ("bmd", amounts.BMD)):
        for end in ends(amount):
            check({name: {site: end}}, {"nothing": {}})


@pytest.mark.parametrize("name", ["weight", "height", "menopause_age"])
def test_bodies(name: str) -> None:
    stated = {"weight": "68 kg", "height": "164 cm"}
    amount = getattr(amounts, name.upper())
    for end in ends(amount):
        check(stated | {"age": "66 years", name: end}, {"nothing": {}})
