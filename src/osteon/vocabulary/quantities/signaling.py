"""Signals between bone cells: RANKL, OPG, sclerostin, Wnt and TGF-beta."""

from osteon.vocabulary.quantity import at_each_site

RANKL = at_each_site(
    "rankl", "", "RANKL in the bone compartment, relative to reference; not serum RANKL.", "L"
)
OPG = at_each_site(
    "opg", "", "OPG in the bone compartment, relative to reference; not serum OPG.", "O_{pg}"
)
RANKL_PRODUCTION = at_each_site(
    "rankl_production", "", "RANKL made by osteoblast-lineage cells and osteocytes.", "F_L"
)
OPG_PRODUCTION = at_each_site("opg_production", "", "OPG made by osteoblast-lineage cells.", "F_O")
RESPONSE_TO_PTH = at_each_site(
    "response_to_pth", "", "How steeply RANKL production rises with PTH.", r"\epsilon_P"
)
RANKL_BLOCKADE = at_each_site(
    "rankl_blockade",
    "",
    "How strongly drugs bind RANKL away; one without a drug.",
    "F_B",
    deed="binds the messenger of that call (RANKL)",
)
RANKL_OPG_RATIO = at_each_site(
    "rankl_opg_ratio", "", "RANKL over OPG in the bone compartment; not a serum ratio.", r"\rho"
)
RANK_OCCUPANCY = at_each_site(
    "rank_occupancy",
    "",
    "RANK on osteoclast precursors occupied by RANKL.",
    "R",
    plain="the call for cells that remove bone (the RANK signal)",
)
SCLEROSTIN = at_each_site(
    "sclerostin",
    "",
    "Sclerostin around osteocytes.",
    "S",
    plain="the brake on bone building (sclerostin)",
)
SCLEROSTIN_PRODUCTION = at_each_site(
    "sclerostin_production", "", "Sclerostin made by osteocytes.", "F_S"
)
SCLEROSTIN_NEUTRALIZATION = at_each_site(
    "sclerostin_neutralization",
    "",
    "How strongly drugs bind sclerostin; one without.",
    "F_N",
    deed="binds the brake on bone building (sclerostin)",
)
WNT_RESPONSIVENESS = at_each_site(
    "wnt_responsiveness", "", "Share of cells that can still answer the Wnt signal.", "F_W"
)
WNT_ACTIVITY = at_each_site(
    "wnt_activity",
    "",
    "Wnt signal that osteoblasts answer.",
    "W",
    plain="the signal to build bone",
)
TGF_BETA = at_each_site(
    "tgf_beta", "", "TGF-beta and IGF released from resorbed matrix: the coupling signal.", "T"
)
