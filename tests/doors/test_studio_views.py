"""The views beside the forecast, in a browser: the plan, kept cases, files, the evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.looks import flawless
from doors.outside import EXAMPLE
from doors.studio import PATIENCE
from playwright.sync_api import FilePayload, Page, expect
from support.bundles import TABLE, bundle, observed

from osteon.evidence.accuracy import measured

FAULTY = EXAMPLE.read_text("utf-8").replace("age: 62 years", "age: 62")


def go(page: Page, view: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=view).click()


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_a_plan_is_made_walked_through_and_laid_on_the_timeline(page: Page) -> None:
    go(page, "Plan")
    page.get_by_label("Look ahead").fill("1")
    for kind in ("foods", "supplements", "training"):
        page.get_by_role("button", name=kind).click()
    page.get_by_role("button", name="Find strategies").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    front = page.get_by_role("radiogroup")
    front.wait_for()
    assert front.get_by_role("radio").count() > 1
    page.get_by_label("Height").select_option("worst")
    chosen = front.get_by_role("radio", checked=True)
    chosen.press("Home")
    before = chosen.get_attribute("aria-label")
    chosen.press("ArrowRight")
    expect(chosen).not_to_have_attribute("aria-label", before or "")
    expect(page.get_by_text("DEN-2")).to_be_visible()
    expect(page.get_by_text("Hadji 2017", exact=True)).to_be_visible()
    flawless(page)
    front.get_by_role("radio").last.focus()
    page.keyboard.press("Home")
    front.get_by_role("radio").nth(1).click()
    name = page.locator(".chosen h3").inner_text().split()[1]
    page.get_by_role("button", name="Lay it on the timeline").click()
    expect(page.get_by_role("status").filter(has_text=f"plan {name}")).to_be_visible()
    expect(page.get_by_label("Name of strategy 4")).to_have_value(f"plan {name}")
    expect(page.locator("ul.key").first).to_contain_text(f"plan {name}", timeout=PATIENCE)


def test_a_plan_of_a_man_counts_from_what_is_told_of_him(page: Page) -> None:
    page.get_by_label("Sex").select_option("male")
    go(page, "Plan")
    page.get_by_label("Look ahead").fill("1")
    for kind in ("foods", "supplements", "training"):
        page.get_by_role("button", name=kind).click()
    page.get_by_role("button", name="Find strategies").click()
    page.get_by_role("radiogroup").wait_for(timeout=PATIENCE)
    expect(page.get_by_text("numbers count from the highest T-scores")).to_be_visible()
    expect(page.locator(".told")).not_to_contain_text("fewest fractures")
    heights = page.locator(".front text[text-anchor=end]").all_text_contents()[:-1]
    assert len({len(one.partition(".")[2]) for one in heights}) == 1


def test_a_plan_is_canceled(page: Page) -> None:
    go(page, "Plan")
    page.get_by_label("Look ahead").fill("10")
    page.get_by_role("button", name="Find strategies").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Canceled; nothing of it goes on.")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    flawless(page)


def test_a_case_is_kept_found_again_and_deleted(page: Page, request: pytest.FixtureRequest) -> None:
    name = f"case of {request.node.callspec.id}"
    page.get_by_role("spinbutton", name="Age years").fill("71")
    go(page, "Cases")
    expect(page.get_by_text("No case is kept yet")).to_be_visible()
    flawless(page)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator(".kept")).to_contain_text(name)
    flawless(page)
    go(page, "Forecast")
    page.get_by_role("spinbutton", name="Age years").fill("55")
    go(page, "Cases")
    page.get_by_role("button", name=f"Open {name}").click()
    expect(page.get_by_role("spinbutton", name="Age years")).to_have_value("71")
    expect(page.get_by_label("Name of strategy 2")).to_have_value("with risedronate")
    page.go_back()
    page.get_by_role("button", name=f"Delete {name}").click()
    page.get_by_role("button", name=f"Delete {name} for good").click()
    expect(page.get_by_text(f"Deleted: {name}, with every trace of it.")).to_be_visible()


def test_a_shared_file_opens_as_it_was(page: Page, tmp_path: Path) -> None:
    go(page, "Cases")
    page.get_by_label("Choose a file").set_input_files(EXAMPLE)
    expect(page.get_by_label("Name of strategy 2")).to_have_value("with risedronate and training")
    page.get_by_text("Laboratory and history").click()
    expect(page.get_by_label("eGFR (kidneys)")).to_have_value("78")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the case").click()
    coming.value.save_as(tmp_path / "case.json")
    saved = json.loads((tmp_path / "case.json").read_text("utf-8"))
    assert saved["person"]["laboratory"]["pth"] == "45 pg/mL"
    assert saved["usual"]["exercise"][0]["activity"] == "walking"
    assert saved["strategies"]["anastrozole alone"]["drugs"][0]["until"] == "month 60"


def test_a_table_fills_the_person_after_asking_for_menopause(page: Page) -> None:
    go(page, "Cases")
    page.get_by_label("Choose a file").set_input_files(file("values.csv", TABLE))
    expect(page.get_by_role("alert")).to_contain_text("nothing is guessed")
    page.get_by_label("Menopause at").fill("50")
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_role("spinbutton", name="Age years")).to_have_value("61.97")
    expect(page.get_by_label("Weight")).to_have_value("68")
    expect(page.locator("polyline.course")).not_to_have_count(0)


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("case.yaml", FAULTY, "person > age"),
        ("bundle.json", json.dumps(bundle(observed("24966-4", 0.9, "kg"))), "Bundle.entry[1]"),
        ("values.csv", TABLE.replace("0.915,g/cm2", "0.915,kg"), "unit"),
    ],
)
def test_a_fault_is_drawn_with_its_path(page: Page, name: str, text: str, path: str) -> None:
    go(page, "Cases")
    page.get_by_label("Choose a file").set_input_files(file(name, text))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("cannot be used; nothing was changed")
    expect(alert.locator("code").first).to_contain_text(path)
    flawless(page)


def test_denosumab_with_nothing_after_it_is_warned_of_and_mended(page: Page) -> None:
    page.get_by_label("Add to anastrozole alone").select_option("denosumab")
    warned = page.get_by_role("status").filter(has_text="several vertebrae may break")
    expect(warned).to_be_visible(timeout=PATIENCE)
    flawless(page)
    page.get_by_label("Add to anastrozole alone").select_option("alendronate")
    alendronate = page.get_by_role("slider", name="alendronate in anastrozole alone: move")
    for _ in range(3):
        alendronate.press("PageUp")
    expect(warned).to_have_count(0, timeout=PATIENCE)


def test_the_evidence_is_told_inside_the_page(page: Page) -> None:
    go(page, "Evidence")
    expect(page.get_by_role("heading", name="How the model was tested")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="OpenBoneMin")).to_contain_text("5.3")
    later = measured()["later"]
    expect(page.get_by_text(f"{later['rows']} rows of {later['trials']} trials")).to_be_visible()
    page.get_by_text("Trials looked up after the fit, row by row").click()
    expect(page.get_by_role("row").filter(has_text="MOBILE").first).to_be_visible()
    for row in page.get_by_role("row").filter(has_text="calcidiol").all():
        assert row.inner_text().count("nmol/L") >= 3
    assert "−0.0 " not in page.locator("main").inner_text()
    page.get_by_label("Rows").select_option("calibration")
    missed = next(one for one in measured()["misses"] if one["role"] == "calibration")
    expect(page.get_by_role("row").filter(has_text=missed["arm"]).first).to_be_visible()
    flawless(page)
    page.reload()
    expect(page.get_by_role("heading", name="How the model was tested")).to_be_visible()
