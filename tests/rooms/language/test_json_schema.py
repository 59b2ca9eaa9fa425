"""What editors are told about files agrees with what the files may say."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from osteon.errors import UnknownNameError
from osteon.language import schema


def test_a_case_in_an_editor_offers_names_units_and_sentences() -> None:
    described = schema("case")
    definitions = described["$defs"]
    assert set(described["required"]) == {"person", "strategies"}
    assert definitions["Person"]["properties"]["age"] == {
        "type": "string",
        "examples": ["62 years"],
        "title": "Age",
    }
    assert definitions["Person"]["additionalProperties"] is False
    course = definitions["DrugSchedule"]["anyOf"]
    assert "denosumab" in course[0]["properties"]["drug"]["enum"]
    assert "from" in course[0]["properties"]
    assert course[1]["type"] == "string"


def test_a_trial_in_an_editor_offers_its_endpoints() -> None:
    definitions = schema("trial")["$defs"]
    assert "bmd_total_hip" in definitions["Observation"]["properties"]["endpoint"]["enum"]
    assert json.loads(json.dumps(schema("trial"))) == schema("trial")


def test_other_files_have_no_schema() -> None:
    with pytest.raises(UnknownNameError, match="unknown kind of file 'trail'; did you mean 'tri"):
        schema("trail")


def test_naming_the_room_loads_nothing_heavy() -> None:
    told = "import sys, osteon.language; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    assert {"pydantic", "yaml"} & set(loaded) == set()
