"""Hormone therapy: what is supplied, and what drugs against hormones leave in plasma."""

from osteon.vocabulary.quantity import Quantity

ESTRADIOL_SUPPLY = Quantity(
    "estradiol_supply",
    "",
    "Estradiol that is taken: its logarithm is the level it adds, relative to before menopause.",
    "S_E",
)
EXEMESTANE_CONCENTRATION = Quantity(
    "exemestane_concentration", "mg/L", "Exemestane in plasma, as its mean over a day.", "C_{exe}"
)
