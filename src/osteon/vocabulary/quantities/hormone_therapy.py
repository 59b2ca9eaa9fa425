"""Hormone therapy: the estradiol that is supplied from outside the body."""

from osteon.vocabulary.quantity import Quantity

ESTRADIOL_SUPPLY = Quantity(
    "estradiol_supply",
    "",
    "Estradiol that is taken: its logarithm is the level it adds, relative to before menopause.",
    "S_E",
)
