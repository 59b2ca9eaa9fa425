"""Disuse: surfaces that load kept quiet are opened, and osteoclasts form where they did not."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCLAST_FORMATION


class Disuse(Mechanism):
    """More precursors become osteoclasts where bone is not used.

        disuse = -signal / (1 + exp(sharpness (signal + onset)))
        osteoclast_formation fold = exp(opening * disuse)

    RANKL alone cannot say how fast unused bone goes: its receptors are soon all taken. Osteocytes
    that die in unused bone mark its surface for osteoclasts, and a site of low turnover, where most
    surface is quiet, loses faster than one whose surface is open already.
    The disuse is nothing at the habitual load and in overload, and next to nothing for the small
    shifts of the signal that come with the loss or gain of bone.
    """

    grade = Grade.C
    modifies = (OSTEOCLAST_FORMATION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        signal = now.mechanostat_signal
        disuse = -signal / (1.0 + exp(p.sharpness * (signal + p.onset)))
        return {OSTEOCLAST_FORMATION: exp(p.opening * disuse)}
