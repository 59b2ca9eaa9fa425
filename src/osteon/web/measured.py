"""What has been measured in a person, as points beside the courses that are forecast."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pydantic import BaseModel

from osteon.language import Case
from osteon.people.ensemble import measured_bmd
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.twin.visit import Visit, visits_of
from osteon.vocabulary.site import Site


class Point(BaseModel):
    """One value that was measured, in the unit of its course.

    Attributes
    ----------
    counts:
        Whether the forecast learns from it: not if it contradicts what was expected.
    """

    endpoint: str
    month: float
    value: float
    counts: bool = True


def measured(
    case: Case, endpoints: Iterable[str], contradicting: Collection[Visit] = ()
) -> list[Point]:
    """Return what was measured of some endpoints at month 0 and since.

    A density is a point of its T-score too; one from another maker's scanner stands where her own
    would have shown it.

    Parameters
    ----------
    contradicting:
        The measurements from which the forecast does not learn.
    """
    wanted = set(endpoints)
    return [one for one in _every(case, contradicting) if one.endpoint in wanted]


def _every(case: Case, contradicting: Collection[Visit]) -> Iterator[Point]:
    for site in Site:
        bmd = measured_bmd(case.person, site)
        if bmd is not None:
            yield from _density(case, site, 0.0, bmd)
    for name in case.person.laboratory.model_fields_set:
        value = getattr(case.person.laboratory, name)
        if value is not None:
            yield Point(endpoint=name, month=0.0, value=value)
    for visit in visits_of(case):
        month, value, counts = visit.month, visit.value, visit not in contradicting
        if visit.endpoint.startswith("bmd_"):
            site = Site(visit.endpoint.removeprefix("bmd_"))
            yield from _density(case, site, month, value, counts)
        else:
            yield Point(endpoint=visit.endpoint, month=month, value=value, counts=counts)


def _density(
    case: Case, site: Site, month: float, bmd: float, counts: bool = True
) -> Iterator[Point]:
    score = t_score_from_bmd(bmd, site, case.person.scanner)
    yield Point(endpoint=f"bmd_{site}", month=month, value=bmd, counts=counts)
    yield Point(endpoint=f"t_score_{site}", month=month, value=score, counts=counts)
