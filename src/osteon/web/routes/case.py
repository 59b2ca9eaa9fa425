"""What a case may hold, and files that someone opens in the page: a case, a table, a bundle."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from osteon.interchange.clinic.bundle import bundle_record
from osteon.interchange.clinic.case_file import case_text
from osteon.interchange.clinic.record import Record
from osteon.interchange.clinic.table import table_record
from osteon.language import Case
from osteon.language.json_schema import schema as json_schema
from osteon.web.own import OwnDesk

router = APIRouter(tags=["case"])


class CaseText(BaseModel):
    """The text of a file: a case (YAML, JSON), a table (CSV) or a FHIR bundle (JSON).

    Attributes
    ----------
    text:
        What the file holds.
    name:
        Its name; the ending .csv says that it is a table, and faults are told with it.
    menopause_age:
        '50 years', or 'not yet': no table and no bundle says it.
    scanner:
        hologic or lunar, for a table or a bundle.
    """

    model_config = ConfigDict(extra="forbid")

    text: str
    name: str = Field(default="case file", max_length=200)
    menopause_age: str | None = None
    scanner: str = "hologic"


class CaseContent(BaseModel):
    """A case in the words of a case file, and what was passed over in reading it."""

    case: dict[str, Any]
    notes: list[str]


@router.post("/case")
async def read_case(asked: CaseText, desk: OwnDesk) -> CaseContent:
    """Read the text of a file; what is wrong with it is told with its line or its path."""
    return await desk.do(lambda: _read(asked))


@router.get("/schema")
async def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case."""
    return json_schema("case")


def _read(asked: CaseText) -> CaseContent:
    record = _record(asked)
    if record is None:
        return CaseContent(case=Case.parse(asked.text, asked.name).words(), notes=[])
    text, notes = case_text(
        record, [asked.name], menopause_age=asked.menopause_age, scanner=asked.scanner
    )
    return CaseContent(case=Case.parse(text, asked.name).words(), notes=list(notes))


def _record(asked: CaseText) -> Record | None:
    """Return what a table or a bundle holds; None for a case."""
    if asked.name.lower().endswith(".csv"):
        return table_record(asked.text, asked.name)
    if _is_bundle(asked.text):
        return bundle_record(asked.text, asked.name)
    return None


def _is_bundle(text: str) -> bool:
    """Return whether a text is JSON that says which FHIR resource it is."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    try:
        return "resourceType" in json.loads(text)
    except (ValueError, RecursionError):
        return False
