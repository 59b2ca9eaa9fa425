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
    ],
)
def test_what_is_stated_of_the_person_is_looked_at_without_any_drug(
    rule: str, person: dict[str, object], verdict: Verdict
) -> None:
    assert answer(answers(situation([], person)), rule).verdict is verdict


def test_what_is_not_stated_of_the_person_is_not_asked_for_by_these() -> None:
    unmeasured = {"laboratory": {"calcium": None, "calcidiol": None}}
    found = answers(situation([], unmeasured))
    assert {answer(found, rule).verdict for rule in ("CAL-1", "VD-3", "PTH-1")} == {Verdict.ALLOWED}
