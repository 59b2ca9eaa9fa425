"""The report in a browser: one click, two files, as they are read afterwards."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from doors.studio import Studio, open_studio
from playwright.sync_api import Browser, Download, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
PATIENCE = 120_000
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium to look at the page with"
)


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with open_studio() as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, studio: Studio) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(PATIENCE)
    opened.goto(studio.address)
    opened.locator(".course").first.wait_for()
    yield opened
    opened.close()


def handed_over(page: Page, folder: Path) -> dict[str, Path]:
    """Click once, and return the files that come, by their names."""
    found: list[Download] = []
    page.on("download", lambda one: found.append(one))
    page.get_by_role("button", name="Report for the visit").click()
    expect(page.get_by_role("link", name="visit.html")).to_be_visible(timeout=PATIENCE)
    while len(found) < 2:
        page.wait_for_timeout(50)
    for one in found:
        one.save_as(folder / one.suggested_filename)
    return {file.name: file for file in folder.iterdir()}


def test_one_click_hands_over_both_files(page: Page, tmp_path: Path) -> None:
    page.get_by_role("spinbutton", name="Age years").fill("67")
    files = handed_over(page, tmp_path)
    assert set(files) == {"visit.pdf", "visit.html"}
    made = files["visit.pdf"].read_bytes()
    assert made.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 2
    assert "Woman of 67 years" in files["visit.html"].read_text("utf-8")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_page_reads_well_and_asks_nobody(
    width: int, scheme: str, page: Page, browser: Browser, tmp_path: Path
) -> None:
    file = handed_over(page, tmp_path)["visit.html"]
    read = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    read.on("request", lambda one: asked.append(one.url))
    read.goto(file.as_uri())
    assert read.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert asked == [file.as_uri()]
    found = Axe().run(read)
    read.close()
    assert found.violations_count == 0, found.generate_report()


def test_what_cannot_be_reported_is_said(page: Page) -> None:
    page.get_by_role("spinbutton", name="Age years").fill("300")
    page.get_by_role("button", name="Report for the visit").click()
    told = page.get_by_role("status").filter(has_text="18 to 110 years")
    expect(told).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("link", name="visit.pdf")).to_have_count(0)
