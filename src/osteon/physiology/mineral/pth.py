"""Parathyroid hormone: secreted when serum calcium falls, held back by calcitriol."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import PTH, PTH_SECRETION, PTH_SIGNAL


class ParathyroidHormone(Mechanism):
    """Serum PTH.

        d H / dt = turnover (usual * secretion * called - H)
        called   = greatest / (1 + (greatest - 1) Ca ^ by_calcium * calcitriol ^ by_calcitriol)

    The answer to calcium is a sigmoid: one in the reference state, at most `greatest`.
    Assumes: daily means; the minutes of its true half-life do not matter to bone here.
    """

    grade = Grade.B
    owns = (PTH,)
    defines = (PTH_SIGNAL,)
    opens = (PTH_SECRETION,)

    def reference(self, p: Reading) -> Equations:
        return {PTH: p.usual}

    def rates(self, now: Reading, p: Reading) -> Equations:
        held = now.calcium_signal**p.by_calcium * now.calcitriol**p.by_calcitriol
        called = p.greatest / (1.0 + (p.greatest - 1.0) * held)
        return {PTH: p.turnover * (p.usual * now.pth_secretion * called - now.pth)}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {PTH_SIGNAL: now.pth / p.usual}
