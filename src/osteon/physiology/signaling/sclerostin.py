"""Sclerostin: the brake that osteocytes put on bone formation."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import SCLEROSTIN, SCLEROSTIN_PRODUCTION


class Sclerostin(Mechanism):
    """Sclerostin around osteocytes.

    d S / dt = turnover (production - S)      relative to the reference state
    """

    grade = Grade.A
    owns = (SCLEROSTIN,)
    opens = (SCLEROSTIN_PRODUCTION,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {SCLEROSTIN: p.turnover * (now.sclerostin_production - now.sclerostin)}
