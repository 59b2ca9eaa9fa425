"""The evidence report: sound HTML that asks for nothing, with every row and its own numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from osteon.errors import InputError
from osteon.language.trial import Trial
from osteon.reports.evidence.markup import element, with_links
from osteon.reports.evidence.page import evidence_page
from osteon.reports.evidence.write import write_report
from osteon.validation.predict import Effort, Row
from osteon.validation.validate import Validation

FITTED = """
trial: fitted <one>
citation: "Doe 2001, doi:10.1000/xyz"
role: calibration
population: {age: {mean: 65 years, sd: 5 years}}
arms:
  treated & well: {drugs: [anastrozole 1 mg daily for 5 years]}
  placebo: {}
observations:
  - {arm: treated & well, endpoint: bmd_lumbar_spine, month: 24, change: -4.1 %,
     ci: [-4.9 %, -3.3 %], source: "https://example.org/a"}
  - {arm: placebo, endpoint: bmd_lumbar_spine, month: 24, change: -1.2 %}
  - {arm: treated & well, versus: placebo, endpoint: ctx, month: 12, difference: 22 %}
  - {arm: treated & well, endpoint: estradiol, month: 3, level: 2.7 pmol/L}
"""
UNSEEN = """
trial: unseen
role: validation
population: {age: {mean: 65 years, sd: 5 years}}
arms:
  letrozole: {drugs: [letrozole 2.5 mg daily for 5 years]}
  placebo: {}
observations:
  - {arm: letrozole, endpoint: bmd_lumbar_spine, month: 24, change: -7.4 %,
     note: "a trial of tall women"}
  - {arm: letrozole, endpoint: bmd_lumbar_spine, since: month 60, month: 84, change: 1.9 %}
  - {arm: letrozole, versus: placebo, endpoint: fracture_hip, month: 60, relative_risk: 1.31}
"""
PREDICTED = (-3.6, -1.7, 30.2, 2.25, -3.3, 1.1, None)
HALF = (0.9, 0.6, 11.5, 0.55, 1.2, 1.3, None)
VOID = {"meta", "br"}
CLOSED_AT_ONCE = {"line", "circle", "rect"}


@dataclass
class Page(HTMLParser):
    """What a page holds, and whether every element is closed where it should be."""

    open: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in CLOSED_AT_ONCE:
            self.faults.append(f"{tag} closes itself")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} closes what is not open")

    def handle_data(self, data):
        self.text += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def validation() -> Validation:
    """Return seven rows of two trials, one without a prediction."""
    trials = tuple(Trial.parse(text, "made-up.yaml") for text in (FITTED, UNSEEN))
    pairs = [(trial, one) for trial in trials for one in trial.observations]
    rows = []
    for (trial, one), middle, half in zip(pairs, PREDICTED, HALF, strict=True):
        role = trial.role_of(one)
        if middle is None:
            rows.append(Row(trial.trial, role, one, problem="no fractures in <this> model"))
        else:
            rows.append(Row(trial.trial, role, one, middle, middle - half, middle + half))
    return Validation(trials, tuple(rows), Effort(32, 16, 4), 7)


@pytest.fixture(scope="module")
def html() -> str:
    return evidence_page(validation())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    read = Page()
    read.feed(html)
    read.close()
    return read


def test_every_element_is_closed_where_it_should_be(page):
    assert page.faults == []
    assert page.open == []


def test_nothing_is_asked_of_the_outside(html, page):
    """No script, picture, font or sheet; an address stands in a link or nowhere."""
    names = {tag for tag, _ in page.seen}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    assert not re.search(r"@import|url\(|@font-face", html)
    for tag, attributes in page.seen:
        for name, value in attributes.items():
            if "//" in (value or ""):
                assert (tag, name) == ("a", "href")
            assert name not in ("src", "srcset")
            assert not name.startswith("on")


def test_every_place_that_is_linked_to_is_there_once(page):
    places = [attributes["id"] for _, attributes in page.seen if "id" in attributes]
    targets = {
        attributes["href"][1:]
        for tag, attributes in page.seen
        if tag == "a" and attributes["href"].startswith("#")
    }
    assert len(places) == len(set(places))
    assert targets
    assert targets <= set(places)


def test_every_row_is_there_with_its_own_numbers(page):
    """Each row once among the rows of the groups, with what was observed and predicted."""
    lines = [row for row in page.rows if row[0].endswith(("; calibration", "; validation"))]
    assert len(lines) == 7
    expected = [
        ("fitted <one>", "treated & well", "24", "−4.1 % −4.9 to −3.3",
         "−3.6 −4.5 to −2.7", "+0.5"),
        ("fitted <one>", "placebo", "24", "−1.2 %", "−1.7 −2.3 to −1.1", "−0.5"),
        ("fitted <one>", "treated & well versus placebo", "12", "+22.0 %",
         "+30.2 +18.7 to +41.7", "+8.2"),
        ("fitted <one>", "treated & well", "3", "2.70 pmol/L", "2.25 1.70 to 2.80", "−0.45"),
        ("unseen", "letrozole", "24", "−7.4 %", "−3.3 −4.5 to −2.1", "+4.1 missed"),
        ("unseen", "letrozole", "60 to 84", "+1.9 %", "+1.1 −0.2 to +2.4", "−0.8"),
        ("unseen", "letrozole versus placebo", "60", "1.31", "no answer", ""),
    ]  # fmt: skip
    for trial, arms, months, observed, predicted, error in expected:
        head = f"{trial}{arms}; {'validation' if trial == 'unseen' else 'calibration'}"
        found = [
            line for line in lines
            if (line[0], *map(plain, (line[2], *line[4:7])))
            == (head, months, observed, predicted, error)
        ]  # fmt: skip
        assert len(found) == 1, (head, months)


def test_the_statistician_answers_from_calibration_rows(page):
    """-4.1 at month 24 is all that the class of letrozole has shown there."""
    [line] = [
        row for row in page.rows if row[0] == "unseenletrozole; validation" and row[2] == "24"
    ]
    assert plain(line[7]) == "−4.1"


def test_errors_and_aims_are_those_of_the_rows(page):
    """Calibration BMD: errors 0.5 and -0.5. Validation: 4.1 and -0.8, root of 8.725 is 2.95."""
    found = {row[0]: tuple(map(plain, row[1:])) for row in page.rows if len(row) == 4}
    assert found["BMD, calibration: root mean square error"][1:] == ("0.50", "met")
    assert found["BMD, validation: root mean square error"][1:] == ("2.95", "not met")
    assert found["BMD, validation: inside the 95 % interval"][1:] == ("50 %", "not met")
    assert found["Markers: median absolute error"][1:] == ("8.20", "met")
    assert found["All rows: answered"][1:] == ("86 %", "not met")
    [inhibitor] = [row for row in page.rows if row[0] == "Aromatase inhibitor alonevalidation"]
    assert inhibitor[1:5] == ["1", "1", "4.10", "+4.10"]


def test_misses_and_missing_answers_are_stated_plainly(page):
    assert "unseen, letrozole: BMD lumbar spine, month 24. Observed" in page.text
    assert "A trial of tall women." in page.text
    assert "no fractures in <this> model" in page.text


def test_it_says_what_it_was_made_of(page):
    for words in ("osteon 0.", "Seed7", "Trials2", "Rows7", "32 people an arm", "medical device"):
        assert words in page.text
    assert "7 published numbers from 2 trials" in page.text


def test_tables_have_heads_and_pictures_have_words(html, page):
    heads = [attributes for tag, attributes in page.seen if tag == "th"]
    assert all(attributes["scope"] in ("col", "row") for attributes in heads)
    assert html.count("<caption>") == html.count("<table")
    pictures = [attributes for tag, attributes in page.seen if tag == "svg"]
    assert all(one.get("role") == "img" or one.get("aria-hidden") == "true" for one in pictures)
    assert html.count('role="img"') == len(re.findall(r"<svg[^>]*role=\"img\"[^>]*><title>", html))


def test_markup_escapes_whatever_is_not_markup():
    assert element("p", "a < b", element("b", '"'), class_="x") == (
        '<p class="x">a &lt; b<b>&quot;</b></p>'
    )
    assert with_links("see doi:10.1000/x<y>.") == (
        'see <a href="https://doi.org/10.1000/x" rel="noreferrer">doi:10.1000/x</a>&lt;y&gt;.'
    )


def test_the_same_rows_give_the_same_page(html):
    assert evidence_page(validation()) == html


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, html: str):
    path = write_report(validation(), tmp_path / "evidence.html")
    assert path.read_text("utf-8") == html
    assert [file.name for file in tmp_path.iterdir()] == ["evidence.html"]
    with pytest.raises(InputError, match=r"cannot be written .*; name another place"):
        write_report(validation(), tmp_path / "missing" / "evidence.html")


def test_no_rows_make_no_page():
    with pytest.raises(InputError, match="hold no observation"):
        evidence_page(Validation((), ()))


def plain(text: str) -> str:
    """Return text with every kind of space as one."""
    return " ".join(text.split())
