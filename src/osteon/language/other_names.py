"""Other names of drugs: acids beside their salts, and brands, which people write as often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OTHER_NAMES: Final[Mapping[str, str]] = {
    "alendronic acid": "alendronate", "fosamax": "alendronate",
    "risedronic acid": "risedronate", "actonel": "risedronate",
    "ibandronic acid": "ibandronate", "boniva": "ibandronate", "bonviva": "ibandronate",
    "zoledronate": "zoledronic acid", "aclasta": "zoledronic acid", "reclast": "zoledronic acid",
    "zometa": "zoledronic acid",
    "prolia": "denosumab", "xgeva": "denosumab",
    "forteo": "teriparatide", "forsteo": "teriparatide",
    "tymlos": "abaloparatide", "eladynos": "abaloparatide",
    "evenity": "romosozumab", "evista": "raloxifene",
    "arimidex": "anastrozole", "femara": "letrozole", "aromasin": "exemestane",
    "nolvadex": "tamoxifen", "zoladex": "goserelin",
    "leuprorelin": "leuprolide", "lupron": "leuprolide", "orilissa": "elagolix",
}  # fmt: skip
