"""Osteoblasts: recruited where bone was resorbed, at work for about three months."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import (
    OSTEOBLAST_ACTIVITY,
    OSTEOBLAST_DEATH,
    OSTEOBLAST_PRECURSORS,
    OSTEOBLAST_RECRUITMENT,
    OSTEOBLASTS,
)


class Osteoblasts(Mechanism):
    """Osteoblasts and their precursors.

    d P / dt = (recruitment - P) / maturation
    d B / dt = (P - B * death) / lifespan
    """

    grade = Grade.B
    owns = (OSTEOBLAST_PRECURSORS, OSTEOBLASTS)
    opens = (OSTEOBLAST_RECRUITMENT, OSTEOBLAST_DEATH, OSTEOBLAST_ACTIVITY)

    def rates(self, now: Reading, p: Reading) -> Equations:
        recruited = now.osteoblast_recruitment - now.osteoblast_precursors
        living = now.osteoblasts * now.osteoblast_death
        return {
            OSTEOBLAST_PRECURSORS: recruited / p.maturation,
            OSTEOBLASTS: (now.osteoblast_precursors - living) / p.lifespan,
        }
