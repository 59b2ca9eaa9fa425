"""Age advances by a day a day in a living person and stands still in the reference state."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AGE, AGE_ADVANCE, AGING


class Aging(Mechanism):
    """Age of the person.

        d age / dt = aging

    Assumes: the reference state is a healthy woman of the reference age, held there.
    """

    grade = Grade.A
    owns = (AGE,)
    defines = (AGE_ADVANCE,)
    takes = (AGING,)

    def reference(self, p: Reading) -> Equations:
        return {AGE: p.reference_age}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {AGE: now.aging}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {AGE_ADVANCE: now.age - p.reference_age}
