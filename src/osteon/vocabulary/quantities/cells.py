"""Bone cells and the fluxes that make, keep and remove them; all relative to reference."""

from osteon.vocabulary.quantity import at_each_site

OSTEOCLAST_PRECURSORS = at_each_site(
    "osteoclast_precursors",
    "",
    "Cells ready to become osteoclasts.",
    "Q",
    plain="young cells that will remove bone (osteoclast precursors)",
    left_over="they gathered while {under} held them back, and now mature together",
)
OSTEOCLASTS = at_each_site(
    "osteoclasts",
    "",
    "Active bone-resorbing cells.",
    "C",
    plain="cells that remove bone (osteoclasts)",
)
PRECURSOR_SUPPLY = at_each_site(
    "precursor_supply", "", "Arrival of osteoclast precursors from the marrow.", "F_Q"
)
OSTEOCLAST_FORMATION = at_each_site(
    "osteoclast_formation", "", "Conversion of precursors at a given RANK occupancy.", "F_C"
)
OSTEOCLAST_DEATH = at_each_site("osteoclast_death", "", "Death rate of osteoclasts.", "X_C")
OSTEOCLAST_ACTIVITY = at_each_site(
    "osteoclast_activity",
    "",
    "Bone that each osteoclast resorbs.",
    "A_C",
    plain="what one cell removes",
)
OSTEOBLAST_PRECURSORS = at_each_site(
    "osteoblast_precursors", "", "Cells committed to become osteoblasts.", "P"
)
OSTEOBLASTS = at_each_site(
    "osteoblasts",
    "",
    "Active bone-forming cells.",
    "B",
    plain="cells that build bone (osteoblasts)",
)
OSTEOBLAST_RECRUITMENT = at_each_site(
    "osteoblast_recruitment", "", "Recruitment of osteoblast precursors.", "F_P"
)
OSTEOBLAST_DEATH = at_each_site("osteoblast_death", "", "Death rate of osteoblasts.", "X_B")
OSTEOBLAST_ACTIVITY = at_each_site(
    "osteoblast_activity",
    "",
    "Bone that each osteoblast forms.",
    "A_B",
    plain="what one cell builds",
)
OSTEOCYTES = at_each_site("osteocytes", "", "Living cells within the bone matrix.", "Y_o")
OSTEOCYTE_DEATH = at_each_site("osteocyte_death", "", "Death rate of osteocytes.", "X_Y")
