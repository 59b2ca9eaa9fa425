"""Hormones: age, ovary, aromatase, estradiol and the estrogen signal that bone receives."""

from osteon.vocabulary.quantity import Quantity, at_each_site

AGING = Quantity(
    "aging", "", "How fast age advances: one in a living person, zero in the reference state.", "a"
)
AGE = Quantity("age", "day", "Age of the person.", "t_a")
AGE_ADVANCE = Quantity(
    "age_advance", "day", "Age beyond that of the reference state.", r"\Delta t_a"
)
OVARIAN_STIMULATION = Quantity(
    "ovarian_stimulation", "", "Drive of the ovaries by gonadotropins; one untreated.", "F_{ov}"
)
OVARIAN_ACTIVITY = Quantity(
    "ovarian_activity",
    "",
    "Estradiol made by the ovaries, relative to before menopause.",
    "O",
    plain="the estrogen that the ovaries make",
)
AROMATASE_ACTIVITY = Quantity(
    "aromatase_activity",
    "",
    "Activity of the enzyme that makes estradiol outside the ovaries, relative to untreated.",
    "A",
    plain="aromatase activity (the enzyme that makes estrogen outside the ovaries)",
)
ESTRADIOL = Quantity(
    "estradiol", "pmol/L", "Estradiol in serum.", "E", plain="estrogen in the blood (estradiol)"
)
REFERENCE_ESTRADIOL = Quantity(
    "reference_estradiol", "pmol/L", "Estradiol of this person before menopause.", "E_0"
)
RECEPTOR_COMPETITION = Quantity(
    "receptor_competition", "", "How strongly other ligands crowd the estrogen receptor.", "c_E"
)
RECEPTOR_AGONISM = Quantity(
    "receptor_agonism", "", "Signal that those other ligands themselves give in bone.", "g_E"
)
ESTROGEN_SIGNAL = Quantity(
    "estrogen_signal",
    "",
    "Estrogen signal received by bone, relative to before menopause.",
    "s",
    plain="the estrogen signal that bone receives",
)
ESTROGEN_DEFICIT = at_each_site(
    "estrogen_deficit", "", "Lack of the estrogen signal as the site responds to it.", "d"
)
