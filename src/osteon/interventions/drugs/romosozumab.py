"""Romosozumab: an antibody that binds sclerostin, injected monthly for one year."""

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import LINING_CELL_USE
from osteon.vocabulary.quantities.signaling import SCLEROSTIN_NEUTRALIZATION
from osteon.vocabulary.quantity import Quantity

ROMOSOZUMAB_DEPOT = Quantity("romosozumab_depot", "mg", "Romosozumab under the skin.", "D_{rom}")
ROMOSOZUMAB = Quantity("romosozumab", "mg", "Romosozumab in the circulation.", "A_{rom}")


class Romosozumab(Drug):
    """Absorption, linear loss, and binding of sclerostin.

        d depot / dt  = injections - absorption * depot
        d amount / dt = absorption * depot - elimination * amount
        sclerostin_neutralization fold = 1 + concentration / half_neutralization
        lining_cell_use fold           = (1 + concentration / half_neutralization) ^ waking

    The burst of formation fades within the year because the cells that answer are used up, not
    because the drug fails. Volume and clearance are those over bioavailability.
    Leaves out: loss by binding to sclerostin, seen at low doses only.
    """

    drug = "romosozumab"
    usual = "210 mg once a month"
    highest = "700 mg once, 210 mg every 4 weeks"
    highest_from = "NCT01059435, NCT01825785: 10 mg/kg once, 3 mg/kg every 4 weeks"
    family = Family.SCLEROSTIN_ANTIBODY
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = ROMOSOZUMAB_DEPOT
    owns = (ROMOSOZUMAB_DEPOT, ROMOSOZUMAB)
    modifies = (SCLEROSTIN_NEUTRALIZATION, LINING_CELL_USE)

    def reference(self, p: Reading) -> Equations:
        return {ROMOSOZUMAB_DEPOT: 0.0, ROMOSOZUMAB: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        absorbed = p.absorption * now.romosozumab_depot
        lost = p.clearance / p.volume * now.romosozumab
        return {ROMOSOZUMAB_DEPOT: -absorbed, ROMOSOZUMAB: absorbed - lost}

    def folds(self, now: Reading, p: Reading) -> Equations:
        bound = 1.0 + now.romosozumab / (p.volume * p.half_neutralization)
        return {SCLEROSTIN_NEUTRALIZATION: bound, LINING_CELL_USE: bound**p.waking}
