"""Osteoclasts: formed from a pool of precursors under RANK, dead after about twelve days."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import (
    OSTEOCLAST_ACTIVITY,
    OSTEOCLAST_DEATH,
    OSTEOCLAST_FORMATION,
    OSTEOCLAST_PRECURSORS,
    OSTEOCLASTS,
    PRECURSOR_SUPPLY,
)


class Osteoclasts(Mechanism):
    """Osteoclasts and their precursors.

        d Q / dt = (supply - (1 - used + used * R * formation) Q) / residence
        d C / dt = (Q * R * formation - C * death) / lifespan

    The pool has a finite residence: precursors that are not used leave. So blocked RANKL fills the
    pool (rebound when the block ends), and a lasting shift of RANKL shifts resorption for good.
    """

    grade = Grade.B
    owns = (OSTEOCLAST_PRECURSORS, OSTEOCLASTS)
    opens = (PRECURSOR_SUPPLY, OSTEOCLAST_FORMATION, OSTEOCLAST_DEATH, OSTEOCLAST_ACTIVITY)

    def rates(self, now: Reading, p: Reading) -> Equations:
        drive = now.rank_occupancy * now.osteoclast_formation
        leaving = (1.0 - p.used + p.used * drive) * now.osteoclast_precursors
        formed = now.osteoclast_precursors * drive
        return {
            OSTEOCLAST_PRECURSORS: (now.precursor_supply - leaving) / p.residence,
            OSTEOCLASTS: (formed - now.osteoclasts * now.osteoclast_death) / p.lifespan,
        }
