"""A course of a drug in one sentence, and what is pointed at when it is not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError, UnknownNameError
from osteon.language import DrugSchedule, Strategy
from osteon.language.drugs import DRUGS

MONTH = 30.4375


def course(sentence: str) -> DrugSchedule:
    """Return the course that a sentence describes."""
    return Strategy(drugs=[sentence]).drugs[0]


@pytest.mark.parametrize(
    ("sentence", "drug", "dose", "every", "begin", "until"),
    [
        ("anastrozole 1 mg daily for 5 years", "anastrozole", 1, 1, 0, 60 * MONTH),
        ("risedronate 35 mg weekly for 3 years", "risedronate", 35, 7, 0, 36 * MONTH),
        (
            "zoledronic acid 4 mg every 6 months from month 12 until month 48",
            "zoledronic acid",
            4,
            6 * MONTH,
            12 * MONTH,
            48 * MONTH,
        ),
        (
            "denosumab 60 mg every 6 months for 3 years from month 6",
            "denosumab",
            60,
            6 * MONTH,
            6 * MONTH,
            42 * MONTH,
        ),
        ("teriparatide 20 ug daily for 2 years", "teriparatide", 0.02, 1, 0, 24 * MONTH),
        ("Conjugated Estrogens 0.625mg daily", "conjugated estrogens", 0.625, 1, 0, None),
        ("ibandronate 150 mg monthly", "ibandronate", 150, MONTH, 0, None),
        ("alendronate 35 mg twice weekly", "alendronate", 35, 3.5, 0, None),
        ("zoledronic acid 5 mg yearly", "zoledronic acid", 5, 12 * MONTH, 0, None),
        ("goserelin 3.6 mg every 28 days", "goserelin", 3.6, 28, 0, None),
        ("romosozumab 210 mg every month until year 1", "romosozumab", 210, MONTH, 0, 365.25),
        ("tamoxifen 20 mg daily from month -30 until month 0", "tamoxifen", 20, 1, -30 * MONTH, 0),
        ("anastrozole 1 mg once daily", "anastrozole", 1, 1, 0, None),
        ("alendronate 70 mg once a week for 1 year", "alendronate", 70, 7, 0, 365.25),
        ("letrozole 2.5 mg 3 times a week", "letrozole", 2.5, 7 / 3, 0, None),
    ],
)
def test_a_sentence_says_what_a_schedule_says(
    sentence: str, drug: str, dose: float, every: float, begin: float, until: float | None
) -> None:
    read = course(sentence)
    assert (read.drug, read.from_, read.until, read.once) == (drug, begin, until, None)
    assert read.dose == pytest.approx(dose, rel=1e-15)
    assert read.every == pytest.approx(every, rel=1e-15)


def test_once_is_one_dose() -> None:
    assert course("zoledronic acid 5 mg once at month 0").once == 0
    assert course("zoledronic acid 5 mg once").once == 0
    assert course("zoledronic acid 5 mg once at year 1").dose_times(10_000) == (365.25,)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("anastrozole", "'anastrozole' does not name a drug and then its dose; write for example"),
        ("1 mg daily", "does not name a drug and then its dose"),
        ("anastrozole 1 mg", "it is not said how often"),
        ("anastrozole 1 mg sometimes", "'sometimes' after the dose does not say how often"),
        ("anastrozole 1 mg dailyish", "'dailyish' after the dose does not say how often"),
        ("anastrozole 1 mg once in a while", "'in a while' is not understood"),
        ("anastrozole 1 mg daily for ever", "'for ever' is not understood"),
        ("anastrozole 1 mg daily from month 1 please", "'please' is not understood"),
        ("anastrozole 1 mg daily for 1 year for 2 years", "'for' is said twice"),
        ("anastrozole 1 mg daily for 1 year until month 5", "'for' and 'until' both give the end"),
        ("anastrozole 1 mg daily at month 5", "'at' belongs to 'once'; write 'from' instead"),
        ("anastrozole 1 mg once for 2 years", "'for' does not go with 'once'"),
        ("anastrozole 1 mg daily for 3 yeers", "unknown unit 'yeers'; did you mean 'years'"),
        ("anastrozole 1 mg every 3 kg", "'kg' does not measure this"),
        ("anastrozole 1 kilo daily", "dose: unknown unit 'kilo'; did you mean 'kilogram'"),
        ("anastrozole 1 mg daily from month 5 until month 5", "until ends before it begins"),
        ("anastrozole -1 mg daily", "dose: -1 mg is outside the plausible range, 0 to 2000 mg"),
        ("anastrozole 1 mg daily " + "x" * 500, "does not name a drug and then its dose"),
    ],
)
def test_the_part_that_is_not_understood_is_pointed_at(sentence: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        course(sentence)
    assert told in str(caught.value)
    assert str(caught.value).startswith("drugs 1")


def test_a_misspelled_drug_gets_its_name() -> None:
    with pytest.raises(UnknownNameError, match="unknown drug 'anastrozol'; did you mean 'anastr"):
        course("anastrozol 1 mg daily")


@given(
    drug=st.sampled_from(DRUGS),
    dose=st.integers(0, 100),
    every=st.integers(1, 24),
    begin=st.integers(-60, 60),
    length=st.integers(1, 120),
)
def test_a_sentence_and_its_parts_agree(
    drug: str, dose: int, every: int, begin: int, length: int
) -> None:
    spoken = course(f"{drug} {dose} ug every {every} months for {length} months from month {begin}")
    parts = {
        "drug": drug,
        "dose": f"{dose} ug",
        "every": f"{every} months",
        "from": f"month {begin}",
        "until": f"month {begin + length}",
    }
    assert spoken == DrugSchedule(**parts)
