"""Degeneration: osteophytes and a calcified aorta lie over the aging spine and look like bone."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import DXA_OVERLAY


class Degeneration(Mechanism):
    """What DXA sees beside bone, from about the sixties on.

        years past onset = width * log((1 + exp((age - onset) / width)) / the same at reference)
        dxa_overlay fold = exp(pace * years past onset)

    Percent changes of old women at the spine are therefore a little better than their bone.
    """

    grade = Grade.B
    modifies = (DXA_OVERLAY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        passed = 1.0 + exp((now.age_advance - p.onset) / p.width)
        young = 1.0 + exp(-(p.onset / p.width))
        return {DXA_OVERLAY: exp(p.pace * p.width * log(passed / young))}
