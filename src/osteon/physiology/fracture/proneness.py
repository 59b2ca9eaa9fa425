"""What makes every fracture likelier, whatever the bone: an earlier fracture, and falls."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.physiology.fracture.among_all import among_all
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import (
    FRACTURE_HAZARD,
    FRACTURE_HISTORY,
    FRACTURE_RECENCY,
    PREVIOUS_FRACTURE,
)


class Proneness(Mechanism):
    """Risk relative to all women, of whom a usual share has had a fracture before.

        previous_fracture = (1 + (ratio - 1) previous * fracture_recency) / (1 + (ratio - 1) usual)

    `previous` is one for a woman who has had a fracture, zero for one who has not, and the usual
    share where that is not known. Falls act on one opened flux, what else is told of her history on
    another, the years since on the third.
    Leaves out: which bone it was (vertebrae excepted), and how many there were.
    """

    grade = Grade.B
    opens = (FRACTURE_HAZARD, FRACTURE_HISTORY, FRACTURE_RECENCY)
    defines = (PREVIOUS_FRACTURE,)

    def values(self, now: Reading, p: Reading) -> Equations:
        has = p.previous * now.fracture_recency
        return {PREVIOUS_FRACTURE: among_all(p.ratio, has, p.usual)}
