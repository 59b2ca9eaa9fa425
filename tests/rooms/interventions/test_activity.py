"""The table of activities: every row can be used, and a name is found as people write it."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from statistics import fmean

import pytest

import osteon
from osteon.errors import UnknownNameError
from osteon.interventions.exercise.activity import Activity, activities, activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.vocabulary.site import Site

TABLE = activities()
every_activity = pytest.mark.parametrize("name", TABLE)


@every_activity
def test_a_row_has_forces_cycles_and_a_source(name: str) -> None:
    row = TABLE[name]
    assert row.name == name
    assert all(0.0 < row.load[site] < 20.0 for site in Site)
    assert row.cycles_per_minute >= 0.0
    assert row.category
    assert row.source
    assert row.confidence


@every_activity
def test_a_session_loads_every_site(name: str) -> None:
    """Nothing is blank: each row gives a load per session at spine and hip."""
    row = TABLE[name]
    for site in Site:
        load = relative_load([Training(row, 3 / 7)], site)
        assert (load < 1.0) if row.unloads else (1.0 <= load < 10.0)
    assert 0.0 <= row.falls_benefit <= 3.0
    assert row.cycles_per_minute > 0.0 or max(row.load.values()) < 1.0


def test_the_table_holds_all_72_activities_and_what_unloads() -> None:
    assert len([row for row in TABLE.values() if not row.unloads]) == 72
    assert [row.name for row in TABLE.values() if row.unloads] == [
        "bed rest (all day)",
        "spaceflight",
    ]


@pytest.mark.parametrize(
    ("site", "column"), [(Site.LUMBAR_SPINE, "site_LS"), (Site.TOTAL_HIP, "site_TH")]
)
def test_loads_rise_with_the_score_of_the_site(site: Site, column: str) -> None:
    """The table's own scores, 0 to 3, were given apart from the forces: both tell one story."""
    path = Path(str(osteon.__file__)).parent / "interventions" / "exercise" / "activities.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        score = {row["activity"]: int(row[column]) for row in csv.DictReader(stream)}
    assert set(score.values()) == {0, 1, 2, 3}
    trained = [row for row in TABLE.values() if not row.unloads]
    mean = [
        fmean(
            relative_load([Training(row, 3 / 7)], site)
            for row in trained
            if score[row.name] == level
        )
        for level in range(4)
    ]
    assert mean == sorted(mean)
    assert mean[3] > 1.3 * mean[0]


@every_activity
def test_a_row_is_found_by_its_name(name: str) -> None:
    assert activity(name) is TABLE[name]


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("walking", "walk"),
        ("Walking", "walk"),
        ("brisk walking", "walk"),
        ("progressive resistance training", "resistance"),
        ("high-intensity resistance and impact training", "resistance"),
    ],
)
def test_a_common_name_is_understood(said: str, category: str) -> None:
    found = activity(said)
    assert isinstance(found, Activity)
    assert found.category == category


@pytest.mark.parametrize(
    "said",
    ["jogging", "running", "resistance training", "impact training", "jumping",
     "balance training", "swimming", "cycling", "tai chi", "yoga", "dancing", "hiking",
     "stair climbing", "strength training", "rope skipping", "Otago exercise program",
     "aerobics", "gardening", "rowing", "bed rest", "squats", "deadlifts", "skipping gait"],
)  # fmt: skip
def test_what_people_usually_say_is_in_the_table(said: str) -> None:
    assert activity(said).name in TABLE


@pytest.mark.parametrize(
    ("written", "near"), [("walkng", "walking"), ("swiming", "swimming"), ("jogin", "jogging")]
)
def test_a_misspelled_activity_is_answered_with_the_nearest(written: str, near: str) -> None:
    with pytest.raises(UnknownNameError, match=f"unknown activity '{written}'; did you mean") as no:
        activity(written)
    assert f"'{near}'" in str(no.value)


def test_walking_loads_the_hip_as_bergmann_measured() -> None:
    """Bergmann 2001: 2.38 body weights at normal speed, mean of four patients."""
    assert activity("walking").load[Site.TOTAL_HIP] == 2.38


@pytest.mark.parametrize("site", Site)
def test_harder_activities_load_more(site: Site) -> None:
    rest, walk, run = (
        activity(name).load[site] for name in ("sitting / lying", "walking", "running")
    )
    assert rest < walk < run


def test_hip_and_femoral_neck_feel_the_same_force() -> None:
    for row in TABLE.values():
        assert row.load[Site.TOTAL_HIP] == row.load[Site.FEMORAL_NECK]


def test_names_need_no_correction() -> None:
    assert [name for name in TABLE if re.search(r"^\s|\s$|  ", name)] == []
