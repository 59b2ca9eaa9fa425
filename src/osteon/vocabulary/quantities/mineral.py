"""Mineral homeostasis: vitamin D, calcium and parathyroid hormone (PTH)."""

from osteon.vocabulary.quantity import Quantity

CALCIUM_INTAKE = Quantity(
    "calcium_intake",
    "mg/day",
    "Calcium eaten a day, all sources.",
    "I_{Ca}",
    plain="calcium intake",
)
VITAMIN_D_INTAKE = Quantity(
    "vitamin_d_intake",
    "IU/day",
    "Vitamin D taken a day, all sources.",
    "I_D",
    plain="vitamin D intake",
)
CALCIDIOL = Quantity(
    "calcidiol",
    "nmol/L",
    "25-hydroxyvitamin D in serum: the store.",
    "D",
    plain="vitamin D in the blood (25-OH vitamin D)",
)
REFERENCE_CALCIDIOL = Quantity(
    "reference_calcidiol", "nmol/L", "Calcidiol of this person on the reference intake.", "D_0"
)
CALCITRIOL_SYNTHESIS = Quantity(
    "calcitriol_synthesis", "", "Conversion of calcidiol at a given PTH; one at reference.", "F_D"
)
CALCITRIOL = Quantity(
    "calcitriol", "", "1,25-dihydroxyvitamin D, the active hormone, relative to reference.", "D^*"
)
SERUM_CALCIUM = Quantity("serum_calcium", "mmol/L", "Total calcium in serum.", "Ca")
CALCIUM_SIGNAL = Quantity(
    "calcium_signal", "", "Serum calcium relative to its reference.", r"\hat{Ca}"
)
CALCIUM_ABSORPTION = Quantity(
    "calcium_absorption",
    "",
    "Efficiency of intestinal absorption, relative to reference.",
    "F_{Ca}",
)
CALCIUM_ABSORBED = Quantity(
    "calcium_absorbed",
    "mmol/day",
    "Calcium that the gut takes up a day.",
    "J_{abs}",
    plain="the calcium taken up from food",
)
CALCIUM_EXCRETION = Quantity(
    "calcium_excretion", "", "Urinary calcium loss, relative to reference.", "X_{Ca}"
)
URINARY_CALCIUM = Quantity("urinary_calcium", "mmol/day", "Calcium lost in urine a day.", "J_{u}")
CALCIUM_LOSS = Quantity(
    "calcium_loss", "mmol/day", "Calcium lost a day with digestive juices and skin.", "J_{l}"
)
PTH = Quantity(
    "pth",
    "pg/mL",
    "Parathyroid hormone in serum.",
    "H",
    plain="parathyroid hormone in the blood (PTH)",
)
PTH_SECRETION = Quantity(
    "pth_secretion", "", "Secretion of PTH at a given calcium, relative to reference.", "F_H"
)
PTH_SIGNAL = Quantity("pth_signal", "", "PTH relative to its reference.", r"\hat H")
