"""Trabecular connectivity: lost with resorption, rebuilt by modeling alone, slow to come back."""

from __future__ import annotations

import pytest
from support.people import calendar, doing, months, typical_women
from support.typical import now

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.vocabulary.site import Site

SPINE = Key("trabecular_connectivity", Site.LUMBAR_SPINE)


def test_struts_come_back_at_the_pace_of_perforation(model: Model) -> None:
    """At usual resorption with a fifth lost: 0.2 of turnover times perforation a day."""
    rest = model.at_reference()
    states = {key: rest.quantity(key).value for key in model.states} | {SPINE: 0.8}
    inputs = {key: rest.quantity(key).value for key in model.inputs}
    table = model.table
    pace = table.values[table.column("bone.turnover@lumbar_spine")]
    pace *= table.values[table.column("microarchitecture.perforation")]
    assert model.evaluate(states, inputs).rate(SPINE).value == pytest.approx(0.2 * pace)


def test_strength_falls_by_three_quarters_where_density_falls_by_forty_percent(
    model: Model,
) -> None:
    """Mosekilde 1998: density of vertebral bodies less 35 to 45 %, strength less 70 to 80 %."""
    shrunk = {
        "trabecular_connectivity@lumbar_spine": 0.7,
        "young_bone@lumbar_spine": 0.6 * now(model)("young_bone@lumbar_spine"),
        "mature_bone@lumbar_spine": 0.6 * now(model)("mature_bone@lumbar_spine"),
    }
    there = now(model, shrunk)
    assert there("bone_mineral@lumbar_spine") == pytest.approx(0.6)
    assert 0.2 <= there("strength@lumbar_spine") <= 0.3


def test_an_antiresorptive_regains_bone_and_hardly_any_struts(model: Model) -> None:
    """What recovery of BMD does not undo."""
    women = typical_women(model, age=65.0, menopause=50.0)
    treated = calendar(women, doing(drugs=["risedronate 35 mg weekly for 3 years"]))
    lived = women.simulate(treated, months(36, step=36))
    bone, struts = lived["bone_mineral@lumbar_spine"][0], lived[str(SPINE)][0]
    assert struts[0] < 0.95
    regained_bone = (bone[1] - bone[0]) / (1 - bone[0])
    regained_struts = (struts[1] - struts[0]) / (1 - struts[0])
    assert regained_struts < 0.5 * regained_bone
