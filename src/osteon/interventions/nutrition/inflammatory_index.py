"""The inflammatory pattern of a diet: it moves cytokines in blood; in bone nothing sure."""

from osteon.mechanism import Equations, Nutrient, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import CYTOKINE_PRODUCTION
from osteon.vocabulary.quantity import Quantity

INFLAMMATORY_INDEX = Quantity(
    "inflammatory_index",
    "",
    "Dietary inflammatory index; below zero calms.",
    r"\delta",
    plain="the inflammatory index of the diet",
)


class InflammatoryIndex(Nutrient):
    """What an inflammatory diet might do to the cytokines of the marrow.

        cytokine_production fold = exp((leaning - 1) * (index - usual_intake))

    A Mediterranean diet lowers IL-6 in blood by a fifth, yet cohorts see no fewer fractures: the
    exponent is centered on zero, and `leaning` is one plus the rise of log cytokines a point.
    """

    grade = Grade.C
    intake = INFLAMMATORY_INDEX
    takes = (INFLAMMATORY_INDEX,)
    modifies = (CYTOKINE_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        worse = now.inflammatory_index - p.usual_intake
        return {CYTOKINE_PRODUCTION: exp((p.leaning - 1.0) * worse)}
