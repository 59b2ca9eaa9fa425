"""Bone itself: what is resorbed, formed, mineralized and present."""

from osteon.vocabulary.quantity import Quantity, at_each_site

BONE_TURNOVER = at_each_site(
    "bone_turnover", "1/day", "Share of bone that is renewed a day in the reference state.", "k_v"
)
RESORPTION_RATE = at_each_site(
    "resorption_rate",
    "",
    "Resorption per bone present, relative to reference.",
    "r",
    plain="bone removal (resorption)",
)
FORMATION_RATE = at_each_site(
    "formation_rate",
    "",
    "Formation, relative to reference.",
    "f",
    plain="bone building (formation)",
)
MODELING_FORMATION = at_each_site(
    "modeling_formation", "", "Formation that waits for no resorption.", "F_M"
)
REMODELING_SPACE = at_each_site(
    "remodeling_space", "", "Bone resorbed and not yet refilled, relative to reference.", "X"
)
MINERALIZATION = at_each_site(
    "mineralization", "", "Speed of mineralization at a given age of matrix.", "F_Z"
)
BONE_SURFACE = at_each_site(
    "bone_surface", "", "Surface on which bone can be formed, relative to reference.", "S_B"
)
OSTEOID = at_each_site("osteoid", "", "Matrix laid down and not yet mineralized.", "U")
YOUNG_BONE = at_each_site("young_bone", "", "Bone with primary mineralization only.", "Y")
MATURE_BONE = at_each_site("mature_bone", "", "Fully mineralized bone.", "M")
BONE_VOLUME_FRACTION = at_each_site(
    "bone_volume_fraction", "", "Mineralized bone present, relative to reference.", "V"
)
BONE_BALANCE = at_each_site(
    "bone_balance", "1/day", "Formation minus resorption, as a share of reference bone.", "b"
)
MINERALIZATION_DEGREE = at_each_site(
    "mineralization_degree", "", "Mineral per bone volume, relative to mature bone.", r"\mu"
)
BONE_MINERAL = at_each_site("bone_mineral", "", "Mineral at the site, relative to reference.", "Z")
MINERAL_RELEASE = at_each_site(
    "mineral_release", "1/day", "Mineral set free minus mineral laid down.", "z"
)
SKELETAL_RESORPTION = Quantity(
    "skeletal_resorption", "", "Resorption of the whole skeleton, relative to reference.", r"\bar r"
)
SKELETAL_FORMATION = Quantity(
    "skeletal_formation", "", "Formation of the whole skeleton, relative to reference.", r"\bar f"
)
SKELETAL_PRECURSORS = Quantity(
    "skeletal_precursors", "", "Osteoblast precursors of the whole skeleton.", r"\bar P"
)
SKELETAL_OSTEOBLASTS = Quantity(
    "skeletal_osteoblasts", "", "Osteoblasts of the whole skeleton.", r"\bar B"
)
SKELETAL_OSTEOCLASTS = Quantity(
    "skeletal_osteoclasts", "", "Osteoclasts of the whole skeleton.", r"\bar C"
)
SKELETAL_SCLEROSTIN = Quantity(
    "skeletal_sclerostin", "", "Sclerostin of the whole skeleton.", r"\bar S"
)
SKELETAL_RELEASE = Quantity(
    "skeletal_release", "1/day", "Net mineral set free by the whole skeleton.", r"\bar z"
)
