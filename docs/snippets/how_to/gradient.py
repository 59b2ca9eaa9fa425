"""How the change of hip density in five years depends on four parameters."""

import numpy as np

from osteon import Strategy, standard_model
from osteon.people.cohort import Cohort
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

model = standard_model()
woman = Cohort(model, typical(model.table, current_layer(), 1), np.array([62.0 * DAYS_PER_YEAR]))
treatment = Strategy(drugs=["anastrozole 1 mg daily for 5 years"])
plan = Plan(Strategy(), treatment)
calendar = plan.calendar(model, woman.usual_inputs(), 5 * DAYS_PER_YEAR)

names = [
    "estrogen_deficit.response@total_hip",
    "bone.turnover@total_hip",
    "osteoblast_aging.decline",
    "coupling.strength",
]
times = np.array([0.0, 60.0]) * DAYS_PER_MONTH
gradient = woman.gradient(calendar, times, names)

density = gradient.course["bmd@total_hip"][0]
slopes = gradient["bmd@total_hip"][0]  # times, parameters
for place, name in enumerate(names):
    value = woman.parameters[0, model.table.column(name)]
    moved = slopes[1, place] / density[0] - slopes[0, place] * density[1] / density[0] ** 2
    print(f"{name}: 10 % more moves the change by {10 * moved * value:+.3f} points")
