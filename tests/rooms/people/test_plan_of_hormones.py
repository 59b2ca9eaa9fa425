"""Procedures, routes of a drug, and people who stop early, on their way to the calendar."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, calendar, doing, fitted, typical_women

from osteon.errors import InputError
from osteon.language import Strategy
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import reference_of
from osteon.vocabulary.units import DAYS_PER_MONTH

YEARS = 365.25


def planned(model: Model, treatment: Strategy, usual: Strategy = NOTHING) -> Calendar:
    """Return the calendar of a treatment with what is usual going on beneath it."""
    inputs = reference_of(model, np.array([model.table.values]))[1]
    return Plan(usual, treatment.on_top_of(usual)).calendar(model, inputs, 10 * YEARS)


def given(model: Model, calendar: Calendar, name: str, *months: float) -> list[float]:
    """Return an input just after some months."""
    place = model.inputs.index(Key(name))
    values = calendar.inputs_at(np.array(months) * DAYS_PER_MONTH + 0.5)[0, :, place]
    return [round(float(value), 9) for value in values]


def drugs(*courses: object) -> Strategy:
    """Return a strategy of drugs alone."""
    return doing(drugs=list(courses))


def test_an_oophorectomy_is_from_its_day_on(model: Model) -> None:
    done = doing(procedures=[{"procedure": "oophorectomy", "at": "month 3"}])
    assert given(model, planned(model, done), "oophorectomy", 0, 2, 3, 60) == [0, 0, 1, 1]


def test_a_procedure_that_was_done_before_is_done_once(model: Model) -> None:
    usual = doing(procedures=[{"procedure": "oophorectomy", "at": "month -24"}])
    again = doing(procedures=[{"procedure": "oophorectomy", "at": "month 6"}])
    assert given(model, planned(model, again, usual), "oophorectomy", -25, -24, 12) == [0, 1, 1]


def test_chemotherapy_acts_only_where_the_ovaries_failed(model: Model) -> None:
    for failed, level in (("yes", 1), ("no", 0)):
        words = {"procedure": "chemotherapy", "at": "month 1", "ovarian_failure": failed}
        plan = planned(model, doing(procedures=[words]))
        assert given(model, plan, "chemotherapy", 0, 2) == [0, level]


def test_a_procedure_the_model_does_not_hold_is_refused(model: Model) -> None:
    fewer = Model([one for one in mechanisms() if one.name != "oophorectomy"])
    done = doing(procedures=[{"procedure": "oophorectomy", "at": "month 3"}])
    with pytest.raises(InputError, match="does not hold the procedure 'oophorectomy'"):
        Plan(NOTHING, done).calendar(fewer, np.zeros((1, len(fewer.inputs))), 1.0)


def test_estradiol_goes_where_its_route_says_and_by_mouth_if_none_is_said(model: Model) -> None:
    patch = "estradiol 14 ug daily transdermal for 2 years"
    for course, name in (
        (patch, "transdermal_estradiol_dose"),
        ("estradiol 1 mg daily", "oral_estradiol_dose"),
        ("estradiol 1 mg daily oral", "oral_estradiol_dose"),
    ):
        plan = planned(model, drugs(course))
        other = {"transdermal_estradiol_dose", "oral_estradiol_dose"} - {name}
        assert given(model, plan, name, 1) == [0.014 if course == patch else 1.0]
        assert given(model, plan, other.pop(), 1) == [0.0]


@pytest.mark.parametrize("course", ["50 ug twice weekly transdermal", "50 ug twice weekly"])
def test_a_patch_is_written_by_the_day_however_often_it_is_changed(
    model: Model, course: str
) -> None:
    """Patches say micrograms a day and are changed twice a week: 50 ug are not 14 ug a day."""
    with pytest.raises(InputError, match="a dose through the skin is that of a day"):
        planned(model, drugs(f"estradiol {course}"))


def test_ibandronate_is_injected_where_its_route_says_so(model: Model) -> None:
    course = "ibandronate 3 mg every 3 months intravenous for 1 year"
    doses = planned(model, drugs(course)).doses
    place = model.states.index(Key("ibandronate_injected"))
    assert doses[:, place].sum() == pytest.approx(4 * 3.0)
    assert doses.sum() == pytest.approx(4 * 3.0)


def test_people_stop_as_the_share_a_year_says_and_stay_stopped(model: Model) -> None:
    """12 % a year leave: 0.88 go on after one year, 0.88 squared after two."""
    count = 1000
    inputs = reference_of(model, np.tile(model.table.values, (count, 1)))[1]
    course = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "stop": {"per_year": "12 %"}}
    patience = (np.arange(count) + 0.5) / count
    calendar = Plan(NOTHING, drugs(course)).calendar(model, inputs, 3 * YEARS, patience)
    place = model.inputs.index(Key("anastrozole_dose"))
    months = np.array([1.0, 12.0, 24.0])
    taken = calendar.inputs_at(months * DAYS_PER_MONTH)[:, :, place]
    assert set(np.unique(taken)) == {0.0, 1.0}
    assert (np.diff(taken, axis=1) <= 0.0).all()
    np.testing.assert_allclose(taken.mean(axis=0), 0.88 ** (months / 12.0), atol=0.02)


def test_nobody_stops_where_no_patience_is_given(model: Model) -> None:
    course = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "stop": {"per_year": "50 %"}}
    assert given(model, planned(model, drugs(course)), "anastrozole_dose", 1, 60) == [1, 1]


@pytest.mark.parametrize(
    ("course", "given_to"),
    [
        ("estradiol 14 ug daily", "transdermal_estradiol_dose"),
        ("estradiol 1 mg daily", "oral_estradiol_dose"),
        ("ibandronate 150 mg every 1 month", "ibandronate_dose"),
        ("ibandronate 2.5 mg daily", "ibandronate_dose"),
    ],
)
def test_where_no_route_is_said_the_dose_tells_it(model: Model, course: str, given_to: str) -> None:
    plan = planned(model, drugs(course))
    assert given(model, plan, given_to, 1)[0] > 0.0


def test_three_milligrams_of_ibandronate_every_three_months_are_injected(model: Model) -> None:
    plan = planned(model, drugs("ibandronate 3 mg every 3 months"))
    assert given(model, plan, "ibandronate_dose", 1) == [0.0]
    place = [key.name for key in model.states].index("ibandronate_injected")
    assert plan.doses[:, place].max() == 3.0


def test_chemotherapy_that_spared_the_ovaries_is_said_to_change_nothing(model: Model) -> None:
    done = doing(procedures=[{"procedure": "chemotherapy", "at": "month 3"}])
    (word,) = Plan(NOTHING, done).ignored(model)
    assert "chemotherapy changes nothing unless the ovaries have failed" in word
    failed = {"procedure": "chemotherapy", "at": "month 3", "ovarian_failure": True}
    assert Plan(NOTHING, doing(procedures=[failed])).ignored(model) == ()


def test_a_single_dose_is_given_and_its_adherence_said_to_change_nothing(model: Model) -> None:
    course = {"drug": "zoledronic acid", "dose": "5 mg", "once": "month 0", "adherence": "50 %"}
    assert planned(model, drugs(course)).doses.sum() == pytest.approx(5.0)
    said = "a single dose is given, whatever its adherence"
    assert Plan(NOTHING, drugs(course)).ignored(model) == (said,)


@pytest.mark.parametrize(
    ("for_a_month", "for_months"),
    [
        ("goserelin 3.6 mg every 4 weeks", "goserelin 10.8 mg every 12 weeks"),
        ("leuprolide 3.75 mg every 4 weeks", "leuprolide 11.25 mg every 12 weeks"),
        ("leuprolide 7.5 mg monthly", "leuprolide 22.5 mg every 3 months"),
    ],
)
def test_a_depot_for_months_holds_the_ovaries_as_one_for_a_month_does(
    model: Model, for_a_month: str, for_months: str
) -> None:
    """Noguchi 2016: 24.8 and 20.3 pg/mL of estradiol on 3.6 and 10.8 mg of goserelin, week 24."""
    woman = fitted(typical_women(model, age=42.0, menopause=51.0))
    weeks = np.arange(20.0, 52.0) * 7.0
    one, three = (
        woman.simulate(calendar(woman, drugs(course)), weeks)["estradiol"][0]
        for course in (for_a_month, for_months)
    )
    assert three.mean() == pytest.approx(one.mean(), rel=0.1)
    assert three.max() < 1.5 * one.max()
