"""The PTH receptor of bone cells under drugs: pulses wake and keep osteoblasts, and call RANKL."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import (
    OSTEOBLAST_ACTIVITY,
    OSTEOBLAST_DEATH,
    OSTEOBLAST_RECRUITMENT,
)
from osteon.vocabulary.quantities.drug_targets import (
    LINING_CELL_USE,
    PTH_ANABOLIC_SIGNAL,
    PTH_CATABOLIC_SIGNAL,
)
from osteon.vocabulary.quantities.fracture import CAVITY_FILLING
from osteon.vocabulary.quantities.remodeling import MODELING_FORMATION
from osteon.vocabulary.quantities.signaling import RANKL_PRODUCTION
from osteon.vocabulary.quantity import at_each_site

PTH_CALL = at_each_site(
    "pth_call", "", "The call for resorption by cells that PTH drugs have recruited.", r"\Pi_c"
)


class PthReceptor(Mechanism):
    """What PTH drugs do at a site.

        pulses = 1 + response (anabolic_signal - 1) lining_cells
        osteoblast_recruitment fold = pulses ^ on_recruitment
        osteoblast_death fold       = pulses ^ (-on_survival)
        osteoblast_activity fold    = pulses ^ on_activity
        modeling_formation fold     = pulses ^ on_modeling
        cavity_filling fold         = pulses ^ on_filling
        d call / dt                 = (catabolic_signal - call) / delay
        rankl_production fold       = call ^ (on_rankl * response_to_pth)
        lining_cell_use fold        = anabolic_signal ^ waking

    The call for resorption comes from cells that pulses must first recruit: it follows formation
    by months (the anabolic window), and outlives it when the drug is stopped. What it opens
    is filled beyond the brim: a vertebra becomes stronger than its BMD says.
    Assumes: sites answer differently to pulses; the hip, mostly cortex, less.
    """

    grade = Grade.A
    owns = (PTH_CALL,)
    opens = (PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL)
    modifies = (
        OSTEOBLAST_RECRUITMENT,
        OSTEOBLAST_DEATH,
        OSTEOBLAST_ACTIVITY,
        MODELING_FORMATION,
        CAVITY_FILLING,
        RANKL_PRODUCTION,
        LINING_CELL_USE,
    )

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {PTH_CALL: (now.pth_catabolic_signal - now.pth_call) / p.delay}

    def folds(self, now: Reading, p: Reading) -> Equations:
        raised = p.response * (now.pth_anabolic_signal - 1.0)
        pulses = 1.0 + raised * now.lining_cells
        return {
            OSTEOBLAST_RECRUITMENT: pulses**p.on_recruitment,
            OSTEOBLAST_DEATH: pulses ** (-p.on_survival),
            OSTEOBLAST_ACTIVITY: pulses**p.on_activity,
            MODELING_FORMATION: pulses**p.on_modeling,
            CAVITY_FILLING: pulses**p.on_filling,
            RANKL_PRODUCTION: now.pth_call ** (p.on_rankl * now.response_to_pth),
            LINING_CELL_USE: now.pth_anabolic_signal**p.waking,
        }
