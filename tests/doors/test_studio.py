"""The page in a browser: a newcomer's way, a second scan, the timeline, a phone."""

from __future__ import annotations

import re

from doors.looks import flawless
from doors.studio import PATIENCE
from playwright.sync_api import Page, expect


def drawn(page: Page) -> str:
    return page.locator("polyline.course").first.get_attribute("points") or ""


def redrawn(page: Page, before: str) -> None:
    """Wait until the first course is another one."""
    locator = page.locator("polyline.course").first
    expect(locator).not_to_have_attribute("points", before, timeout=PATIENCE)


def test_a_newcomer_compares_with_own_numbers(page: Page) -> None:
    assert page.locator("figure").count() == 6
    before = drawn(page)
    page.get_by_label("T-score, spine").fill("-2")
    redrawn(page, before)
    page.locator("#month").fill("0")
    expect(page.locator("figure").first.locator("b").first).to_have_text("−2.0")


def test_the_page_fits_and_a_screen_reader_can_use_it(page: Page) -> None:
    page.get_by_role("heading", name="Inside").scroll_into_view_if_needed()
    page.locator(".node").first.wait_for()
    flawless(page)


def test_the_timeline_is_dragged_and_moved_by_keys(page: Page) -> None:
    end = page.get_by_role("slider", name="anastrozole in anastrozole alone: end")
    before = drawn(page)
    end.press("Shift+ArrowLeft")
    expect(end).to_have_attribute("aria-valuenow", "48")
    redrawn(page, before)
    before = drawn(page)
    box = end.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 42, box["y"] + 5, steps=4)
    page.mouse.up()
    assert int(end.get_attribute("aria-valuenow") or 0) > 48
    redrawn(page, before)


def test_a_second_scan_moves_the_forecast_and_is_drawn(page: Page) -> None:
    page.get_by_label("Show").select_option("bmd")
    expect(page.locator("figure").first.locator("figcaption")).to_contain_text("g/cm²")
    spine = page.locator("figure").first.locator("circle.measured")
    expect(spine).to_have_count(1)
    before = drawn(page)
    page.get_by_text("A later scan").click()
    page.get_by_label("In month").fill("14")
    page.get_by_label("BMD, spine").fill("0.88")
    redrawn(page, before)
    expect(spine).to_have_count(2)
    page.get_by_label("Show").select_option("t_score")
    expect(page.locator("figure").first.locator("figcaption")).to_contain_text("T-score")
    expect(spine).to_have_count(2)


def test_what_is_wrong_is_said_where_it_is_seen_and_mended(page: Page) -> None:
    age, alert = page.get_by_role("spinbutton", name="Age years"), page.get_by_role("alert")
    age.fill("300")
    expect(alert).to_contain_text(re.compile("^age: .*18 to 110 years"), timeout=PATIENCE)
    expect(alert).to_be_in_viewport()
    age.fill("")
    expect(alert).to_contain_text("The age is empty", timeout=PATIENCE)
    age.fill("49")
    expect(alert).to_contain_text("menopause age is later than the age now", timeout=PATIENCE)
    page.route("**/api/simulate", lambda asked: asked.abort())
    age.fill("63")
    expect(alert).to_contain_text("start osteon again with: osteon serve", timeout=PATIENCE)
    page.unroute("**/api/simulate")
    age.fill("64")
    expect(alert).to_have_count(0, timeout=PATIENCE)


def test_of_a_man_everything_but_fractures_is_forecast(page: Page) -> None:
    before = drawn(page)
    page.get_by_label("Sex").select_option("male")
    redrawn(page, before)
    expect(page.locator("figure")).to_have_count(5)
    expect(page.locator("figcaption").filter(has_text="fracture")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("Few data are of men", exact=False)).to_be_visible()
