"""Disuse: quiet surfaces that load kept closed open to osteoclasts."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import PRECURSOR_SUPPLY


class Disuse(Mechanism):
    """Osteoclast precursors reach more surface where bone is not used.

        disuse = (sqrt(signal^2 + width^2) - signal - width) / 2
        precursor_supply fold = exp(opening * disuse)

    The disuse is zero without a signal, near minus the signal below it, and at most half the width
    under zero in overload. So a site of low turnover, where most surface is quiet, can lose faster
    than more RANKL on its few active surfaces would let it.
    Assumes: opening follows the signal at once, and new surface closes when the load is back.
    """

    grade = Grade.C
    modifies = (PRECURSOR_SUPPLY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        signal = now.mechanostat_signal
        size = (signal * signal + p.width * p.width) ** 0.5
        return {PRECURSOR_SUPPLY: exp(p.opening * (size - signal - p.width) / 2.0)}
