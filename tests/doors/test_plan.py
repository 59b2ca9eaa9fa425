"""`osteon plan` from outside: the table, the JSON, and what is wrong with what was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Osteon


@pytest.fixture
def short(tmp_path: Path, example: str) -> Path:
    """Return the example with a plan that is quick to make."""
    file = tmp_path / "case.yaml"
    wishes = "plan: {foods: [yogurt], training: [balance], exclude: [tablets], horizon: 3 years}\n"
    file.write_text(f"{example}\n{wishes}", "utf-8")
    return file


def test_the_screen_shows_front_exclusions_guidelines_and_purpose(
    osteon: Osteon, short: Path
) -> None:
    ended = osteon("plan", short, "--members", 20)
    assert ended.returncode == 0, ended.stderr
    assert max(map(len, ended.stdout.splitlines())) <= 80
    for words in (
        "Strategies over 3 years", "Goes on in all: anastrozole", "Left out", "DEN-4",
        "What guidelines say, each for itself", "Hadji 2017", "plan: exclude",
        "not a medical device",
    ):  # fmt: skip
        assert words in ended.stdout
    assert "should" not in ended.stdout


def test_the_json_says_the_same_for_a_program(osteon: Osteon, short: Path) -> None:
    ended = osteon("plan", short, "--members", 20, "--years", 2, "--json", "-")
    assert ended.returncode == 0, ended.stderr
    content = json.loads(ended.stdout)
    assert content["years"] == 2
    assert content["strategies"][0]["rank_expected"] == 1
    for one in content["strategies"]:
        fracture = one["fracture_major_osteoporotic"]
        assert fracture["unit"] == "%"
        assert 0 < fracture["median"] <= fracture["worst_tenth"] < 100
        assert {"lumbar_spine", "total_hip"} == set(one["t_score"])
    assert {"DEN-4", "ROM-5"} <= {one["rule"] for one in content["excluded"]}
    assert all(one["reason"] and one["source"] for one in content["excluded"])
    assert {"Hadji 2017", "ASCO 2019"} <= {one["guideline"] for one in content["guidelines"]}
    assert content["provenance"]["members"] == 20


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("plan: {exclude: [infusion]}", "did you mean 'infusions'"),
        ("plan: {training: [swimming]}", "unknown kind of training 'swimming'"),
        ("plan: {foods: [kvass]}", "unknown food 'kvass'"),
        ("plan: {burden: {infusion: 3}}", "unit"),
        ("plan: {horizon: 20 years}", "1 to 10 years"),
        ("plan: {consider: [teriparatid]}", "did you mean 'teriparatide'"),
        ("plan: {most_interventions: 2.5}", "whole number"),
        ("plan: {keep: [goserelin monthly]}", "goserelin"),
    ],
)
def test_a_wrong_wish_is_named_with_its_place(
    osteon: Osteon, tmp_path: Path, example: str, words: str, told: str
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(f"{example}\n{words}\n", "utf-8")
    ended = osteon("plan", file)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "case.yaml" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_horizon_outside_is_refused(osteon: Osteon) -> None:
    ended = osteon("plan", EXAMPLE, "--years", 30)
    assert ended.returncode == 2
    assert "1 to 10 years" in ended.stderr
