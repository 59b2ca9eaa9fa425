"""What passes through a link: what the effect loses when the link is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from osteon.errors import InputError, SimulationError, UnknownNameError
from osteon.language import Case
from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.model.twofold import twofold_of, usual
from osteon.people.layer import current_layer
from osteon.reports import passing
from osteon.reports.explanation import Explanation, explanation_of
from osteon.reports.link import Link, Part
from osteon.reports.passing import held
from osteon.reports.setting import Setting, last, setting_of
from osteon.simulation.trajectory import key_of
from osteon.vocabulary.site import Site

Asked = Callable[..., Setting]
SPINE = Site.LUMBAR_SPINE
BMD = Key("bmd", SPINE)


def link_of(explanation: Explanation, name: str) -> Link:
    return next(link for link in explanation.chain.links if link.key.name == name)


def test_with_nothing_held_the_twins_are_the_two_simulations(asked: Asked) -> None:
    setting = asked("all")
    model = twofold_of(setting.model)
    parameters = model.parameters(setting.cohort.parameters[0], [None])
    states = np.concatenate([setting.treated.states[0, -1], setting.usual.states[0, -1]])
    inputs = np.concatenate([setting.treated.inputs[0, -1], setting.usual.inputs[0, -1]])
    from osteon.simulation.quantities import quantity_function

    for name in ("estradiol", f"rankl@{SPINE}", f"resorption_rate@{SPINE}", f"bmd@{SPINE}"):
        key = key_of(setting.model, name)
        for one, course in ((key, setting.treated), (usual(key), setting.usual)):
            value = quantity_function(model, one)(
                states[None, None], parameters, inputs[None, None]
            )
            assert float(value[0, 0]) == pytest.approx(last(course, key), rel=1e-12)


def test_without_the_drug_there_is_no_effect(asked: Asked) -> None:
    """What the inhibitor does passes wholly through its dose, aromatase and estradiol."""
    setting = asked("inhibitor")
    found = held(setting, BMD, ["anastrozole_dose", "aromatase_activity", "estradiol"])
    assert list(found.values()) == pytest.approx([last(setting.usual, BMD)] * 3, rel=1e-5)


def test_holding_what_nothing_reads_changes_nothing(asked: Asked) -> None:
    setting = asked("inhibitor")
    found = held(setting, BMD, ["ctx", "pinp"])
    assert list(found.values()) == pytest.approx([last(setting.treated, BMD)] * 2, rel=1e-6)


def test_resorption_takes_and_formation_gives_back(asked: Asked) -> None:
    """Coupling: under an inhibitor the loss passes through resorption, formation works against."""
    explanation = Explanation(asked("inhibitor"))
    assert explanation.effect < 0
    through = {
        name: explanation.through(link_of(explanation, name))
        for name in ("estradiol", "resorption_rate", "formation_rate", "rankl_opg_ratio")
    }
    assert through["rankl_opg_ratio"] is None
    assert through["estradiol"] == pytest.approx(explanation.effect, abs=0.01)
    assert through["resorption_rate"] is not None
    assert through["resorption_rate"] < 0.5 * explanation.effect
    assert through["formation_rate"] is not None
    assert through["formation_rate"] > 0


@pytest.mark.parametrize("quantity", ["ctx", "pth", "rankl@total_hip", "fracture_vertebral",
                                      "estradiol", "bmd_total_hip"])  # fmt: skip
@pytest.mark.parametrize("month", [0.5, 24.0, 30.0])
def test_any_quantity_has_a_chain_in_any_month(asked: Asked, quantity: str, month: float) -> None:
    explanation = explanation_of(asked("all", month), quantity, SPINE)
    links = explanation.chain.part(Part.CHAIN)
    assert links[-1].key == explanation.target
    assert len(links) > 2
    for link in links[:-1]:
        passes = explanation.through(link)
        assert passes is None or np.isfinite(passes)


def test_every_quantity_of_the_model_can_be_asked_for(asked: Asked) -> None:
    setting = asked("all")
    for name in setting.model.roster.quantities:
        chain = explanation_of(setting, name, SPINE).chain
        assert chain.links[-1].key.name or chain.outcome.key.name == name


def test_a_person_as_a_whole_has_no_site(asked: Asked) -> None:
    with pytest.raises(UnknownNameError, match="'ctx' exists once in a person; leave out '@"):
        explanation_of(asked(), "ctx@total_hip", SPINE)
    with pytest.raises(UnknownNameError, match=r"unknown quantity 'ctz'.*'ctx'"):
        explanation_of(asked(), "ctz", SPINE)
    with pytest.raises(UnknownNameError, match="unknown site 'hip'"):
        explanation_of(asked(), "rankl@hip", SPINE)


def test_one_strategy_beside_another(asked: Asked) -> None:
    case = asked().case
    setting = setting_of(standard(), current_layer(), case, "all", 12.0, "inhibitor")
    explanation = Explanation(setting)
    assert "anastrozole" not in {link.key.name for link in explanation.chain.part(Part.CHAIN)}
    assert "risedronate" in {link.key.name for link in explanation.chain.links}
    assert set(explanation.attribution.parts) == {
        "risedronate", "diet", "progressive resistance training",
    }  # fmt: skip


def test_a_strategy_beside_itself_is_refused(asked: Asked) -> None:
    case = asked().case
    with pytest.raises(InputError, match="cannot be compared with itself; compare it with '"):
        setting_of(standard(), None, case, "all", 12.0, "all")
    alone = Case(person=case.person, strategies={"x": {}})
    with pytest.raises(InputError, match="itself; leave the comparison out"):
        setting_of(standard(), None, alone, "x", 12.0, "x")


def test_a_link_that_cannot_be_held_leaves_the_others_their_numbers(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting, names = asked("all"), ["estradiol", "rankl", "osteoclasts"]
    everything = held(setting, BMD, names)
    lived = passing._lived

    def fails(setting: Setting, target: Key, order: Sequence[str]) -> list[float]:
        if names[1] in order:
            raise SimulationError("the step became too small")
        return lived(setting, target, order)

    monkeypatch.setattr(passing, "_lived", fails)
    assert held(setting, BMD, names) == pytest.approx(
        {name: everything[name] for name in (names[0], names[2])}
    )
