"""The ovaries make estradiol until menopause, then fade over about four years around it."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_ACTIVITY, OVARIAN_STIMULATION


class Ovary(Mechanism):
    """Estradiol output of the ovaries.

        activity = stimulation / (1 + exp((age - menopause_age) / span))

    Assumes: a smooth decline centered on the final menstrual period.
    Leaves out: the monthly cycle and the erratic peaks of late perimenopause; only their mean acts
    on bone.
    """

    grade = Grade.A
    defines = (OVARIAN_ACTIVITY,)
    opens = (OVARIAN_STIMULATION,)

    def values(self, now: Reading, p: Reading) -> Equations:
        faded = exp((now.age - p.menopause_age) / p.span)
        return {OVARIAN_ACTIVITY: now.ovarian_stimulation / (1.0 + faded)}
