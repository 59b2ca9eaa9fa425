"""Exemestane becomes a weak androgen, 17-hydroexemestane, which may spare a little bone."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_DEATH


class ExemestaneAndrogen(Mechanism):
    """What the androgen made from exemestane might do for bone.

        osteoblast_death fold = exp(-sparing * concentration of exemestane)

    Assumes: the metabolite follows exemestane, and next to no effect, as the trials let expect.
    Leaves out: its other androgen actions.
    """

    grade = Grade.D
    modifies = (OSTEOBLAST_DEATH,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OSTEOBLAST_DEATH: exp(-(p.sparing * now.exemestane_concentration))}
