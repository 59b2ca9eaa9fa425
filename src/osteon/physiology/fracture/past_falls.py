"""Who fell in the last year breaks sooner, by more than her bone and her balance tell."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.physiology.fracture.among_all import among_all
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HAZARD


class PastFalls(Mechanism):
    """Hazard from outside the bone, relative to all women, of whom a usual share fell.

        fracture_hazard fold = 1 + known (told - 1)
        told = (1 + (ratio - 1) fell) / (1 + (ratio - 1) usual)

    `fell` is one for a woman who fell in the last year, zero for one who did not; where that is not
    known (`known` zero) the fold is one. It acts on what follows a fall: each kind of fracture says
    which share of it that is.
    Leaves out: how many falls there were, and that a year tells less of later ones.
    """

    grade = Grade.C
    modifies = (FRACTURE_HAZARD,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        told = among_all(p.ratio, p.fell, p.usual)
        return {FRACTURE_HAZARD: 1.0 + p.known * (told - 1.0)}
