"""Files opened in the page: a case, a table, a bundle; what is wrong is told where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from doors.outside import ROOT
from doors.studio import Asking
from support.bundles import TABLE, bundle, observed, whole

from osteon import Case, Trial


@pytest.fixture(scope="module")
def ask() -> Asking:
    return Asking()


def read(ask: Asking, **asked: Any) -> Any:
    return ask("post", "case", json=asked).raise_for_status().json()


def test_a_case_file_comes_back_in_its_own_words(ask: Asking, example: str) -> None:
    found = read(ask, name="anastrozole.yaml", text=example)
    assert Case(**found["case"]) == Case.parse(example)
    assert found["notes"] == []
    again = read(ask, name="case.json", text=json.dumps(found["case"]))
    assert again["case"] == found["case"]


def test_a_trial_file_comes_back_in_its_own_words(ask: Asking) -> None:
    text = (ROOT / "examples" / "designed_trial.yaml").read_text("utf-8")
    found = ask("post", "trial-file", json={"name": "t.yaml", "text": text}).raise_for_status()
    assert Trial(**found.json()["trial"]) == Trial.parse(text)


def test_a_table_becomes_a_person(ask: Asking) -> None:
    case = Case(**read(ask, name="values.csv", text=TABLE, menopause_age="50 years")["case"])
    assert case.person.bmd.lumbar_spine == 0.915
    assert case.person.t_score.total_hip == -0.9
    assert case.person.laboratory.pinp == 48.0


def test_a_bundle_becomes_a_person_and_tells_what_was_passed_over(ask: Asking) -> None:
    content = whole()
    content["entry"].append(bundle(observed("8480-6", 120, "mm[Hg]"))["entry"][1])
    found = read(
        ask, name="b.json", text=json.dumps(content), menopause_age="50 years", scanner="lunar"
    )
    person = Case(**found["case"]).person
    assert person.scanner == "lunar"
    assert person.bmd.lumbar_spine == 0.902
    assert any("passed over" in note for note in found["notes"])


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("v.csv", TABLE.replace("0.915,g/cm2", "0.915,kg"), "v.csv:4: unit"),
        ("v.csv", TABLE.replace("-0.9", "low"), "v.csv:5: value: 'low'"),
        ("v.csv", "patient,when\n", "v.csv:1: unknown column 'when'"),
        (
            "v.csv",
            'patient,date,measure,value,unit\n"' + "x" * 140_000,
            "v.csv:1: this is no table",
        ),
        ("b.json", json.dumps(bundle(observed("24966-4", 0.9, "kg"))), "Bundle.entry[1].resource."),
        ("b.json", '{"resourceType": "Patient"}', "b.json: resourceType: 'Patient' is no Bundle"),
        ("c.yaml", "person: {age: 62}\n", "c.yaml:1: person > age: 62 has no unit"),
        ("c.yaml", "", "c.yaml: the file is empty"),
    ],
)
def test_a_fault_is_told_where_it_stands(name: str, text: str, place: str, ask: Asking) -> None:
    answer = ask("post", "case", json={"name": name, "text": text, "menopause_age": "50 years"})
    assert answer.status_code == 422
    assert place in answer.json()["detail"]


def test_the_age_at_menopause_is_asked_for_and_never_guessed(ask: Asking) -> None:
    answer = ask("post", "case", json={"name": "values.csv", "text": TABLE})
    assert answer.status_code == 422
    assert "menopause was" in answer.json()["detail"]
    younger = TABLE.replace("1964-03-01", "1974-03-01")
    found = read(ask, name="values.csv", text=younger, menopause_age="not yet")
    assert "menopause_age" not in found["case"]["person"]
