"""`/api/cases`: cases kept on this machine, found again, and deleted."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, JsonValue

from osteon.web.asked import case_from
from osteon.web.own import OwnDesk
from osteon.web.problems import responses
from osteon.web.shelf import shelf

router = APIRouter(tags=["cases"], responses=responses(409))
NAMED = responses(404)


class KeptCase(BaseModel):
    """A case in the store, without its content."""

    name: str
    added: str
    version: str
    strategies: list[str]
    measurements: int
    forecasts: int


class CaseToKeep(BaseModel):
    """A case under a name.

    Attributes
    ----------
    replace:
        Whether a case of this name is replaced; else a name that is taken is refused.
    """

    model_config = ConfigDict(extra="forbid")

    name: str
    case: dict[str, JsonValue]
    replace: bool = False


class FoundCase(BaseModel):
    """A case with everything that has been measured since."""

    name: str
    case: dict[str, Any]


class Deleted(BaseModel):
    """What was deleted, and whether no trace is left in the file."""

    name: str
    traceless: bool


@router.get("/cases")
async def kept_cases(desk: OwnDesk) -> list[KeptCase]:
    """List the cases that are kept."""
    return await desk.do(_kept)


@router.post("/cases", status_code=201)
async def keep_case(asked: CaseToKeep, desk: OwnDesk) -> KeptCase:
    """Keep a case."""
    return await desk.do(lambda: _keep(asked))


@router.get("/cases/{name:path}", responses=NAMED)
async def find_case(name: str, desk: OwnDesk) -> FoundCase:
    """Return a case."""
    return await desk.do(lambda: _find(name))


@router.delete("/cases/{name:path}", responses=NAMED)
async def delete_case(name: str, desk: OwnDesk) -> Deleted:
    """Delete a case, and every trace of it in the store."""
    return await desk.do(lambda: _delete(name))


def _kept() -> list[KeptCase]:
    with shelf() as store:
        return [KeptCase.model_validate(asdict(one)) for one in store.kept()]


def _keep(asked: CaseToKeep) -> KeptCase:
    case = case_from(asked.case)
    with shelf() as store:
        if asked.replace and asked.name in store.names():
            store.replace(asked.name, case)
        else:
            store.add(asked.name, case)
        [found] = [one for one in store.kept() if one.name == asked.name]
    return KeptCase.model_validate(asdict(found))


def _find(name: str) -> FoundCase:
    with shelf() as store:
        return FoundCase(name=name, case=store.case(name).words())


def _delete(name: str) -> Deleted:
    with shelf() as store:
        return Deleted(name=name, traceless=store.delete(name))
