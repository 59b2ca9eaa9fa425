"""Whose mother or father broke a hip breaks a little sooner, whatever the BMD."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.physiology.fracture.among_all import among_all
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HISTORY


class ParentalFracture(Mechanism):
    """Risk relative to all women, of whom a usual share has such a parent.

        fracture_history fold = 1 + known (told - 1)
        told = (1 + (ratio - 1) parent) / (1 + (ratio - 1) usual)

    `parent` is one for a woman with such a parent, zero for one without; where that is not known
    (`known` zero) the fold is one.
    Leaves out: that it tells less the older the parent was.
    """

    grade = Grade.C
    modifies = (FRACTURE_HISTORY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        told = among_all(p.ratio, p.parent, p.usual)
        return {FRACTURE_HISTORY: 1.0 + p.known * (told - 1.0)}
