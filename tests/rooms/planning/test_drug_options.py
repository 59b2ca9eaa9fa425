"""Which courses of bone drugs are offered to whom, and at which dose."""

from __future__ import annotations

import pytest

from osteon.language import Case
from osteon.planning.base import base_of
from osteon.planning.drug_options import drug_choice
from osteon.vocabulary.units import DAYS_PER_YEAR

WOMAN = {"age": "66 years", "menopause_age": "50 years"}
YOUNG = {"age": "40 years"}
MAN = {"age": "70 years", "sex": "male"}


def offered(person: dict[str, str], *drugs: str) -> set[tuple[str, float]]:
    """Return the drugs that open a course, with the mg of a dose."""
    case = Case(person=person, strategies={"now": {"drugs": list(drugs)}})
    options = drug_choice(base_of(case, 5 * DAYS_PER_YEAR)).options
    return {(one.drugs[0].drug, one.drugs[0].dose) for one in options if one.drugs}


@pytest.mark.parametrize(("person", "known"), [(WOMAN, True), (YOUNG, False), (MAN, False)])
def test_raloxifene_is_for_women_after_menopause(person: dict[str, str], known: bool) -> None:
    """Evista label: osteoporosis in postmenopausal women."""
    assert (("raloxifene", 60.0) in offered(person)) is known


@pytest.mark.parametrize(
    ("person", "drugs", "twice_a_year"),
    [
        (WOMAN, ["letrozole 2.5 mg daily for 5 years"], True),
        (WOMAN, ["letrozole 2.5 mg daily from month 6"], True),
        (YOUNG, ["goserelin 3.6 mg monthly for 5 years"], True),
        (WOMAN, [], False),
        (MAN, [], False),
        (MAN, ["leuprolide 7.5 mg monthly for 3 years"], False),
    ],
)
def test_zoledronic_acid_twice_a_year_is_for_women_under_endocrine_therapy(
    person: dict[str, str], drugs: list[str], twice_a_year: bool
) -> None:
    """4 mg twice a year is that of trials in breast cancer, 5 mg a year the label's."""
    found = offered(person, *drugs)
    assert ("zoledronic acid", 5.0) in found
    assert (("zoledronic acid", 4.0) in found) is twice_a_year
