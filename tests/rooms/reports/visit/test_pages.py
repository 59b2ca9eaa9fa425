"""The two files: exactly two pages, whole in themselves, the same bytes from the same forecast."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from osteon.errors import InputError
from osteon.reports.visit import Report, pdf, web_page, write_report
from osteon.reports.visit.pdf import pages
from osteon.reports.visit.report import PURPOSE

BLANK_PNG = 20_000
LOADING = {"src", "srcset", "poster", "data", "action", "background"}


class Asked(HTMLParser):
    """What a page would load, and the text it shows."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.text = self.policy = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [f"{tag} {name}" for name, _ in attrs if name in LOADING]
        self.policy += dict(attrs).get("content") or "" if tag == "meta" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_it_has_two_pages_and_neither_is_empty(report: Report) -> None:
    drawn = pages(report, 60)
    assert len(drawn) == 2
    assert min(map(len, drawn)) > BLANK_PNG
    assert len(re.findall(rb"/Type\s*/Page\b", pdf(report))) == 2


def test_however_much_is_to_be_said_there_are_two_pages(reports: dict[str, Report]) -> None:
    full = reports["full"]
    more = replace(full, questions=full.questions * 4, limits=full.limits * 8)
    assert len(pages(more, 40)) == 2


def test_the_pdf_brings_its_letters_and_leads_nowhere(report: Report) -> None:
    made = pdf(report)
    fonts = re.findall(rb"/BaseFont\s*/\w{6}\+([\w-]+)", made)
    assert fonts
    assert {font.split(b"-")[0] for font in fonts} == {b"LibertinusSerif"}
    assert b"/FontFile3" in made or b"/FontFile2" in made
    assert b"/URI" not in made


def test_a_screen_reader_can_use_the_pdf(report: Report) -> None:
    made = pdf(report)
    assert b"pdfuaid" in made
    assert b"/Marked true" in made
    assert len(re.findall(rb"/Alt\s*[(<]", made)) >= 3


def test_the_same_forecast_gives_the_same_bytes(report: Report) -> None:
    assert pdf(report) == pdf(report)


def test_the_page_loads_nothing_and_runs_nothing(report: Report) -> None:
    page = web_page(report)
    found = Asked(page)
    assert found.loads == []
    assert not found.tags & {"script", "iframe", "link", "object", "embed", "form", "img"}
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in found.policy


def test_both_say_what_it_is_for(report: Report) -> None:
    assert PURPOSE in Asked(web_page(report)).text


def test_what_a_person_writes_is_never_read_as_markup(reports: dict[str, Report]) -> None:
    report = reports["sparse"]
    name = '#panic("read") <b>bold</b> *star* $x$ `y` ]'
    ways = tuple(replace(way, name=name) for way in report.ways)
    rows = tuple(replace(row, strategy=name) for row in report.foretold.rows)
    odd = replace(report, ways=ways, foretold=replace(report.foretold, rows=rows))
    assert len(pages(odd, 40)) == 2
    assert name in Asked(web_page(odd)).text


def test_it_is_written_by_the_ending_of_the_file(
    reports: dict[str, Report], tmp_path: Path
) -> None:
    written = write_report(reports["sparse"], tmp_path / "visit.pdf")
    assert written.read_bytes().startswith(b"%PDF-")
    write_report(reports["sparse"], tmp_path / "visit.HTML")
    assert {file.name for file in tmp_path.iterdir()} == {"visit.pdf", "visit.HTML"}
    with pytest.raises(InputError, match=r"name a \.pdf or an \.html file"):
        write_report(reports["sparse"], tmp_path / "visit.docx")
    with pytest.raises(InputError, match="cannot be written"):
        write_report(reports["sparse"], tmp_path / "nowhere" / "visit.html")
