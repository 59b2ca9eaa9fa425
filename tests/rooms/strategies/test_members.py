"""Members are kept for the same person, and only for the same."""

from __future__ import annotations

import numpy as np

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer
from osteon.strategies.members import members_of


def test_they_are_those_of_the_person(case: Case) -> None:
    kept = members_of(case, 4, 3)
    fresh = ensemble_of(standard(), current_layer(), case.person, case.usual, 4, 3)
    np.testing.assert_array_equal(kept.parameters, fresh.parameters)
    assert members_of(case, 4, 3) is kept


def test_another_strategy_asks_for_the_same_members(case: Case) -> None:
    other = case.model_copy(update={"strategies": {"alone": case.strategies["alone"]}})
    assert members_of(other, 4, 3) is members_of(case, 4, 3)


def test_what_is_said_of_falls_makes_another_person(case: Case) -> None:
    """No fall last year is news about her; saying nothing of falls is not."""
    history = type(case.person.history)(falls_last_year=0)
    told = case.model_copy(update={"person": case.person.model_copy(update={"history": history})})
    assert members_of(told, 4, 3) is not members_of(case, 4, 3)
    assert not np.array_equal(members_of(told, 4, 3).parameters, members_of(case, 4, 3).parameters)
