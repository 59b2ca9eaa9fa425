"""The timeline under a finger: touches as the browser itself gets them, on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doors.studio import PATIENCE, Studio
from playwright.sync_api import Browser, Locator, Page, expect

_STEPS = 8


@pytest.fixture
def phone(browser: Browser, studio: Studio) -> Iterator[Page]:
    opened = browser.new_page(
        viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True
    )
    opened.set_default_timeout(PATIENCE)
    opened.goto(studio.address)
    opened.locator(".course").first.wait_for()
    yield opened
    opened.close()


def grip(page: Page, part: str) -> Locator:
    return page.get_by_role("slider", name=f"risedronate in with risedronate: {part}")


def months(page: Page) -> tuple[int, int]:
    """Return when the bar begins and ends."""
    begin, end = (grip(page, part).get_attribute("aria-valuenow") for part in ("begin", "end"))
    return int(begin or -1), int(end or -1)


def swipe(page: Page, part: str, across: float, down: float) -> None:
    """Lay a finger on the middle of a grip, draw it over the screen, and lift it."""
    grip(page, part).scroll_into_view_if_needed()
    box = grip(page, part).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand = page.context.new_cdp_session(page)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        place = {"x": x + across * share, "y": y + down * share}
        kind = "touchMove" if step else "touchStart"
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    hand.detach()


def scrolled(page: Page, before: float) -> bool:
    """Return whether the page comes to stand further down; a swipe goes on after the finger."""
    for _ in range(200):
        if page.evaluate("scrollY") > before:
            return True
        page.wait_for_timeout(50)
    return False


def test_a_finger_moves_and_stretches_a_bar_and_still_scrolls_the_page(phone: Page) -> None:
    course = phone.locator("polyline.course.lane-1").first
    before = course.get_attribute("points") or ""
    assert months(phone) == (0, 36)
    swipe(phone, "move", 40, 15)
    begin, end = months(phone)
    assert begin > 0
    assert end - begin == 36
    expect(course).not_to_have_attribute("points", before, timeout=PATIENCE)
    swipe(phone, "end", 30, -10)
    assert months(phone)[0] == begin
    assert months(phone)[1] > end
    end = months(phone)[1]
    swipe(phone, "begin", -20, 5)
    assert months(phone)[0] < begin
    assert months(phone)[1] == end
    kept, high = months(phone), phone.evaluate("scrollY")
    swipe(phone, "move", 3, -200)
    assert scrolled(phone, high)
    assert months(phone) == kept
