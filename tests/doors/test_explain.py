"""`osteon explain` from outside: what it prints, what it writes, what it says to a slip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Osteon


@pytest.mark.parametrize("columns", [80, 120])
def test_the_chain_fits_the_screen(osteon: Osteon, columns: int) -> None:
    ended = osteon("explain", EXAMPLE, columns=columns)
    assert ended.returncode == 0, ended.stderr
    assert max(map(len, ended.stdout.splitlines())) <= columns
    assert ended.stdout.index("estradiol pmol/L") < ended.stdout.index("RANK occupancy")
    assert "not a medical device" in ended.stdout


@pytest.mark.parametrize("depth", ["fundamentals", "intermediate", "academic"])
def test_it_says_once_what_it_is_for(osteon: Osteon, depth: str) -> None:
    ended = osteon("explain", EXAMPLE, "--depth", depth)
    assert ended.stdout.count("not a medical device") == 1


def test_json_alone_on_standard_output(osteon: Osteon) -> None:
    words = ["--strategy", "with risedronate and training", "--month", "24", "--site", "total_hip"]
    ended = osteon("explain", EXAMPLE, *words, "--json", "-")
    assert ended.returncode == 0, ended.stderr
    content = json.loads(ended.stdout)
    assert (content["month"], content["site"]) == (24, "total_hip")
    wanted = {"quantity", "site", "unit", "value_now", "value_month_0", "value_usual",
              "change_percent", "mechanism", "grade", "sources"}  # fmt: skip
    assert all(wanted <= set(link) for link in content["links"])
    assert content["links"][-1]["part"] == "marker"


def test_json_to_a_file_beside_the_page(osteon: Osteon, tmp_path: Path) -> None:
    file = tmp_path / "chain.json"
    ended = osteon("explain", EXAMPLE, "--depth", "fundamentals", "--json", file)
    assert ended.returncode == 0, ended.stderr
    assert "What happens, compared with the same person" in ended.stdout
    assert json.loads(file.read_text("utf-8"))["strategy"] == "anastrozole alone"


def test_one_quantity(osteon: Osteon) -> None:
    ended = osteon("explain", EXAMPLE, "--quantity", "rankl@lumbar_spine")
    assert ended.returncode == 0, ended.stderr
    assert "not serum RANKL" in ended.stdout
    assert "Parameters" in ended.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--strategy", "anastrozol"], "did you mean 'anastrozole alone'?"),
        (["--quantity", "rankel"], "unknown quantity 'rankel'; did you mean 'rankl'"),
        (["--month", "0"], "give a month after 0"),
        (["--site", "wrist"], "wrist"),
        (["--json", "missing/chain.json"], "missing"),
    ],
)
def test_a_slip_is_told_with_the_way_out(osteon: Osteon, words: list[str], said: str) -> None:
    ended = osteon("explain", EXAMPLE, *words)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
