"""The people of a trial are as the trial describes them."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.language import Population, Strategy
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.participants import baseline_bmd, participants
from osteon.people.plan import Plan
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

YEARS = 365.25
COUNT = 4096
SAMPLING = 4 / np.sqrt(COUNT)
"""Four standard errors of a mean, in standard deviations."""


def drawn(model: Model, count: int = COUNT, seed: int = 1, **words: object) -> Cohort:
    """Return the participants of a population described in words."""
    parameters = np.tile(np.array(model.table.values), (count, 1))
    return participants(model, Population.model_validate(words), parameters, seed)


def menopause(cohort: Cohort) -> np.ndarray:
    """Return ages at menopause in days."""
    return cohort.parameters[:, cohort.model.table.column("ovary.menopause_age")]


def spread(years: float, sd: float) -> dict[str, str]:
    """Return a mean and a standard deviation in years, in words."""
    return {"mean": f"{years} years", "sd": f"{sd} years"}


@pytest.mark.parametrize(("mean", "sd"), [(60.0, 8.0), (72.0, 5.0), (47.5, 2.7)])
def test_age_is_as_stated(model: Model, mean: float, sd: float) -> None:
    ages = drawn(model, age=spread(mean, sd)).ages / YEARS
    assert ages.mean() == pytest.approx(mean, abs=SAMPLING * sd)
    assert ages.std() == pytest.approx(sd, rel=SAMPLING)


def test_years_since_menopause_are_as_stated(model: Model) -> None:
    cohort = drawn(model, age=spread(70, 6), years_since_menopause=spread(20, 5))
    since = (cohort.ages - menopause(cohort)) / YEARS
    assert since.mean() == pytest.approx(20.0, abs=SAMPLING * 5)
    assert since.std() == pytest.approx(5.0, rel=SAMPLING)


def test_women_five_years_before_menopause_are_so_exactly(model: Model) -> None:
    cohort = drawn(model, age=spread(47.5, 2.7), years_since_menopause=spread(-5, 0))
    np.testing.assert_allclose((menopause(cohort) - cohort.ages) / YEARS, 5.0)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"age": spread(52, 6)},
        {"age": spread(60, 8)},
        {"age": spread(60, 8), "years_since_menopause": spread(5, 6)},
        {"years_since_menopause": spread(3, 3)},
    ],
)
def test_menopause_lies_behind_those_who_are_past_it(model: Model, words: dict) -> None:
    cohort = drawn(model, **words)
    assert (menopause(cohort) < cohort.ages).all()


@pytest.mark.parametrize("words", [{"premenopausal": True}, {"age": spread(42, 4)}])
def test_menopause_lies_ahead_of_those_who_are_before_it(model: Model, words: dict) -> None:
    cohort = drawn(model, **words)
    assert (menopause(cohort) >= cohort.ages + YEARS - 1e-6).all()


def test_nobody_is_born_past_menopause(model: Model) -> None:
    """Ages at menopause stay within what happens (20 to 65 years), whatever is drawn."""
    cohort = drawn(model, age=spread(64, 8), years_since_menopause=spread(15, 8))
    years = menopause(cohort) / YEARS
    assert years.min() > 20.0
    assert years.max() < 65.0


def test_the_same_seed_is_the_same_people_and_more_people_keep_the_first(model: Model) -> None:
    few, many, other = drawn(model, 100), drawn(model, 128), drawn(model, 100, seed=2)
    np.testing.assert_array_equal(many.ages[:100], few.ages)
    np.testing.assert_array_equal(menopause(many)[:100], menopause(few))
    assert not np.array_equal(other.ages, few.ages)


def test_t_scores_are_as_stated_at_month_0(model: Model) -> None:
    """Femoral neck after NHANES III: 0.858 (0.120) g/cm2; a T-score of -1.4 with SD 0.5."""
    words = {"t_score": {"femoral_neck": {"mean": -1.4, "sd": 0.5}}}
    population = Population.model_validate(words)
    cohort = drawn(model, 256)
    peak = cohort.parameters[:, model.table.column("bmd.peak@femoral_neck")]
    lost = np.random.default_rng(0).uniform(0.75, 0.95, 256)
    bmd = dict.fromkeys(Site, peak * lost)
    met = baseline_bmd(population, bmd, 128)
    now = met[Site.FEMORAL_NECK]
    t_scores = (now - 0.858) / 0.120
    assert t_scores.mean() == pytest.approx(-1.4, abs=1e-9)
    assert t_scores.std() == pytest.approx(0.5, rel=1e-9)
    for group in (slice(None, 128), slice(128, None)):
        assert now[group].mean() == pytest.approx(now.mean(), rel=1e-9)
        simulated = bmd[Site.FEMORAL_NECK][group]
        np.testing.assert_array_equal(np.argsort(now[group]), np.argsort(simulated))
    lower = (bmd[Site.FEMORAL_NECK] - now) / 0.120
    np.testing.assert_allclose(met[Site.TOTAL_HIP], bmd[Site.TOTAL_HIP] - 0.9 * 0.122 * lower)
    assert baseline_bmd(Population(), bmd, 128) == {}


def test_the_same_people_stand_in_every_group(model: Model) -> None:
    parameters = np.tile(np.array(model.table.values), (12, 1))
    both = participants(model, Population(), parameters, 1, 6)
    one = participants(model, Population(), parameters[:6], 1)
    np.testing.assert_array_equal(both.ages, np.tile(one.ages, 2))
    np.testing.assert_array_equal(both.parameters, np.tile(one.parameters, (2, 1)))


def test_heavier_women_make_more_estradiol_outside_the_ovaries(model: Model) -> None:
    """Folkerd 2012: about twice as much at 30 to 35 kg/m2 as below 25."""
    column = model.table.column("estradiol.peripheral_level")
    height = "160 cm"
    slim, heavy = (
        drawn(model, 4, weight=f"{index * 1.6**2} kg", height=height).parameters[:, column]
        for index in (22.5, 32.5)
    )
    np.testing.assert_allclose(heavy / slim, 2.0, rtol=0.15)
    unstated = drawn(model, 4).parameters[:, column]
    np.testing.assert_array_equal(unstated, model.table.values[column])


def test_men_have_no_menopause_and_little_estradiol_all_their_life(model: Model) -> None:
    """Mass spectrometry: about 25 pg/mL, 90 pmol/L, falling slowly."""
    men = drawn(model, 64, sex="male", age=spread(70.0, 5.0))
    calendar = Plan(Strategy(), Strategy()).calendar(model, men.usual_inputs(), 0.0)
    lived = men.simulate(calendar, np.array([-25.0 * YEARS, 0.0]))
    young, old = np.median(lived["estradiol"], axis=0)
    assert young == pytest.approx(90.0, rel=0.1)
    assert 0.75 * young < old < young
    assert np.median(lived["estrogen_signal"][:, -1]) > 0.85


def castrated(model: Model, course: str, days: list[float], age: float = 70.0) -> Trajectory:
    """Return the course of the typical man on a drug."""
    men = Population.model_validate({"sex": "male", "age": spread(age, 0.0)})
    man = participants(model, men, typical(model.table, current_layer(), 1), seed=1)
    plan = Plan(Strategy(), Strategy.model_validate({"drugs": [course]}))
    return man.simulate(plan.calendar(model, man.usual_inputs(), days[-1]), np.array(days))


@pytest.mark.parametrize(
    ("course", "share"),
    [
        ("goserelin 3.6 mg every 28 days", 0.2),
        ("leuprolide 22.5 mg every 3 months", 0.2),
        ("anastrozole 1 mg daily", 0.5),
    ],
)
def test_castrated_men_keep_a_fifth_of_their_estradiol(
    model: Model, course: str, share: float
) -> None:
    """Of 24.4 pg/mL ten healthy men had 5.1 left after four weeks (PMC5792144, table 1).

    On an inhibitor testosterone rises, and half is left.
    """
    before, after = castrated(model, course, [0.0, 28.0], age=40.0)["estradiol"][0]
    assert after / before == pytest.approx(share, abs=0.06)


@pytest.mark.parametrize(
    ("site", "seen", "error"), [("lumbar_spine", -4.0, 1.5), ("total_hip", -2.5, 0.6)]
)
def test_castrated_men_lose_bone_as_men_with_cancer_of_the_prostate_do(
    model: Model, site: str, seen: float, error: float
) -> None:
    """Greenspan 2005: change in a year of men whose castration was new, and its standard error."""
    lived = castrated(model, "goserelin 10.8 mg every 84 days", [0.0, 365.25])
    before, after = lived[f"bmd@{site}"][0]
    assert 100.0 * (after / before - 1.0) == pytest.approx(seen, abs=1.96 * error)


def test_a_man_of_usual_weight_has_the_estradiol_of_his_sex(model: Model) -> None:
    """80 kg are a body mass index of 26 in a man of 175 cm, and of 31 in one as tall as a woman."""
    column = model.table.column("estradiol.peripheral_level")
    unsaid, said = (
        drawn(model, 4, sex="male", weight="80 kg", **height).parameters[:, column]
        for height in ({}, {"height": "175 cm"})
    )
    np.testing.assert_allclose(unsaid, said, rtol=0.02)
