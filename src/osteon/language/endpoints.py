"""What a trial measures, and the unit in which each endpoint's level is kept."""

from __future__ import annotations

from typing import Final

from osteon.language import amounts
from osteon.language.quantity import Measured

BMD_ENDPOINTS: Final = ("bmd_lumbar_spine", "bmd_total_hip", "bmd_femoral_neck")
T_SCORE_NAMES: Final = ("t_score_lumbar_spine", "t_score_total_hip", "t_score_femoral_neck")

LEVELS: Final[dict[str, Measured]] = {
    **dict.fromkeys(BMD_ENDPOINTS, amounts.BMD),
    "ctx": amounts.CTX,
    "ntx": amounts.NTX,
    "pinp": amounts.PINP,
    "bone_alp": amounts.BONE_ALP,
    "tracp5b": amounts.TRACP5B,
    "osteocalcin": amounts.OSTEOCALCIN,
    "undercarboxylated_osteocalcin": amounts.OSTEOCALCIN,
    "estradiol": amounts.ESTRADIOL,
    "pth": amounts.PTH,
    "calcidiol": amounts.CALCIDIOL,
    "calcium": amounts.CALCIUM,
    "sclerostin": amounts.SCLEROSTIN,
}

EVENTS: Final = (
    "fracture_clinical",
    "fracture_vertebral",
    "fracture_vertebral_clinical",
    "fracture_hip",
    "fracture_nonvertebral",
    "fracture_major_osteoporotic",
    "falls",
)

ENDPOINTS: Final = (*LEVELS, *EVENTS)
