"""What food acts through: growth factor, cytokines, the carboxylation of osteocalcin."""

from osteon.vocabulary.quantity import Quantity, at_each_site

IGF1 = Quantity(
    "igf1",
    "",
    "Insulin-like growth factor 1 in serum, relative to reference.",
    r"\mathrm{IGF}",
    plain="the growth factor IGF-1",
)
IGF1_PRODUCTION = Quantity(
    "igf1_production", "", "IGF-1 made by the liver, relative to reference.", "F_I"
)
CYTOKINES = at_each_site(
    "cytokines", "", "TNF-alpha, IL-1 and IL-6 in bone marrow, relative to reference.", "i"
)
CYTOKINE_PRODUCTION = at_each_site(
    "cytokine_production", "", "Inflammatory cytokines made by marrow cells.", "F_i"
)
UNDERCARBOXYLATION = Quantity(
    "undercarboxylation", "", "Osteocalcin that vitamin K leaves without carboxyl groups.", "F_u"
)
UNDERCARBOXYLATED_OSTEOCALCIN_SHARE = Quantity(
    "undercarboxylated_osteocalcin_share",
    "",
    "Share of osteocalcin that is undercarboxylated, relative to reference.",
    "u",
)
OSTEOCALCIN = Quantity(
    "osteocalcin",
    "ng/mL",
    "Osteocalcin in serum: a marker of formation.",
    r"\mathrm{OC}",
    plain="the marker of bone building in blood (osteocalcin)",
)
UNDERCARBOXYLATED_OSTEOCALCIN = Quantity(
    "undercarboxylated_osteocalcin",
    "ng/mL",
    "Undercarboxylated osteocalcin in serum: a marker of vitamin K.",
    r"\mathrm{ucOC}",
    plain="undercarboxylated osteocalcin (osteocalcin that vitamin K has not finished)",
)
