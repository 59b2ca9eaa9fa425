"""The fall of estrogen is felt more than its lack: RANKL surges, and settles within a few years."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import RANKL_PRODUCTION
from osteon.vocabulary.quantity import at_each_site

ESTROGEN_HABIT = at_each_site(
    "estrogen_habit", "", "The lack of estrogen that the site has got used to.", "d_h"
)


class EstrogenWithdrawal(Mechanism):
    """What is new about a lack of estrogen.

        d habit / dt = (deficit - habit) / settling
        rankl_production fold = exp(surge (deficit - habit))

    So bone is lost fastest in the first years after menopause or on an aromatase inhibitor, and
    some of it returns when estradiol does.
    Assumes: one state for all that settles: T cells of the marrow, osteocytes that die at once,
    deep cavities. Leaves out: which of them it is.
    """

    grade = Grade.C
    owns = (ESTROGEN_HABIT,)
    modifies = (RANKL_PRODUCTION,)

    def reference(self, p: Reading) -> Equations:
        return {ESTROGEN_HABIT: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {ESTROGEN_HABIT: (now.estrogen_deficit - now.estrogen_habit) / p.settling}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {RANKL_PRODUCTION: exp(p.surge * (now.estrogen_deficit - now.estrogen_habit))}
