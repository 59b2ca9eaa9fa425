"""Fracture: how bone stands beside that of other women, and how often it breaks."""

from osteon.vocabulary.quantity import Quantity, at_each_site

TRABECULAR_CONNECTIVITY = at_each_site(
    "trabecular_connectivity", "", "Struts that are still whole, relative to reference.", "N"
)
CAVITY_FILLING = at_each_site(
    "cavity_filling", "", "How well what is resorbed is filled again; above one: beyond the brim.",
    r"\Phi_c",
)  # fmt: skip
STRENGTH = at_each_site(
    "strength", "", "Strength index of mineral and structure, relative to reference.", r"\Sigma"
)
BMD_SHORTFALL = at_each_site(
    "bmd_shortfall",
    "",
    "Standard deviations by which BMD lies below the mean of women of that age: minus the Z-score.",
    "-Z",
)
RESORPTION_EXCESS = Quantity(
    "resorption_excess",
    "",
    "Resorption of the whole skeleton, relative to untreated women after menopause.",
    r"\hat r",
)
UNFILLED_CAVITIES = Quantity(
    "unfilled_cavities",
    "",
    "Resorption that formation does not answer, relative to untreated women after menopause.",
    r"\hat u",
)
PREVIOUS_FRACTURE = Quantity(
    "previous_fracture",
    "",
    "What an earlier fracture makes of the risk of the next, relative to all women.",
    r"F_{\mathrm{prev}}",
)
FRACTURE_RECENCY = Quantity(
    "fracture_recency",
    "",
    "How much an earlier fracture tells now, relative to one at a time that is not known.",
    r"F_{\mathrm{recent}}",
)
FRACTURE_HAZARD = Quantity(
    "fracture_hazard",
    "",
    "Hazards from outside the bone, relative to usual: falls and all that leads to them.",
    r"F_{\mathrm{fall}}",
)


def _kind(name: str, meaning: str, index: str) -> tuple[Quantity, Quantity]:
    """Return the hazard of a kind of fracture, and what has added up of it."""
    return (
        Quantity(name, "1/day", f"Hazard of {meaning}.", rf"h_{{\mathrm{{{index}}}}}"),
        _so_far(name, meaning, index),
    )


def _so_far(name: str, meaning: str, index: str) -> Quantity:
    """Return the cumulative hazard of a kind of fracture."""
    words = f"Cumulative hazard of {meaning}: how many are to be expected up to now."
    return Quantity(f"{name}_so_far", "", words, rf"H_{{\mathrm{{{index}}}}}")


FRACTURE_HIP, FRACTURE_HIP_SO_FAR = _kind("fracture_hip", "hip fracture", "hip")
FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR = _kind(
    "fracture_vertebral", "a vertebral fracture that a radiograph shows", "vert"
)
FRACTURE_UPPER_LIMB, FRACTURE_UPPER_LIMB_SO_FAR = _kind(
    "fracture_upper_limb", "a fracture of forearm or shoulder", "arm"
)
FRACTURE_ELSEWHERE, FRACTURE_ELSEWHERE_SO_FAR = _kind(
    "fracture_elsewhere", "a fracture of any other bone", "else"
)
FRACTURE_VERTEBRAL_CLINICAL_SO_FAR = _so_far(
    "fracture_vertebral_clinical", "a vertebral fracture that is felt", "clin.vert"
)
FRACTURE_NONVERTEBRAL_SO_FAR = _so_far(
    "fracture_nonvertebral", "a fracture of any bone but a vertebra", "nonvert"
)
FRACTURE_CLINICAL_SO_FAR = _so_far("fracture_clinical", "any fracture that is felt", "clin")
FRACTURE_MAJOR_OSTEOPOROTIC_SO_FAR = _so_far(
    "fracture_major_osteoporotic",
    "a fracture of hip, forearm or shoulder, or of a vertebra and felt",
    "MOF",
)
