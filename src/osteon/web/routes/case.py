"""What a case may hold, and the content of a case file that someone opens in the page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel, ConfigDict

from osteon.errors import InputError
from osteon.language import Case, yaml_text
from osteon.language.json_schema import schema as json_schema
from osteon.web.work import desk

router = APIRouter(tags=["case"])


class CaseText(BaseModel):
    """The text of a case file, YAML or JSON."""

    model_config = ConfigDict(extra="forbid")

    text: str


class CaseContent(BaseModel):
    """The content of a case file, checked."""

    case: dict[str, Any]


@router.post("/case")
async def read_case(asked: CaseText) -> CaseContent:
    """Read the text of a case file; what is wrong with it is told with its line."""
    return await desk.do(lambda: _read(asked.text))


def _read(text: str) -> CaseContent:
    Case.parse(text, "case file")
    content = yaml_text.parse(text, "case file").data
    if not isinstance(content, dict):
        raise InputError("a case file holds names with values", source="case file")
    return CaseContent(case=jsonable_encoder(content))


@router.get("/schema")
async def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case."""
    return json_schema("case")
