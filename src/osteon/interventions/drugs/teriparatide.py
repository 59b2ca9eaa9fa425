"""Teriparatide: the first 34 amino acids of PTH, injected daily for up to two years."""

from osteon.interventions.pulsed_pth import PulsedPth
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL
from osteon.vocabulary.quantity import Quantity

TERIPARATIDE = Quantity("teriparatide", "mg", "Teriparatide in the body, daily mean.", "A_{tpt}")
TERIPARATIDE_DOSE = Quantity(
    "teriparatide_dose", "mg/day", "Teriparatide injected a day.", "u_{tpt}"
)
TERIPARATIDE_INTERVAL = Quantity(
    "teriparatide_interval", "day", "Time between injections of teriparatide.", r"\tau_{tpt}"
)


class Teriparatide(PulsedPth):
    """Daily pulses at the PTH receptor: formation first, then resorption.

    d amount / dt = dose - elimination * amount
    """

    drug = "teriparatide"
    usual = "20 ug once a day"
    highest = "100 ug once, 60 ug daily"
    highest_from = "label, overdosage (recalled)"
    grade = Grade.A
    dose = TERIPARATIDE_DOSE
    interval = TERIPARATIDE_INTERVAL
    amount = TERIPARATIDE
    owns = (TERIPARATIDE,)
    takes = (TERIPARATIDE_DOSE, TERIPARATIDE_INTERVAL)
    modifies = (PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL)
