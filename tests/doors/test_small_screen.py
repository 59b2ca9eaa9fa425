"""A phone: what is touched in the form and what comes of it are on the screen together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doors.looks import flawless
from doors.studio import PATIENCE, Studio
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture
def phone(browser: Browser, studio: Studio) -> Iterator[Page]:
    opened = browser.new_page(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    opened.set_default_timeout(PATIENCE)
    opened.goto(studio.address)
    opened.locator(".glance .course").first.wait_for()
    yield opened
    opened.close()


def moves(page: Page, control: Locator, key: str) -> None:
    """Press a key on a control, and see the pinned forecast answer above it."""
    spine = page.locator(".glance polyline.lane-1").first
    control.focus()
    before = spine.get_attribute("points") or ""
    control.press(key)
    expect(spine).not_to_have_attribute("points", before, timeout=PATIENCE)
    pinned, touched = page.locator(".glance").bounding_box(), control.bounding_box()
    assert pinned
    assert touched
    assert pinned["y"] >= 0
    assert pinned["y"] + pinned["height"] <= touched["y"]
    assert touched["y"] + touched["height"] <= 844


def test_the_forecast_is_in_sight_of_whatever_is_touched(phone: Page) -> None:
    moves(phone, phone.get_by_label("T-score, spine"), "ArrowDown")
    lane = phone.get_by_role("slider", name="risedronate in with risedronate: end")
    moves(phone, lane, "PageUp")
    moves(phone, phone.get_by_label("calcium mg/day").nth(1), "ArrowDown")
    flawless(phone)


def test_the_small_picture_tells_what_the_large_one_does(phone: Page) -> None:
    phone.get_by_label("Show").select_option("bmd")
    small = phone.locator(".glance")
    expect(small).to_contain_text("BMD, g/cm²", timeout=PATIENCE)
    phone.locator("#month").fill("24")
    expect(small).to_contain_text("month 24")
    large = phone.locator("figure").first.locator("li b").all_text_contents()
    assert small.locator("ul").first.locator("li").all_text_contents() == large


def test_at_the_forecast_itself_nothing_is_pinned_over_it(phone: Page) -> None:
    phone.locator(".glance button").press("Enter")
    expect(phone.get_by_role("heading", name="Forecast")).to_be_focused()
    phone.get_by_role("heading", name="Inside").evaluate("one => one.scrollIntoView()")
    expect(phone.locator(".glance")).not_to_be_in_viewport()


def test_where_there_is_room_nothing_is_pinned(page: Page) -> None:
    wide = page.evaluate("innerWidth > 900")
    expect(page.locator(".glance")).to_have_count(0 if wide else 1)
