"""From what a person does to the calendar: drugs, food and training, before and after month 0."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, doing
from support.toys import depot

from osteon.errors import UnknownNameError
from osteon.interventions.drug import Drug
from osteon.interventions.exercise.activity import activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.language import Strategy
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import reference_of
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

YEARS = 365.25


def planned(model: Model, treatment: Strategy, usual: Strategy = NOTHING) -> Calendar:
    """Return the calendar of a treatment with what is usual going on beneath it."""
    inputs = reference_of(model, np.array([model.table.values]))[1]
    return Plan(usual, treatment.on_top_of(usual)).calendar(model, inputs, 10 * YEARS)


def given(model: Model, calendar: Calendar, name: str, *months: float) -> list[float]:
    """Return an input just after some months."""
    plain, _, site = name.partition("@")
    place = model.inputs.index(Key(plain, Site(site) if site else None))
    values = calendar.inputs_at(np.array(months) * DAYS_PER_MONTH + 0.5)[0, :, place]
    return [round(float(value), 9) for value in values]


def drugs(*courses: object) -> Strategy:
    """Return a strategy of drugs alone."""
    return doing(drugs=list(courses))


def test_tablets_enter_as_their_average_rate(model: Model) -> None:
    plan = planned(model, drugs("risedronate 35 mg weekly for 3 years"))
    assert given(model, plan, "risedronate_dose", -1, 0, 12, 35, 36, 100) == [0, 5, 5, 5, 0, 0]


def test_adherence_lowers_the_rate(model: Model) -> None:
    course = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "adherence": "80 %"}
    assert given(model, planned(model, drugs(course)), "anastrozole_dose", 1) == [0.8]


@pytest.mark.parametrize(
    ("adherence", "given_in"),
    [
        ("50 %", [0, 12, 24, 36, 48]),
        ("80 %", [0, 6, 12, 18, 30, 36, 42, 48]),
        ("10 %", [0]),
        ("100 %", list(range(0, 60, 6))),
    ],
)
def test_missed_injections_are_missed_whole(
    model: Model, adherence: str, given_in: list[int]
) -> None:
    course = {"drug": "denosumab", "dose": "60 mg", "every": "6 months", "until": "month 60"}
    calendar = planned(model, drugs(course | {"adherence": adherence}))
    taken = calendar.doses[:, model.states.index(Key("denosumab_depot"))]
    assert (calendar.changes[taken > 0] / DAYS_PER_MONTH).round(6).tolist() == given_in
    assert set(taken[taken > 0]) == {60.0}


def test_a_course_without_end_goes_on(model: Model) -> None:
    plan = planned(model, drugs("anastrozole 1 mg daily"))
    assert given(model, plan, "anastrozole_dose", 0, 1000) == [1, 1]


def test_courses_add_up_whatever_their_order(model: Model) -> None:
    first, second = "tamoxifen 20 mg daily for 2 years", "tamoxifen 10 mg daily for 1 year"
    one, other = planned(model, drugs(first, second)), planned(model, drugs(second, first))
    np.testing.assert_array_equal(one.inputs, other.inputs)
    assert given(model, one, "tamoxifen_dose", 6, 18, 30) == [30, 20, 0]


def test_a_usual_drug_that_goes_on_is_taken_once(model: Model) -> None:
    usual = drugs({"drug": "tamoxifen", "dose": "20 mg", "every": "1 day", "from": "month -30"})
    plan = planned(model, NOTHING, usual)
    assert given(model, plan, "tamoxifen_dose", -31, -12, 12) == [0, 20, 20]


def test_a_usual_drug_gives_way_to_the_strategys_own_course(model: Model) -> None:
    """Switching the dose: 20 mg before month 0, 10 mg after, never both and never twice."""
    usual = drugs({"drug": "tamoxifen", "dose": "20 mg", "every": "1 day", "from": "month -30"})
    plan = planned(model, drugs("tamoxifen 10 mg daily"), usual)
    assert given(model, plan, "tamoxifen_dose", -12, 12) == [20, 10]


def test_a_usual_drug_ends_with_month_0_if_the_treatment_leaves_it_out(model: Model) -> None:
    """`usual` is what is done before month 0; from then on the treatment says everything."""
    usual = drugs({"drug": "tamoxifen", "dose": "20 mg", "every": "1 day", "from": "month -30"})
    inputs = reference_of(model, np.array([model.table.values]))[1]
    plan = Plan(usual, NOTHING).calendar(model, inputs, 10 * YEARS)
    assert given(model, plan, "tamoxifen_dose", -12, 12) == [20, 0]


def test_injections_enter_as_doses_before_the_horizon(model: Model) -> None:
    rest = [one for one in mechanisms() if not (isinstance(one, Drug) and one.drug == "denosumab")]
    larger = Model([*rest, depot.Toy()])
    inputs = np.zeros((1, len(larger.inputs)))
    injected = drugs({"drug": "denosumab", "dose": "60 mg", "every": "6 months"})
    calendar = Plan(NOTHING, injected).calendar(larger, inputs, 1.9 * YEARS)
    amounts = calendar.doses[:, larger.states.index(Key("depot"))]
    times = calendar.changes[amounts > 0] / DAYS_PER_MONTH
    np.testing.assert_allclose(times, [0, 6, 12, 18])
    assert amounts[amounts > 0].tolist() == [60, 60, 60, 60]


def test_what_is_eaten_is_a_total_and_a_supplement_comes_on_top(model: Model) -> None:
    usual = doing(diet={"calcium": "600 mg/day"}, supplements={"vitamin_d": "400 IU/day"})
    treatment = doing(diet={"calcium": "1200 mg/day"})
    plan = planned(model, treatment, usual)
    assert given(model, plan, "calcium_intake", -12, 12) == [600, 1200]
    normal = given(model, planned(model, NOTHING), "vitamin_d_intake", 12)[0]
    assert given(model, plan, "vitamin_d_intake", -12, 12) == [normal + 400, normal + 400]


def test_nothing_said_about_food_is_the_usual_food_of_the_model(model: Model) -> None:
    rest = model.at_reference()
    for name in ("calcium_intake", "vitamin_d_intake"):
        assert (
            given(model, planned(model, NOTHING), name, -12, 12)
            == [rest.quantity(Key(name)).value] * 2
        )


def training(**more: object) -> dict[str, object]:
    """Return two sessions of resistance training a week."""
    return {
        "activity": "progressive resistance training",
        "sessions": "2 per week",
        "minutes": 45,
        "intensity": "80 %",
        **more,
    }


def test_training_raises_the_load_while_it_goes_on(model: Model) -> None:
    once = Training(activity("progressive resistance training"), 2 / 7, 45, 0.8)
    plan = planned(model, doing(exercise=[training(**{"from": "month 1", "until": "month 13"})]))
    for site in Site:
        raised = round(relative_load([once], site), 9)
        assert raised > 1.0
        loads = given(model, plan, f"mechanical_load@{site}", -1, 0, 4, 12, 14)
        assert loads == pytest.approx([1, 1, raised, raised, 1])


def test_two_activities_load_less_than_the_sum_of_both(model: Model) -> None:
    """The stimulus is not a sum: what is added counts inside the root."""
    walking = {"activity": "walking", "sessions": "7 per week", "minutes": 60}
    both = planned(model, doing(exercise=[training(), walking]))
    alone = [planned(model, doing(exercise=[one])) for one in (training(), walking)]
    name = "mechanical_load@lumbar_spine"
    (together,) = given(model, both, name, 1)
    raised = [given(model, one, name, 1)[0] - 1.0 for one in alone]
    assert 1.0 + max(raised) < together < 1.0 + sum(raised)


def test_usual_training_loads_before_month_0_and_goes_on(model: Model) -> None:
    plan = planned(model, NOTHING, doing(exercise=[training()]))
    before, after = given(model, plan, "mechanical_load@total_hip", -12, 12)
    assert before == pytest.approx(after)
    assert before > 1.0


def test_adherence_counts_sessions(model: Model) -> None:
    half = planned(model, doing(exercise=[training(adherence="50 %")]))
    fewer = planned(model, doing(exercise=[training(sessions="1 per week")]))
    name = "mechanical_load@total_hip"
    assert given(model, half, name, 1) == given(model, fewer, name, 1)


def test_age_advances_by_a_day_a_day(model: Model) -> None:
    assert given(model, planned(model, NOTHING), "aging", -100, 0, 100) == [1, 1, 1]


def test_a_drug_the_model_does_not_hold_is_named_with_those_it_does(model: Model) -> None:
    fewer = Model([one for one in mechanisms() if one.name != "tamoxifen"])
    inputs = np.zeros((1, len(fewer.inputs)))
    with pytest.raises(UnknownNameError) as caught:
        Plan(NOTHING, drugs("tamoxifen 20 mg daily")).calendar(fewer, inputs, 1.0)
    words = str(caught.value)
    assert words.startswith("'tamoxifen' is not in this model, which holds ")
    assert "anastrozole" in words


def test_an_activity_that_is_not_in_the_table(model: Model) -> None:
    with pytest.raises(
        UnknownNameError, match=r"unknown activity 'wlking'; did you mean 'walking'"
    ):
        planned(model, doing(exercise=[training(activity="wlking")]))


def test_a_drug_taken_up_again_before_month_0_counts_from_then(model: Model) -> None:
    past = drugs("risedronate 35 mg weekly from month -60 until month -36")
    again = drugs("risedronate 35 mg weekly from month -24")
    plan = planned(model, again, past)
    assert given(model, plan, "risedronate_dose", -48, -30, -12, 12) == [5, 0, 5, 5]


def test_a_past_dose_is_given_once(model: Model) -> None:
    past = drugs({"drug": "zoledronic acid", "dose": "5 mg", "once": "month -30"})
    calendar = planned(model, drugs("zoledronic acid 5 mg every 12 months from month -6"), past)
    taken = calendar.doses[:, model.states.index(Key("zoledronic_acid"))]
    months = [-30, -6, *range(6, 120, 12)]
    assert calendar.changes[taken > 0] == pytest.approx(np.array(months) * DAYS_PER_MONTH)
    assert set(taken[taken > 0]) == {5.0}


def test_what_changes_nothing_is_said_once(model: Model) -> None:
    usual = doing(diet={"protein": "1 g/kg/day"}, supplements={"vitamin_k2": "180 ug/day"})
    plan = Plan(usual, NOTHING.on_top_of(usual))
    assert plan.ignored(model) == ()
    fewer = Model([one for one in mechanisms() if one.name not in ("protein", "vitamin_k2")])
    assert plan.ignored(fewer) == (
        "protein has no mechanism in this model: it changes nothing",
        "vitamin k2 has no mechanism in this model: it changes nothing",
    )
    assert Plan(NOTHING, drugs("anastrozole 1 mg daily")).ignored(model) == ()


def test_usual_training_that_says_since_when_began_then(model: Model) -> None:
    usual = doing(exercise=[training(**{"from": "month -6"})])
    loads = given(model, planned(model, NOTHING, usual), "mechanical_load@total_hip", -240, -3, 3)
    assert loads[0] == 1.0
    assert loads[1] == loads[2] > 1.0


def test_stopping_early_is_said_not_to_happen(model: Model) -> None:
    course = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "stop": {"per_year": "12 %"}}
    assert Plan(NOTHING, drugs(course)).ignored(model) == (
        "nobody stops a drug early here: everyone goes on to its end",
    )
