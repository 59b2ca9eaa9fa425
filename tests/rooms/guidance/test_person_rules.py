"""Rules of safety that speak of the person, whatever is planned."""

from __future__ import annotations

import pytest
from support.situations import answer, situation

from osteon.guidance.safety import Verdict, answers


@pytest.mark.parametrize(
    ("rule", "person", "verdict"),
    [
        # 2.1 mmol/L: from there down labels have calcium corrected first.
        ("CAL-1", {"laboratory": {"calcium": "2.05 mmol/L"}}, Verdict.CAUTION),
        ("CAL-1", {"laboratory": {"calcium": "2.1 mmol/L"}}, Verdict.ALLOWED),
        # 30 nmol/L: below it the National Osteoporosis Society treats.
        ("VD-3", {"laboratory": {"calcidiol": "22 nmol/L"}}, Verdict.CAUTION),
        ("VD-3", {"laboratory": {"calcidiol": "30 nmol/L"}}, Verdict.ALLOWED),
        ("PTH-1", {"laboratory": {"pth": "92 pg/mL"}}, Verdict.CAUTION),
        ("PTH-1", {"laboratory": {"pth": "45 pg/mL"}}, Verdict.ALLOWED),
        ("SMK-1", {"history": {"smoking": "current"}}, Verdict.CAUTION),
        ("SMK-1", {"history": {"smoking": "former"}}, Verdict.ALLOWED),
        # Two units a day, 14 a week.
        ("ALC-1", {"history": {"alcohol": "4 units/day"}}, Verdict.CAUTION),
        ("ALC-1", {"history": {"alcohol": "2 units/day"}}, Verdict.ALLOWED),
        # World guidelines for falls: two or more in a year.
        ("FALL-1", {"history": {"falls_last_year": 3}}, Verdict.CAUTION),
        ("FALL-1", {"history": {"falls_last_year": 1}}, Verdict.ALLOWED),
    ],
)
def test_what_is_stated_of_the_person_is_looked_at_without_any_drug(
    rule: str, person: dict[str, object], verdict: Verdict
) -> None:
    assert answer(answers(situation([], person)), rule).verdict is verdict


def test_what_is_not_stated_of_the_person_is_not_asked_for_by_these() -> None:
    unmeasured = {"laboratory": {"calcium": None, "calcidiol": None}}
    found = [one for one in answers(situation([], unmeasured)) if one.rule.about == "person"]
    assert len(found) >= 6
    assert {one.verdict for one in found} == {Verdict.ALLOWED}


@pytest.mark.parametrize(("amount", "told"), [("2000 mg/day", True), ("500 mg/day", False)])
def test_much_omega_3_is_told_for_the_heart(amount: str, told: bool) -> None:
    """Gencer 2021: atrial fibrillation, the more the greater the dose, plainly above 1 g."""
    found = answer(answers(situation([], supplements={"omega_3": amount})), "O3-1")
    assert (found.verdict is Verdict.CAUTION) is told
