"""Estrogen keeps bone from answering PTH: without it the same PTH calls for more resorption."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import RESPONSE_TO_PTH


class EstrogenOnPthResponse(Mechanism):
    """response_to_pth fold = 1 + gain (1 - estrogen signal).

    So young women resorb less on teriparatide than women after menopause and keep more of what it
    builds, at the hip above all; and calcium, which lowers PTH, does more after menopause.
    Assumes: the same for the body's own PTH and for drugs at its receptor.
    """

    grade = Grade.C
    modifies = (RESPONSE_TO_PTH,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {RESPONSE_TO_PTH: 1.0 + p.gain * (1.0 - now.estrogen_signal)}
