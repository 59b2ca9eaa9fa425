"""What a patient takes and has had comes in with its dose and day; nothing of it is guessed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.bundles import bundle, diseased, dosage, observed, ordered, saved, stated

from osteon.errors import InputError, UnitError
from osteon.interchange.clinic.bundle import read_bundle
from osteon.interchange.clinic.case_file import case_text
from osteon.interchange.clinic.concepts import concepts
from osteon.language import Case
from osteon.language.drugs import DRUGS
from osteon.language.person import History

START = date(2026, 3, 1)
SPINE = observed("24966-4", 0.915, "g/cm2")
ICD, SNOMED = "http://hl7.org/fhir/sid/icd-10-cm", "http://snomed.info/sct"
Read = tuple[Case, tuple[str, ...]]


def read(folder: Path, *resources: Any) -> Read:
    """Return the case of a bundle, and what was passed over."""
    record = read_bundle(saved(bundle(SPINE, *resources), folder))
    text, notes = case_text(record, ["bundle.json"], START, menopause_age="50 years")
    return Case.parse(text), notes


def bounded(**bounds: Any) -> Any:
    """Return a timing of once a day within some bounds."""
    return {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d", **bounds}}


def test_an_order_for_so_long_ends_then(tmp_path: Path) -> None:
    """Authored on November 1, 2025, for twelve months of 30.4375 days."""
    year = {"value": 12, "unit": "months", "system": "http://unitsofmeasure.org", "code": "mo"}
    order = ordered(dosageInstruction=[dosage(timing=bounded(boundsDuration=year))])
    case, notes = read(tmp_path, order)
    (course,) = case.usual.drugs
    assert course.until == (date(2026, 11, 1) - START).days
    assert notes == ()


def test_a_brand_and_a_name_that_goes_on_are_the_drug(tmp_path: Path) -> None:
    case, notes = read(tmp_path, ordered("310261", "Exemestane 25 mg tablets"))
    assert [one.drug for one in case.usual.drugs] == ["exemestane"]
    case, notes = read(tmp_path, ordered("904420", "Fosamax"))
    assert [one.drug for one in case.usual.drugs] == ["alendronate"]
    assert notes == ()


def test_an_order_becomes_what_goes_on_in_every_strategy(tmp_path: Path) -> None:
    case, notes = read(tmp_path, ordered())
    (course,) = case.usual.drugs
    assert (course.drug, course.dose, course.every, course.until) == ("anastrozole", 1.0, 1.0, None)
    assert course.from_ == (date(2025, 11, 1) - START).days
    assert case.treatment_of("as now").drugs == (course,)
    assert notes == ()


def test_a_statement_says_since_when_and_until_when(tmp_path: Path) -> None:
    """60 mg twice a year, from June 2025 to June 2028; ATC M05BX04 is denosumab."""
    twice = {"repeat": {"frequency": 2, "period": 1, "periodUnit": "a"}}
    period = {"start": "2025-06-15", "end": "2028-06-15"}
    case, _ = read(
        tmp_path,
        stated("M05BX04", "denosumab", dosage=[dosage(60.0, "mg", twice)], effectivePeriod=period),
    )
    (course,) = case.usual.drugs
    assert (course.drug, course.dose) == ("denosumab", 60.0)
    assert course.every == pytest.approx(365.25 / 2)
    assert course.until == (date(2028, 6, 15) - START).days


def test_a_dose_may_be_in_micrograms_and_a_medication_stand_apart(tmp_path: Path) -> None:
    medication = {
        "resourceType": "Medication",
        "id": "m",
        "code": {"coding": [{"system": "http://www.whocc.no/atc", "code": "H05AA02"}]},
    }
    one = stated(
        "", "", dosage=[dosage(20.0, "ug")], medicationReference={"reference": "Medication/m"}
    )
    del one["medicationCodeableConcept"]
    case, _ = read(tmp_path, medication, one)
    (course,) = case.usual.drugs
    assert (course.drug, course.dose) == ("teriparatide", pytest.approx(0.02))


@pytest.mark.parametrize(
    ("system", "code", "word"),
    [(ICD, "M80.08XA", "previous_fracture"), (ICD, "C50.911", "breast_cancer"),
     (SNOMED, "5913000", "previous_fracture"),
     (SNOMED, "254837009", "breast_cancer")],
)  # fmt: skip
def test_a_disease_becomes_history(system: str, code: str, word: str, tmp_path: Path) -> None:
    case, notes = read(tmp_path, diseased(system, code))
    history = case.person.history
    assert [name for name in History.model_fields if getattr(history, name) is True] == [word]
    assert notes == ()


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (ordered(status="stopped"), "is stopped"),
        (ordered(status="entered-in-error"), "is entered-in-error"),
        (ordered(intent="proposal"), "is a proposal, not an order"),
        (ordered(doNotPerform=True), "is not to be given"),
        (ordered(dosageInstruction=[]), "has no dosage"),
        (ordered(dosageInstruction=[dosage(), dosage(2.0)]), "has several dosages"),
        (ordered(dosageInstruction=[dosage(1.0, "{tbl}")]), "does not say how much in mg"),
        (ordered(dosageInstruction=[dosage(1.0, "tablet(s)")]), "does not say how much in mg"),
        (ordered(dosageInstruction=[dosage(1.0, "TAB")]), "does not say how much in mg"),
        (ordered(dosageInstruction=[{"text": "one a day"}]), "does not say how much in mg"),
        (ordered(dosageInstruction=[dosage(timing={})]), "does not say how often"),
        (ordered("84857", "aspirin"), r"is called 'aspirin', which its code does not stand for"),
        (ordered("310261", "letrozole 2.5 MG Oral Tablet"),
         "is called 'letrozole 2.5 MG Oral Tablet', which its code does not stand for"),
        (ordered(dosageInstruction=[dosage(timing=bounded(boundsRange={
            "low": {"value": 6, "code": "mo"}, "high": {"value": 12, "code": "mo"}}))]),
         "says how long it is taken in a way that gives no end"),
        (ordered(dosageInstruction=[dosage(timing=bounded(boundsDuration={"value": 12}))]),
         "says how long it is taken in a way that gives no end"),
        (ordered("1191", "aspirin"), r"\(aspirin\) is no drug that osteon knows"),
        (ordered(authoredOn="2026-04-01"), "begun on 2026-04-01, after month 0"),
        (stated("L02BG03", "anastrozole",
                effectivePeriod={"start": "2020-01-01", "end": "2025-01-01"}),
         "ended on 2025-01-01, before month 0"),
        (diseased(ICD, "M81.0"), "M81.0.* is of no use to the model"),
        (diseased(SNOMED, "5913000", onsetDateTime="2026-05-04"),
         "of 2026-05-04 came after month 0"),
        (diseased(SNOMED, "5913000", verificationStatus={"coding": [{"code": "refuted"}]}),
         "is refuted and was passed over"),
        (diseased(SNOMED, "5913000", verificationStatus={"coding": [{"code": "provisional"}]}),
         "is provisional and was passed over"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_passed_over_and_told(one: Any, said: str, tmp_path: Path) -> None:
    case, notes = read(tmp_path, one)
    assert case.usual.drugs == ()
    assert not case.person.history.model_fields_set
    (note,) = notes
    assert re.search(said, note), note


def test_an_unknown_beginning_is_told_and_a_second_order_of_the_same_is_not_added(
    tmp_path: Path,
) -> None:
    first = ordered()
    del first["authoredOn"]
    case, notes = read(tmp_path, first, ordered())
    (course,) = case.usual.drugs
    assert course.start == 0.0
    assert "does not say since when" in notes[0]
    assert "is there already" in notes[1]


WHERE = r"Bundle\.entry\[2\]\.resource"


@pytest.mark.parametrize(
    ("one", "fault", "said"),
    [
        (ordered(dosageInstruction=[dosage(1.0, "mmol")]), UnitError,
         WHERE + r"\.dosageInstruction\[0\]\.doseAndRate\[0\]\.doseQuantity\.unit: "),
        (stated("L02BG03", "anastrozole", dosage=[dosage(1.0, "mL")]), UnitError,
         WHERE + r"\.dosage\[0\]\.doseAndRate\[0\]\.doseQuantity\.unit: "),
        (ordered(dosageInstruction=[dosage(9000.0)]), InputError,
         WHERE + r"\.dosageInstruction.*value: "),
        (ordered(dosageInstruction=[dosage(-1.0)]), InputError,
         WHERE + r"\.dosageInstruction.*value: "),
        (ordered(dosageInstruction=[dosage(timing={"repeat": {"period": 0, "periodUnit": "d"}})]),
         InputError, WHERE + r"\.dosageInstruction\[0\]\.timing\.repeat: "),
        (ordered(subject={"reference": "Patient/other"}), InputError,
         WHERE + r"\.subject\.reference: 'Patient/other' is another patient"),
        (diseased(SNOMED, "5913000", subject={"reference": "Patient/other"}), InputError,
         WHERE + r"\.subject\.reference: "),
        (stated("L02BG03", "anastrozole",
                effectivePeriod={"start": "2027-01-01", "end": "2026-01-01"}),
         InputError, WHERE + r": anastrozole ends before it begins"),
        ({**ordered(), "status": 7}, InputError, WHERE + r"\.status"),
        ({**ordered(), "intent": None}, InputError, WHERE + r"\.intent"),
        ({**ordered(), "subject": None}, InputError, WHERE + r"\.subject"),
        (diseased(SNOMED, "5913000", onsetDateTime="yesterday"), InputError,
         WHERE + r"\.onsetDateTime"),
        ({**ordered(), "meta": {"tag": [{"code": "simulated"}]}}, InputError,
         WHERE + r"\.meta\.tag: this is simulated"),
    ],
)  # fmt: skip
def test_what_could_be_mistaken_is_refused_with_its_path(
    one: Any, fault: type[InputError], said: str, tmp_path: Path
) -> None:
    with pytest.raises(fault, match=said):
        read(tmp_path, one)


def test_without_a_measurement_nothing_says_when_month_0_is(tmp_path: Path) -> None:
    record = read_bundle(saved(bundle(ordered()), tmp_path))
    with pytest.raises(InputError, match="add --start DATE"):
        case_text(record, ["bundle.json"], menopause_age="50 years")
    text, _ = case_text(record, ["bundle.json"], START, menopause_age="50 years")
    assert Case.parse(text).usual.drugs[0].drug == "anastrozole"


def test_every_code_leads_to_a_word_of_a_case_file() -> None:
    known = {"drug": set(DRUGS), "history": set(History.model_fields)}
    assert [one for one in concepts().values() if one.name not in known[one.kind]] == []
