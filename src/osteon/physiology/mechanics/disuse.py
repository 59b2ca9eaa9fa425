"""Disuse: surfaces that load kept quiet are opened, and osteoclasts form where they did not."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCLAST_FORMATION


class Disuse(Mechanism):
    """More precursors become osteoclasts where bone is not used.

        missing = -log(stimulus)
        disuse  = missing / (1 + exp(-sharpness (missing - onset)))
        osteoclast_formation fold = exp(opening * disuse)

    RANKL alone cannot say how fast unused bone goes: its receptors are soon all taken. Osteocytes
    that die in unused bone mark its surface for osteoclasts, and a site of low turnover, where most
    surface is quiet, loses faster than one whose surface is open already.
    It lasts until so much bone is gone that what is left is strained again: dead osteocytes do not
    get used to anything. The disuse is nothing at the habitual load and in overload, and next to
    nothing for the small shifts of strain that come with the loss or gain of bone.
    """

    grade = Grade.C
    modifies = (OSTEOCLAST_FORMATION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        missing = -log(now.mechanical_stimulus)
        disuse = missing / (1.0 + exp(-(p.sharpness * (missing - p.onset))))
        return {OSTEOCLAST_FORMATION: exp(p.opening * disuse)}
