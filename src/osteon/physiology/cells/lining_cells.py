"""Lining cells: the reserve from which osteoblasts are woken, and which anabolic drugs use up."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT
from osteon.vocabulary.quantities.drug_targets import LINING_CELL_USE, LINING_CELLS
from osteon.vocabulary.quantities.signaling import WNT_RESPONSIVENESS


class LiningCells(Mechanism):
    """Cells that can still be woken, relative to the reference state.

        d L / dt = (1 - L * use) / renewal
        wnt_responsiveness fold     = L
        osteoblast_recruitment fold = L ^ recruits

    So the burst of formation on romosozumab fades within the year, and a second year gives less
    than the first, as does teriparatide; and when either is stopped, cavities are refilled less
    until the reserve is renewed: what was gained is lost again.
    """

    grade = Grade.B
    owns = (LINING_CELLS,)
    opens = (LINING_CELL_USE,)
    modifies = (WNT_RESPONSIVENESS, OSTEOBLAST_RECRUITMENT)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LINING_CELLS: (1.0 - now.lining_cells * now.lining_cell_use) / p.renewal}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {
            WNT_RESPONSIVENESS: now.lining_cells,
            OSTEOBLAST_RECRUITMENT: now.lining_cells**p.recruits,
        }
