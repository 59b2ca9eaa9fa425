"""What a body can do and how often it falls: training, strength, balance and falls."""

from osteon.vocabulary.quantity import Quantity

RESISTANCE_TRAINING = Quantity(
    "resistance_training",
    "minute/day",
    "Time of resistance training a day.",
    "T_R",
    plain="the time of strength training",
)
BALANCE_TRAINING = Quantity(
    "balance_training",
    "minute/day",
    "Time of balance and functional training a day.",
    "T_B",
    plain="the time of balance training",
)
TRAINED_STRENGTH = Quantity(
    "trained_strength", "", "Strength that training leaves, relative to untrained.", "T_m"
)
MUSCLE_STRENGTH = Quantity(
    "muscle_strength",
    "",
    "Strength of the legs, relative to reference.",
    "S_m",
    plain="the strength of the legs",
)
LEARNED_BALANCE = Quantity(
    "learned_balance",
    "",
    "Balance that training leaves, by the falls it keeps off: one untrained.",
    "L_b",
)
FALL_HAZARD = Quantity(
    "fall_hazard",
    "",
    "Falls of this person, relative to untrained people of that age.",
    "F_f",
    plain="the risk of falling",
)
FALLS = Quantity("falls", "1/day", "Falls a day.", r"\lambda_f")
FALLS_SO_FAR = Quantity(
    "falls_so_far",
    "",
    "Falls that are to be expected up to now.",
    r"\Lambda_f",
    plain="the expected number of falls",
)
