"""Cases kept over the API: found again as they were, replaced only when asked, deleted for good."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from doors.outside import EXAMPLE
from doors.studio import Asking

from osteon import Case
from osteon.cases.store import Store


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file in which cases of this test are kept."""
    path = tmp_path / "ada's cases.db"
    monkeypatch.setenv("OSTEON_CASES", str(path))
    monkeypatch.delenv("OSTEON_PASSPHRASE", raising=False)
    return path


@pytest.fixture
def ask(place: Path) -> Asking:
    return Asking()


@pytest.fixture
def case() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    return content


def test_a_kept_case_is_found_as_it_was(ask: Asking, case: dict[str, Any]) -> None:
    case["measurements"] = [{"month": 14, "bmd_lumbar_spine": "0.902 g/cm2"}]
    kept = ask("post", "cases", json={"name": "A/12 – ä", "case": case})
    assert kept.status_code == 201, kept.text
    assert kept.json()["measurements"] == 1
    [listed] = ask("get", "cases").json()
    assert listed["strategies"] == list(case["strategies"])
    found = ask("get", "cases/A%2F12 – ä").json()
    assert Case(**found["case"]) == Case(**case)


def test_a_taken_name_is_replaced_only_when_asked(
    ask: Asking, place: Path, case: dict[str, Any]
) -> None:
    ask("post", "cases", json={"name": "A12", "case": case})
    with Store.open(place) as store:
        store.keep_forecast("A12", {"kept": 1}, None)
    case["person"]["age"] = "64 years"
    again = {"name": "A12", "case": case}
    refused = ask("post", "cases", json=again)
    assert refused.status_code == 422
    assert "already" in refused.json()["detail"]
    assert ask("post", "cases", json=again | {"replace": True}).json()["forecasts"] == 1
    assert ask("get", "cases/A12").json()["case"]["person"]["age"] == "64 years"


def test_a_deleted_case_leaves_no_trace(ask: Asking, place: Path, case: dict[str, Any]) -> None:
    case["note"] = "a-word-to-be-found"
    ask("post", "cases", json={"name": "A12", "case": case})
    assert ask("delete", "cases/A12").json() == {"name": "A12", "traceless": True}
    assert ask("get", "cases").json() == []
    assert b"a-word-to-be-found" not in b"".join(
        file.read_bytes() for file in place.parent.iterdir()
    )


@pytest.mark.parametrize("method", ["get", "delete"])
def test_an_unknown_name_is_not_found(method: str, ask: Asking, case: dict[str, Any]) -> None:
    ask("post", "cases", json={"name": "Ada", "case": case})
    answer = ask(method, "cases/Adda")
    assert answer.status_code == 404
    assert "did you mean 'Ada'" in answer.json()["detail"]


def test_a_case_that_cannot_be_used_is_not_kept(ask: Asking, case: dict[str, Any]) -> None:
    case["person"]["age"] = "62"
    answer = ask("post", "cases", json={"name": "A12", "case": case})
    assert answer.status_code == 422
    assert "person > age" in answer.json()["detail"]
    assert ask("get", "cases").json() == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"not a store of cases" * 99, "encrypted"), (b"SQLite format 3\0" * 9, "damaged")],
)
def test_a_store_that_cannot_be_opened_is_told_without_its_place(
    content: bytes, words: str, ask: Asking, place: Path
) -> None:
    place.write_bytes(content)
    answer = ask("get", "cases")
    assert answer.status_code == 409
    assert words in answer.json()["detail"]
    assert "ada" not in answer.text
    assert place.read_bytes() == content


def test_an_encrypted_store_opens_with_the_passphrase_of_the_server(
    ask: Asking, place: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(place, passphrase="a rather long one") as store:
        store.add("A12", Case(**case))
    assert "OSTEON_PASSPHRASE" in ask("get", "cases").json()["detail"]
    monkeypatch.setenv("OSTEON_PASSPHRASE", "a wrong one")
    assert ask("get", "cases").status_code == 409
    monkeypatch.setenv("OSTEON_PASSPHRASE", "a rather long one")
    assert [one["name"] for one in ask("get", "cases").json()] == ["A12"]
