"""`osteon simulate` and `osteon compare` from outside: tables, JSON, files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from doors.outside import EXAMPLE, Osteon

from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.vocabulary.site import Site

STRATEGIES = ["anastrozole alone", "with risedronate and training"]


def strict(text: str) -> Any:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.fixture
def man(tmp_path: Path) -> Path:
    """Return a case of a man that is quick to simulate."""
    file = tmp_path / "man.yaml"
    case = (
        "person: {age: 70 years, sex: male, t_score: {lumbar_spine: -1.8, total_hip: -1.6}}\n"
        "strategies: {nothing: {}, tablets: {drugs: [alendronate 70 mg weekly]}}\n"
        "horizon: 2 years\n"
    )
    file.write_text(case, "utf-8")
    return file


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_a_man_is_told_no_fractures_and_that_in_one_sentence(
    osteon: Osteon, man: Path, command: str
) -> None:
    ended = osteon(command, man, "--members", 8)
    assert ended.returncode == 0, ended.stderr
    assert "Fractures are not forecast in men." in ended.stdout
    assert "Fractures:" not in ended.stdout
    assert "of 100" not in ended.stdout


def test_nor_are_his_fractures_explained(osteon: Osteon, man: Path) -> None:
    ended = osteon("explain", man, "--quantity", "fracture_hip")
    assert ended.returncode == 2
    assert "fractures are not told in men" in ended.stderr


@pytest.mark.parametrize(
    ("horizon", "rows", "told"),
    [
        ("120 days", ["day", "0", "30", "91", "120"], "120 days"),
        ("6 months", ["month", "0", "1", "3", "6"], "6 months"),
        ("5 years", ["year", "0", "1", "2", "3", "5"], "5 years"),
    ],
)
def test_a_short_horizon_is_told_in_months_or_days(
    osteon: Osteon, example: str, tmp_path: Path, horizon: str, rows: list[str], told: str
) -> None:
    (tmp_path / "case.yaml").write_text(example.replace("10 years", horizon), "utf-8")
    said = osteon("simulate", "case.yaml", "--members", 4).stdout
    first = said[: said.index("Next DXA")].splitlines()
    shown = [match[1] for line in first if (match := re.match(r" +(\w+)  +\S", line))]
    assert [one for one in shown if one.isdigit() or one == rows[0]] == rows
    assert f"Fractures within {told}, of 100" in said
    compared = osteon("compare", "case.yaml", "--members", 4).stdout
    assert f"BMD after {told}" in compared


@pytest.fixture
def forecast(osteon: Osteon, tmp_path: Path) -> tuple[str, dict[str, Any], Path]:
    out, report = tmp_path / "out", tmp_path / "forecast.json"
    ended = osteon("simulate", EXAMPLE, "--members", 40, "--out", out, "--json", report)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout, strict(report.read_text("utf-8")), out


def test_the_example_runs_from_end_to_end(forecast: tuple[str, dict[str, Any], Path]) -> None:
    text, content, out = forecast
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "not a medical device" in text
    assert "osteon compare" in text
    assert "osteon explain" in text
    assert text.count("Next DXA:") == len(STRATEGIES)
    assert re.search(r"strategy +clinical +osteoporotic +hip +on X-ray", text)
    assert re.search(r"^  with risedronate ", text, re.MULTILINE)
    assert "only those that are felt" in " ".join(text.split())
    written = sorted(path.name for path in out.iterdir())
    assert "trajectories.parquet" in written
    assert any(name.endswith(".svg") for name in written)
    for name in (*STRATEGIES, *written):
        assert name in text
    assert [path.name for path in sorted(out.parent.iterdir())] == ["forecast.json", "out"]

    assert list(content["strategies"]) == STRATEGIES
    for one in content["strategies"].values():
        assert one["months"] == list(range(121))
        for endpoint in (*DXA_ENDPOINTS, "ctx", "ntx", "pinp", "bone_alp", "estradiol", "pth"):
            series = one[endpoint]
            limits = zip(series["low"], series["median"], series["high"], strict=True)
            assert all(low <= median <= high for low, median, high in limits)
            assert len(series["low"]) == 121

    first = content["strategies"][STRATEGIES[0]]
    stated = {"lumbar_spine": -1.2, "total_hip": -0.9, "femoral_neck": -1.4}
    for site in Site:
        measured = bmd_from_t_score(stated[site], site, "hologic")
        for limit in ("low", "median", "high"):
            assert first[f"bmd_{site}"][limit][0] == pytest.approx(measured, rel=1e-5)
    assert first["ctx"]["median"][0] == pytest.approx(0.45)
    assert first["ctx"]["unit"] == "ng/mL"
    hip = first["fracture_hip"]
    assert hip["unit"] == "%"
    assert hip["mean"][0] == 0.0
    assert 0.0 < hip["low"][-1] < hip["mean"][-1] < hip["high"][-1] < 20.0
    assert content["measurements"] == []
    for name in STRATEGIES:
        for one in content["next_dxa"][name].values():
            assert all(0 <= chance <= 1 for chance in one["chance"])
            assert all(0 <= narrows < 1 for narrows in one["narrows"])
            assert one["months"] == list(range(1, 121))


def test_the_trajectories_are_tidy_and_say_what_made_them(
    forecast: tuple[str, dict[str, Any], Path],
) -> None:
    from pyarrow import parquet

    _, content, out = forecast
    table = parquet.read_table(out / "trajectories.parquet")
    assert table.column_names == [
        "strategy", "endpoint", "unit", "month", "median", "low", "high", "mean",
    ]  # fmt: skip
    made_with = json.loads(table.schema.metadata[b"osteon"])
    assert {"version", "layer", "seed", "members"} <= set(made_with)
    assert made_with["seed"] == 1
    [row] = [
        row
        for row in table.to_pylist()
        if (row["strategy"], row["endpoint"], row["month"]) == (STRATEGIES[0], "pinp", 36)
    ]
    shown = content["strategies"][STRATEGIES[0]]["pinp"]
    assert row["unit"] == shown["unit"]
    assert row["high"] == pytest.approx(shown["high"][36], rel=1e-5)


def test_json_on_standard_output_stands_alone_and_repeats(osteon: Osteon) -> None:
    words = ("simulate", EXAMPLE, "--members", 16, "--json", "-")
    first, second = osteon(*words), osteon(*words)
    assert first.returncode == 0, first.stderr
    assert set(strict(first.stdout)["strategies"]) == set(STRATEGIES)
    assert first.stdout == second.stdout
    other = osteon(*words, "--seed", 2)
    assert other.stdout != first.stdout


def test_writing_again_replaces_what_was_written(osteon: Osteon, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("kept")
    (out / "trajectories.parquet").write_text("old")
    ended = osteon("simulate", EXAMPLE, "--members", 4, "--out", out)
    assert ended.returncode == 0, ended.stderr
    assert (out / "mine.txt").read_text() == "kept"
    assert (out / "trajectories.parquet").read_bytes()[:4] == b"PAR1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_compare_sets_the_strategies_side_by_side(osteon: Osteon) -> None:
    table = osteon("compare", EXAMPLE, "--members", 16)
    assert table.returncode == 0, table.stderr
    assert max(map(len, table.stdout.splitlines())) <= 80
    assert "risedronate 35 mg" in table.stdout
    assert "10 years" in table.stdout
    ended = osteon("compare", EXAMPLE, "--members", 16, "--json", "-")
    content = strict(ended.stdout)
    assert content["months"] == [12, 24, 60, 120]
    assert list(content["strategies"]) == STRATEGIES
    assert len(content["changes"]) == 2 * 3 * 4
    for one in content["differences"]:
        assert {one["strategy"], one["versus"]} == set(STRATEGIES)
        assert one["difference"]["low"] <= one["difference"]["median"] <= one["difference"]["high"]


def test_a_measurement_moves_the_forecast_and_is_told(
    osteon: Osteon, example: str, tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(f"{example}\nmeasurements:\n  - {{month: 12, ctx: 0.95 ng/mL}}\n", "utf-8")
    before = strict(osteon("simulate", EXAMPLE, "--json", "-").stdout)
    after = strict(osteon("simulate", case, "--json", "-").stdout)
    ctx = [content["strategies"][STRATEGIES[0]]["ctx"]["median"][12] for content in (before, after)]
    assert ctx[1] > ctx[0]
    assert any(STRATEGIES[0] in note for note in after["notes"])
