"""What a history tells of fractures beyond bone density, against the cohorts that counted it."""

from __future__ import annotations

import pytest
from support.hazards import SITES, hazard

from osteon.model.model import Model

FELT = 0.3
CLINICAL = {**dict.fromkeys(SITES, 1.0), "fracture_vertebral": FELT}
MAJOR = {"fracture_hip": 1.0, "fracture_upper_limb": 1.0, "fracture_vertebral": FELT}
FACTS = {
    "past_falls.fell": "past_falls.usual",
    "parental_fracture.parent": "parental_fracture.usual",
    "glucocorticoids_on_fracture.taking": "glucocorticoids_on_fracture.usual",
    "fracture_vertebral.broken": "fracture_vertebral.usually_broken",
}


def told(model: Model, kind: str, age: float, fact: str, said: float) -> float:
    """Return the hazard of a kind of fracture in a woman of whom a fact is known."""
    mechanism = fact.partition(".")[0]
    known = f"{mechanism}.known"
    flag = {known.replace(".", "__"): 1.0} if known in model.table.position else {}
    return hazard(model, kind, age, **{fact.replace(".", "__"): said}, **flag)


def ratio(model: Model, fact: str, kinds: dict[str, float], age: float = 65.0) -> float:
    """Return fractures of these kinds in women of whom a fact is true, relative to the others."""
    yes, no = (
        sum(share * told(model, kind, age, fact, said) for kind, share in kinds.items())
        for said in (1.0, 0.0)
    )
    return yes / no


@pytest.mark.parametrize("age", [55.0, 65.0, 75.0])
def test_a_fall_in_the_last_year_tells_of_any_clinical_fracture(model: Model, age: float) -> None:
    """Vandenput 2024: 1.42 (1.33 to 1.51) in women."""
    assert 1.33 < ratio(model, "past_falls.fell", CLINICAL, age) < 1.51


def test_a_parents_hip_tells_of_the_hip_most(model: Model) -> None:
    """McCloskey 2025: 1.37 (1.23 to 1.52) for hip, 1.19 (1.12 to 1.27) for major fractures."""
    assert 1.23 < ratio(model, "parental_fracture.parent", {"fracture_hip": 1.0}) < 1.52
    assert 1.12 < ratio(model, "parental_fracture.parent", MAJOR) < 1.27


def test_glucocorticoids_tell_of_the_hip_most(model: Model) -> None:
    """Kanis 2004, from 85 to 50 years: 2.48 to 4.42 for hip, 1.66 to 1.98 for any, 1.71 to 2.63
    for osteoporotic fractures.
    """
    fact = "glucocorticoids_on_fracture.taking"
    assert 2.48 < ratio(model, fact, {"fracture_hip": 1.0}) < 4.42
    assert 1.66 < ratio(model, fact, {"fracture_elsewhere": 1.0}) < 1.98
    assert 1.71 < ratio(model, fact, MAJOR) < 2.63


def test_vertebrae_break_again_several_times_as_often(model: Model) -> None:
    """About 4 before BMD is taken into account (Klotzbuecher 2000); of no other bone does it tell
    more than any earlier fracture.
    """
    for kind in SITES:
        found = ratio(model, "fracture_vertebral.broken", {kind: 1.0}, 70.0)
        previous = ratio(model, "proneness.previous", {kind: 1.0}, 70.0)
        if kind == "fracture_vertebral":
            assert 3.0 < found * previous < 4.4
        else:
            assert found == 1.0


@pytest.mark.parametrize(("fact", "usual"), FACTS.items())
@pytest.mark.parametrize("kind", SITES)
def test_the_mean_over_women_is_what_was_counted(
    model: Model, fact: str, usual: str, kind: str
) -> None:
    """Exactly where the fact acts in proportion; a power of it (hip) lifts the mean a little."""
    share = model.table.values[model.table.column(usual)]
    yes, no = (told(model, kind, 70.0, fact, said) for said in (1.0, 0.0))
    mean = share * yes + (1.0 - share) * no
    assert mean == pytest.approx(hazard(model, kind, 70.0), rel=0.06)
    assert told(model, kind, 70.0, fact, share) == pytest.approx(hazard(model, kind, 70.0))
