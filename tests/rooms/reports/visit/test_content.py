"""What the report says: what was stated, what is forecast, what is asked, and why."""

from __future__ import annotations

import pytest

from osteon import Case, simulate
from osteon.errors import InputError
from osteon.guidance.guideline import guidelines
from osteon.guidance.safety import safety_rules
from osteon.language.person import SITES, History, Laboratory
from osteon.reports.visit import Report, check_strategies
from osteon.reports.visit.assumed import assumed_of
from osteon.reports.visit.questions import questions_for_facts, questions_of
from osteon.reports.visit.words import count, printed, share
from osteon.strategies.forecast import Forecast

STATED_ELSEWHERE = {
    "smoking_now", "bmi", "frax_major", "frax_hip", "t_lowest",
    *(f"t_{site}" for site in SITES),
}  # fmt: skip


def said(report: Report) -> dict[str, str]:
    return {fact.name: fact.words for fact in report.assumed.stated}


def test_the_example_says_what_its_file_says(reports: dict[str, Report]) -> None:
    found = reports["example"]
    assert found.person == "Woman of 62 years, 164 cm, 68 kg, menopause at 50 years"
    assert said(found)["DXA"].startswith("lumbar spine T −1.2, total hip T −0.9")
    assert "eGFR 78 mL/min" in said(found)["Laboratory"]
    assert "No previous fracture" in said(found)["History"]
    assert found.assumed.unstated == ""
    assert found.ways[0].doing == ("anastrozole 1 mg every day, months 0 to 60",)


def test_what_is_not_stated_is_said_and_asked(reports: dict[str, Report]) -> None:
    found = reports["sparse"]
    assert said(found) == {"DXA": "not measured"}
    assert "T-score of the lumbar spine" in found.assumed.unstated
    assert "previous fracture" in found.assumed.unstated
    asked = {one.about: one.asked for one in found.questions}
    assert "Has a bone broken" in asked["Not stated"]
    assert asked["Menopause"] == "When was the last period?"


def test_measurements_since_are_told(reports: dict[str, Report]) -> None:
    words = said(reports["full"])["Measured since"]
    assert words.startswith("month 6: CTX 0.61 ng/mL; month 14: BMD lumbar spine 0.772 g/cm²")


def test_the_table_holds_the_numbers_of_the_forecast(
    reports: dict[str, Report], forecasts: dict[str, Forecast]
) -> None:
    forecast, report = forecasts["example"], reports["example"]
    for row, outcome in zip(report.foretold.rows, forecast, strict=True):
        spine, *_, major, hip = row.cells
        change = outcome["bmd_lumbar_spine"].change.at(120)
        median = f"{change.median:+.1f} %".replace("-", "−")
        assert spine.middle.removesuffix(" *") == median.replace("−0.0", "0.0").replace(
            "+0.0", "0.0"
        )
        assert outcome.t_score("lumbar_spine").at(120).median == pytest.approx(
            float(spine.below.split()[1].replace("−", "-")), abs=0.051
        )
        mean = float(outcome.fracture("fracture_major_osteoporotic").mean[-1])
        assert major.middle == f"{count(mean)} in 100"
        assert float(hip.middle.split()[0]) < float(major.middle.split()[0])


def test_a_site_that_was_not_measured_has_no_t_score(reports: dict[str, Report]) -> None:
    spine, _, neck = reports["man"].foretold.rows[0].cells
    assert spine.below == ""
    assert neck.below.startswith("T ")
    assert "not measured" in reports["man"].pictures[0]


def test_in_men_no_fracture_is_foretold(reports: dict[str, Report]) -> None:
    found = reports["man"]
    assert len(found.pictures) == 3
    assert len(found.foretold.titles) == 3
    assert "not forecast in men" in found.foretold.reading


def test_what_a_rule_forbids_comes_first_with_reason_and_source(
    reports: dict[str, Report],
) -> None:
    questions = reports["full"].questions
    grave = [one for one in questions if one.grave]
    assert list(questions[: len(grave)]) == grave
    [exit_] = [one for one in grave if "DEN-4:" in one.source]
    assert "“denosumab, ending with nothing after”" in exit_.about
    assert "several vertebrae may break" in exit_.why
    [infusion] = [one for one in grave if one.about.startswith("Zoledronic acid")]
    assert "Below 35 mL/min" in infusion.why
    assert not any(one.grave for one in reports["example"].questions)


def test_low_calcium_vitamin_d_and_raised_pth_are_asked_about_without_any_bone_drug() -> None:
    laboratory = {"calcium": "2.05 mmol/L", "calcidiol": "22 nmol/L", "pth": "92 pg/mL"}
    case = Case(
        person={"age": "58 years", "menopause_age": "50 years", "laboratory": laboratory},
        strategies={"exemestane": {"drugs": ["exemestane 25 mg daily for 5 years"]}},
        horizon="1 year",
    )
    asked = [one.asked for one in questions_of(simulate(case, members=2))]
    assert "What is the cause of the low calcium, and how is it treated now?" in asked
    assert any("lack of vitamin D treated now" in one for one in asked)
    assert "Why is PTH raised?" in asked


def test_who_smokes_drinks_and_falls_is_asked_what_would_help() -> None:
    history = {"smoking": "current", "alcohol": "4 units/day", "falls_last_year": 3}
    case = Case(
        person={"age": "70 years", "sex": "male", "history": history},
        strategies={"as now": {"supplements": {"omega_3": "2000 mg/day"}}},
        horizon="1 year",
    )
    asked = {one.asked: one.why for one in questions_of(simulate(case, members=2))}
    assert "What would help to stop smoking?" in asked
    assert "What would help to drink less alcohol?" in asked
    assert any("balance and gait" in one for one in asked)
    assert any("atrial fibrillation" in why for why in asked.values())


def test_the_interval_of_guidelines_stands_beside_what_a_scan_could_tell(
    reports: dict[str, Report],
) -> None:
    [scan] = [one for one in reports["example"].questions if one.about == "The next scan"]
    assert "two scans could tell" in scan.why
    assert "after 12 to 24 months (ESMO 2020, Hadji 2017)" in scan.why


def test_guidelines_stand_side_by_side(reports: dict[str, Report]) -> None:
    met = {one.guideline: one.met for one in reports["full"].guidance.said}
    assert met["ASCO 2019"] == "met"  # FRAX 31 % and 12 % against 20 % and 3 %
    found = {one.guideline: one.met for one in reports["example"].guidance.said}
    assert found["Hadji 2017"] == "not met"  # T -1.4, no risk factor; threshold -1.5 with one
    assert found["ASCO 2019"].startswith("not known. What does FRAX say")
    assert reports["sparse"].guidance.said == ()


def test_trials_with_these_drugs_are_named(reports: dict[str, Report]) -> None:
    trials = reports["example"].sources.trials
    assert any("ATAC-bone: Eastell" in one for one in trials)
    assert not any(one.startswith("FREEDOM") for one in trials)
    assert reports["sparse"].sources.trials == ()


def test_whatever_a_rule_may_have_to_ask_has_a_question() -> None:
    rules = {fact for rule in safety_rules() for fact in rule.when.facts}
    for one in guidelines():
        for condition in (one.population, one.treat, *one.risk_factors):
            rules |= set(condition.facts)
    stated = {*History.model_fields, *Laboratory.model_fields, *STATED_ELSEWHERE}
    assert rules & stated == set(questions_for_facts())


def test_too_many_strategies_are_refused() -> None:
    strategies: dict[str, dict[str, object]] = {f"strategy {number}": {} for number in range(7)}
    case = Case(person={"age": "62 years"}, strategies=strategies)
    with pytest.raises(InputError, match="at most 6"):
        check_strategies(case)


@pytest.mark.parametrize(
    ("given", "shown"),
    [("0.915 g/cm2", "0.915 g/cm²"), ("T-score of -2.5", "T-score of −2.5"), ("12-24", "12-24")],
)
def test_amounts_are_printed_with_their_signs(given: str, shown: str) -> None:
    assert printed(given) == shown


@pytest.mark.parametrize(
    ("when", "words"),
    [("month -3", "3 months ago"), ("month -1", "1 month ago"), ("month 0", "this month"),
     ("month -30", "2.5 years ago")],
)  # fmt: skip
def test_a_fracture_was_so_long_ago(when: str, words: str) -> None:
    history = {"previous_fracture": True, "last_fracture": when}
    case = Case(person={"age": "70 years", "history": history}, strategies={"nothing": {}})
    told = {fact.name: fact.words for fact in assumed_of(case).stated}
    assert told["History"].endswith(f"Last fracture: {words}.")


def test_differences_and_kinds_of_fracture_say_what_they_are(reports: dict[str, Report]) -> None:
    found = reports["example"].foretold
    assert any(" percentage points of BMD " in one for one in found.sentences)
    assert "A major fracture is one of hip, forearm or shoulder, or of a vertebra" in found.reading
    assert "major fracture" not in reports["man"].foretold.reading


def test_nothing_is_certain() -> None:
    assert [share(part) for part in (0.0, 0.5, 1.0)] == ["less than 1 %", "50 %", "more than 99 %"]
