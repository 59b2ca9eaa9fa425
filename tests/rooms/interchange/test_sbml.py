"""SBML of a course: valid, complete, in units, understood, and read back without loss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import libsbml
import numpy as np
import pytest
from support.courses import injections, tablets

from osteon.errors import InputError
from osteon.interchange.course import Course
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.interchange.sbml.meaning import meanings
from osteon.interchange.sbml.read import read_sbml
from osteon.interchange.sbml.unit import unit_id
from osteon.interchange.sbml.write import sbml_of
from osteon.model.library import standard
from osteon.vocabulary.units import factor

DIGITS = 1e-14
"""libsbml writes fifteen digits."""


@pytest.fixture(scope="module", params=[tablets, injections])
def course(request: pytest.FixtureRequest) -> Course:
    return request.param()


@pytest.fixture(scope="module")
def document(course: Course) -> Any:
    return libsbml.readSBMLFromString(sbml_of(course))


def test_libsbml_finds_nothing_wrong_not_even_in_units(document: Any) -> None:
    document.checkConsistency()
    faults = [document.getError(i).getMessage() for i in range(document.getNumErrors())]
    assert faults == []


def test_a_wrong_unit_would_be_found(document: Any) -> None:
    changed = document.clone()
    changed.getModel().getParameter("estradiol").setUnits("day")
    assert changed.checkConsistency() > 0


def test_everything_is_there_with_unit_and_meaning(document: Any, course: Course) -> None:
    model, sbml = course.model, document.getModel()
    for column, value in zip(model.table.columns, course.parameters, strict=True):
        element = sbml.getParameter(id_of_parameter(column))
        assert element.getValue() == pytest.approx(value, rel=DIGITS, abs=0.0)
        assert element.getUnits() == unit_id(model.table.parameter(column).unit)
        assert model.table.parameter(column).meaning[:20].split("<")[0] in element.getNotesString()
    for key in model.trace.quantities:
        element = sbml.getParameter(id_of_quantity(key))
        assert element.getUnits() == unit_id(model.roster.quantities[key.name].unit)
        assert not element.getConstant()


def test_each_quantity_has_one_rule_and_each_input_none(document: Any, course: Course) -> None:
    sbml = document.getModel()
    rated = {rule.getVariable() for rule in sbml.getListOfRules() if rule.isRate()}
    assigned = {rule.getVariable() for rule in sbml.getListOfRules() if rule.isAssignment()}
    named = {id_of_quantity(key) for key in course.model.trace.quantities}
    assert rated == {id_of_quantity(key) for key in course.model.states}
    assert assigned == named - rated - {id_of_quantity(key) for key in course.model.inputs}


def test_an_equation_reads_as_its_mechanism_does(document: Any) -> None:
    rule = document.getModel().getRateRule("rankl_at_total_hip")
    written = libsbml.formulaToL3String(rule.getMath())
    assert written == ("rankl_opg__turnover * (rankl_production_at_total_hip - rankl_at_total_hip)")


@pytest.mark.parametrize(
    ("unit", "kind", "size"),
    [("mg", "gram", 1e-3), ("nmol/L", "mole", 1e-9), ("1/day", "second", 86400.0)],
)
def test_a_unit_is_as_large_as_it_says(document: Any, unit: str, kind: str, size: float) -> None:
    parts = document.getModel().getUnitDefinition(unit_id(unit)).getListOfUnits()
    sizes = {libsbml.UnitKind_toString(part.getKind()): part.getMultiplier() for part in parts}
    assert sizes[kind] == pytest.approx(size)


def test_a_liter_is_a_thousandth_of_a_cubic_meter(document: Any) -> None:
    parts = document.getModel().getUnitDefinition(unit_id("L")).getListOfUnits()
    (part,) = list(parts)
    volume = part.getMultiplier() ** part.getExponent()
    assert volume == pytest.approx(factor("L", "m3"))


def test_quantities_name_their_entry_in_a_catalog(document: Any, course: Course) -> None:
    assert set(meanings()) <= set(course.model.roster.quantities)
    term = document.getModel().getParameter("sclerostin_at_lumbar_spine").getCVTerm(0)
    assert term.getResourceURI(0) == "https://identifiers.org/uniprot:Q9BQB4"
    assert term.getBiologicalQualifierType() == libsbml.BQB_IS_PROPERTY_OF


def test_it_is_read_back_to_the_last_digit_written(course: Course, tmp_path: Path) -> None:
    file = tmp_path / "course.xml"
    file.write_text(sbml_of(course), "utf-8")
    found = read_sbml(file)
    assert [one.name for one in found.model.mechanisms] == [
        one.name for one in course.model.mechanisms
    ]
    assert np.allclose(found.parameters, course.parameters, rtol=DIGITS, atol=0.0)
    assert np.allclose(found.states, course.states, rtol=DIGITS, atol=0.0)
    assert (found.name, found.start) == (course.name, course.start)


def test_what_is_no_sbml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "note.xml"
    file.write_text("<html/>", "utf-8")
    with pytest.raises(InputError, match="no SBML model"):
        read_sbml(file)


def test_what_another_program_wrote_is_refused(tmp_path: Path) -> None:
    document = libsbml.SBMLDocument(3, 2)
    document.createModel().setId("other")
    file = tmp_path / "other.xml"
    libsbml.writeSBMLToFile(document, str(file))
    with pytest.raises(InputError, match="osteon did not write this"):
        read_sbml(file)


def test_a_mechanism_that_is_gone_is_named(tmp_path: Path) -> None:
    text = sbml_of(tablets())
    assert 'name="mechanostat"' in text
    file = tmp_path / "course.xml"
    changed = text.replace('<mechanism name="mechanostat"', '<mechanism name="mechanosta"')
    file.write_text(changed, "utf-8")
    with pytest.raises(InputError, match=r"unknown mechanism 'mechanosta'.*mechanostat"):
        read_sbml(file)


def test_an_assembled_model_stays_what_it_was() -> None:
    assert standard().mechanisms == tablets().model.mechanisms
