"""How the end of each treatment is asked about."""

from __future__ import annotations

from osteon import Case, simulate
from osteon.reports.visit.endings import endings
from osteon.reports.visit.question import Question

WOMAN = {"age": "72 years", "menopause_age": "50 years"}
LOST = "is lost within a year or two"
DENOSUMAB = "denosumab 60 mg every 6 months for 3 years"


def asked(**strategies: list[str]) -> list[Question]:
    told = {name: {"drugs": drugs} for name, drugs in strategies.items()}
    case = Case(person=WOMAN, strategies=told, horizon="1 year")
    return list(endings(simulate(case, members=2)))


def test_a_bisphosphonate_is_not_said_to_be_lost() -> None:
    [found] = asked(tablets=["alendronate 70 mg weekly for 5 years"])
    assert found.asked == "How long is alendronate meant to be taken?"
    assert "goes on acting for years" in found.why
    assert LOST not in found.why


def test_denosumab_with_nothing_after_it_is_said_to_be_lost() -> None:
    [found] = asked(alone=[DENOSUMAB])
    assert found.asked == "How long is denosumab meant to be taken, and what follows?"
    assert LOST in found.why
    assert "follow" not in found.why.partition("drug follows.")[2]


def test_what_follows_is_named_and_asked_about_by_itself() -> None:
    first, second = asked(
        alone=[DENOSUMAB], both=[DENOSUMAB, "zoledronic acid 5 mg once at month 36"]
    )
    assert first.why.endswith("Under “both” zoledronic acid follows.")
    assert second.asked == "How long is zoledronic acid meant to be taken?"


def test_several_drugs_are_several() -> None:
    found = asked(
        one=["alendronate 70 mg weekly"],
        two=["zoledronic acid 5 mg every 12 months"],
    )
    assert [one.asked for one in found] == [
        "How long are alendronate and zoledronic acid meant to be taken?"
    ]
