"""TRACP 5b: an enzyme of osteoclasts, a measure of their number rather than of their work."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import TRACP5B


class Tracp5b(Mechanism):
    """TRACP5B = usual (background + (1 - background) skeletal_osteoclasts)."""

    grade = Grade.B
    defines = (TRACP5B,)

    def values(self, now: Reading, p: Reading) -> Equations:
        made = (1.0 - p.background) * now.skeletal_osteoclasts
        return {TRACP5B: p.usual * (p.background + made)}
