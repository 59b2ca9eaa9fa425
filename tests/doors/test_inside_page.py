"""The map, the kitchen, the gym and the units in a browser, on a desk and on a phone."""

from __future__ import annotations

import pytest
from doors.looks import flawless
from doors.studio import PATIENCE
from playwright.sync_api import Locator, Page, expect


@pytest.fixture
def inside(page: Page) -> Locator:
    section = page.locator("section", has=page.get_by_role("heading", name="Inside", exact=True))
    section.scroll_into_view_if_needed()
    section.locator(".node").first.wait_for()
    return section


def test_the_slider_plays_the_map(inside: Locator) -> None:
    slider, estradiol = inside.get_by_role("slider"), inside.locator("[data-name=estradiol] b")
    slider.fill("12")
    treated = estradiol.inner_text()
    slider.fill("90")
    expect(estradiol).not_to_have_text(treated)
    width = inside.locator("path.flow").first.get_attribute("stroke-width")
    slider.fill("12")
    expect(estradiol).to_have_text(treated)
    assert width


def test_a_node_tells_its_course_and_three_depths(page: Page, inside: Locator) -> None:
    inside.locator("[data-name=rankl]").click()
    detail = inside.get_by_role("region", name="RANKL in bone")
    expect(detail.locator("polyline.course")).to_have_count(3)
    expect(detail).to_contain_text("less estrogen signal")
    detail.get_by_role("button", name="academic").click()
    expect(detail.locator("math").first).to_be_visible()
    expect(detail.locator(".sources li").first).to_be_visible()
    flawless(page)


def test_the_map_is_walked_with_keys(page: Page, inside: Locator) -> None:
    inside.locator("[data-name=estradiol]").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.name") not in ("estradiol", None)
    page.keyboard.press("Enter")
    expect(inside.get_by_role("region")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "node"
    page.keyboard.press("Escape")
    expect(inside.get_by_role("region")).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.name")


def test_the_same_is_read_as_a_list(page: Page, inside: Locator) -> None:
    inside.get_by_role("button", name="Read as a list").click()
    row = inside.get_by_role("listitem").filter(
        has=page.get_by_role("button", name="RANKL in bone", exact=True)
    )
    expect(row).to_contain_text("against the reference state. Pushed by estrogen signal")
    flawless(page)


def test_foods_and_training_flow_into_the_strategy(page: Page) -> None:
    page.get_by_role("link", name="Kitchen and gym").click()
    page.get_by_label("Add a food").fill("kefir")
    page.get_by_role("button", name="Add", exact=True).click()
    grams = page.get_by_label("Grams of Kefir, lowfat, plain")
    expect(grams).to_have_value("243")
    calcium = page.get_by_role("listitem").filter(has_text="Calcium").filter(has_text="RDA 1200")
    expect(calcium).to_contain_text("1066 mg a day", timeout=PATIENCE)
    expect(page.get_by_text("Also: kefir, lowfat, plain, 243 g a day")).to_be_visible()
    page.get_by_role("heading", name="Gym").scroll_into_view_if_needed()
    page.get_by_label("Add an activity").select_option("swimming")
    expect(page.get_by_role("row", name="swimming")).to_contain_text("no more", timeout=PATIENCE)
    expect(page.get_by_role("slider", name="swimming in anastrozole alone: move")).to_be_visible()
    minutes = page.get_by_label("Minutes of swimming")
    minutes.fill("45")
    minutes.press("Tab")
    minutes.fill("")
    minutes.press("Tab")
    expect(minutes).to_have_value("45")
    flawless(page)


def test_the_person_is_told_in_other_units(page: Page) -> None:
    page.get_by_label("Unit: cm or ft").select_option("ft")
    expect(page.get_by_label("Height", exact=True)).to_have_value("5")
    expect(page.get_by_label("Inches of height")).to_have_value("4.6")
    page.get_by_label("Unit: kg or lb").select_option("lb")
    expect(page.get_by_label("Weight", exact=True)).to_have_value("150")
    page.get_by_label("DXA stated as").select_option("bmd")
    expect(page.get_by_label("BMD, spine").first).to_have_value("0.915")
    page.get_by_text("Laboratory and history").click()
    calcidiol = page.get_by_label("25-OH vitamin D")
    calcidiol.fill("50")
    page.get_by_label("Unit: nmol/L or ng/mL").select_option("ng/mL")
    expect(calcidiol).to_have_value("20")
    flawless(page)
