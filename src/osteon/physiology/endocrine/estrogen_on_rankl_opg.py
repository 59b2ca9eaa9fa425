"""Without estrogen, cells of bone marrow carry more RANKL and make less OPG."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import OPG_PRODUCTION, RANKL_PRODUCTION


class EstrogenOnRanklOpg(Mechanism):
    """Estrogen deficit raises RANKL over OPG.

        rankl_production fold = exp(share_by_rankl * strength * deficit)
        opg_production fold   = exp(-(1 - share_by_rankl) * strength * deficit)

    Assumes: one strength for both, split between them. What inflammatory cytokines add to it is
    theirs (`cytokines`).
    """

    grade = Grade.B
    modifies = (RANKL_PRODUCTION, OPG_PRODUCTION)

    def folds(self, now: Reading, p: Reading) -> Equations:
        push = p.strength * now.estrogen_deficit
        return {
            RANKL_PRODUCTION: exp(p.share_by_rankl * push),
            OPG_PRODUCTION: exp(-((1.0 - p.share_by_rankl) * push)),
        }
