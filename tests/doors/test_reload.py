"""A reload loses nothing: the case, a plan that was made, and a trial that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from doors.outside import ROOT
from doors.studio import PATIENCE
from playwright.sync_api import Page, expect

DESIGN = ROOT / "examples" / "designed_trial.yaml"
LONG = 600_000
desk = pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=["desk"])


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=name).click()


@desk
def test_who_and_what_was_typed_is_still_there(page: Page) -> None:
    page.get_by_role("spinbutton", name="Age years").fill("71")
    page.get_by_label("Add to anastrozole alone").select_option("alendronate")
    slider = page.get_by_role("slider", name="alendronate in anastrozole alone: move")
    expect(slider).to_be_visible()
    page.reload()
    expect(page.get_by_role("spinbutton", name="Age years")).to_have_value("71")
    expect(slider).to_be_visible()


@desk
def test_a_plan_is_still_an_answer_to_what_was_asked(page: Page) -> None:
    go(page, "Plan")
    page.get_by_role("button", name="Find strategies").click()
    first = page.get_by_role("list").get_by_role("button", pressed=True)
    first.wait_for(timeout=LONG)
    said = str(first.text_content())
    page.reload()
    expect(first).to_have_text(said, timeout=PATIENCE)
    expect(page.get_by_text("have changed since")).to_have_count(0)
    page.get_by_label("Look ahead").fill("3")
    expect(page.get_by_text("have changed since")).to_be_visible()


@desk
def test_a_trial_from_a_file_goes_on_and_ends(page: Page) -> None:
    go(page, "Trial")
    page.get_by_label("Open a trial file").set_input_files(DESIGN)
    expect(page.get_by_text("Risedronate beside anastrozole")).to_be_visible()
    page.get_by_role("button", name="Carry it out").click()
    page.get_by_role("progressbar").wait_for()
    page.reload()
    expect(page.get_by_text("Risedronate beside anastrozole")).to_be_visible()
    page.get_by_role("progressbar").wait_for()
    page.get_by_role("region", name="What such a trial finds").wait_for(timeout=LONG)
    expect(page.get_by_text("The design has changed since")).to_have_count(0)


@desk
def test_why_work_failed_is_still_told(page: Page, tmp_path: Path) -> None:
    eligible = "t_score: {lumbar_spine: -2.5 to -0.5}"
    text = DESIGN.read_text("utf-8")
    assert eligible in text
    nobody = tmp_path / "nobody.yaml"
    nobody.write_text(text.replace(eligible, "t_score: {total_hip: below -5.9}"), "utf-8")
    go(page, "Trial")
    page.get_by_label("Open a trial file").set_input_files(nobody)
    expect(page.get_by_text("Risedronate beside anastrozole")).to_be_visible()
    page.get_by_role("button", name="Carry it out").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("were not eligible", timeout=LONG)
    said = str(alert.text_content())
    page.reload()
    expect(alert).to_have_text(said, timeout=PATIENCE)
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(page.get_by_role("button", name="Carry it out")).to_be_enabled()


@desk
def test_an_answer_is_not_passed_off_as_one_to_a_question_that_was_canceled(page: Page) -> None:
    go(page, "Plan")
    look = page.get_by_label("Look ahead")
    look.fill("1")
    for kind in ("foods", "supplements", "training", "tablets"):
        page.get_by_role("button", name=kind).click()
    page.get_by_role("button", name="Find strategies").click()
    first = page.get_by_role("list").get_by_role("button", pressed=True)
    first.wait_for(timeout=LONG)
    said = str(first.text_content())
    changed = page.get_by_text("have changed since")
    expect(changed).to_have_count(0)
    look.fill("10")
    page.get_by_role("button", name="Plan again").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Canceled; nothing of it goes on.")).to_be_visible()
    expect(first).to_have_text(said)
    expect(changed).to_be_visible()
    page.reload()
    expect(first).to_have_text(said, timeout=PATIENCE)
    expect(changed).to_be_visible()
    look.fill("1")
    expect(changed).to_have_count(0)


@desk
def test_a_server_that_knows_nothing_of_it_is_no_trouble(page: Page) -> None:
    page.evaluate(
        """() => {
            const gone = { job: "gone", asked: "" };
            const known = { begun: gone, answered: gone };
            sessionStorage.setItem("osteon job plan", JSON.stringify(known));
        }"""
    )
    page.reload()
    go(page, "Plan")
    expect(page.get_by_role("button", name="Find strategies")).to_be_enabled()
    expect(page.get_by_role("alert")).to_have_count(0)
