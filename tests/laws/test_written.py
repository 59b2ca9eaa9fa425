"""Every mechanism says what it means, how sure it is, and where each of its numbers comes from.

The parameter files are read here as plain TOML, apart from the code that reads them for the model.
"""

from __future__ import annotations

import inspect
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import osteon
from osteon.mechanism import Mechanism
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

SOURCE = Path(str(osteon.__file__)).parent
ROOMS = ("physiology", "interventions", "readouts")
ASSUMED_AT_MOST = 0.63
METHODS = {"measured", "fitted", "derived", "adopted", "assumed"}
FOUND = mechanisms()
every_mechanism = pytest.mark.parametrize("mechanism", FOUND, ids=lambda one: one.name)


def numbers() -> dict[str, dict[str, Any]]:
    """Return every parameter of every file in the rooms of mechanisms, as `file.parameter`."""
    files = [file for room in ROOMS for file in sorted((SOURCE / room).rglob("*.toml"))]
    return {
        f"{file.stem}.{name}": table
        for file in files
        for name, table in tomllib.loads(file.read_text("utf-8")).items()
    }


NUMBERS = numbers()
every_number = pytest.mark.parametrize("name", NUMBERS)


def cited() -> set[str]:
    """Return the keys of all .bib files."""
    text = "\n".join(file.read_text("utf-8") for file in SOURCE.rglob("*.bib"))
    return set(re.findall(r"^@\w+\{([^,\s]+),", text, re.MULTILINE))


@every_mechanism
def test_a_mechanism_has_a_grade(mechanism: Mechanism) -> None:
    assert mechanism.grade in set(Grade)


@every_mechanism
def test_a_file_opens_with_its_meaning_in_one_sentence(mechanism: Mechanism) -> None:
    meaning = (inspect.getmodule(type(mechanism)).__doc__ or "").strip()
    first = meaning.splitlines()[0]
    assert len(first) > 25
    assert first.endswith(".")


@every_mechanism
def test_a_mechanism_says_what_it_is_and_writes_its_equation(mechanism: Mechanism) -> None:
    text = type(mechanism).__dict__.get("__doc__") or ""
    assert len(text.strip().splitlines()[0].split()) > 1
    assert re.search(r"\S\s+= \S", text), "its docstring holds no equation"


@every_mechanism
def test_a_mechanism_holds_what_it_declares(mechanism: Mechanism) -> None:
    declared = [
        quantity
        for role in ("owns", "defines", "opens", "modifies", "takes")
        for quantity in getattr(mechanism, role)
    ]
    assert declared, "it declares nothing"
    assert all(isinstance(quantity, Quantity) for quantity in declared)
    assert len({quantity.name for quantity in declared}) == len(declared)
    assert {flux.unit for flux in (*mechanism.opens, *mechanism.modifies)} <= {""}


@every_mechanism
def test_every_line_of_its_parameter_file_is_used(model: Model, mechanism: Mechanism) -> None:
    file = Path(str(sys.modules[type(mechanism).__module__].__file__)).with_suffix(".toml")
    held = set(tomllib.loads(file.read_text("utf-8"))) if file.exists() else set()
    now = model.at_reference()
    for key in model.trace.quantities:
        now.quantity(key)
    for key in model.states:
        now.rate(key)
    columns = {model.table.columns[column].partition("@")[0] for column in now.uses}
    used = {name.split(".")[1] for name in columns if name.split(".")[0] == mechanism.name}
    assert used == held


@every_number
def test_a_number_has_a_unit_a_meaning_and_an_origin(name: str) -> None:
    table = NUMBERS[name]
    assert {"value", "unit", "meaning", "origin"} <= set(table)
    assert table["meaning"].endswith(".")
    assert table["origin"]["method"] in METHODS


@every_number
def test_a_number_is_argued(name: str) -> None:
    origin = NUMBERS[name]["origin"]
    if origin["method"] == "assumed":
        assert len(origin["reason"]) > 10
    else:
        assert origin["source"] in cited()
        assert len(origin["locus"]) > 5


def test_every_mechanism_of_the_rooms_is_found() -> None:
    files = [file for room in ROOMS for file in (SOURCE / room).rglob("*.py")]
    written = {
        file.stem for file in files if re.search(r"^    grade = ", file.read_text("utf-8"), re.M)
    }
    assert written == {mechanism.name for mechanism in FOUND}


def test_the_share_of_assumed_values_only_falls() -> None:
    assumed = [name for name, table in NUMBERS.items() if table["origin"]["method"] == "assumed"]
    share = len(assumed) / len(NUMBERS)
    assert share <= ASSUMED_AT_MOST, (
        f"{share:.1%} of all values are assumed, {ASSUMED_AT_MOST:.1%} were: the share may only "
        "fall; find a source for the new ones"
    )
