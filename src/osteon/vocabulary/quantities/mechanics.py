"""Mechanical loading of bone and what the mechanostat makes of it."""

from osteon.vocabulary.quantity import at_each_site

MECHANICAL_LOAD = at_each_site(
    "mechanical_load",
    "",
    "Daily load stimulus on the site, relative to habitual.",
    r"\Lambda",
    plain="the daily load on bone",
)
MECHANICAL_STIMULUS = at_each_site(
    "mechanical_stimulus",
    "",
    "Strain that the load causes in the bone there is.",
    r"\psi",
    plain="the strain that loads put on bone",
)
ACCOMMODATION = at_each_site(
    "accommodation", "", "How far bone has got used to its present strain (logarithm).", r"\alpha"
)
MECHANOSTAT_SIGNAL = at_each_site(
    "mechanostat_signal", "", "What osteocytes sense: positive overload, negative disuse.", "m"
)
