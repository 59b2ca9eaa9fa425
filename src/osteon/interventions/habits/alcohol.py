"""Alcohol: more than about three units a day holds osteoblasts down."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_ACTIVITY


class Alcohol(Mechanism):
    """What each osteoblast forms in a person who drinks.

        excess = drinking^n / (limit^n + drinking^n)
        osteoblast_activity fold = exp(-loss * excess * aging)

    In the reference state (where age stands still) nobody drinks. `drinking` is the person's own.
    Claims no benefit of a little: light drinkers differ from abstainers in much else.
    Leaves out: falls, liver, food that alcohol replaces.
    """

    grade = Grade.C
    modifies = (OSTEOBLAST_ACTIVITY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        drunk = (p.drinking / p.limit) ** p.steepness
        excess = drunk / (1.0 + drunk)
        return {OSTEOBLAST_ACTIVITY: exp(-(p.loss * excess * now.aging))}
