"""Without estrogen the gut takes up a little less calcium and the kidney loses a little more."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import CALCIUM_ABSORPTION, CALCIUM_EXCRETION


class EstrogenOnCalcium(Mechanism):
    """Calcium losses of estrogen deficiency.

        absorption fold = 1 - absorption_loss (1 - signal)
        excretion fold  = 1 + excretion_gain (1 - signal)

    Assumes: the step measured at menopause scales with the estrogen signal, also on an aromatase
    inhibitor.
    """

    grade = Grade.B
    modifies = (CALCIUM_ABSORPTION, CALCIUM_EXCRETION)

    def folds(self, now: Reading, p: Reading) -> Equations:
        missing = 1.0 - now.estrogen_signal
        return {
            CALCIUM_ABSORPTION: 1.0 - p.absorption_loss * missing,
            CALCIUM_EXCRETION: 1.0 + p.excretion_gain * missing,
        }
