"""`osteon case` from outside: kept, measured, forecast, moved, deleted; and what is said if not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Osteon

from osteon.language import Case


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept" / "cases.db"
    monkeypatch.setenv("OSTEON_CASES", str(path))
    monkeypatch.delenv("OSTEON_PASSPHRASE", raising=False)
    return path


def test_a_case_is_kept_measured_forecast_and_deleted(
    osteon: Osteon, store: Path, tmp_path: Path
) -> None:
    assert "osteon case add" in osteon("case", "list").stdout
    assert osteon("case", "add", EXAMPLE, "--name", "Ada").returncode == 0
    measured = osteon(
        "case", "measure", "Ada", "--month", 14, "bmd_lumbar_spine=0.902 g/cm2", "ctx=0.5 ng/mL"
    )
    assert measured.returncode == 0, measured.stderr
    forecast = osteon("case", "forecast", "Ada", "--members", 20, "--json", "-")
    assert forecast.returncode == 0, forecast.stderr
    made = json.loads(forecast.stdout)
    assert [one["endpoint"] for one in made["measurements"]] == ["bmd_lumbar_spine", "ctx"]

    shown = json.loads(osteon("case", "show", "Ada", "--json", "-").stdout)
    assert shown["forecasts"][0]["content"]["strategies"] == made["strategies"]
    assert shown["forecasts"][0]["layer"] == made["provenance"]["layer"]
    [listed] = json.loads(osteon("case", "list", "--json", "-").stdout)["cases"]
    assert (listed["name"], listed["measurements"], listed["forecasts"]) == ("Ada", 1, 1)

    file = tmp_path / "ada.yaml"
    assert osteon("case", "export", "Ada", "--out", file).returncode == 0
    again = Case.read(file)
    assert again.but(measurements=[]).words() == Case.read(EXAMPLE).words() | {"measurements": []}
    assert again.measurements[0].values == {"bmd_lumbar_spine": 0.902, "ctx": 0.5}

    everything = tmp_path / "all.jsonl"
    assert osteon("case", "export", "--all", "--out", everything).returncode == 0
    assert osteon("case", "delete", "Ada").stdout == "Deleted: 'Ada'\n"
    assert b"anastrozole" not in store.read_bytes()
    assert osteon("case", "import", everything).stdout == "Taken in: Ada\n"
    assert osteon("case", "show", "Ada").stdout.startswith("person:\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "Adda"), "unknown case 'Adda'; did you mean 'Ada'?"),
        (("add", EXAMPLE, "--name", "Ada"), "there is a case 'Ada' already"),
        (("measure", "Ada", "--month", 3, "bmd_lumbar_spine"), "is no measurement; write it as"),
        (("measure", "Ada", "--month", 3, "bmd_lumbar_spin=0.9 g/cm2"), "bmd_lumbar_spine"),
        (("measure", "Ada", "--month", 3, "ctx=0.5"), "no unit"),
        (("measure", "Ada", "--month", 3, "ctx=0.5 ng/mL", "ctx=0.6 ng/mL"), "named twice"),
        (("measure", "Ada", "--month", 3, "--scanner", "x", "ctx=0.5 ng/mL"), "hologic"),
        (("correct", "Ada", "--month", 3, "ctx=0.5 ng/mL"), "'osteon case measure' adds a visit"),
        (("export",), "name one case, or write --all"),
        (("import", EXAMPLE), "'osteon case add' keeps a case file"),
        (("add", EXAMPLE, "--encrypted", "--name", "B"), "is not encrypted; name a new one"),
        (("list", "--store", EXAMPLE), "OSTEON_PASSPHRASE"),
        (("list", "--store", "."), "is a folder"),
        ((), "'osteon case --help' says what can be asked"),
    ],
)
def test_a_slip_is_told_in_one_line(osteon: Osteon, words: tuple[object, ...], told: str) -> None:
    osteon("case", "add", EXAMPLE, "--name", "Ada")
    ended = osteon("case", *words)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert "Traceback" not in ended.stderr


def test_an_encrypted_store_takes_its_passphrase_from_the_environment(
    osteon: Osteon, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_PASSPHRASE", "a rather long one")
    assert osteon("case", "add", EXAMPLE, "--name", "Ada", "--encrypted").returncode == 0
    assert b"anastrozole" not in store.read_bytes()
    assert "Ada" in osteon("case", "list").stdout
    monkeypatch.setenv("OSTEON_PASSPHRASE", "another")
    wrong = osteon("case", "list")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "this passphrase does not open the store" in wrong.stderr
    monkeypatch.delenv("OSTEON_PASSPHRASE")
    assert "set $OSTEON_PASSPHRASE" in osteon("case", "list").stderr


def test_a_passphrase_that_is_soon_guessed_makes_no_store(
    osteon: Osteon, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_PASSPHRASE", "x")
    short = osteon("case", "add", EXAMPLE, "--name", "Ada", "--encrypted")
    assert short.returncode == 2
    assert "12 characters at least" in short.stderr
    assert not store.exists()


def test_a_value_is_put_right_and_taken_back(osteon: Osteon) -> None:
    osteon("case", "add", EXAMPLE, "--name", "Ada")
    visit = ("case", "measure", "Ada", "--month", 14)
    osteon(*visit, "bmd_lumbar_spine=0.92 g/cm2", "ctx=0.5 ng/mL")
    again = osteon(*visit, "bmd_lumbar_spine=0.902 g/cm2")
    assert again.returncode == 2
    assert "'osteon case correct' puts it right" in again.stderr
    correct = ("case", "correct", "Ada", "--month", "month 14")
    assert osteon(*correct, "bmd_lumbar_spine=0.902 g/cm2").returncode == 0
    shown = osteon("case", "show", "Ada").stdout
    assert shown.count("0.902") == 1
    assert "0.92 " not in shown
    assert "ctx: 0.5 ng/mL" in shown.partition("measurements:")[2]
    assert osteon(*correct, "bmd_lumbar_spine=none", "ctx=none").returncode == 0
    assert "measurements" not in osteon("case", "show", "Ada").stdout
