"""What one measurement tells of another, in simulated people as in those of published cohorts.

A twin learns by what goes together in its members. A relation that the model does not show says so
in its file (`known_miss`) and must go on missing: once it is shown, the line must go.
"""

from __future__ import annotations

import json
from functools import lru_cache

import pytest

from osteon.errors import InputError
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.validation.related import Found, cohorts, relate
from osteon.validation.relation import Cohort, Relation

COHORTS = {cohort.cohort: cohort for cohort in cohorts()}
BOTH = {"endpoint": "bmd_total_hip", "month": 24, "since": "month 0"}
WRITTEN = {
    "name": "it", "claim": "It goes together.", "source": "someone", "arm": "nothing",
    "one": BOTH, "other": BOTH, "correlation": 0.5, "people": 100,
}  # fmt: skip


@lru_cache
def found(cohort: str) -> dict[str, Found]:
    """Return what is found of a cohort by the names of its relations; simulated once."""
    every = relate(standard(), current_layer(), COHORTS[cohort])
    return {one.relation.name: one for one in every}


def each(cohort: Cohort, relation: Relation) -> object:
    """Return one relation as a case, expected to fail where its file says so."""
    missed = pytest.mark.xfail(reason=relation.known_miss or "", strict=True)
    marks = [missed] if relation.known_miss else []
    return pytest.param(cohort.cohort, relation.name, id=relation.name, marks=marks)


EVERY = pytest.mark.parametrize(
    ("cohort", "name"),
    [each(cohort, relation) for cohort in COHORTS.values() for relation in cohort.relations],
)


@EVERY
def test_relation(cohort: str, name: str) -> None:
    one = found(cohort)[name]
    assert one.met, f"{one.relation.claim} Seen: {one.correlation:.2f}, {one.off:+.1f} errors off"


def test_error_of_measurement_hides_what_goes_together() -> None:
    """NTX and the spine are measured apart: their errors can only weaken what is there."""
    (one,) = found("EPIC, alendronate 5 mg").values()
    assert one.without_error < one.correlation < 0


def test_a_relation_is_held_against_its_interval() -> None:
    """By hand: atanh(0.5) - atanh(0.3) = 0.2398 over sqrt(1 / 97 + 1 / 97) = 0.1436."""
    relation = Relation.model_validate(WRITTEN | {"correlation": 0.3})
    one = Found(relation, 0.5, 0.5, 100)
    assert one.off == pytest.approx(0.2398 / 0.1436, rel=1e-3)
    assert one.met
    assert not Found(relation, 0.6, 0.6, 100).met
    assert not Found(relation, -0.01, 0.0, 100).met


def test_a_slip_in_a_file_is_told() -> None:
    cohort = {
        "cohort": "small",
        "arms": {"nothing": {}},
        "relations": [WRITTEN | {"arm": "nothin"}],
    }
    with pytest.raises(InputError, match="did you mean 'nothing'"):
        Cohort.parse(json.dumps(cohort))
    with pytest.raises(InputError, match="this is a trial file"):
        Cohort.parse("trial: small\n")
