"""The plain page reads like a good leaflet, whatever is done and whatever is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from pages.test_reading_level import grade
from rich.console import Console

from osteon.language import Case
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.explanation import Explanation, explanation_of
from osteon.reports.page import Depth, page
from osteon.reports.setting import setting_of
from osteon.vocabulary.site import Site

WOMAN = {"age": "62 years", "menopause_age": "50 years", "weight": "68 kg"}
YOUNG = {"age": "42 years", "weight": "66 kg"}
INHIBITOR = "anastrozole 1 mg daily for 5 years"
TRAINING = {
    "activity": "progressive resistance training", "sessions": "2 per week", "minutes": 45,
    "intensity": "80 %",
}  # fmt: skip
DOING = {
    "inhibitor": (WOMAN, {"drugs": [INHIBITOR]}),
    "infusions": (WOMAN, {"drugs": [INHIBITOR, "zoledronic acid 4 mg every 6 months for 5 years"]}),
    "denosumab": (WOMAN, {"drugs": [INHIBITOR, "denosumab 60 mg every 6 months for 1 year"]}),
    "young": (YOUNG, {"drugs": ["goserelin 3.6 mg every 28 days", "exemestane 25 mg daily"]}),
    "tamoxifen": (WOMAN, {"drugs": ["tamoxifen 20 mg daily for 5 years"]}),
    "anabolic": (WOMAN, {"drugs": ["teriparatide 20 ug daily for 18 months"]}),
    "life": (WOMAN, {"diet": {"calcium": "1200 mg/day"}, "exercise": [TRAINING]}),
    "man": ({"age": "70 years", "sex": "male"}, {"drugs": [INHIBITOR]}),
}
ASKED = ("bmd", "ctx", "fracture_major_osteoporotic")
EASY = 9.0
LONGEST = 34
ALARM = re.compile(
    r"\b(dangerous|alarming|severe(?:ly)?|devastating|drastic|fatal|crumbl\w*|brittle|worse\w*|"
    r"catastroph\w*|must|should|never|warning|terribl\w*|collapse\w*)\b",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(RANKL/OPG|OPG|TGF-beta|Wnt|cytokines?|osteoid|remodeling space|osteocytes?|occupancy|"
    r"agonism|mechanostat|Igf1|folds?|hazard)\b|[`^*×_]"
)
UNIT = re.compile(
    r"^ ?(%|times|g/cm2|ng/mL|mg|ug|IU/day|g/kg/day|such people|people|minutes|per week|weeks?|"
    r"are expected|months?\b|days?\b|to -?[\d.]+ (?:g/cm2|ng/mL)|-fold)"
)
every_text = pytest.mark.parametrize(
    ("doing", "asked"),
    [*((doing, "bmd") for doing in DOING), *(("inhibitor", asked) for asked in ASKED[1:])],
)


def explained(doing: str, asked: str) -> Explanation:
    person, strategy = DOING[doing]
    usual = {"diet": {"calcium": "750 mg/day", "vitamin_d": "200 IU/day"}}
    case = Case(person=person, usual=usual, strategies={"it": strategy}, horizon="5 years")
    setting = setting_of(standard(), current_layer(), case, "it", 24.0)
    return explanation_of(setting, asked, Site.LUMBAR_SPINE)


@cache
def text_of(doing: str, asked: str) -> str:
    console = Console(width=100, markup=False, highlight=False, color_system=None)
    with console.capture() as capture:
        console.print(page(explained(doing, asked), Depth.FUNDAMENTALS))
    return capture.get()


def prose(text: str) -> str:
    """Return the outcome and the story, without title, table and what is done."""
    told, _, rest = text.partition("What each part contributes")
    body = told.split("\n\n", 1)[1]
    assert rest
    return re.sub(r"\s+\d+\. (?=[A-Z])", "\n- ", "\n" + " ".join(body.split())).strip()


def sentences(text: str) -> Iterator[str]:
    for one in re.split(r"(?<=[.:])\s+(?=[A-Z-])|\n- ", prose(text)):
        if re.search(r"[a-z]{3}", one):
            yield one


@every_text
def test_it_is_easy_to_read_and_short(doing: str, asked: str) -> None:
    text = text_of(doing, asked)
    assert grade(prose(text)) <= EASY
    assert max(len(one.split()) for one in sentences(text)) <= LONGEST
    assert len(re.findall(r"^ *\d+\. ", text, re.MULTILINE)) <= 15


@every_text
def test_it_is_calm_and_without_jargon(doing: str, asked: str) -> None:
    text = text_of(doing, asked)
    assert ALARM.findall(text) == []
    assert JARGON.findall(prose(text)) == []


@every_text
def test_nothing_is_said_twice(doing: str, asked: str) -> None:
    said = list(sentences(text_of(doing, asked)))
    assert len(set(said)) == len(said)


@every_text
def test_every_number_has_its_unit(doing: str, asked: str) -> None:
    text = prose(text_of(doing, asked))
    text = re.sub(
        r"\bmonth \d+|of 100 such|doing only what is usual, [\d.]+\.|IGF-1|25-OH", "", text
    )
    bare = [
        text[found.start() - 12 : found.end() + 14]
        for found in re.finditer(r"(?<![\w.-])\d+(?:\.\d+)?", text)
        if not UNIT.match(text[found.end() :])
    ]
    assert bare == []


def test_the_tests_above_can_fail() -> None:
    story = "1. RANKL/OPG must rise to 1.4 severely.\n\n2. The\n\nWhat each part contributes"
    assert JARGON.search(story)
    assert ALARM.findall(story) == ["must", "severely"]
    assert grade("Osteoclastogenesis necessitates macrophage differentiation.") > EASY


@pytest.mark.parametrize(("doing", "asked"), [("infusions", "bmd"), ("life", "bmd")])
def test_what_is_printed_adds_up_by_hand(doing: str, asked: str) -> None:
    """Each of the numbers is off by at most half of its last digit."""
    text = text_of(doing, asked)
    table = text.partition("What each part contributes")[2].partition("Each part is added")[0]
    columns: list[list[float]] = []
    for line in table.splitlines():
        cells = re.findall(r"[−+]?\d+\.\d+(?= |$)", line)
        if not cells:
            continue
        numbers = [float(cell.replace("−", "-")) for cell in cells]
        if not line.strip().startswith("="):
            columns.append(numbers)
            continue
        for place, whole in enumerate(numbers):
            parts = [row[place] for row in columns]
            assert sum(parts) == pytest.approx(whole, abs=0.05 * (len(parts) + 1) + 1e-9)
        columns = []
    assert "Each number is rounded by itself" in " ".join(text.split())
