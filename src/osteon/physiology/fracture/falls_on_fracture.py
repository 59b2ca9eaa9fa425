"""Who falls less breaks less: falls act on the fractures that follow a fall."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HAZARD


class FallsOnFracture(Mechanism):
    """The hazard of fractures that follow a fall goes with the hazard of falls.

        fracture_hazard fold = fall_hazard

    Incidence by age holds the falls that are usual at that age; `fall_hazard` is what training,
    vitamin D and the person add to them. Each fracture says which share of it follows a fall.
    """

    grade = Grade.B
    modifies = (FRACTURE_HAZARD,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {FRACTURE_HAZARD: now.fall_hazard}
