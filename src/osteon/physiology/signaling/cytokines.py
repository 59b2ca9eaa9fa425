"""Inflammatory cytokines of the marrow: let loose without estrogen, they make cells carry RANKL."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import CYTOKINE_PRODUCTION, CYTOKINES
from osteon.vocabulary.quantities.signaling import RANKL_PRODUCTION


class Cytokines(Mechanism):
    """TNF-alpha, IL-1 and IL-6 together, relative to reference, and what they do.

        cytokines = production * exp(without_estrogen * deficit)
        rankl_production fold = cytokines ^ on_rankl

    Food acts on the production. Blocking TNF or IL-1 removes 40 to 50 % of the rise of CTX after
    acute loss of estrogen: so much of the effect of estrogen on RANKL runs through here, and
    `estrogen_on_rankl_opg` holds the rest.
    Assumes: days of adjustment do not matter to bone; a third of the rise of RANKL over OPG, the
    lower end of what blocking removes. Leaves out: serum levels, which follow body fat and
    infections, and the effect of cytokines on cells that already resorb.
    """

    grade = Grade.B
    defines = (CYTOKINES,)
    opens = (CYTOKINE_PRODUCTION,)
    modifies = (RANKL_PRODUCTION,)

    def values(self, now: Reading, p: Reading) -> Equations:
        let_loose = exp(p.without_estrogen * now.estrogen_deficit)
        return {CYTOKINES: now.cytokine_production * let_loose}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {RANKL_PRODUCTION: now.cytokines**p.on_rankl}
