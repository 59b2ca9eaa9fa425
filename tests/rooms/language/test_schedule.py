"""Courses of drugs: when the doses fall, and what no course can be."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError
from osteon.evidence.library import trial_files
from osteon.language import DrugSchedule, Strategy, Trial
from osteon.language.drugs import DOSAGES_OF, DRUGS, routes_in
from osteon.language.other_names import OTHER_NAMES

MONTH = 30.4375
DAILY = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day"}


def test_doses_fall_strictly_before_the_end() -> None:
    course = DrugSchedule(
        drug="denosumab", dose="60 mg", every="6 months", from_="month 6", until="month 24"
    )
    assert course.dose_times(3652.5) == (6 * MONTH, 12 * MONTH, 18 * MONTH)
    assert course.dose_times(12 * MONTH) == (6 * MONTH,)


def test_one_infusion_can_be_said_in_two_ways() -> None:
    short = DrugSchedule(
        drug="zoledronic acid", dose="5 mg", every="12 months", from_="month 0", until="month 1"
    )
    once = DrugSchedule(drug="zoledronic acid", dose="5 mg", once="month 0")
    assert short.dose_times(3652.5) == once.dose_times(3652.5) == (0,)


def test_a_start_is_changed_by_the_name_that_python_knows() -> None:
    late = DrugSchedule(drug="anastrozole", dose="1 mg", every="1 day", from_="month 2")
    assert late.but(from_="month 5").start == pytest.approx(5 * 30.4375)


def test_a_course_without_end_goes_on_to_the_horizon() -> None:
    assert DrugSchedule(**DAILY).dose_times(4) == (0, 1, 2, 3)
    assert DrugSchedule(**DAILY, until="day 2").dose_times(4) == (0, 1)


def test_a_third_of_a_day_does_not_add_a_dose() -> None:
    course = DrugSchedule(drug="estradiol", dose="1 mg", every="8 hours", until="day 10")
    assert len(course.dose_times(100)) == 30


def test_before_the_horizon_begins_nothing_is_given() -> None:
    assert DrugSchedule(**DAILY, from_="month 2").dose_times(MONTH) == ()
    assert DrugSchedule(drug="denosumab", dose="60 mg", once="month 2").dose_times(MONTH) == ()


def test_a_dose_of_zero_is_a_dose() -> None:
    assert DrugSchedule(**DAILY | {"dose": "0 mg"}).dose == 0


def test_who_stops_and_who_takes_it() -> None:
    course = DrugSchedule(**DAILY, adherence="80 %", stop={"per_year": "12 %"})
    assert course.adherence == 0.8
    assert course.stop is not None
    assert course.stop.per_year == 0.12


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "teriparatide 20 mg daily",
            "dose is more at once than teriparatide was ever studied at; usual is 20 ug once a "
            "day, the highest 100 ug once, 60 ug daily (label, overdosage",
        ),
        ("zoledronic acid 400 mg yearly", "usual is 5 mg once a year, the highest 8 mg every 3 w"),
        ("alendronate 700 mg weekly", "usual is 70 mg once a week, the highest 40 mg daily, 70"),
        (
            "risedronate 35 mg daily",
            "every is so often that it makes more a day than risedronate was ever studied at",
        ),
        ("denosumab 60 g every 6 months", "dose: 60 g is outside the plausible range"),
        ("estradiol 1.5 mg daily transdermal", "usual is 50 ug once a day, the highest 600 ug"),
        ("ibandronate 150 mg monthly intravenous", "usual is 3 mg every 3 months"),
    ],
)
def test_more_than_was_ever_studied_is_taken_for_a_slip(sentence: str, told: str) -> None:
    with pytest.raises(InputError) as fault:
        Strategy(drugs=[sentence])
    assert told in str(fault.value)


def test_every_drug_says_how_it_is_given_within_what_was_studied() -> None:
    for drug, ways in DOSAGES_OF.items():
        for way in ways:
            words = f"{drug} {way.usual} {way.route or ''}"
            assert DrugSchedule.model_validate(words.strip()).dose > 0.0
            for highest in way.highest.split(", "):
                assert DrugSchedule.model_validate(f"{drug} {highest}").dose > 0.0


@pytest.mark.parametrize("file", trial_files(), ids=lambda file: file.stem)
def test_no_published_trial_gave_more_than_was_studied(file: Path) -> None:
    assert Trial.read(file).arms


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"every": None}, "every is missing; add for example 'every: 6 months' or 'once: month 0'"),
        ({"once": "month 0"}, "every: 'once' and 'every' exclude each other; keep one"),
        ({"until": "month 0"}, "until ends before it begins; 'until' must be later than 'from'"),
        ({"from": "month 6", "until": "month 5"}, "until ends before it begins"),
        ({"every": "0 days"}, "every: 0 days is outside the plausible range"),
        ({"dose": 1}, "dose: 1 has no unit; write it with one, such as '1 mg'"),
        ({"dose": "1 mg/day"}, "dose: 'mg/day' does not measure this; write for example '1 mg'"),
        ({"from": 0}, "from: 0 does not say of what; write for example 'month 12'"),
        ({"adherence": 0.8}, "adherence: 0.8 has no unit; write it with one, such as '80 %'"),
        ({"adherence": "180 %"}, "adherence: 180 % is outside the plausible range, 0 to 100 %"),
        ({"stop": {"per_yaer": "12 %"}}, "stop > per_yaer: unknown name 'per_yaer'; did you mean"),
        ({"form": "month 0"}, "form: unknown name 'form'; did you mean 'from'?"),
        ({"route": "oral"}, "route is said only of estradiol, ibandronate; leave it out"),
        ({"drug": 3}, "drug: '3' is not a drug; known are abaloparatide, alendronate"),
    ],
)
def test_what_no_course_can_be(words: dict[str, object], told: str) -> None:
    with pytest.raises(InputError) as caught:
        DrugSchedule(**DAILY | words)
    assert told in str(caught.value)


def test_a_drug_has_the_routes_that_its_files_say(tmp_path: Path) -> None:
    for name, said in (
        ("one", 'drug = "one"'),
        ("two_tablets", 'drug = "two"\n    route = "oral"'),
        ("two_patches", 'drug = "two"\n    route = "transdermal"'),
        ("none", "amount = 3"),
    ):
        (tmp_path / f"{name}.py").write_text(f"class Drug:\n    {said}\n", "utf-8")
    assert routes_in(tmp_path) == {"one": (), "two": ("oral", "transdermal")}


def test_a_route_by_which_a_drug_is_not_given_is_refused() -> None:
    with pytest.raises(InputError, match="route is intravenous or oral for ibandronate"):
        DrugSchedule(drug="ibandronate", dose="3 mg", every="3 months", route="transdermal")


@given(
    every=st.floats(0.1, 400),
    begin=st.floats(-1000, 1000),
    length=st.floats(0.01, 4000),
    horizon=st.floats(0, 4000),
)
def test_doses_are_evenly_spaced_inside_the_course(
    every: float, begin: float, length: float, horizon: float
) -> None:
    course = DrugSchedule(
        drug="anastrozole",
        dose="1 mg",
        every=f"{every!r} days",
        from_=f"day {begin!r}",
        until=f"day {begin + length!r}",
    )
    times = course.dose_times(horizon)
    end = min(horizon, begin + length)
    assert all(begin <= time < end for time in times)
    assert (len(times) == 0) == (end - begin <= 1e-9 * every)
    assert all(b - a == pytest.approx(every) for a, b in pairwise(times))
    assert not times or times[-1] + every >= end - 1e-6


@given(st.floats(0, 300), st.floats(1, 4000), st.floats(-3000, 3000), st.floats(0, 1))
def test_a_course_reads_back_exactly(
    dose: float, every: float, begin: float, adherence: float
) -> None:
    course = DrugSchedule(
        drug="tamoxifen",
        dose=f"{dose!r} mg",
        every=f"{every!r} days",
        from_=f"day {begin!r}",
        adherence=f"{adherence * 100!r} %",
    )
    assert DrugSchedule(**course.words()) == course


@pytest.mark.parametrize(
    ("written", "drug"),
    [
        ("zoledronate", "zoledronic acid"), ("Zometa", "zoledronic acid"), ("Prolia", "denosumab"),
        ("Fosamax", "alendronate"), ("ibandronic acid", "ibandronate"), ("Arimidex", "anastrozole"),
    ],
)  # fmt: skip
def test_a_brand_or_an_acid_is_the_drug(written: str, drug: str) -> None:
    assert DrugSchedule.model_validate(f"{written} 5 mg every 6 months").drug == drug


def test_every_other_name_leads_to_a_drug_and_is_none() -> None:
    assert set(OTHER_NAMES.values()) <= set(DRUGS)
    assert not set(OTHER_NAMES) & set(DRUGS)
