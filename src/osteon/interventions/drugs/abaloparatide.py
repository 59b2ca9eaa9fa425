"""Abaloparatide: an analog of PTH-related protein, injected daily; it calls less for resorption."""

from osteon.interventions.pulsed_pth import PulsedPth
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL
from osteon.vocabulary.quantity import Quantity

ABALOPARATIDE = Quantity("abaloparatide", "mg", "Abaloparatide in the body, daily mean.", "A_{abl}")
ABALOPARATIDE_DOSE = Quantity(
    "abaloparatide_dose", "mg/day", "Abaloparatide injected a day.", "u_{abl}"
)
ABALOPARATIDE_INTERVAL = Quantity(
    "abaloparatide_interval", "day", "Time between injections of abaloparatide.", r"\tau_{abl}"
)


class Abaloparatide(PulsedPth):
    """Daily pulses at the PTH receptor that leave it sooner than those of teriparatide.

    d amount / dt = dose - elimination * amount
    """

    drug = "abaloparatide"
    usual = "80 ug once a day"
    highest = "400 ug once, 120 ug daily"
    highest_from = "label, overdosage (120 ug daily recalled)"
    grade = Grade.A
    dose = ABALOPARATIDE_DOSE
    interval = ABALOPARATIDE_INTERVAL
    amount = ABALOPARATIDE
    owns = (ABALOPARATIDE,)
    takes = (ABALOPARATIDE_DOSE, ABALOPARATIDE_INTERVAL)
    modifies = (PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL)
