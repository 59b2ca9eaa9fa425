"""BMD beside the mean of women of the same age: what a Z-score says."""

from osteon.mechanism import Equations, Mechanism, Reading, hill
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import BMD_SHORTFALL


class BmdForAge(Mechanism):
    """Standard deviations below the mean of the age; minus the Z-score.

        mean      = young * (1 - loss * hill(age, half_age, steepness))
        shortfall = (mean - BMD) / spread

    The curve is laid through means by decade. BMD as a Hologic scanner shows it.
    """

    grade = Grade.B
    defines = (BMD_SHORTFALL,)

    def values(self, now: Reading, p: Reading) -> Equations:
        mean = p.young * (1.0 - p.loss * hill(now.age, p.half_age, p.steepness))
        return {BMD_SHORTFALL: (mean - now.bmd) / p.spread}
