"""Estrogen lowers sclerostin; without it osteocytes make more."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import SCLEROSTIN_PRODUCTION


class EstrogenOnSclerostin(Mechanism):
    """Sclerostin production fold = exp(strength * deficit)."""

    grade = Grade.B
    modifies = (SCLEROSTIN_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {SCLEROSTIN_PRODUCTION: exp(p.strength * now.estrogen_deficit)}
