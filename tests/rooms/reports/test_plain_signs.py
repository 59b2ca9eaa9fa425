"""The plain story says no reason that works the other way, and tells what is left of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from rich.console import Console, Group, RenderableType

from osteon.interventions.drug import Drug
from osteon.language import Case
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.explanation import explanation_of
from osteon.reports.plain_page import plain_story
from osteon.reports.setting import Setting, setting_of
from osteon.vocabulary.site import Site

OLD = {"age": "72 years", "menopause_age": "49 years", "weight": "60 kg"}
YOUNG = {"age": "38 years", "weight": "62 kg"}
LETROZOLE, DENOSUMAB = "letrozole 2.5 mg daily for 3 years", "denosumab 60 mg every 6 months for "
SUPPRESSED = ["goserelin 3.6 mg every 28 days for 5 years", "anastrozole 1 mg daily for 5 years"]
ANABOLIC = {"drug": "romosozumab", "dose": "210 mg", "every": "1 month", "until": "month 12"}
FOOD = {"supplements": {"vitamin_k2": "180 ug/day", "calcium": "700 mg/day"}}
DOING = {
    "both": (OLD, {"drugs": [LETROZOLE, f"{DENOSUMAB}3 years"]}),
    "alone": (OLD, {"drugs": [LETROZOLE]}),
    "suppressed": (YOUNG, {"drugs": SUPPRESSED}),
    "anabolic": (OLD, {"drugs": [ANABOLIC]}),
    "daily": (OLD, {"drugs": ["teriparatide 20 ug daily for 18 months"]}),
    "infused": (OLD, {"drugs": ["zoledronic acid 5 mg every 12 months for 3 years"]}),
    "fed": (OLD, {"drugs": ["exemestane 25 mg daily for 5 years"], **FOOD}),
    "operated": (YOUNG, {"procedures": [{"procedure": "oophorectomy", "at": "month 1"}]}),
}
MONTHS = (6.0, 24.0, 48.0, 72.0)
CALL, SIGNAL = "the call for cells that remove bone", "the signal to build bone"
REMOVERS, BUILDERS = "cells that remove bone", "cells that build bone"
WAITING, ESTROGEN = "young cells that will remove bone", "estrogen in the blood"
REMOVAL, BUILDING, DENSITY = "bone removal", "bone building", "bone density"
UNFINISHED = "undercarboxylated osteocalcin"
RAISES, LOWERS = 1, -1
SIGNS = {
    ("aromatase activity", ESTROGEN): RAISES,
    ("the estrogen that the ovaries make", ESTROGEN): RAISES,
    ("the estrogen that the ovaries make", "the estrogen signal that bone receives"): RAISES,
    (ESTROGEN, "the estrogen signal that bone receives"): RAISES,
    (ESTROGEN, CALL): LOWERS,
    ("the estrogen signal that bone receives", CALL): LOWERS,
    ("the calcium taken up from food", "parathyroid hormone in the blood"): LOWERS,
    ("calcium intake", "the calcium taken up from food"): RAISES,
    ("the calcium taken up from food", CALL): LOWERS,
    ("parathyroid hormone in the blood", CALL): RAISES,
    (CALL, REMOVERS): RAISES,
    (WAITING, REMOVERS): RAISES,
    (REMOVERS, REMOVAL): RAISES,
    (CALL, REMOVAL): RAISES,
    ("what one cell removes", REMOVAL): RAISES,
    (REMOVAL, BUILDERS): RAISES,
    (REMOVAL, BUILDING): RAISES,
    (REMOVAL, SIGNAL): LOWERS,
    (REMOVAL, UNFINISHED): RAISES,
    ("the brake on bone building", SIGNAL): LOWERS,
    (SIGNAL, BUILDERS): RAISES,
    (SIGNAL, BUILDING): RAISES,
    ("the drug's call to build bone", BUILDERS): RAISES,
    (BUILDERS, BUILDING): RAISES,
    (BUILDING, DENSITY): RAISES,
    (REMOVAL, DENSITY): LOWERS,
    ("vitamin K2 intake", UNFINISHED): LOWERS,
    ("the drug's call to build bone", "what one cell builds"): RAISES,
    (SIGNAL, "what one cell builds"): RAISES,
    ("what one cell builds", BUILDING): RAISES,
    ("the estrogen signal that bone receives", SIGNAL): RAISES,
    ("the estrogen signal that bone receives", "the calcium taken up from food"): RAISES,
    (ESTROGEN, REMOVERS): LOWERS,
    (ESTROGEN, REMOVAL): LOWERS,
}
"""Which way a cause moves an effect while all else stays, as textbooks of physiology have it."""
STEP = re.compile(
    r"(?P<what>.+?)(?: \([^)]*\))? (?:(?P<way>rise|fall)s?|(?:is|are) still) (?P<rest>.+)"
)
REASON = re.compile(
    r"(?P<how>because|although) (?:there are (?P<many>more|fewer) (?P<cells>.+?)"
    r"|(?P<name>[^,]+?) is (?P<level>higher|lower))(?=,|$)"
)


def setting(doing: str, month: float) -> Setting:
    person, strategy = DOING[doing]
    usual = {"diet": {"calcium": "500 mg/day"}}
    case = Case(person=person, usual=usual, strategies={"it": strategy}, horizon="10 years")
    return setting_of(standard(), current_layer(), case, "it", month)


@cache
def story(doing: str, month: float, asked: str = "bmd") -> str:
    explanation = explanation_of(setting(doing, month), asked, Site.LUMBAR_SPINE)
    vars(explanation)["held"] = {}  # what passes through each link takes long and is not asked
    return printed(Group(*plain_story(explanation)))


def printed(shown: RenderableType) -> str:
    console = Console(width=100, markup=False, highlight=False, color_system=None)
    with console.capture() as capture:
        console.print(shown)
    return " ".join(capture.get().split())


def steps(text: str) -> list[str]:
    return re.findall(r"(?<= )\d+\. (.+?)\.(?= |$)", text)


def reasons(step: str) -> Iterator[tuple[str, str, int]]:
    """Yield cause, effect and the sign of the one on the other that the words claim."""
    found = STEP.match(step)
    if found is None or found["way"] is None:
        return
    what = found["what"][0].lower() + found["what"][1:]
    moved = RAISES if found["way"] == "rise" else LOWERS
    for reason in REASON.finditer(found["rest"]):
        cause = RAISES if (reason["many"] or reason["level"]) in ("more", "higher") else LOWERS
        sign = moved * cause * (1 if reason["how"] == "because" else -1)
        yield reason["cells"] or reason["name"], what, sign


everything = pytest.mark.parametrize(
    ("doing", "asked"),
    [*((doing, "bmd") for doing in DOING), ("fed", UNFINISHED.replace(" ", "_"))],
)


@everything
def test_no_reason_works_the_other_way(doing: str, asked: str) -> None:
    said = [
        one
        for month in MONTHS
        for step in steps(story(doing, month, asked))
        for one in reasons(step)
    ]
    assert said
    assert [(cause, what) for cause, what, sign in said if SIGNS[cause, what] != sign] == []


def test_the_signs_can_be_wrong() -> None:
    step = (
        "Cells that remove bone (osteoclasts) rise to about 1.2 times, mostly because the call for "
        "cells that remove bone is lower, although there are fewer cells that build bone"
    )
    assert list(reasons(step)) == [(CALL, REMOVERS, LOWERS), (BUILDERS, REMOVERS, RAISES)]


@everything
def test_what_has_no_plain_name_is_not_named(doing: str, asked: str) -> None:
    drugs = {one.name for one in standard().mechanisms if isinstance(one, Drug)}
    raw = [one.label for one in standard().roster.quantities.values()
           if not one.plain and " " in one.label and one.name not in drugs]  # fmt: skip
    assert "estrogen habit" in raw
    assert "destroyed aromatase" in raw
    for month in MONTHS:
        told = " ".join(steps(story(doing, month, asked))).lower()
        told = re.sub(r" \([^)]*\)", "", told)
        assert [name for name in raw if name in told] == []


def test_whatever_a_person_does_has_a_plain_name() -> None:
    roster = standard().roster
    done = {name for name, giver in roster.taker.items() if not isinstance(giver, Drug)}
    assert {name for name in done if not roster.quantities[name].plain} == {"aging"}


@pytest.mark.parametrize("month", [42.0, 48.0])
def test_the_rebound_is_told_when_denosumab_has_ended(month: float) -> None:
    told = story("both", month)
    assert "gathered while denosumab held them back, and now mature together" in told
    assert "because there are more young cells that will remove bone" in told
    assert "not all that was gained under denosumab is lost yet" in told
    assert "gathered" not in story("both", 24.0)
    assert "gathered" not in story("alone", month)


def test_bone_that_was_lost_is_told_when_it_has_not_come_back() -> None:
    told = story("suppressed", 72.0)
    assert "what was lost under goserelin has not all come back" in told
    assert "because of what goserelin did earlier" in told
    assert "come back" not in story("suppressed", 24.0)


def test_the_way_of_a_drug_is_told() -> None:
    assert "romosozumab binds the brake on bone building (sclerostin)" in story("anabolic", 6.0)
    assert "denosumab binds the messenger of that call (RANKL)" in story("both", 9.0)
    assert "because of exemestane" in story("fed", 12.0)


def test_the_quantity_asked_about_is_the_last_step() -> None:
    last = steps(story("fed", 12.0, "undercarboxylated_osteocalcin"))[-1]
    assert last.startswith("Undercarboxylated osteocalcin")
    assert "because vitamin K2 intake is higher" in last
