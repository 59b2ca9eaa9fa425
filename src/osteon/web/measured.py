"""What has been measured in a person, as points beside the courses that are forecast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from osteon.language import Case
from osteon.people.ensemble import measured_bmd
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.twin.visit import visits_of
from osteon.vocabulary.site import Site


class Point(BaseModel):
    """One value that was measured, in the unit of its course."""

    endpoint: str
    month: float
    value: float


def measured(case: Case, endpoints: Iterable[str]) -> list[Point]:
    """Return what was measured of some endpoints at month 0 and since.

    A density is a point of its T-score too; one from another maker's scanner stands where her own
    would have shown it.
    """
    wanted = set(endpoints)
    return [one for one in _every(case) if one.endpoint in wanted]


def _every(case: Case) -> Iterator[Point]:
    for site in Site:
        bmd = measured_bmd(case.person, site)
        if bmd is not None:
            yield from _density(case, site, 0.0, bmd)
    for name in case.person.laboratory.model_fields_set:
        value = getattr(case.person.laboratory, name)
        if value is not None:
            yield Point(endpoint=name, month=0.0, value=value)
    for visit in visits_of(case):
        if visit.endpoint.startswith("bmd_"):
            site = Site(visit.endpoint.removeprefix("bmd_"))
            yield from _density(case, site, visit.month, visit.value)
        else:
            yield Point(endpoint=visit.endpoint, month=visit.month, value=visit.value)


def _density(case: Case, site: Site, month: float, bmd: float) -> Iterator[Point]:
    score = t_score_from_bmd(bmd, site, case.person.scanner)
    yield Point(endpoint=f"bmd_{site}", month=month, value=bmd)
    yield Point(endpoint=f"t_score_{site}", month=month, value=score)
