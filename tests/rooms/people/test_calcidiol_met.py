"""Calcidiol of a trial's people: the mean and the spread that it reports, whatever they eat."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.language.population import Population
from osteon.language.strategy import Strategy
from osteon.model.model import Model
from osteon.people.calcidiol_met import with_population_calcidiol
from osteon.people.draw import represent_people
from osteon.people.participants import participants
from osteon.people.plan import Plan

COUNT = 16


@pytest.mark.parametrize(
    "usual", [Strategy(), Strategy.model_validate({"diet": {"vitamin_d": "600 IU/day"}})]
)
@pytest.mark.parametrize("groups", [1, 3])
def test_people_have_what_the_trial_reports(model: Model, usual: Strategy, groups: int) -> None:
    """Three groups differ in what sun gives; each meets the mean and the spread by itself."""
    stated = Population.model_validate({"calcidiol": {"mean": "16 ng/mL", "sd": "4 ng/mL"}})
    parameters = np.tile(model.table.values * represent_people(model.table, COUNT, 1), (groups, 1))
    place = model.table.column("calcidiol.basal")
    parameters[:, place] *= np.repeat(1.0 + 0.2 * np.arange(groups), COUNT)
    cohort = participants(model, stated, parameters, 1, COUNT)
    cohort = with_population_calcidiol(cohort, stated, usual, COUNT)
    calendar = Plan(usual, usual).calendar(model, cohort.usual_inputs(), 0.0)
    found = cohort.simulate(calendar, np.array([0.0]))["calcidiol"].reshape(groups, COUNT)
    np.testing.assert_allclose(found.mean(axis=1), 16 * 2.496, rtol=0.01)
    np.testing.assert_allclose(found.std(axis=1), 4 * 2.496, rtol=0.05)
