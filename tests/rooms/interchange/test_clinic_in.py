"""What the clinic measured comes in with its units; what could be mistaken is refused by path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.bundles import NECK, TABLE, bundle, observed, saved, whole

from osteon.errors import InputError, UnitError
from osteon.interchange.clinic.bundle import read_bundle
from osteon.interchange.clinic.case_file import case_text, merged
from osteon.interchange.clinic.loinc import codes
from osteon.interchange.clinic.table import read_table
from osteon.language import Case

START = date(2026, 3, 1)


def case_of(content: Any, folder: Path, start: date | None = START) -> Case:
    text, _ = case_text(
        read_bundle(saved(content, folder)), ["bundle.json"], start, menopause_age="50 years"
    )
    return Case.parse(text)


def test_a_bundle_becomes_a_person_and_her_measurements(tmp_path: Path) -> None:
    case = case_of(whole(), tmp_path)
    person = case.person
    assert person.age / 365.25 == pytest.approx(62.0, abs=0.01)
    assert person.bmd.lumbar_spine == 0.915
    assert person.bmd.femoral_neck == 0.702
    assert person.t_score.total_hip == -0.9
    assert person.weight == 68.0
    assert person.laboratory.egfr == 78.0
    # By molar mass: 19.2 ng/mL over 400.64 g/mol; 9.54 mg/dL over 40.078 g/mol.
    assert person.laboratory.calcidiol == pytest.approx(47.92, abs=0.01)
    assert person.laboratory.calcium == pytest.approx(2.380, abs=0.001)
    assert person.laboratory.ctx == pytest.approx(0.45)
    (visit,) = case.measurements
    assert visit.values == {"bmd_lumbar_spine": 0.902}
    assert visit.time == (date(2027, 4, 1) - START).days


def test_without_a_first_day_the_last_one_counts(tmp_path: Path) -> None:
    case = case_of(whole(), tmp_path, start=None)
    assert case.start == date(2027, 4, 1)
    assert case.person.bmd.lumbar_spine == 0.902
    assert case.measurements == ()


def test_left_and_right_are_averaged_and_a_component_counts(tmp_path: Path) -> None:
    panel = observed("83311-1", 0, "1")
    del panel["valueQuantity"]
    panel["component"] = [
        {key: observed(code, value, "g/cm2")[key] for key in ("code", "valueQuantity")}
        for code, value in (("46278-8", 0.80), ("46279-6", 0.84))
    ]
    assert case_of(bundle(panel), tmp_path).person.bmd.total_hip == pytest.approx(0.82)


def test_a_t_score_code_is_a_t_score(tmp_path: Path) -> None:
    assert codes()["38263-0"].kind == "t_score"
    found = read_bundle(saved(bundle(observed("38263-0", -2.1, "1", bodySite=NECK)), tmp_path))
    assert [(one.kind, one.name, one.value) for one in found.findings] == [
        ("t_score", "femoral_neck", -2.1)
    ]


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Return what puts a value at a path of a bundle."""

    def make(content: Any) -> None:
        *way, last = path.split(".")
        for step in way:
            content = content[int(step) if step.isdigit() else step]
        content[last] = value

    return make


ENTRY = "Bundle.entry[1].resource"
FAULTS = {
    "grams per cubic centimeter": (
        change("entry.1.resource.valueQuantity", {"value": 0.9, "unit": "g/cm3"}),
        f"{ENTRY}.valueQuantity.unit:", "does not measure this",
    ),
    "no unit": (
        change("entry.1.resource.valueQuantity", {"value": 0.9}),
        f"{ENTRY}.valueQuantity.unit:", "has no unit",
    ),
    "a T-score for a density": (
        change("entry.1.resource.valueQuantity.value", -1.2),
        f"{ENTRY}.valueQuantity.value:", "outside the plausible range",
    ),
    "no number": (
        change("entry.1.resource.valueQuantity.value", "high"),
        f"{ENTRY}.valueQuantity.value:", "Decimal",
    ),
    "no value": (
        change("entry.1.resource.valueQuantity", None),
        f"{ENTRY}.valueQuantity", "missing",
    ),
    "an invented field": (
        change("entry.1.resource.colour", "red"), f"{ENTRY}.colour:", "not permitted",
    ),
    "an invented resource": (
        change("entry.1.resource.resourceType", "Scan"),
        f"{ENTRY}.resourceType:", "no resource of FHIR R4",
    ),
    "another patient": (
        change("entry.1.resource.subject", {"reference": "Patient/q"}),
        f"{ENTRY}.subject.reference:", "another patient",
    ),
    "nobody": (change("entry.1.resource.subject", None), f"{ENTRY}.subject", "whose is this"),
    "two patients": (
        change("entry.3.resource", {"resourceType": "Patient", "id": "q"}),
        "Bundle.entry[3].resource:", "second patient",
    ),
    "no patient": (
        change("entry.0.resource.resourceType", "Basic"), "Bundle.entry[0].resource", "",
    ),
    "no birth date": (
        change("entry.0.resource.birthDate", None), "Bundle.entry[0].resource.birthDate:", "age",
    ),
    "a birth year alone": (
        change("entry.0.resource.birthDate", "1964"), "Bundle.entry[0].resource.birthDate:",
        "'1964' is no day",
    ),
    "no day": (
        change("entry.1.resource.effectiveDateTime", None),
        f"{ENTRY}.effectiveDateTime:", "no day",
    ),
    "a femur without a part": (
        change("entry.2.resource.bodySite", None), "Bundle.entry[2].resource.bodySite:", "neck",
    ),
    "a simulated value": (
        change("entry.1.resource.meta", {"tag": [{"code": "simulated"}]}),
        f"{ENTRY}.meta.tag:", "simulated",
    ),
    "an invented resource within": (
        change("entry.1.resource.contained", [{"resourceType": "Scan"}]), "Bundle", "no type",
    ),
    "no bundle": (change("resourceType", "Patient"), "resourceType:", "no Bundle"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_its_path(fault: str, tmp_path: Path) -> None:
    make, path, words = FAULTS[fault]
    content = whole()
    make(content)
    file = saved(content, tmp_path)
    with pytest.raises(InputError) as refused:
        read_bundle(file)
    assert str(refused.value).startswith(f"{file}: {path}")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '"x"', "null", "[" * 100_000, '{"resourceType": "Bundle", "entry": 3}']
)
def test_what_is_no_fhir_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "bundle.json"
    file.write_text(text)
    with pytest.raises(InputError, match=str(file)):
        read_bundle(file)


def test_what_cannot_be_used_is_told_and_passed_over(tmp_path: Path) -> None:
    low = observed("2243-4", 5, "pg/mL")
    low["valueQuantity"]["comparator"] = "<"
    wrong = observed("24966-4", 9.9, "g/cm2", status="entered-in-error")
    other = observed("6768-6", 70, "U/L")
    record = read_bundle(
        saved(bundle(low, wrong, other, observed("2731-8", 45, "pg/mL")), tmp_path)
    )
    assert [one.name for one in record.findings] == ["pth"]
    assert [note.partition(" ")[0] for note in record.notes] == [
        f"Bundle.entry[{place}].resource" for place in (1, 2, 3)
    ]


def test_a_table_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "values.csv"
    file.write_text(TABLE, "utf-8")
    text, _ = case_text(read_table(file), ["values.csv"], START, "50 years")
    person = Case.parse(text).person
    assert (person.bmd.lumbar_spine, person.t_score.total_hip) == (0.915, -0.9)
    assert (person.laboratory.pinp, person.weight) == (48.0, 68.0)


WRONG_ROWS = {
    "unit": ("0.915,g/cm2", "0.915,g", 4, "unit:"),
    "value": ("0.915,g/cm2", "9.15,g/cm2", 4, "value:"),
    "number": ("0.915,g/cm2", "low,g/cm2", 4, "value:"),
    "day": ("2026-02-11,bmd", "11.2.2026,bmd", 4, "date:"),
    "measure": ("bmd_lumbar_spine", "bmd_lumbar_spin", 4, "bmd_lumbar_spine"),
    "patient": ("A12,2026-02-20,weight", "B7,2026-02-20,weight", 7, "patient:"),
    "femur": ("bmd_lumbar_spine", "24701-5", 4, "measure:"),
    "sex": ("sex,female", "sex,unknown", 3, "value:"),
    "cells": ("weight,68,kg", "weight,68,kg,x", 7, "more cells"),
    "column": ("measure,value", "test,value", 1, "column"),
}


@pytest.mark.parametrize("fault", WRONG_ROWS)
def test_a_wrong_row_is_refused_with_line_and_column(fault: str, tmp_path: Path) -> None:
    right, wrong, line, words = WRONG_ROWS[fault]
    assert right in TABLE
    file = tmp_path / "values.csv"
    file.write_text(TABLE.replace(right, wrong, 1), "utf-8")
    with pytest.raises(InputError) as refused:
        read_table(file)
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert words in str(refused.value)


def test_files_of_two_patients_are_not_mixed(tmp_path: Path) -> None:
    table = tmp_path / "values.csv"
    table.write_text(TABLE.replace("1964-03-01", "1951-08-12"), "utf-8")
    both = [read_bundle(saved(whole(), tmp_path)), read_table(table)]
    with pytest.raises(InputError, match="different patients"):
        merged(both)


def test_menopause_is_never_invented(tmp_path: Path) -> None:
    record = read_bundle(saved(whole(), tmp_path))
    with pytest.raises(InputError, match="--menopause-age"):
        case_text(record, ["x"], START)
    with pytest.raises(InputError, match="menopause has come; say at what age"):
        case_text(record, ["x"], START, "not yet")
    text, _ = case_text(record, ["x"], START.replace(year=record.birth.year + 59), "not yet")
    assert Case.parse(text).person.menopause_age is None


def test_a_unit_error_stays_one(tmp_path: Path) -> None:
    with pytest.raises(UnitError):
        read_bundle(saved(bundle(observed("24966-4", 0.9, "kg")), tmp_path))
