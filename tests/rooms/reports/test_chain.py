"""The causal chain: the simulation's own numbers, in causal order, and only what is moved."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from osteon.model.roster import Key
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.reports.chain import Chain, chain_of
from osteon.reports.link import Link, Part
from osteon.reports.setting import Setting
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

SPINE = Site.LUMBAR_SPINE
Asked = Callable[..., Setting]


def link_of(chain: Chain, name: str) -> Link:
    return next(link for link in chain.links if link.key.name == name)


def names(chain: Chain, part: Part = Part.CHAIN) -> list[str]:
    return [link.key.name for link in chain.part(part)]


def simulated_apart(setting: Setting, strategy: str | None) -> Trajectory:
    """Simulate the same person without the reports, as a forecast does."""
    case, model = setting.case, setting.model
    cohort = ensemble_of(model, current_layer(), case.person, case.usual, 3, 9)
    treatment = case.usual if strategy is None else case.treatment_of(strategy)
    plan = Plan(case.usual, treatment)
    calendar = plan.calendar(model, cohort.usual_inputs(), case.horizon)
    return cohort.simulate(calendar, np.array([0.0, setting.month]) * DAYS_PER_MONTH)


@pytest.mark.parametrize("strategy", ["inhibitor", "all"])
def test_the_numbers_are_those_of_the_simulation(asked: Asked, strategy: str) -> None:
    setting = asked(strategy, 18.0)
    treated, usual = simulated_apart(setting, strategy), simulated_apart(setting, None)
    chain = chain_of(setting, SPINE)
    assert len(chain.links) > 20
    for link in chain.links:
        scale = max(abs(link.value_now), abs(link.value_usual))
        within = {"rel": 1e-3, "abs": 1e-3 * scale}
        assert link.value_now == pytest.approx(treated.at(link.key)[0, 1], **within), link.key
        assert link.value_month_0 == pytest.approx(treated.at(link.key)[0, 0], **within)
        assert link.value_usual == pytest.approx(usual.at(link.key)[0, 1], **within)


def test_estradiol_falls_as_far_as_the_leak_and_the_inhibition_allow(asked: Asked) -> None:
    setting = asked("inhibitor")
    p = setting.parameter
    amount = 1.0 / p("anastrozole.elimination")
    inhibited = 1.0 / (1.0 + amount / p("anastrozole.volume") / p("anastrozole.half_inhibition"))
    leak = p("estradiol.leak")
    left = leak + (1.0 - leak) * inhibited ** p("estradiol.steepness")
    link = link_of(chain_of(setting, SPINE), "estradiol")
    assert link.fold == pytest.approx(left, rel=1e-3)
    assert link.effect_percent == pytest.approx(100 * (left - 1), rel=1e-3)


def test_the_chain_leads_from_the_drug_to_bmd(asked: Asked) -> None:
    told = names(chain_of(asked("inhibitor"), SPINE))
    steps = [
        "anastrozole_dose", "aromatase_activity", "estradiol", "estrogen_signal", "rankl",
        "rank_occupancy", "osteoclasts", "resorption_rate", "formation_rate", "bmd",
    ]  # fmt: skip
    assert [name for name in told if name in steps] == steps


def test_every_strategy_ends_at_the_bmd_of_the_site_that_was_asked_for(asked: Asked) -> None:
    for site in Site:
        chain = chain_of(asked("all"), site)
        assert chain.part(Part.CHAIN)[-1].key == Key("bmd", site)
        assert {link.key.site for link in chain.links} <= {None, site}


def test_without_the_drug_its_links_vanish(asked: Asked) -> None:
    gone = {"anastrozole_dose", "anastrozole", "aromatase_activity", "estradiol", "estrogen_signal"}
    assert gone <= set(names(chain_of(asked("inhibitor"), SPINE)))
    assert not gone & set(names(chain_of(asked("bisphosphonate"), SPINE)))


def test_doing_only_what_is_usual_leaves_no_chain(asked: Asked) -> None:
    chain = chain_of(asked("nothing"), SPINE)
    assert names(chain) == ["bmd"]
    assert chain.links[1:] == ()


def test_what_bone_does_to_the_body_is_feedback(asked: Asked) -> None:
    chain = chain_of(asked("bisphosphonate"), SPINE)
    assert "skeletal_release" in names(chain, Part.FEEDBACK)
    assert "pth" in names(chain, Part.FEEDBACK)
    assert "pth" in names(chain_of(asked("diet"), SPINE), Part.CHAIN)


def test_markers_are_read_off(asked: Asked) -> None:
    markers = {link.key.name: link for link in chain_of(asked("inhibitor"), SPINE).links
               if link.part is Part.MARKER}  # fmt: skip
    assert {"ctx", "pinp"} <= set(markers)
    assert markers["ctx"].effect_percent > 0


def test_causes_push_the_right_way_and_shares_are_shares(asked: Asked) -> None:
    chain = chain_of(asked("inhibitor"), SPINE)
    assert all(sum(cause.share for cause in link.causes) <= 1 + 1e-9 for link in chain.links)
    assert all(0 <= link.weight <= 1 + 1e-9 for link in chain.links)
    only = link_of(chain, "aromatase_activity").causes
    assert [(cause.quantity.name, cause.push < 0) for cause in only] == [("anastrozole", True)]
    pushes = {cause.quantity.name: cause.push for cause in link_of(chain, "osteoclasts").causes}
    assert pushes["rank_occupancy"] > 0 > pushes["osteoclast_precursors"]


def test_a_flux_carries_the_mechanism_that_moves_it_most(asked: Asked) -> None:
    link = link_of(chain_of(asked("all"), SPINE), "aromatase_activity")
    assert (link.mechanism.name, link.grade) == ("anastrozole", "A")
    assert set(link.columns) == {"anastrozole.volume", "anastrozole.half_inhibition"}


def test_when_the_drug_has_ended_its_trace_is_told_but_not_the_drug(asked: Asked) -> None:
    chain = chain_of(asked("inhibitor", 36.0), SPINE)
    assert not chain.goes_on
    assert not {"anastrozole_dose", "anastrozole", "estradiol"} & set(names(chain))
    assert len(names(chain)) > 5
    assert chain_of(asked("inhibitor"), SPINE).goes_on
