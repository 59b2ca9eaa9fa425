"""The same bone on either maker's scanner: other grams, the same fractures and percent changes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from osteon.language.case import Case
from osteon.people.scanner import converted_bmd
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site

BONE = {Site.LUMBAR_SPINE: 0.80, Site.TOTAL_HIP: 0.70, Site.FEMORAL_NECK: 0.60}
SEEN = {"all": list(BONE), "the neck alone": [Site.FEMORAL_NECK], "nothing": []}


def shown(scanner: str, site: Site) -> float:
    return converted_bmd(BONE[site], site, "hologic", scanner)


def forecast(scanner: str, seen: Sequence[Site]) -> Forecast:
    bmd = {str(site): f"{shown(scanner, site):.12g} g/cm2" for site in seen}
    person = {"age": "68 years", "menopause_age": "50 years", "scanner": scanner, "bmd": bmd}
    drugs = {"drugs": ["anastrozole 1 mg daily for 5 years"]}
    return simulate(Case(person=person, strategies={"it": drugs}, horizon="5 years"), members=20)


@pytest.mark.parametrize("seen", SEEN.values(), ids=list(SEEN))
def test_the_same_bone_breaks_as_often_and_loses_as_much(seen: list[Site]) -> None:
    lunar, hologic = (forecast(scanner, seen)["it"] for scanner in ("lunar", "hologic"))
    for kind in ("fracture_hip", "fracture_vertebral", "fracture_major_osteoporotic"):
        assert lunar.fracture(kind).mean == pytest.approx(hologic.fracture(kind).mean, rel=1e-9)
    for site in Site:
        name = f"bmd_{site}"
        assert lunar[name].change.at(60) == pytest.approx(hologic[name].change.at(60), rel=1e-9)
        assert np.all(lunar[name].median > 1.03 * hologic[name].median)
        scores = [one.t_score(site).median[0] for one in (lunar, hologic)]
        assert scores[0] == pytest.approx(scores[1], abs=0.02)


def test_month_0_is_what_the_scanner_showed() -> None:
    outcome = forecast("lunar", list(BONE))["it"]
    for site in Site:
        expected = pytest.approx(shown("lunar", site), rel=1e-9)
        assert [outcome[f"bmd_{site}"].low[0], outcome[f"bmd_{site}"].high[0]] == [expected] * 2
