"""A case that is opened in the page and kept, saved or loaded anew is the case that it was."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from doors.looks import flawless
from doors.outside import EXAMPLE
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Page, expect
from support.odd_cases import ODD, odd_cases
from support.varied_cases import CASES

from osteon import Case

ALL = {"example": Case.read(EXAMPLE)} | CASES | ODD
ONE_PAGE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
desk = pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=["desk"])


def go(page: Page, view: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=view).click()


def meaning(case: Case) -> dict[str, Any]:
    """Return what a case says; a part in which nothing is said is as good as left out."""
    words = case.words()
    return _spoken(words) | ({"plan": words["plan"]} if words.get("plan") else {})


def _spoken(content: dict[str, Any]) -> dict[str, Any]:
    said = {name: _spoken(one) if isinstance(one, dict) and name != "strategies" else one
            for name, one in content.items()}  # fmt: skip
    if "strategies" in said:
        said["strategies"] = {name: _spoken(one) for name, one in said["strategies"].items()}
    return {name: one for name, one in said.items() if one not in ({}, [])}


def put(client: httpx.Client, case: Case) -> None:
    asked = {"name": "hers", "case": case.words(), "replace": True}
    client.post("api/cases", json=asked).raise_for_status()


def opened(page: Page, name: str = "hers") -> None:
    go(page, "Cases")
    page.get_by_role("button", name=f"Open {name}", exact=True).click()
    expect(page.get_by_text(f"Opened: {name}")).to_be_visible()


def kept_again(page: Page, client: httpx.Client, case: Case) -> Case:
    """Return what is kept of a case after it was opened in the page and replaced, undrawn."""
    page.route("**/api/simulate", lambda asked: asked.abort())
    put(client, case)
    opened(page)
    go(page, "Cases")
    page.get_by_label("Name", exact=True).fill("hers")
    page.get_by_role("button", name="Replace", exact=True).click()
    expect(page.get_by_text("Kept as hers.")).to_be_visible()
    return Case(**client.get("api/cases/hers").raise_for_status().json()["case"])


@desk
def test_what_is_opened_and_replaced_is_the_case_that_it_was(
    page: Page, client: httpx.Client
) -> None:
    for name, case in ALL.items():
        assert meaning(kept_again(page, client, case)) == meaning(case), name


@desk
def test_so_is_a_case_with_anything_said_or_left_out(page: Page, client: httpx.Client) -> None:
    @settings(max_examples=40, suppress_health_check=ONE_PAGE)
    @given(odd_cases())
    def stays(case: Case) -> None:
        assert meaning(kept_again(page, client, case)) == meaning(case)

    stays()


@desk
@pytest.mark.parametrize("name", ["what a menu offers, and more", "five strategies", "wishes"])
def test_a_reload_and_a_saved_file_have_it_too(page: Page, client: httpx.Client, name: str) -> None:
    put(client, ALL[name])
    opened(page)
    page.reload()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the case").click()
    saved = Case(**json.loads(coming.value.path().read_text("utf-8")))
    assert meaning(saved) == meaning(ALL[name])


@desk
def test_what_is_changed_is_changed_alone(page: Page, client: httpx.Client) -> None:
    case = ALL["what a menu offers, and more"]
    put(client, case)
    opened(page)
    end = page.get_by_role("slider", name="alendronate in menu: end")
    end.press("Shift+ArrowRight")
    page.get_by_role("spinbutton", name="Age years").fill("65")
    go(page, "Cases")
    page.get_by_label("Name", exact=True).fill("hers")
    page.get_by_role("button", name="Replace", exact=True).click()
    expect(page.get_by_text("Kept as hers.")).to_be_visible()
    kept = client.get("api/cases/hers").json()["case"]
    wanted = case.words()
    wanted["person"]["age"] = "65 years"
    wanted["strategies"]["menu"]["drugs"][0]["until"] = "month 45"
    assert meaning(Case(**kept)) == meaning(Case(**wanted))


def test_more_strategies_than_are_compared_are_told_and_wait(
    page: Page, client: httpx.Client
) -> None:
    put(client, ALL["five strategies"])
    opened(page)
    told = page.get_by_role("status").filter(has_text="the first 4 of its 5 strategies")
    expect(told).to_be_visible()
    expect(page.get_by_label("Name of strategy")).to_have_count(4)
    flawless(page)
    page.get_by_role("button", name="Compare way 5 in place of way 4").click()
    expect(page.get_by_label("Name of strategy 4")).to_have_value("way 5")
    expect(page.locator("ul.key").first).to_contain_text("way 5")
    page.get_by_role("button", name="Remove strategy way 1").click()
    expect(page.get_by_label("Name of strategy 4")).to_have_value("way 4")
    expect(page.get_by_text("are compared at once")).to_have_count(0)


def test_a_case_that_looks_less_far_than_the_timeline_says_so(
    page: Page, client: httpx.Client
) -> None:
    put(client, ALL["three years ahead"])
    opened(page)
    told = "the case looks 3 years ahead, the timeline shows 10"
    expect(page.get_by_role("status").filter(has_text=told)).to_be_visible()
    page.get_by_text("Also in this case").click()
    expect(page.get_by_text(f"note looks no farther; {told}")).to_be_visible()
    expect(page.locator("figure").first).to_contain_text("10 y")
    flawless(page)
