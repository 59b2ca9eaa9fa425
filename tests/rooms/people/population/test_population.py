"""People are as the tables have them, and the same whatever the chunk they are drawn in."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteon.errors import InputError
from osteon.language.population import Eligible
from osteon.language.population import Population as Described
from osteon.people.body_mass import PERIPHERAL
from osteon.people.layer import current_layer
from osteon.people.population.eligibility import may_take_part
from osteon.people.population.population import Population
from osteon.people.population.screening import outside, plausible_ranges
from osteon.people.population.streams import Streams
from osteon.people.population.traits import Traits
from osteon.vocabulary.site import Site

YEARS = 365.25
MANY = 20_000
WOMEN = Population.women("50 to 80 years")


def traits(between: str = "50 to 80 years", count: int = MANY) -> Traits:
    """Return candidates, before anything is simulated."""
    return Population.women(between).traits(Streams(1, 0, count))


def described(words: dict[str, object], eligible: dict[str, object] | None = None) -> Population:
    return Population(
        Described.model_validate(words), Eligible.model_validate(eligible or {}), seed=3
    )


NOBODY = described({"age": "60 years"}, {"weight": "above 290 kg", "previous_fracture": True})


@pytest.mark.parametrize(
    ("words", "eligible", "told"),
    [
        ({"age": {"mean": "80 years", "sd": "5 years"}}, {"age": "40 to 66 years"},
         "'age' has a mean of 80 years in the population, but is 40 years to 66 years in"),
        ({"t_score": {"lumbar_spine": {"mean": -0.5}}}, {"t_score": {"lumbar_spine": "below -2"}},
         "'lumbar_spine' has a mean of -0.5 in the population, but is below -2.0 in"),
    ],
)  # fmt: skip
def test_a_mean_of_people_who_may_not_take_part_is_refused(
    words: dict[str, object], eligible: dict[str, object], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        described(words, eligible).traits(Streams(1, 0, 10))


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return WOMEN.people(1500).to_pandas()


@pytest.mark.parametrize(
    ("ages", "osteoporosis", "low"),
    [("50 to 60 years", 6.8, 49.3), ("60 to 70 years", 12.3, 53.4), ("70 to 80 years", 25.7, 51.8)],
)
def test_as_many_have_osteoporosis_as_in_nhanes(ages: str, osteoporosis: float, low: float) -> None:
    """NHANES 2005-2010, neck or spine (Wright 2014, J Bone Miner Res 29:2520); in points."""
    drawn = traits(ages)
    lower = np.minimum(drawn.t_score(Site.LUMBAR_SPINE), drawn.t_score(Site.FEMORAL_NECK))
    assert 100 * (lower <= -2.5).mean() == pytest.approx(osteoporosis, abs=3.5)
    assert 100 * ((lower < -1) & (lower > -2.5)).mean() == pytest.approx(low, abs=13)


def test_sites_go_together_at_one_age() -> None:
    """0.68, 0.64 and 0.90, and weight with the hip 0.37 to 0.45."""
    drawn = traits("64 to 66 years")
    found = np.corrcoef([drawn.lumbar_spine, drawn.total_hip, drawn.femoral_neck])
    np.testing.assert_allclose(found[[0, 0, 1], [1, 2, 2]], [0.68, 0.64, 0.90], atol=0.03)
    assert 0.36 < np.corrcoef(np.log(drawn.weight), drawn.total_hip)[0, 1] < 0.46


@pytest.mark.parametrize(
    ("name", "low", "middle", "high"),
    [
        ("weight", 51.4, 75.8, 114.4),
        ("height", 147.7, 158.6, 170.5),
        ("body_mass_index", 21.2, 30.1, 44.7),
    ],
)
def test_size_has_the_quantiles_of_nhanes(
    name: str, low: float, middle: float, high: float
) -> None:
    """Women of 60 to 69, 5th, 50th and 95th percentile (NHANES 2017-2018)."""
    found = np.percentile(getattr(traits("60 to 70 years"), name), [5, 50, 95])
    np.testing.assert_allclose(found, [low, middle, high], rtol=0.08)


def test_calcidiol_is_low_as_often_as_counted() -> None:
    """2.9 % below 30 and 15.2 % below 50 nmol/L at 60 and over (NHANES 2011-2014)."""
    calcidiol = traits("60 to 90 years").calcidiol
    assert 100 * (calcidiol < 30).mean() == pytest.approx(2.9, abs=1.0)
    assert 100 * (calcidiol < 50).mean() == pytest.approx(15.2, abs=2.5)


def test_habits_and_fractures_are_as_common_as_counted() -> None:
    """NHANES 2017-2018, women of 60 to 69; GLOW, women over 55."""
    drawn = traits("60 to 70 years")
    assert 100 * (drawn.smoking == 1).mean() == pytest.approx(13.2, abs=1.5)
    assert 100 * (drawn.smoking > 0).mean() == pytest.approx(37.0, abs=2.5)
    assert 100 * (drawn.alcohol >= 3).mean() == pytest.approx(4.4, abs=0.7)
    older = traits("55 to 84 years")
    assert 100 * older.previous_fracture.mean() == pytest.approx(23.0, abs=1.5)
    neck = older.t_score(Site.FEMORAL_NECK)
    assert neck[older.previous_fracture == 1].mean() < neck[older.previous_fracture == 0].mean()


def test_smokers_come_earlier_to_menopause() -> None:
    drawn = traits()
    age = drawn.menopause_age / YEARS
    assert age.mean() == pytest.approx(51.0, abs=0.2)
    assert 0.8 < age[drawn.smoking == 0].mean() - age[drawn.smoking == 1].mean() < 1.6


def test_markers_lie_where_those_of_women_lie(frame: pd.DataFrame) -> None:
    """Central 95 % after menopause: CTX 0.09 to 1.05, PINP 18.2 to 102.3 (Michelsen 2013)."""
    after = frame[frame.years_since_menopause > 1]
    for marker, low, high in (("ctx", 0.09, 1.05), ("pinp", 18.2, 102.3)):
        assert ((after[marker] > low) & (after[marker] < high)).mean() > 0.88
        assert low < after[marker].median() < high


def test_falls_are_as_common_as_counted(frame: pd.DataFrame) -> None:
    """20 % of women of 45 to 64 and 28 % of 65 to 74 fall in a year."""
    middle = frame[frame.age_years < 64.99]
    assert 100 * (middle.falls_last_year > 0).mean() == pytest.approx(20, abs=5)


def test_everyone_drawn_is_plausible(frame: pd.DataFrame) -> None:
    assert not any(who.any() for who in outside(frame.to_dict("series")).values())
    assert plausible_ranges()["ctx"].low < 0.05


@settings(max_examples=6)
@given(st.integers(0, 300), st.integers(1, 40))
def test_a_person_is_the_same_in_every_chunk(frame: pd.DataFrame, first: int, count: int) -> None:
    alone = WOMEN.people(count, first=first).to_pandas()
    within = frame.iloc[first : first + count].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, within, rtol=1e-9)


def test_a_trial_is_met_after_its_cut() -> None:
    """The means that a trial reports are those of the people it let in."""
    scores = {"t_score": {"lumbar_spine": {"mean": -2.8, "sd": 0.5}}, "age": "70 years"}
    limits = {"t_score": {"lumbar_spine": "-4.0 to -2.0"}}
    population = described(scores, limits)
    candidates = population.traits(Streams(1, 0, MANY))
    let_in = candidates.t_score(Site.LUMBAR_SPINE)[may_take_part(candidates, population.eligible)]
    assert let_in.mean() == pytest.approx(-2.8, abs=0.02)
    assert let_in.std() == pytest.approx(0.5, abs=0.02)
    assert len(let_in) < MANY
    people = population.people(200)
    assert people.looked_at > 200
    found = people.to_pandas().t_score_lumbar_spine
    assert found.between(-4.0, -2.0).all()
    assert found.mean() == pytest.approx(-2.8, abs=4 * 0.5 / np.sqrt(200))


def test_a_stated_site_tells_of_the_others() -> None:
    drawn = described({"age": "65 years", "t_score": {"lumbar_spine": -3.0}}).traits(
        Streams(1, 0, MANY)
    )
    usual = described({"age": "65 years"}).traits(Streams(1, 0, MANY))
    assert drawn.total_hip.mean() < usual.total_hip.mean() - 0.05


def test_what_is_left_out_is_counted_by_range() -> None:
    thin = described({"t_score": {"total_hip": {"mean": -4.0, "sd": 1.0}}}).people(100)
    assert thin.implausible["t_score_total_hip"] > 5
    assert thin.looked_at > 100


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: described({"sex": "male"}), "'osteon validate' simulates trials of men"),
        (lambda: Population.women("50 years"), "is not a range"),
        (lambda: Population.women("above 50 years"), "has no end"),
        (lambda: Population(seed=-1), "seed -1"),
        (lambda: WOMEN.people(0), "cannot be drawn"),
        (lambda: NOBODY.people(5), "candidates in a row were not eligible"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(make, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=told):
        make()


def test_body_mass_moves_estradiol_and_leaves_the_middle_woman() -> None:
    """Medians of 3.8 and 7.0 pg/mL 10.5 kg/m2 apart; the spread between all stays 0.7."""
    people = WOMEN.people(1500)
    table = people.cohort.model.table
    level = people.cohort.parameters[:, table.column(PERIPHERAL)]
    assert np.std(np.log(level)) == pytest.approx(0.7, abs=0.06)
    layer = current_layer()
    middle = (
        20.1
        if layer is None
        else dict(zip(layer.parameters, layer.values, strict=True))[PERIPHERAL]
    )
    assert np.median(level) == pytest.approx(middle, rel=0.08)
    slope = np.polyfit(people.traits.body_mass_index, np.log(level), 1)[0]
    assert slope == pytest.approx(np.log(7.0 / 3.8) / 10.5, abs=0.008)
