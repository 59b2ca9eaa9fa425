"""Changes are counted before a calendar is laid out, and never fewer than it has."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, doing, typical_women

from osteon.language import Strategy
from osteon.model.model import Model
from osteon.people.changes import changes_of
from osteon.people.plan import Plan

HORIZON = 3652.5
WALKS = {"activity": "walking", "sessions": "3 per week", "minutes": "30 min"}
BEFORE = doing(
    drugs=[{"drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month -24"}]
)
STOPPED = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "stop": {"per_year": "9 %"}}


@pytest.mark.parametrize(
    ("treatment", "usual"),
    [
        (NOTHING, NOTHING),
        (doing(drugs=["denosumab 60 mg every 6 months", "risedronate 35 mg weekly"]), NOTHING),
        (doing(drugs=["zoledronic acid 4 mg yearly for 3 years"]), BEFORE),
        (doing(exercise=[WALKS, {**WALKS, "from": "month 7", "until": "month 50"}]), NOTHING),
        (doing(drugs=[STOPPED]), BEFORE),
        (doing(procedures=[{"procedure": "oophorectomy", "at": "month 3"}]), NOTHING),
    ],
)
def test_there_are_never_more_than_were_counted(
    treatment: Strategy, usual: Strategy, model: Model
) -> None:
    plan = Plan(usual, treatment.on_top_of(usual))
    inputs = typical_women(model, 2).usual_inputs()
    laid_out = plan.calendar(model, inputs, HORIZON, np.array([0.3, 0.6])).changes
    months_0_and_before = 2
    counted = changes_of(plan, model, HORIZON).total()
    assert len(laid_out) <= counted + months_0_and_before
    assert counted <= 2 * len(laid_out) + 10


def test_an_injection_counts_by_its_doses_and_a_tablet_by_its_edges(model: Model) -> None:
    treatment = doing(drugs=["denosumab 60 mg every 6 months", "risedronate 35 mg weekly"])
    counts = changes_of(Plan(NOTHING, treatment), model, HORIZON)
    assert counts == {"denosumab": 20, "risedronate": 2}


def test_the_drug_of_a_rule_counts(model: Model) -> None:
    rule = {"when": "t_score_total_hip < -2.5", "give": "zoledronic acid 4 mg yearly"}
    assert changes_of(Plan(NOTHING, doing(rules=[rule])), model, HORIZON) == {"zoledronic acid": 10}
