"""What a person's history says that the model answers to.

habits    smoking and alcohol; not said is none
told      a parent's hip fracture, glucocorticoids, falls; where nobody says, what is usual

Former smokers bear about half of a current smoker's loss: their hip fractures are 1.19 times those
of people who never smoked, against 1.39 in current smokers (Vestergaard 2003).
"""

from __future__ import annotations

from osteon.language.person import History
from osteon.model.model import Model
from osteon.people.cohort import Cohort

_PARAMETERS = {"smoking": "smoking.habit", "alcohol": "alcohol.drinking"}
_TOLD = {
    "parent_hip_fracture": ("parental_fracture.parent", "parental_fracture.known"),
    "glucocorticoids": ("glucocorticoids_on_fracture.taking", "glucocorticoids_on_fracture.known"),
    "falls_last_year": ("past_falls.fell", "past_falls.known"),
}
_HABITS = {"never": 0.0, "former": 0.5, "current": 1.0}


def with_history(cohort: Cohort, history: History) -> Cohort:
    """Return the cohort with the habits of a person's history, and what it tells of fractures."""
    for name in answered(cohort.model):
        said = getattr(history, name)
        if name in _PARAMETERS:
            value = _HABITS[said] if name == "smoking" else said
            cohort = cohort.with_parameter(_PARAMETERS[name], value)
        elif name in history.model_fields_set:
            fact, known = _TOLD[name]
            cohort = cohort.with_parameter(fact, float(said > 0)).with_parameter(known, 1.0)
    return cohort


def answered(model: Model) -> tuple[str, ...]:
    """Return the parts of a history that a model answers to."""
    columns = _PARAMETERS | {name: fact for name, (fact, _) in _TOLD.items()}
    return tuple(name for name, column in columns.items() if column in model.table.position)
