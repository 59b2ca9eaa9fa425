"""Alcohol: more than about three units a day holds osteoblasts down."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_ACTIVITY


class Alcohol(Mechanism):
    """What each osteoblast forms in a person who drinks.

        excess = share(drinking) - share(0),  share(x) = 1 / (1 + exp((limit - x) / width))
        osteoblast_activity fold = exp(-loss * excess * aging)

    In the reference state (where age stands still) nobody drinks. `drinking` is the person's own.
    Claims no benefit of a little: light drinkers differ from abstainers in much else.
    Leaves out: falls, liver, food that alcohol replaces.
    """

    grade = Grade.C
    modifies = (OSTEOBLAST_ACTIVITY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        nothing = 1.0 / (1.0 + exp(p.limit / p.width))
        excess = 1.0 / (1.0 + exp((p.limit - p.drinking) / p.width)) - nothing
        return {OSTEOBLAST_ACTIVITY: exp(-(p.loss * excess * now.aging))}
