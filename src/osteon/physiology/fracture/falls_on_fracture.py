"""Who falls less breaks less: most fractures but those of the spine follow a fall."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HAZARD


class FallsOnFracture(Mechanism):
    """Fracture hazard fold = fall_hazard ^ share.

    Incidence by age holds the falls that are usual at that age; `fall_hazard` is what training,
    vitamin D and the person add to it or take from it.
    """

    grade = Grade.B
    modifies = (FRACTURE_HAZARD,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {FRACTURE_HAZARD: now.fall_hazard**p.share}
