"""One person as many: what was measured is met by everyone, what is not known differs."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, doing, months

from osteon.language import Person, Strategy
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.ensemble import ensemble_of, menopause_age
from osteon.people.layer import current_layer
from osteon.people.plan import Plan

YEARS = 365.25
MEASURED = {
    "age": "62 years",
    "menopause_age": "50 years",
    "t_score": {"lumbar_spine": -1.2, "total_hip": -0.9},
    "bmd": {"femoral_neck": "0.7 g/cm2"},
    "laboratory": {"calcidiol": "48 nmol/L", "ctx": "0.45 ng/mL", "pinp": "48 ng/mL",
                   "ntx": "40 nmol/mmol", "bone_alp": "12 ng/mL", "pth": "45 pg/mL"},
}  # fmt: skip
USUAL = doing(
    diet={"calcium": "750 mg/day", "vitamin_d": "300 IU/day"},
    supplements={"vitamin_d": "400 IU/day"},
    drugs=[{"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month -18"}],
    exercise=[{"activity": "walking", "sessions": "3 per week", "minutes": 30}],
)


def members(model: Model, size: int = 40, seed: int = 1, usual: Strategy = USUAL, **more) -> Cohort:
    """Return an ensemble of the person above."""
    person = Person.model_validate({**MEASURED, **more})
    return ensemble_of(model, current_layer(), person, usual, size, seed)


def today(cohort: Cohort, usual: Strategy = USUAL):
    """Return everyone at month 0 and a year on."""
    plan = Plan(usual, NOTHING.on_top_of(usual))
    calendar = plan.calendar(cohort.model, cohort.usual_inputs(), 5 * YEARS)
    return cohort.simulate(calendar, months(12, step=12))


def test_every_member_is_today_what_was_measured(model: Model) -> None:
    """T-scores after NHANES III: hip 0.942 (0.122); spine, Hologic: 1.047 (0.110) g/cm2."""
    course = today(members(model))
    expected = {
        "bmd@lumbar_spine": 1.047 - 1.2 * 0.110,
        "bmd@total_hip": 0.942 - 0.9 * 0.122,
        "bmd@femoral_neck": 0.7,
        "calcidiol": 48.0,
        "ctx": 0.45,
        "ntx": 40.0,
        "pinp": 48.0,
        "bone_alp": 12.0,
        "pth": 45.0,
    }
    for name, value in expected.items():
        np.testing.assert_allclose(course[name][:, 0], value, rtol=1e-5, err_msg=name)


def test_the_age_is_hers(model: Model) -> None:
    np.testing.assert_allclose(today(members(model))["age"][:, 0] / YEARS, 62.0, rtol=1e-9)


def test_members_go_on_differently(model: Model) -> None:
    course = today(members(model))
    change = course["bmd@lumbar_spine"][:, 1] / course["bmd@lumbar_spine"][:, 0] - 1
    assert np.std(change) > 1e-3


def test_the_first_member_is_the_typical_person(model: Model) -> None:
    cohort = members(model)
    layer = current_layer()
    table = model.table if layer is None else model.table.under(layer)
    free = [
        place
        for place, name in enumerate(table.columns)
        if not name.startswith(("bmd.peak", "bone.peak", "calcidiol.basal", "ovary.menopause_age"))
        and name not in ("proneness.previous", "fracture_vertebral.broken")
        and not name.endswith(".usual")
    ]
    np.testing.assert_array_equal(cohort.parameters[0, free], np.array(table.values)[free])
    assert (cohort.parameters[1:, free] != cohort.parameters[0, free]).any(axis=1).all()


def test_the_same_seed_is_the_same_ensemble_and_another_another(model: Model) -> None:
    one, again, other = (members(model, seed=seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(one.parameters, again.parameters)
    assert not np.array_equal(one.parameters, other.parameters)


def test_more_members_leave_the_first_ones_as_they_are(model: Model) -> None:
    few, many = members(model, size=10), members(model, size=40)
    np.testing.assert_array_equal(many.parameters[:10], few.parameters)


def test_what_was_not_measured_is_not_held(model: Model) -> None:
    cohort = members(model, t_score={}, bmd={}, laboratory={})
    course = today(cohort)
    assert np.std(course["ctx"][:, 0]) > 0.01
    assert np.std(course["calcidiol"][:, 0]) > 1.0


def test_a_low_calcidiol_is_met_even_on_supplements(model: Model) -> None:
    """A poor absorber on 2,000 IU a day: what was measured is what she has."""
    usual = doing(supplements={"vitamin_d": "2000 IU/day"})
    course = today(members(model, usual=usual, laboratory={"calcidiol": "25 nmol/L"}), usual)
    np.testing.assert_allclose(course["calcidiol"][:, 0], 25.0, rtol=1e-5)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ({"age": "62 years", "menopause_age": "50 years"}, 50.0),
        ({"age": "40 years"}, 51.0),
        ({"age": "53 years"}, 55.0),
    ],
)
def test_menopause_is_stated_or_expected(words: dict, years: float) -> None:
    assert menopause_age(Person.model_validate(words)) / YEARS == pytest.approx(years)


def test_the_time_of_the_last_fracture_is_known_of_everyone(model: Model) -> None:
    """Fourteen months before month 0, at 62: she was 60.83 years old."""
    history = {"previous_fracture": True, "last_fracture": "month -14"}
    person = Person.model_validate({"age": "62 years", "history": history})
    cohort = ensemble_of(model, None, person, NOTHING, 3, seed=1)
    then = cohort.parameters[:, model.table.column("recent_fracture.age_then")] / YEARS
    assert then == pytest.approx([62.0 - 14 / 12] * 3)
    assert cohort.parameters[:, model.table.column("recent_fracture.dated")].tolist() == [1.0] * 3


def test_an_earlier_fracture_is_known_of_everyone(model: Model) -> None:
    """Her history says yes, or nothing of it happened."""
    column = model.table.column("proneness.previous")
    for had in (True, False):
        person = Person.model_validate({"age": "62 years", "history": {"previous_fracture": had}})
        cohort = ensemble_of(model, None, person, NOTHING, 3, seed=1)
        assert cohort.parameters[:, column].tolist() == [float(had)] * 3


@pytest.mark.parametrize(
    ("history", "broken"),
    [
        ({}, 0.0),
        ({"previous_fracture": True}, None),
        ({"previous_fracture": True, "vertebral_fracture": False}, 0.0),
        ({"previous_fracture": True, "vertebral_fracture": True}, 1.0),
    ],
)
def test_whether_a_vertebra_broke_is_known_where_her_history_tells(
    model: Model, history: dict[str, bool], broken: float | None
) -> None:
    person = Person.model_validate({"age": "62 years", "history": history})
    cohort = ensemble_of(model, None, person, NOTHING, 3, seed=1)
    column = model.table.column("fracture_vertebral.broken")
    usual = model.table.values[column]
    assert cohort.parameters[:, column].tolist() == [usual if broken is None else broken] * 3


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("falls_last_year", "past_falls.fell"),
        ("parent_hip_fracture", "parental_fracture.parent"),
        ("glucocorticoids", "glucocorticoids_on_fracture.taking"),
    ],
)
def test_what_nobody_says_of_her_is_not_known(model: Model, name: str, fact: str) -> None:
    places = [model.table.column(one) for one in (fact, f"{fact.partition('.')[0]}.known")]
    for said, wanted in ((2, [1.0, 1.0]), (0, [0.0, 1.0]), (None, [0.0, 0.0])):
        value = said if name == "falls_last_year" else bool(said)
        history = {} if said is None else {name: value}
        person = Person.model_validate({"age": "62 years", "history": history})
        cohort = ensemble_of(model, None, person, NOTHING, 3, seed=1)
        assert cohort.parameters[:, places].tolist() == [wanted] * 3
