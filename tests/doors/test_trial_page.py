"""A virtual trial in a browser: designed from the timeline, carried out, canceled, from a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.looks import flawless
from doors.outside import ROOT
from playwright.sync_api import Page, expect

DESIGN = ROOT / "examples" / "designed_trial.yaml"
LONG = 600_000
desk = pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=["desk"])
phone = pytest.mark.parametrize("page", [(360, "dark")], indirect=True, ids=["phone"])


@pytest.fixture(autouse=True)
def trial(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Trial").click()


@desk
def test_a_trial_of_two_strategies_is_carried_out_with_keys_alone(page: Page) -> None:
    page.get_by_role("checkbox", name="with risedronate").press("Space")
    for name, value in (("People in each arm", "30"), ("A visit every", "3"), ("It lasts", "3")):
        page.get_by_label(name).fill(value)
    page.get_by_role("button", name="Carry it out").press("Enter")
    expect(page.get_by_role("progressbar")).to_be_visible()
    outcomes = page.get_by_role("region", name="What such a trial finds")
    outcomes.wait_for(timeout=LONG)
    expect(outcomes.locator("polyline.course")).to_have_count(6)
    page.get_by_text("Every measurement at month 3").press("Enter")
    spine = outcomes.get_by_role("row", name="Lumbar spine with zoledronic acid and training")
    expect(spine.get_by_role("cell").nth(1)).to_contain_text("to")
    power = page.get_by_role("region", name="How many people would show it")
    expect(power.locator("polyline.course")).to_have_count(3)
    expect(power.get_by_role("row", name="Lumbar spine")).to_contain_text("points")
    flawless(page)
    page.get_by_label("People in each arm").fill("40")
    expect(page.get_by_text("The design has changed since")).to_be_visible()


@phone
def test_a_trial_file_is_opened_begun_and_canceled(page: Page, tmp_path: Path) -> None:
    chooser = page.get_by_label("Open a trial file")
    faulty = DESIGN.read_text("utf-8").replace("horizon: 3 years", "horizon: 3")
    (tmp_path / "faulty.yaml").write_text(faulty, "utf-8")
    chooser.set_input_files(tmp_path / "faulty.yaml")
    expect(page.get_by_role("alert")).to_contain_text("faulty.yaml:20: horizon")
    chooser.set_input_files(DESIGN)
    expect(page.get_by_text("Risedronate beside anastrozole")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save this one").click()
    saved = json.loads(coming.value.path().read_text("utf-8"))
    assert saved["arms"]["with risedronate"]["participants"] == 150
    page.get_by_role("button", name="Carry it out").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Canceled; nothing of it goes on.")).to_be_visible()
    flawless(page)


@desk
@pytest.mark.parametrize(
    ("age", "menopause"), [("52", "premenopausal"), ("70", "years_since_menopause")]
)
def test_who_states_no_menopause_is_taken_as_the_forecast_takes_her(
    page: Page, age: str, menopause: str
) -> None:
    view = page.get_by_role("navigation").get_by_role("link", name="Forecast", exact=True)
    view.click()
    page.get_by_label("Menopause at").fill("")
    page.get_by_role("spinbutton", name="Age years").fill(age)
    page.get_by_role("navigation").get_by_role("link", name="Trial").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save this one").click()
    people = json.loads(coming.value.path().read_text("utf-8"))["population"]
    assert {"premenopausal", "years_since_menopause"} & set(people) == {menopause}
    page.get_by_label("It lasts").fill("")
    expect(page.get_by_role("button", name="Carry it out")).to_be_disabled()
