"""`GET /api/units`: in which other units a person can be told, and T-scores as BMD."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from osteon.language.alternatives import alternatives
from osteon.language.person import SCANNERS
from osteon.people.reference_bmd import bmd_from_t_score, young_sd
from osteon.vocabulary.site import Site

router = APIRouter(tags=["case"])


class OtherUnit(BaseModel):
    """Another unit of a quantity: what a number in the usual unit is multiplied by."""

    quantity: str
    usual: str
    unit: str
    factor: float


class Young(BaseModel):
    """Young women as a scanner sees them, g/cm2: a T-score of zero, and of one more."""

    mean: float
    sd: float


class Units(BaseModel):
    """Other units, and the reference of T-scores by scanner and site."""

    others: list[OtherUnit]
    young: dict[str, dict[str, Young]]


@router.get("/units")
def units() -> Units:
    """Return the units that a form may offer beside the usual ones."""
    young = {scanner: {str(site): _young(site, scanner) for site in Site} for scanner in SCANNERS}
    return Units(others=[OtherUnit(**one._asdict()) for one in alternatives()], young=young)


def _young(site: Site, scanner: str) -> Young:
    return Young(mean=bmd_from_t_score(0.0, site, scanner), sd=young_sd(site, scanner))
