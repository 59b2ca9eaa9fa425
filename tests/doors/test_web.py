"""The API from outside: what it answers, what it refuses, and how it says so."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
from typing import Any

import httpx
import pytest
import schemathesis
import yaml
from doors.outside import EXAMPLE, ROOT
from doors.studio import Studio
from hypothesis import HealthCheck, settings

from osteon import Case, simulate
from osteon.web.app import application
from osteon.web.guard import LARGEST_BODY

API = schemathesis.openapi.from_dict(application("", warmed=False).openapi())


@pytest.fixture
def case() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    return content


def asked_as_text(client: httpx.Client, asked: dict[str, Any]) -> httpx.Response:
    """Ask for a forecast in JSON that spells out every character that is not ASCII."""
    headers = {"Content-Type": "application/json"}
    return client.post("api/simulate", content=json.dumps(asked), headers=headers)


def test_the_script_of_the_reference_page_is_answered(studio: Studio) -> None:
    script = ROOT / "docs" / "snippets" / "rest" / "ask.py"
    command = [sys.executable, str(script), studio.address]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.fullmatch(r"BMD lumbar spine after five years: 0\.\d{3} g/cm2\n", ended.stdout)


def test_a_forecast_is_that_of_python(client: httpx.Client, case: dict[str, Any]) -> None:
    asked = {"case": case, "members": 20, "endpoints": ["bmd_total_hip", "t_score_total_hip"]}
    answer = client.post("api/simulate", json=asked).raise_for_status().json()
    expected = simulate(Case.read(EXAMPLE), members=20)
    assert [course["name"] for course in answer["courses"]] == list(expected.strategies)
    for course in answer["courses"]:
        band, series = course["series"]["bmd_total_hip"], expected[course["name"]].bmd_total_hip
        assert band["unit"] == "g/cm2"
        for part, of_python in (
            ("middle", series.median),
            ("low", series.low),
            ("high", series.high),
        ):
            assert band[part] == pytest.approx(of_python, rel=1e-5)


def test_everything_is_told_if_nothing_is_chosen(
    client: httpx.Client, case: dict[str, Any]
) -> None:
    asked = {"case": case, "members": 8}
    answer = client.post("api/simulate", json=asked).raise_for_status().json()
    series = answer["courses"][0]["series"]
    assert {"ctx", "t_score_lumbar_spine", "fracture_hip"} <= set(series)
    numbers = [number for band in series.values() for number in band["high"]]
    assert all(math.isfinite(number) for number in numbers)


def test_fracture_is_counted_from_month_0(client: httpx.Client, case: dict[str, Any]) -> None:
    asked = {"case": case, "members": 20, "endpoints": ["fracture_major_osteoporotic"]}
    answer = client.post("api/simulate", json=asked).raise_for_status().json()
    for course in answer["courses"]:
        band = course["series"]["fracture_major_osteoporotic"]
        assert band["middle"][0] == band["high"][0] == 0
        assert sorted(band["middle"]) == band["middle"]
        assert 0 < band["middle"][-1] < 100


def test_compare_and_explain_answer(client: httpx.Client, case: dict[str, Any]) -> None:
    compared = client.post("api/compare", json={"case": case, "members": 20}).raise_for_status()
    assert {one["strategy"] for one in compared.json()["changes"]} == set(case["strategies"])
    asked = {"case": case, "strategy": "anastrozole alone", "month": 24}
    steps = client.post("api/explain", json=asked).raise_for_status().json()["steps"]
    effects = {step["quantity"]: step["effect_percent"] for step in steps}
    assert effects["estradiol"] < -80 < 0 < effects["rankl_opg_ratio"]


def test_a_case_file_is_read_and_its_faults_have_lines(client: httpx.Client) -> None:
    text = EXAMPLE.read_text("utf-8")
    read = client.post("api/case", json={"text": text}).raise_for_status().json()
    assert read["case"]["person"]["age"] == "62 years"
    wrong = client.post("api/case", json={"text": text.replace("age: 62 years", "age: 62")})
    assert wrong.status_code == 422
    line = text.splitlines().index("  age: 62 years") + 1
    assert f"case file:{line}: person > age" in wrong.json()["detail"]


@pytest.mark.parametrize(
    ("path", "change", "hint"),
    [
        ("simulate", {"members": 10**6}, "members"),
        ("simulate", {"endpoints": ["bmd_hip"]}, "did you mean"),
        ("simulate", {"followed": "anastrozole alon"}, "anastrozole alone"),
        ("simulate", {"case": {}}, "person is missing"),
        ("explain", {"month": 500}, "month 500"),
        ("explain", {"month": "NaN"}, "month"),
        ("explain", {"site": "wrist"}, "site"),
        ("compare", {"unknown": 1}, "unknown"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_out(
    path: str, change: dict[str, Any], hint: str, client: httpx.Client, case: dict[str, Any]
) -> None:
    answer = client.post(f"api/{path}", json={"case": case} | change)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert hint in answer.json()["detail"]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"strategies": {"\ud83d": {}}}, "strategies > "),
        ({"note": "half \ud83d"}, "note: "),
        ({"\ud83d": 1}, ""),
    ],
)
def test_half_a_character_is_refused_where_it_stands(
    asked: dict[str, Any], place: str, client: httpx.Client, case: dict[str, Any]
) -> None:
    answer = asked_as_text(client, {"case": case | asked})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(place)
    assert "\\ud83d" in answer.json()["detail"]


def test_half_a_character_is_no_strategy_of_the_case(
    client: httpx.Client, case: dict[str, Any]
) -> None:
    answer = asked_as_text(client, {"case": case, "followed": "\ud83d"})
    assert answer.status_code == 422
    assert "unknown strategy '\\ud83d'" in answer.json()["detail"]


def test_without_the_token_nothing_is_told(studio: Studio) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer"}):
        for path in ("api/schema", "api/openapi.json", "api/nothing"):
            answer = httpx.get(studio.place + path, headers=headers)
            assert answer.status_code == 401


def test_a_foreign_name_is_refused(client: httpx.Client) -> None:
    assert client.get("api/schema", headers={"Host": "example.org"}).status_code == 400


def test_a_body_is_refused_when_it_grows_too_large(client: httpx.Client) -> None:
    large = b" " * (LARGEST_BODY + 1)
    assert client.post("api/simulate", content=large).status_code == 413
    pieces = (large[part : part + 9999] for part in range(0, len(large), 9999))
    assert client.post("api/simulate", content=pieces).status_code == 413


def test_the_page_loads_nothing_from_elsewhere(studio: Studio) -> None:
    answer = httpx.get(studio.place)
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "://" not in answer.text


@API.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_server(case: schemathesis.Case, studio: Studio) -> None:
    answer = case.call(base_url=studio.place, headers=studio.headers)
    assert answer.status_code < 500, answer.text


def test_the_types_of_the_page_are_those_of_the_api() -> None:
    described = ROOT / "studio" / "src" / "generated" / "openapi.json"
    if not described.is_file():
        pytest.skip("the page was not built in this checkout")
    now = application("", warmed=False).openapi()
    assert json.loads(described.read_text("utf-8")) == now, "run make -B studio"
