"""Resorption: what osteoclasts take away."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import RESORPTION_RATE


class Resorption(Mechanism):
    """Resorption per bone present = osteoclasts times their activity."""

    grade = Grade.B
    defines = (RESORPTION_RATE,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {RESORPTION_RATE: now.osteoclasts * now.osteoclast_activity}
