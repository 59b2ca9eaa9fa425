"""Calcitriol (1,25-dihydroxyvitamin D): the active hormone that opens the gut to calcium."""

from osteon.mechanism import Equations, Mechanism, Reading, hill
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import (
    CALCITRIOL,
    CALCITRIOL_SYNTHESIS,
    CALCIUM_ABSORPTION,
)


class Calcitriol(Mechanism):
    """Active vitamin D, relative to reference.

        d T / dt = turnover (synthesis * substrate * PTH ^ by_pth - T)
        substrate = hill(calcidiol) / hill(reference calcidiol)
        calcium_absorption fold = T ^ on_absorption

    The kidney makes it from calcidiol under PTH; only when calcidiol is scarce does the store limit
    it.
    """

    grade = Grade.B
    owns = (CALCITRIOL,)
    opens = (CALCITRIOL_SYNTHESIS,)
    modifies = (CALCIUM_ABSORPTION,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        usual = hill(now.reference_calcidiol, p.half_substrate, p.steepness)
        substrate = hill(now.calcidiol, p.half_substrate, p.steepness) / usual
        made = now.calcitriol_synthesis * substrate * now.pth_signal**p.by_pth
        return {CALCITRIOL: p.turnover * (made - now.calcitriol)}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {CALCIUM_ABSORPTION: now.calcitriol**p.on_absorption}
