"""Vitamin D deficiency weakens muscle and goes with more falls; more than enough adds nothing."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.function import FALL_HAZARD


class VitaminDOnFalls(Mechanism):
    """The falls of deficiency.

        deficiency(D) = 1 / (1 + exp((D - threshold) / width))
        fall_hazard fold = exp(size (deficiency(calcidiol) - deficiency(reference_calcidiol)))

    Trials of vitamin D in people who have enough of it prevent no falls, and here neither. That
    deficiency causes the falls that it goes with is not proven.
    """

    grade = Grade.C
    modifies = (FALL_HAZARD,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        deficient = 1.0 / (1.0 + exp((now.calcidiol - p.threshold) / p.width))
        usual = 1.0 / (1.0 + exp((now.reference_calcidiol - p.threshold) / p.width))
        return {FALL_HAZARD: exp(p.size * (deficient - usual))}
