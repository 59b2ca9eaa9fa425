"""Wnt: the signal to form bone, which sclerostin holds down."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT
from osteon.vocabulary.quantities.signaling import (
    RANKL_PRODUCTION,
    SCLEROSTIN_NEUTRALIZATION,
    WNT_ACTIVITY,
    WNT_RESPONSIVENESS,
)


class Wnt(Mechanism):
    """Wnt activity and what it does.

        released = neutralization / sclerostin
        W        = 1 + responsiveness (released - 1)
        osteoblast_recruitment fold = W ^ on_osteoblasts
        rankl_production fold       = released ^ (-on_rankl)

    Osteocytes make less RANKL as long as sclerostin is low, also when no cell is left to be woken:
    on romosozumab formation is back within the year and resorption stays down.
    Assumes: activity inversely proportional to free sclerostin. Leaves out: DKK1.
    """

    grade = Grade.A
    defines = (WNT_ACTIVITY,)
    opens = (SCLEROSTIN_NEUTRALIZATION, WNT_RESPONSIVENESS)
    modifies = (OSTEOBLAST_RECRUITMENT, RANKL_PRODUCTION)

    def values(self, now: Reading, p: Reading) -> Equations:
        released = now.sclerostin_neutralization / now.sclerostin - 1.0
        return {WNT_ACTIVITY: 1.0 + now.wnt_responsiveness * released}

    def folds(self, now: Reading, p: Reading) -> Equations:
        released = now.sclerostin_neutralization / now.sclerostin
        return {
            OSTEOBLAST_RECRUITMENT: now.wnt_activity**p.on_osteoblasts,
            RANKL_PRODUCTION: released ** (-p.on_rankl),
        }
