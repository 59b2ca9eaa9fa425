"""What a clinic or laboratory measures."""

from osteon.vocabulary.quantity import Quantity, at_each_site

BMD = at_each_site(
    "bmd",
    "g/cm2",
    "Areal bone mineral density by DXA.",
    r"\mathrm{BMD}",
    plain="bone density (BMD)",
)
CTX = Quantity(
    "ctx",
    "ng/mL",
    "CTX in serum: a marker of resorption.",
    r"\mathrm{CTX}",
    plain="the marker of bone removal in blood (CTX)",
)
NTX = Quantity(
    "ntx",
    "nmol/mmol",
    "Urinary NTX over creatinine: resorption.",
    r"\mathrm{NTX}",
    plain="the marker of bone removal in urine (NTX)",
)
PINP = Quantity(
    "pinp",
    "ng/mL",
    "PINP (P1NP) in serum: a marker of formation.",
    r"\mathrm{PINP}",
    plain="the marker of bone building in blood (PINP)",
)
BONE_ALP = Quantity(
    "bone_alp",
    "ng/mL",
    "Bone alkaline phosphatase in serum.",
    r"\mathrm{BALP}",
    plain="the enzyme of bone building in blood (bone ALP)",
)
TRACP5B = Quantity(
    "tracp5b",
    "U/L",
    "TRACP 5b in serum: the number of osteoclasts.",
    r"\mathrm{TRACP}",
    plain="the marker of cells that remove bone (TRACP 5b)",
)
SERUM_SCLEROSTIN = Quantity("serum_sclerostin", "pmol/L", "Sclerostin in serum.", r"\mathrm{SOST}")
DXA_OVERLAY = at_each_site(
    "dxa_overlay",
    "",
    "What DXA reads beside the mineral of a site, by overlay and by width; one in youth.",
    "o",
)
