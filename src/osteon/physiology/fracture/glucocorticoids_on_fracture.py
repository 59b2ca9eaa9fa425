"""Glucocorticoids make bone break sooner than its BMD says."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.physiology.fracture.among_all import among_all
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HISTORY


class GlucocorticoidsOnFracture(Mechanism):
    """Risk relative to all women, of whom a usual share has taken them.

        fracture_history fold = 1 + known (told - 1)
        told = (1 + (ratio - 1) taking) / (1 + (ratio - 1) usual)

    `taking` is one for a woman who takes or took glucocorticoids by mouth, zero for one who never
    did; where that is not known (`known` zero) the fold is one.
    Leaves out: dose and duration, the bone that is lost, and that the risk falls after they end.
    """

    grade = Grade.C
    modifies = (FRACTURE_HISTORY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        told = among_all(p.ratio, p.taking, p.usual)
        return {FRACTURE_HISTORY: 1.0 + p.known * (told - 1.0)}
