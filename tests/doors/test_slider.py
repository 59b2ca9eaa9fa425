"""While a control is moved its forecast is sketched; what stays is the answer in full."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import yaml
from doors.studio import PATIENCE
from playwright.sync_api import Page, Request, expect

CASE = yaml.safe_load(
    "{person: {age: 62 years, menopause_age: 50 years, t_score: {lumbar_spine: -1.2}}, horizon: "
    "2 years, strategies: {one: {drugs: [anastrozole 1 mg daily for 5 years]}}}"
)
BUSY, RESTING = '.charts[aria-busy="true"]', '.charts[aria-busy="false"]'


def forecasts(page: Page) -> list[dict[str, Any]]:
    """Collect what is asked of the forecast from now on."""
    asked: list[dict[str, Any]] = []

    def note(one: Request) -> None:
        if one.url.endswith("/api/simulate"):
            asked.append(json.loads(one.post_data or "{}"))

    page.on("request", note)
    return asked


def test_a_bar_that_rests_is_asked_about_in_full(page: Page) -> None:
    page.locator(RESTING).wait_for(timeout=PATIENCE)
    asked = forecasts(page)
    end = page.get_by_role("slider", name="anastrozole in anastrozole alone: end")
    for _ in range(3):
        end.press("ArrowLeft")
    page.locator(BUSY).wait_for(timeout=PATIENCE)
    page.locator(RESTING).wait_for(timeout=PATIENCE)
    assert [one.get("sketched", False) for one in asked][-1] is False
    assert all(one["sketched"] for one in asked[:-1])
    assert asked[0]
    assert len(asked) > 1
    assert asked[-1]["case"]["strategies"]["anastrozole alone"]["drugs"][0]["until"] == "month 57"
    expect(page.get_by_text("of 200 possible versions", exact=False)).to_be_visible()


def test_where_sketches_take_long_fewer_members_are_asked_for(page: Page) -> None:
    page.locator(RESTING).wait_for(timeout=PATIENCE)
    asked = forecasts(page)
    page.evaluate(
        """() => { const ask = window.fetch; window.fetch = async (...words) => {
            const answer = await ask(...words); await new Promise((done) => setTimeout(done, 200));
            return answer; }; }"""
    )
    end = page.get_by_role("slider", name="anastrozole in anastrozole alone: end")
    for _ in range(3):
        end.press("ArrowLeft")
        page.locator(BUSY).wait_for(timeout=PATIENCE)
        page.locator(RESTING).wait_for(timeout=PATIENCE)
    sketches = [one for one in asked if one.get("sketched")]
    assert sketches[-1]["members"] == 48
    assert "members" not in asked[-1]


@pytest.mark.parametrize("first", [True, False])
def test_the_api_gives_the_same_answer_in_full_before_and_after_a_sketch(
    client: httpx.Client, first: bool
) -> None:
    question = {"case": {**CASE, "horizon": "25 months" if first else "26 months"}, "members": 16}
    answers = {}
    for sketched in (first, not first):
        answer = client.post("/api/simulate", json={**question, "sketched": sketched})
        assert answer.status_code == 200, answer.text
        [answers[sketched]] = answer.json()["courses"]
    alone = client.post("/api/simulate", json={**question, "endpoints": ["bmd_lumbar_spine"]})
    [course] = alone.json()["courses"]
    assert answers[False]["series"]["bmd_lumbar_spine"] == course["series"]["bmd_lumbar_spine"]
    for name, band in answers[True]["series"].items():
        assert band["high"] == pytest.approx(
            answers[False]["series"][name]["high"], rel=1e-3, abs=1e-3
        )
