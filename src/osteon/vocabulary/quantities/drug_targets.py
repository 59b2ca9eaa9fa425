"""Where several drugs of a kind act together: what one of them opens, all of them modify."""

from osteon.vocabulary.quantity import Quantity, at_each_site

BISPHOSPHONATE_LOAD = Quantity(
    "bisphosphonate_load",
    "",
    "Bisphosphonate on the surface of bone, in units of its half effect; one without.",
    r"1 + z",
    deed="lies on bone and weakens the cells that remove it",
)
PTH_ANABOLIC_SIGNAL = Quantity(
    "pth_anabolic_signal",
    "",
    "Pulses at the PTH receptor that build bone; one without a drug.",
    r"\Pi_+",
    plain="the drug's call to build bone",
)
PTH_CATABOLIC_SIGNAL = Quantity(
    "pth_catabolic_signal",
    "",
    "What PTH drugs add to the call for resorption; one without a drug.",
    r"\Pi_-",
)
LINING_CELLS = at_each_site(
    "lining_cells", "", "Lining cells and early precursors that can still be woken.", "L_n"
)
LINING_CELL_USE = at_each_site(
    "lining_cell_use",
    "",
    "How fast lining cells are used up; one without a drug.",
    "F_n",
    deed="uses up the resting cells that it wakes",
)
