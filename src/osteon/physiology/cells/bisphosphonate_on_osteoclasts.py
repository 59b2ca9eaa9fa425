"""Osteoclasts that take up bisphosphonate with bone are disarmed and die early."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCLAST_ACTIVITY, OSTEOCLAST_DEATH
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD


class BisphosphonateOnOsteoclasts(Mechanism):
    """One effect for all bisphosphonates, which differ in what reaches the surface of bone.

        effect = 1 - 1 / load          zero without the drug, one when bone is full of it
        osteoclast_death fold    = 1 + killing * effect
        osteoclast_activity fold = 1 / (1 + disarming * effect)

    Precursors and RANKL are left alone, so nothing rebounds when the drug fades.
    """

    grade = Grade.A
    opens = (BISPHOSPHONATE_LOAD,)
    modifies = (OSTEOCLAST_DEATH, OSTEOCLAST_ACTIVITY)

    def folds(self, now: Reading, p: Reading) -> Equations:
        effect = 1.0 - 1.0 / now.bisphosphonate_load
        return {
            OSTEOCLAST_DEATH: 1.0 + p.killing * effect,
            OSTEOCLAST_ACTIVITY: 1.0 / (1.0 + p.disarming * effect),
        }
