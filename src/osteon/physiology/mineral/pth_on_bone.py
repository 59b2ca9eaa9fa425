"""Lastingly raised PTH makes bone cells carry more RANKL: calcium is taken from bone."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import RANKL_PRODUCTION, RESPONSE_TO_PTH


class PthOnBone(Mechanism):
    """RANKL production fold = PTH ^ (on_rankl * response_to_pth).

    This is continuous, endogenous PTH. Leaves out: intermittent injections, which act otherwise.
    """

    grade = Grade.B
    opens = (RESPONSE_TO_PTH,)
    modifies = (RANKL_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {RANKL_PRODUCTION: now.pth_signal ** (p.on_rankl * now.response_to_pth)}
