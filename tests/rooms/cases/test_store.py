"""What is kept comes back as it was, and what is wrong is told without anything being changed."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from osteon import __version__
from osteon.cases.schema import APPLICATION, STEPS
from osteon.cases.store import Store
from osteon.errors import InputError, StoreError, UnknownNameError
from osteon.language.case import Case

SCAN = {"month": 14, "bmd_lumbar_spine": "0.902 g/cm2"}


def test_a_case_comes_back_with_what_was_measured_since(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "cases.db"
    with Store.open(path) as store:
        store.add("Ada", case)
        store.measure("Ada", {"month": 24, "ctx": "0.6 ng/mL"})
        returned = store.measure("Ada", SCAN)
    with Store.open(path) as store:
        assert store.names() == ("Ada",)
        assert store.case("Ada") == returned
        assert store.case("Ada").words() == case.words() | {
            "measurements": [{"month": 24, "ctx": "0.6 ng/mL"}, SCAN]
        }
        [kept] = store.kept()
    assert (kept.measurements, kept.forecasts, kept.version) == (2, 0, __version__)
    assert kept.strategies == tuple(case.strategies)


def test_a_case_with_measurements_of_its_own_keeps_them(tmp_path: Path, case: Case) -> None:
    measured = case.but(measurements=[SCAN], start="2026-03-01", note="ü: 'quoted' \u2713")
    with Store.open(tmp_path / "cases.db") as store:
        store.add("Ada", measured)
        assert store.case("Ada") == measured


def test_a_forecast_is_kept_with_what_made_it(tmp_path: Path, case: Case) -> None:
    content = {"strategies": {"a": {"months": [0, 1], "bmd": {"median": [0.9, None]}}}}
    with Store.open(tmp_path / "cases.db") as store:
        store.add("Ada", case)
        store.keep_forecast("Ada", content, "joint")
        store.keep_forecast("Ada", {}, None)
        first, second = store.forecasts("Ada")
    assert (first.content, first.layer, first.version) == (content, "joint", __version__)
    assert (second.content, second.layer) == ({}, None)


@pytest.mark.parametrize("name", ["", " ", " Ada", "Ada\n", "A\x00", "x" * 101])
def test_a_name_that_nobody_could_type_is_refused(tmp_path: Path, case: Case, name: str) -> None:
    with Store.open(tmp_path / "cases.db") as store:
        with pytest.raises(InputError, match="name"):
            store.add(name, case)
        assert store.names() == ()


def test_a_taken_name_an_unknown_one_and_a_bad_value_change_nothing(
    tmp_path: Path, case: Case
) -> None:
    with Store.open(tmp_path / "cases.db") as store:
        with pytest.raises(UnknownNameError, match="holds none yet"):
            store.case("Ada")
        store.add("Ada", case)
        with pytest.raises(InputError, match="there is a case 'Ada' already"):
            store.add("Ada", case.but(horizon="2 years"))
        with pytest.raises(UnknownNameError, match="did you mean 'Ada'"):
            store.delete("Adda")
        with pytest.raises(InputError, match="bmd_lumbar_spine"):
            store.measure("Ada", {"month": 3, "bmd_lumbar_spine": "9 kg"})
        with pytest.raises(ValueError, match="JSON"):
            store.keep_forecast("Ada", {"median": float("nan")}, None)
        assert store.case("Ada") == case
        assert store.forecasts("Ada") == ()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=some.text(min_size=1, max_size=40), note=some.text(max_size=60))
def test_any_name_and_note_are_kept_or_refused_never_changed(
    tmp_path: Path, case: Case, name: str, note: str
) -> None:
    with Store.open(tmp_path / "cases.db") as store:
        try:
            noted = case.but(note=note)
            store.add(name, noted)
        except InputError:
            return
        assert store.case(name) == noted
        assert store.delete(name)


def test_another_programs_database_and_a_later_format_are_refused_and_left(tmp_path: Path) -> None:
    for setting, words in (
        ("application_id = 7", "another program's database"),
        (f"application_id = {APPLICATION}", "a later version of osteon"),
    ):
        path = tmp_path / f"{words[:5]}.db"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE bookmarks (name TEXT)")
        other.execute(f"PRAGMA {setting}")
        other.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        other.commit()
        other.close()
        path.chmod(0o644)
        before = path.read_bytes()
        with pytest.raises(StoreError, match=words):
            Store.open(path)
        assert path.read_bytes() == before
        assert path.stat().st_mode & 0o777 == 0o644


def test_putting_one_visit_right_leaves_the_others_as_they_came_in(
    tmp_path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def entered() -> dict[float, str]:
        [_, kept] = list(store.export())
        return {one["measured"]["month"]: one["added"] for one in json.loads(kept)["measurements"]}

    with Store.open(tmp_path / "cases.db") as store:
        store.add("Ada", case.but(measurements=()))
        for year, month in ((2021, 6), (2022, 12)):
            monkeypatch.setattr("osteon.cases.database.now", lambda at=year: f"{at}-01-01")
            store.measure("Ada", {"month": month, "bmd_lumbar_spine": "0.90 g/cm2"})
        monkeypatch.setattr("osteon.cases.database.now", lambda: "2023-01-01")
        store.correct("Ada", {"month": 12, "bmd_lumbar_spine": "0.91 g/cm2"})
        assert entered() == {6: "2021-01-01", 12: "2023-01-01"}
