"""Sclerostin in serum: a spill of what osteocytes make."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import SERUM_SCLEROSTIN


class SerumSclerostin(Mechanism):
    """SERUM_SCLEROSTIN = usual * skeletal_sclerostin ^ spill.

    Leaves out: the kidney, and what an antibody holds in the circulation.
    """

    grade = Grade.C
    defines = (SERUM_SCLEROSTIN,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {SERUM_SCLEROSTIN: p.usual * now.skeletal_sclerostin**p.spill}
