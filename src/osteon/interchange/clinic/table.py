"""One patient's DXA and laboratory values out of a CSV file.

    patient,date,measure,value,unit
    A12,,birth_date,1964-03-01,
    A12,,sex,female,
    A12,2026-02-11,bmd_lumbar_spine,0.915,g/cm2
    A12,2026-02-11,t_score_total_hip,-0.9,
    A12,2026-02-20,77370-5,48,ng/mL

A measure is named in osteon's words or by its LOINC code. The column `patient` may be left out.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from osteon.errors import InputError, UnknownNameError
from osteon.interchange.clinic.finding import Finding, kind_of_measure, read_finding
from osteon.interchange.clinic.loinc import FEMUR, codes
from osteon.interchange.clinic.record import Record
from osteon.language.times import CalendarDate
from osteon.language.yaml_text import read_text

COLUMNS = ("patient", "date", "measure", "value", "unit")
_NEEDED = COLUMNS[1:]
_SEXES = ("female", "male")


def read_table(path: str | Path) -> Record:
    """Return the patient of a CSV file and what was found in her.

    Raises
    ------
    InputError
        If a row cannot be understood, belongs to another patient or cannot be true; with file,
        line and column.
    """
    return table_record(read_text(path), str(path))


def table_record(text: str, source: str) -> Record:
    """Return the patient of a table that is at hand as text; `source` is its name for messages.

    Raises
    ------
    InputError
        If a row cannot be understood, belongs to another patient or cannot be true; with line and
        column.
    """
    reader = csv.DictReader(io.StringIO(text), restkey="beyond")
    try:
        return _record(reader, source)
    except csv.Error as fault:
        message = f"this is no table: {fault}"
        raise InputError(message, source=source, line=reader.line_num) from fault


def _record(reader: csv.DictReader[str], source: str) -> Record:
    names = [str(name).strip() for name in reader.fieldnames or ()]
    for name in names:
        if name not in COLUMNS:
            fault = UnknownNameError.of("column", name, COLUMNS)
            raise UnknownNameError(fault.message, source=source, line=1)
    for name in _NEEDED:
        if name not in names:
            message = f"the column '{name}' is missing; the first line names {', '.join(COLUMNS)}"
            raise InputError(message, source=source, line=1)
    about: dict[str, str] = {}
    findings: list[Finding] = []
    for row in reader:
        line = _Line({str(k).strip(): str(v or "").strip() for k, v in row.items()})
        try:
            line.check_patient(about)
            if line.cells["measure"] in ("birth_date", "sex"):
                line.tell(about)
            elif any(line.cells.values()):
                findings.append(line.finding())
        except InputError as fault:
            raise type(fault)(fault.message, source=source, line=reader.line_num) from fault
    for name in ("birth_date", "sex"):
        if name not in about:
            raise InputError(f"there is no row with the measure '{name}'; add one", source=source)
    return Record(CalendarDate().read(about["birth_date"]), about["sex"], tuple(findings))


@dataclass(frozen=True)
class _Line:
    """One row by column."""

    cells: dict[str, str]

    def check_patient(self, about: dict[str, str]) -> None:
        """Refuse a row of another patient than the first."""
        if "beyond" in self.cells:
            raise InputError("the line has more cells than the first line has names")
        patient = self.cells.get("patient", "")
        if about.setdefault("patient", patient) != patient:
            raise InputError(
                f"patient: '{patient}' is another patient than '{about['patient']}'; give one file "
                "a person"
            )

    def tell(self, about: dict[str, str]) -> None:
        """Note who the patient is."""
        measure, value = self.cells["measure"], self.cells["value"]
        if about.setdefault(measure, value) != value:
            raise InputError(f"value: the {measure.replace('_', ' ')} was {about[measure]} before")
        if measure == "birth_date":
            _day(value, "value")
        elif value not in _SEXES:
            raise InputError(f"value: '{value}' cannot be simulated; the model knows female, male")

    def finding(self) -> Finding:
        """Return what the row says was found."""
        measure, value = self.cells["measure"], self.cells["value"]
        code = codes().get(measure)
        if code is not None and code.name == FEMUR:
            raise InputError(
                f"measure: {measure} is a femur; write bmd_femoral_neck or bmd_total_hip (t_score_)"
            )
        kind, name = (code.kind, code.name) if code is not None else kind_of_measure(measure)
        try:
            number = float(value)
        except ValueError as fault:
            raise InputError(f"value: '{value}' is not a number") from fault
        day = _day(self.cells["date"], "date")
        return read_finding(kind, name, number, self.cells["unit"], day, "value", "unit")


def _day(text: str, column: str) -> date:
    try:
        return CalendarDate().read(text)
    except InputError as fault:
        raise InputError(f"{column}: {fault.message}") from fault
