"""Falls: how often a person falls, which few do often and most do rarely."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.function import FALL_HAZARD, FALLS, FALLS_SO_FAR


class Falls(Mechanism):
    """Falls a day, and their sum over time.

        falls = frequency * exp(rise * age_advance) * fall_hazard
        d falls_so_far / dt = aging * falls

    Falls rise with age; training and vitamin D act on the opened flux. People differ widely: the
    mean is three times the median. The sum grows in a living person, who ages, and stands still in
    the reference state.
    Assumes: falls of one person come at random, one after another, at this rate.
    """

    grade = Grade.B
    owns = (FALLS_SO_FAR,)
    defines = (FALLS,)
    opens = (FALL_HAZARD,)

    def reference(self, p: Reading) -> Equations:
        return {FALLS_SO_FAR: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {FALLS_SO_FAR: now.aging * now.falls}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {FALLS: p.frequency * exp(p.rise * now.age_advance) * now.fall_hazard}
