"""A marker of month 0 tells of turnover as Bayes' rule says, and moves what is foretold.

If log turnover is normal with deviation s, and the log level of a marker, of deviation d, goes
together with it (correlation r) and is measured within e, then a level L above the typical one puts
turnover, in units of s, at a mean of r (L / d) / (1 + e^2 / d^2).
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.strategies.simulate import simulate
from osteon.twin.first_markers import told_by_markers
from osteon.twin.update import MUTED
from osteon.twin.weights import FEWEST_MEMBERS, normalized

MEMBERS = 100_000


def of_this_level(marker: str, level: float, out: np.ndarray) -> Any:
    """Return a stand-in for members who all need a level, and lie so far out in turnover."""
    model = standard()
    parameters = np.tile(typical(model.table, current_layer(), 1), (len(out), 1))
    spread = model.table.parameters["bone.turnover"].between_people
    assert spread is not None
    assert spread.log_sd is not None
    for place, name in enumerate(model.table.columns):
        if name.startswith("bone.turnover"):
            parameters[:, place] *= np.exp(spread.log_sd * out)
    parameters[:, model.table.column(f"{marker}.usual")] *= level
    return SimpleNamespace(model=model, parameters=parameters, states=parameters)


def case(**laboratory: str) -> Case:
    return Case(
        person={"age": "62 years", "menopause_age": "50 years", "laboratory": laboratory},
        strategies={"nothing": {}},
        horizon="3 years",
    )


@pytest.mark.parametrize("marker", ["ctx", "pinp", "ntx"])
def test_a_level_puts_turnover_where_bayes_puts_it(marker: str) -> None:
    out = np.random.default_rng(1).standard_normal(MEMBERS)
    spread = standard().table.parameters[f"{marker}.usual"].between_people
    error = measurement_error(marker)
    assert spread is not None
    assert spread.log_sd is not None
    assert error is not None
    unit = {"ctx": "ng/mL", "pinp": "ng/mL", "ntx": "nmol/mmol"}[marker]
    person = case(**{marker: f"1 {unit}"}).person
    weights = normalized(told_by_markers(person, of_this_level(marker, np.exp(0.3), out)))
    expected = spread.together_with["bone.turnover"] * 0.3 / spread.log_sd
    expected /= 1.0 + (error / spread.log_sd) ** 2
    assert weights @ out == pytest.approx(expected, abs=0.02)


def test_without_a_marker_nothing_is_told() -> None:
    out = np.linspace(-2, 2, 5)
    assert (told_by_markers(case().person, of_this_level("ctx", 2.0, out)) == 0.0).all()


def test_who_has_more_of_a_marker_is_foretold_to_lose_more() -> None:
    """Eastell 2015: in 1223 women without a drug, a higher PINP went with more loss at the hip."""
    lost = []
    for level in ("30 ng/mL", "75 ng/mL"):
        hip = simulate(case(pinp=level))["nothing"]["bmd_total_hip"]
        lost.append(hip.median[-1] / hip.median[0])
    assert lost[1] < lost[0] < 1.0


def test_a_rare_marker_cannot_leave_a_few_members_to_decide() -> None:
    usual, rare = (
        simulate(case(pinp=level, ctx=ctx)).update
        for level, ctx in (("50 ng/mL", "0.45 ng/mL"), ("200 ng/mL", "2 ng/mL"))
    )
    assert (usual.notes, rare.notes) == ((), (MUTED,))
    assert usual.effective_members > rare.effective_members >= FEWEST_MEMBERS


def test_a_marker_that_next_to_nobody_has_is_pointed_out() -> None:
    """A PINP of 500 ng/mL, as with one digit too many; one of 150 is rare, and no slip."""
    slip, rare = (simulate(case(pinp=pinp)).notes for pinp in ("500 ng/mL", "150 ng/mL"))
    (told,) = [note for note in slip if "PINP" in note]
    assert "is 500 ng/mL, and 2" in told
    assert "look at the number and its unit" in told
    assert not any("look at the number" in note for note in rare)
