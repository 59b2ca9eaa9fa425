"""Denosumab: an antibody that binds RANKL, injected every six months; its end frees a full pool."""

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import RANKL_BLOCKADE
from osteon.vocabulary.quantity import Quantity

DENOSUMAB_DEPOT = Quantity("denosumab_depot", "mg", "Denosumab under the skin.", "D_{den}")
DENOSUMAB = Quantity("denosumab", "mg", "Denosumab in the circulation.", "A_{den}")


class Denosumab(Drug):
    """Absorption, linear and target-mediated loss, and blockade of RANKL.

        d depot / dt  = injections - absorption * depot
        d amount / dt = bioavailability * absorption * depot - (clearance / volume) amount
                        - target_loss * concentration / (half_target_loss + concentration)
        free = 1 / (1 + concentration / half_blockade)
        rankl_blockade fold = 1 / (unreached + (1 - unreached) free)

    While RANKL is bound, osteoclast precursors are not used and gather; when the drug is gone they
    become osteoclasts at once: the rebound needs no equation of its own.
    Leaves out: free and bound RANKL apart; the pool of RANKL is small against the dose.
    """

    drug = "denosumab"
    usual = "60 mg every 6 months"
    highest = "210 mg every 6 months, 180 mg every 4 weeks"
    highest_from = "McClung 2006; Fizazi 2009, cancer in bone (recalled)"
    family = Family.RANKL_ANTIBODY
    lasting = 182.625
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = DENOSUMAB_DEPOT
    owns = (DENOSUMAB_DEPOT, DENOSUMAB)
    modifies = (RANKL_BLOCKADE,)

    def reference(self, p: Reading) -> Equations:
        return {DENOSUMAB_DEPOT: 0.0, DENOSUMAB: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        absorbed = p.absorption * now.denosumab_depot
        concentration = now.denosumab / p.volume
        bound = p.target_loss * concentration / (p.half_target_loss + concentration)
        lost = p.clearance * concentration + bound
        return {DENOSUMAB_DEPOT: -absorbed, DENOSUMAB: p.bioavailability * absorbed - lost}

    def folds(self, now: Reading, p: Reading) -> Equations:
        free = 1.0 / (1.0 + now.denosumab / (p.volume * p.half_blockade))
        return {RANKL_BLOCKADE: 1.0 / (p.unreached + (1.0 - p.unreached) * free)}
