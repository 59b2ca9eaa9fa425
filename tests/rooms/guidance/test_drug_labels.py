"""Rules of safety that follow what labels say of a dose, of kidneys and of a pregnancy."""

from __future__ import annotations

import pytest
from support.situations import answer, situation

from osteon.guidance.safety import Verdict, answers


@pytest.mark.parametrize(
    ("rule", "drugs", "egfr", "verdict"),
    [
        ("ZOL-6", ["zoledronic acid 5 mg every 12 months"], 90, Verdict.CAUTION),
        # Zometa: 4 mg above 60 mL/min, less from there down.
        ("ZOL-7", ["zoledronic acid 4 mg every 6 months"], 61, Verdict.ALLOWED),
        ("ZOL-7", ["zoledronic acid 4 mg every 6 months"], 60, Verdict.CAUTION),
        ("ZOL-7", ["zoledronic acid 5 mg every 12 months"], 42, Verdict.ALLOWED),
        ("ZOL-8", ["zoledronic acid 4 mg every 6 months"], 90, Verdict.CAUTION),
        ("ZOL-8", ["zoledronic acid 4 mg every 6 months", "letrozole 2.5 mg daily"], 90,
         Verdict.ALLOWED),
        ("ZOL-8", ["zoledronic acid 5 mg every 12 months"], 90, Verdict.ALLOWED),
    ],
)  # fmt: skip
def test_zoledronic_acid_by_dose_and_kidneys(
    rule: str, drugs: list[str], egfr: int, verdict: Verdict
) -> None:
    found = situation(drugs, {"laboratory": {"egfr": f"{egfr} mL/min"}})
    assert answer(answers(found), rule).verdict is verdict


@pytest.mark.parametrize(
    ("drug", "verdict"),
    [
        ("zoledronic acid 5 mg once", Verdict.FORBIDDEN),
        ("ibandronate 150 mg monthly", Verdict.FORBIDDEN),
        ("denosumab 60 mg every 6 months", Verdict.FORBIDDEN),
        ("teriparatide 20 ug daily for 2 years", Verdict.FORBIDDEN),
        ("alendronate 70 mg weekly", Verdict.CAUTION),
        ("risedronate 35 mg weekly", Verdict.CAUTION),
        ("tamoxifen 20 mg daily", Verdict.CAUTION),
        ("goserelin 3.6 mg monthly", Verdict.CAUTION),
    ],
)
@pytest.mark.parametrize(
    ("person", "concerned"),
    [
        (
            {"age": "38 years", "menopause_age": None, "history": {"pregnancy_possible": "yes"}},
            True,
        ),
        (
            {"age": "38 years", "menopause_age": None, "history": {"pregnancy_possible": "no"}},
            False,
        ),
        ({"history": {"pregnancy_possible": "yes"}}, False),
    ],
    ids=["a pregnancy is possible", "it is not", "past menopause"],
)
def test_labels_before_menopause_where_a_pregnancy_is_possible(
    drug: str, verdict: Verdict, person: dict[str, object], concerned: bool
) -> None:
    """As the labels say: contraindicated, only after menopause, or weighed first."""
    found = [
        one.verdict
        for one in answers(situation([drug], person))
        if "pregnancy_possible" in one.rule.when.facts
    ]
    gravest = max(found, key=list(Verdict).index)
    assert gravest is (verdict if concerned else Verdict.ALLOWED)


@pytest.mark.parametrize(
    ("rule", "drug"),
    [
        ("IBN-4", "ibandronate 150 mg monthly"),
        ("ROM-6", "romosozumab 210 mg monthly for 1 year"),
    ],
)
@pytest.mark.parametrize(("sex", "told"), [("male", True), ("female", False)])
def test_what_is_not_licensed_in_men_says_so(rule: str, drug: str, sex: str, told: bool) -> None:
    person = {"sex": sex, "menopause_age": None} if sex == "male" else {}
    found = answer(answers(situation([drug], person)), rule)
    assert (found.verdict is Verdict.CAUTION) is told


def test_jaw_necrosis_is_told_for_osteoporosis_and_for_breast_cancer() -> None:
    """Khan 2015; 13 of 3,987 women (Mauri 2009); 28 of 2,231 (SWOG 0307)."""
    planned = situation(
        ["zoledronic acid 4 mg every 6 months", "letrozole 2.5 mg daily"],
        {"history": {"invasive_dental_work": "yes"}},
    )
    because = answer(answers(planned), "BP-3").rule.because
    for figure in ("0.001 to 0.01 %", f"{13 / 39.87:.2f} %", f"{28 / 22.31:.2f} %"):
        assert figure in because
