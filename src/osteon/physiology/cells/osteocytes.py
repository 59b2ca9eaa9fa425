"""Osteocytes: the cells within bone, its sensors and the makers of sclerostin."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCYTE_DEATH, OSTEOCYTES
from osteon.vocabulary.quantities.signaling import SCLEROSTIN_PRODUCTION


class Osteocytes(Mechanism):
    """Living osteocytes per bone.

        d Y / dt = (1 - Y * death) / lifespan
        sclerostin_production fold = Y

    Assumes: renewal keeps pace with bone, so that only death changes their density.
    """

    grade = Grade.B
    owns = (OSTEOCYTES,)
    opens = (OSTEOCYTE_DEATH,)
    modifies = (SCLEROSTIN_PRODUCTION,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {OSTEOCYTES: (1.0 - now.osteocytes * now.osteocyte_death) / p.lifespan}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {SCLEROSTIN_PRODUCTION: now.osteocytes}
