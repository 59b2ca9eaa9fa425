"""How strongly each skeletal site feels that the estrogen signal is missing."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import ESTROGEN_DEFICIT


class EstrogenDeficit(Mechanism):
    """Estrogen deficit at a site: zero before menopause.

    deficit = response (1 - signal)
    """

    grade = Grade.B
    defines = (ESTROGEN_DEFICIT,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {ESTROGEN_DEFICIT: p.response * (1.0 - now.estrogen_signal)}
