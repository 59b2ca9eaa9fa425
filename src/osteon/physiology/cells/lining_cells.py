"""Lining cells: the reserve that anabolic drugs wake, and use up within months."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import LINING_CELL_USE, LINING_CELLS
from osteon.vocabulary.quantities.signaling import WNT_RESPONSIVENESS


class LiningCells(Mechanism):
    """Cells that can still be woken, relative to the reference state.

        d L / dt = (1 - L * use) / renewal
        wnt_responsiveness fold = L

    So the burst of formation on romosozumab fades within the year, and a second year of it gives
    less than the first, as does teriparatide.
    """

    grade = Grade.B
    owns = (LINING_CELLS,)
    opens = (LINING_CELL_USE,)
    modifies = (WNT_RESPONSIVENESS,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LINING_CELLS: (1.0 - now.lining_cells * now.lining_cell_use) / p.renewal}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {WNT_RESPONSIVENESS: now.lining_cells}
