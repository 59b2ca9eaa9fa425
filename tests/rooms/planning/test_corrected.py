"""What low calcium leaves out for now is named; what something else leaves out as well is not."""

from __future__ import annotations

from osteon.language import Case
from osteon.planning.base import base_of
from osteon.planning.build import space_of
from osteon.planning.corrected import once_corrected
from osteon.vocabulary.units import DAYS_PER_YEAR


def said(calcium: str, egfr: str, *drugs: str) -> str | None:
    person = {
        "age": "64 years",
        "menopause_age": "50 years",
        "laboratory": {"calcium": calcium, "calcidiol": "22 nmol/L", "egfr": egfr},
    }
    case = Case(person=person, strategies={"now": {"drugs": list(drugs)}})
    return once_corrected(space_of(base_of(case, 5 * DAYS_PER_YEAR)).excluded)


def test_drugs_that_low_calcium_alone_leaves_out_become_possible() -> None:
    found = said("2.05 mmol/L", "88 mL/min", "letrozole 2.5 mg daily for 5 years")
    assert found is not None
    named = found.partition(": ")[2].partition(";")[0]
    assert set(named.split(", ")) == {
        "alendronate", "risedronate", "ibandronate", "zoledronic acid", "denosumab",
    }  # fmt: skip
    assert "once it is corrected they are possible" in found


def test_a_drug_that_the_kidneys_leave_out_as_well_is_not_promised() -> None:
    """Labels: zoledronic acid and alendronate from 35 mL/min, denosumab from 30."""
    found = said("2.05 mmol/L", "32 mL/min")
    assert found is not None
    assert "zoledronic acid" not in found
    assert "alendronate" not in found
    assert "risedronate" in found


def test_where_calcium_is_normal_nothing_is_said() -> None:
    assert said("2.35 mmol/L", "88 mL/min") is None
