"""RANKL and OPG: the master switch of osteoclast formation."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import (
    OPG,
    OPG_PRODUCTION,
    RANK_OCCUPANCY,
    RANKL,
    RANKL_BLOCKADE,
    RANKL_OPG_RATIO,
    RANKL_PRODUCTION,
)


class RanklOpg(Mechanism):
    """RANKL/OPG signaling in the bone compartment.

    Osteoblast-lineage cells and osteocytes make RANKL, which tells precursors to become
    osteoclasts, and OPG, a decoy that binds it away.

        d RANKL / dt = turnover (production - RANKL), likewise OPG
        occupancy    = ratio (1 + spare) / (ratio + spare * blockade)

    All relative to the reference state; occupancy is at most 1 + spare. Estrogen, PTH, loading and
    cytokines act on the productions, drugs that bind RANKL on the
    blockade.
    Assumes: well-mixed site; binding fast against turnover. Leaves out: soluble against
    membrane-bound RANKL; serum levels, which move otherwise.
    """

    grade = Grade.B
    owns = (RANKL, OPG)
    defines = (RANKL_OPG_RATIO, RANK_OCCUPANCY)
    opens = (RANKL_PRODUCTION, OPG_PRODUCTION, RANKL_BLOCKADE)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {
            RANKL: p.turnover * (now.rankl_production - now.rankl),
            OPG: p.turnover * (now.opg_production - now.opg),
        }

    def values(self, now: Reading, p: Reading) -> Equations:
        ratio = now.rankl / now.opg
        occupied = ratio * (1.0 + p.spare) / (ratio + p.spare * now.rankl_blockade)
        return {RANKL_OPG_RATIO: ratio, RANK_OCCUPANCY: occupied}
