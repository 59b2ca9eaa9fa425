"""The pathway, the kitchen, the gym and the units over the API."""

from __future__ import annotations

import math
from typing import Any

import httpx
import pytest
import yaml
from doors.outside import EXAMPLE

TREATED = "with risedronate and training"


@pytest.fixture(scope="module")
def case() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    return content


@pytest.fixture
def pathway(client: httpx.Client, case: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("api/pathway", json={"case": case}).json()
    return answer


def test_the_map_holds_levels_and_pushes_for_every_month(
    pathway: dict[str, Any], case: dict[str, Any]
) -> None:
    names = {node["name"] for band in pathway["bands"] for node in band["nodes"]}
    assert {"estradiol", "rankl", "sclerostin", "cytokines", "pth", "bmd", "osteocytes"} <= names
    courses = pathway["courses"]
    assert [one["strategy"] for one in courses] == [None, *case["strategies"]]
    for course in courses:
        assert course["levels"].keys() == names
        assert len(course["pushes"]) == len(pathway["influences"])
        series = [*course["levels"].values(), *course["pushes"]]
        assert {len(one) for one in series} == {len(pathway["months"])}
        assert all(math.isfinite(value) for one in series for value in one)


def test_of_what_could_be_done_only_what_is_done_is_shown(pathway: dict[str, Any]) -> None:
    (done,) = (band["nodes"] for band in pathway["bands"] if band["name"] == "what is done")
    labels = {node["label"] for node in done}
    assert {"anastrozole", "risedronate", "mechanical load"} <= labels
    assert not {"denosumab", "teriparatide", "prunes intake"} & labels


def test_more_estrogen_lowers_rankl_and_more_rankl_fills_its_receptor(
    pathway: dict[str, Any],
) -> None:
    raises = {(one["cause"], one["effect"]): one["raises"] for one in pathway["influences"]}
    assert raises["estrogen_signal", "rankl"] is False
    assert raises["rankl", "rank_occupancy"] is True
    assert raises["anastrozole_dose", "estradiol"] is False


def test_a_quantity_is_told_with_equations_grades_and_sources(client: httpx.Client) -> None:
    told = client.get("api/quantities/osteoclasts", params={"site": "total_hip"}).json()
    assert told["giver"]["equations"][0].startswith("<math")
    assert {one["grade"] for one in (told["giver"], *told["others"])} <= set("ABCD")
    assert told["sources"]
    wrong = client.get("api/quantities/rankle")
    assert wrong.status_code == 422
    assert "rankl" in wrong.json()["detail"]


def test_the_kitchen_adds_up_what_the_simulation_reads(
    client: httpx.Client, case: dict[str, Any]
) -> None:
    table = {one["name"]: one for one in client.get("api/foods").json()["foods"]}
    kefir = table["Kefir, lowfat, plain"]
    diet = {"calcium": "700 mg/day", "foods": [{"food": kefir["name"], "amount": "243 g"}]}
    asked = {"case": case | {"strategies": {"one": {"diet": diet}}}}
    found = {
        one["nutrient"]: one for one in client.post("api/kitchen", json=asked).json()["nutrients"]
    }
    given = 2.43 * kefir["holds"]["calcium"]
    assert found["calcium"]["foods"] == [pytest.approx(given)]
    assert found["calcium"]["total"] == pytest.approx(700 + given)
    assert found["calcium"]["verdict"] == "too little"
    assert found["vitamin_k2"]["verdict"] == "no reference"
    assert "three of four" in found["vitamin_k2"]["on_bone"]


def test_the_gym_tells_load_and_what_is_known(client: httpx.Client, case: dict[str, Any]) -> None:
    names = {one["name"] for one in client.get("api/activities").json()}
    answer = client.post("api/gym", json={"case": case, "strategy": TREATED}).json()
    assert {one["activity"]["name"] for one in answer["each"]} <= names
    assert answer["together"]["load"]["total_hip"] > 1.5
    assert answer["together"]["resistance_minutes"] == pytest.approx(90)
    assert any("near zero" in one["words"] for one in answer["known"])


@pytest.mark.parametrize("path", ["kitchen", "gym"])
def test_an_unknown_strategy_is_named_with_the_nearest(
    path: str, client: httpx.Client, case: dict[str, Any]
) -> None:
    answer = client.post(f"api/{path}", json={"case": case, "strategy": "with risedronat"})
    assert answer.status_code == 422
    assert TREATED in answer.json()["detail"]


def test_units_hold_the_reference_of_each_scanner(client: httpx.Client) -> None:
    young = client.get("api/units").json()["young"]
    assert young["hologic"]["lumbar_spine"] == {"mean": 1.047, "sd": 0.11}
    assert young["lunar"]["total_hip"] == {"mean": 1.008, "sd": 0.126}
