"""The form of the studio: emptied for the next person, names that stay apart, where keys are."""

from __future__ import annotations

import json
from typing import Any

from doors.studio import PATIENCE
from playwright.sync_api import Page, expect


def kept(page: Page) -> Any:
    """Return the case as a reload would find it."""
    return json.loads(page.evaluate("sessionStorage.getItem('osteon case')"))


def test_nothing_of_the_last_person_stays_for_the_next(page: Page) -> None:
    expect(page.get_by_text("An example is open")).to_be_visible()
    page.get_by_text("Laboratory and history").click()
    page.get_by_label("eGFR (kidneys)").fill("40")
    page.get_by_label("kidney stones").select_option("yes")
    page.get_by_role("button", name="Empty the form").click()
    expect(page.get_by_label("eGFR (kidneys)")).to_have_value("")
    expect(page.get_by_role("alert")).to_contain_text("The age is empty")
    page.wait_for_timeout(1000)
    expect(page.locator("polyline.course")).to_have_count(0)
    assert set(kept(page)["person"]) == {"sex", "scanner"}
    page.get_by_role("spinbutton", name="Age years").fill("70")
    expect(page.locator("polyline.course").first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Back to what was open").click()
    expect(page.get_by_label("eGFR (kidneys)")).to_have_value("40")
    expect(page.get_by_label("kidney stones")).to_have_value("yes")
    expect(page.get_by_role("spinbutton", name="Age years")).to_have_value("62")


def test_no_strategy_is_lost_to_the_name_of_another(page: Page) -> None:
    name = page.get_by_label("Name of strategy 2")
    name.fill("anastrozole alone")
    expect(page.get_by_role("alert").first).to_contain_text("needs a name of its own")
    assert len(kept(page)["strategies"]) == 3
    name.press("Tab")
    expect(name).to_have_value("anastrozole alone (2)")
    assert len(kept(page)["strategies"]) == 3
    name.fill("")
    name.press("Tab")
    expect(name).to_have_value("no name")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_strategy_of_which_nothing_else_is_said_eats_what_is_usual(page: Page) -> None:
    page.get_by_label("Calcium eaten").fill("400")
    page.get_by_role("button", name="Add a strategy").click()
    expect(page.get_by_label("Name of strategy 4")).to_have_value("strategy 4")
    strategies = kept(page)["strategies"]
    assert "diet" not in strategies["strategy 4"]
    assert "diet" not in strategies["anastrozole alone"]


def test_a_scan_without_its_month_is_not_passed_over_in_silence(page: Page) -> None:
    page.get_by_text("A later scan").click()
    page.get_by_label("BMD, spine").fill("0.88")
    unsaid = page.get_by_text("Say in which month")
    expect(unsaid).to_be_visible()
    page.get_by_label("In month").fill("14")
    expect(unsaid).to_have_count(0)


def test_a_key_that_removes_what_it_is_on_leaves_the_keyboard_there(page: Page) -> None:
    strategy = "with zoledronic acid and training"
    page.get_by_role("button", name=f"Remove zoledronic acid from {strategy}").press("Enter")
    after = page.get_by_role("button", name=f"Remove resistance training from {strategy}")
    expect(after).to_be_focused()
    page.get_by_role("link", name="Plan").click()
    page.get_by_label("Look ahead").fill("10")
    page.get_by_role("button", name="Find strategies").click()
    page.get_by_role("button", name="Cancel").press("Enter")
    expect(page.get_by_role("button", name="Find strategies")).to_be_focused(timeout=PATIENCE)


def test_a_keyboard_skips_the_form(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skip to what is found")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Forecast")).to_be_focused()


def test_faults_name_fields_as_the_form_does(page: Page) -> None:
    alert = page.get_by_role("alert").first
    page.get_by_text("Laboratory and history").click()
    page.get_by_label("eGFR (kidneys)").fill("7800")
    expect(alert).to_contain_text("eGFR (kidneys): 7800 mL/min is outside", timeout=PATIENCE)
    page.get_by_label("eGFR (kidneys)").fill("")
    page.get_by_label("calcium mg/day").first.fill("-5")
    expect(alert).to_contain_text("anastrozole alone, calcium: -5 mg/day", timeout=PATIENCE)


def test_paper_tells_the_calcium_of_a_strategy(page: Page) -> None:
    page.emulate_media(media="print")
    calcium = page.get_by_label("calcium mg/day")
    expect(calcium.nth(1)).to_be_visible()
    expect(calcium.nth(1)).to_have_value("1200")
    expect(page.get_by_text("An example is open")).to_be_hidden()
    expect(page.get_by_label("Add to with risedronate")).to_be_hidden()
