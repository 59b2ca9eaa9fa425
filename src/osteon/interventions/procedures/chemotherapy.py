"""Chemotherapy that ends the work of the ovaries, within months."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

CHEMOTHERAPY = Quantity(
    "chemotherapy",
    "",
    "Whether chemotherapy has ended ovarian function: one from its first day on.",
    "u_{ch}",
    plain="chemotherapy",
)
OVARIAN_DAMAGE = Quantity(
    "ovarian_damage", "", "Follicles that chemotherapy has destroyed, for each left.", "B_{ch}"
)


class Chemotherapy(Mechanism):
    """Loss of follicles.

        d damage / dt = speed (chemotherapy * destroyed - damage)
        ovarian_stimulation fold = 1 / (1 + damage)

    Assumes: the damage is for good. Leaves out: ovaries of young women that come back.
    """

    grade = Grade.B
    owns = (OVARIAN_DAMAGE,)
    takes = (CHEMOTHERAPY,)
    modifies = (OVARIAN_STIMULATION,)

    def reference(self, p: Reading) -> Equations:
        return {OVARIAN_DAMAGE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        goal = now.chemotherapy * p.destroyed
        return {OVARIAN_DAMAGE: p.speed * (goal - now.ovarian_damage)}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OVARIAN_STIMULATION: 1.0 / (1.0 + now.ovarian_damage)}
