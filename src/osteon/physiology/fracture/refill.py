"""How well cavities are filled again: what a turnover that builds differs in from one that eats."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import UNFILLED_CAVITIES


class Refill(Mechanism):
    """Resorption that formation does not answer, beside that of untreated women after menopause.

        unfilled_cavities = resorption_excess * usual / skeletal_formation

    A cavity weakens a strut until it is filled. Where formation runs ahead of resorption (an
    anabolic, the first weeks of an antiresorptive) bone is stronger than its density says; where
    it lags (an inhibitor of aromatase, the months after denosumab) it is weaker.
    Assumes: one usual level from menopause on.
    """

    grade = Grade.C
    defines = (UNFILLED_CAVITIES,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {UNFILLED_CAVITIES: now.resorption_excess * p.usual / now.skeletal_formation}
