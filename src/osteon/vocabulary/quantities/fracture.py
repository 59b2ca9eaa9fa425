"""Fracture: how bone stands beside that of other women, and how often it breaks."""

from osteon.vocabulary.quantity import Quantity, at_each_site

TRABECULAR_CONNECTIVITY = at_each_site(
    "trabecular_connectivity",
    "",
    "Struts that are still whole, relative to reference.",
    "N",
    plain="the inner scaffold of bone",
)
CAVITY_FILLING = at_each_site(
    "cavity_filling", "", "How well what is resorbed is filled again; above one: beyond the brim.",
    r"\Phi_c",
)  # fmt: skip
STRENGTH = at_each_site(
    "strength",
    "",
    "Strength index of mineral and structure, relative to reference.",
    r"\Sigma",
    plain="the strength of bone",
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
FRACTURE_HISTORY = Quantity(
    "fracture_history",
    "",
    "What a parent's fracture and glucocorticoids make of the risk, relative to all women.",
    r"F_{\mathrm{hist}}",
)
FRACTURE_HAZARD = Quantity(
    "fracture_hazard",
    "",
    "Hazards from outside the bone, relative to usual: falls and all that leads to them.",
    r"F_{\mathrm{fall}}",
)


def _kind(name: str, meaning: str, index: str, plain: str) -> tuple[Quantity, Quantity]:
    """Return the hazard of a kind of fracture, and what has added up of it."""
    hazard, symbol = f"Hazard of {meaning}.", rf"h_{{\mathrm{{{index}}}}}"
    return (
        Quantity(name, "1/day", hazard, symbol, plain=plain),
        _so_far(name, meaning, index, plain),
    )


def _so_far(name: str, meaning: str, index: str, plain: str) -> Quantity:
    """Return the cumulative hazard of a kind of fracture."""
    words = f"Cumulative hazard of {meaning}: how many are to be expected up to now."
    symbol = rf"H_{{\mathrm{{{index}}}}}"
    return Quantity(f"{name}_so_far", "", words, symbol, plain=plain)


FRACTURE_HIP, FRACTURE_HIP_SO_FAR = _kind(
    "fracture_hip", "hip fracture", "hip", "the risk of hip fracture"
)
FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR = _kind(
    "fracture_vertebral",
    "a vertebral fracture that a radiograph shows",
    "vert",
    "the risk of vertebral fracture (on a radiograph)",
)
FRACTURE_UPPER_LIMB, FRACTURE_UPPER_LIMB_SO_FAR = _kind(
    "fracture_upper_limb",
    "a fracture of forearm or shoulder",
    "arm",
    "the risk of forearm or shoulder fracture",
)
FRACTURE_ELSEWHERE, FRACTURE_ELSEWHERE_SO_FAR = _kind(
    "fracture_elsewhere",
    "a fracture of any other bone",
    "else",
    "the risk of fracture of another bone",
)
FRACTURE_VERTEBRAL_CLINICAL_SO_FAR = _so_far(
    "fracture_vertebral_clinical",
    "a vertebral fracture that is felt",
    "clin.vert",
    "the risk of a vertebral fracture that is felt",
)
FRACTURE_NONVERTEBRAL_SO_FAR = _so_far(
    "fracture_nonvertebral",
    "a fracture of any bone but a vertebra",
    "nonvert",
    "the risk of a fracture elsewhere than in the spine",
)
FRACTURE_CLINICAL_SO_FAR = _so_far(
    "fracture_clinical",
    "any fracture that is felt",
    "clin",
    "the risk of any fracture that is felt",
)
FRACTURE_MAJOR_OSTEOPOROTIC_SO_FAR = _so_far(
    "fracture_major_osteoporotic",
    "a fracture of hip, forearm or shoulder, or of a vertebra and felt",
    "MOF",
    "the risk of a major fracture (hip, spine, forearm or shoulder)",
)
