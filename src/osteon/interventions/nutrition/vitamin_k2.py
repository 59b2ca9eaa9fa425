"""Vitamin K2 (menaquinones): completes osteocalcin; what that does to bone is not known."""

from osteon.mechanism import Equations, Nutrient, Reading, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import UNDERCARBOXYLATION
from osteon.vocabulary.quantity import Quantity

VITAMIN_K2_INTAKE = Quantity(
    "vitamin_k2_intake",
    "ug/day",
    "Vitamin K2 taken a day, all sources.",
    "I_K",
    plain="vitamin K2 intake",
)


class VitaminK2(Nutrient):
    """Undercarboxylation falls with intake and levels off.

        left(I) = 1 - greatest * I / (half_intake + I)
        undercarboxylation fold = left(intake) / left(usual_intake)

    Assumes: all menaquinones alike; the curve is that of menaquinone-7, and the 45 mg of
    menaquinone-4 of trials lie where it is flat. Leaves out: vitamin K1; warfarin.
    """

    grade = Grade.A
    intake = VITAMIN_K2_INTAKE
    takes = (VITAMIN_K2_INTAKE,)
    modifies = (UNDERCARBOXYLATION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        left = 1.0 - p.greatest * saturation(now.vitamin_k2_intake, p.half_intake)
        usual = 1.0 - p.greatest * saturation(p.usual_intake, p.half_intake)
        return {UNDERCARBOXYLATION: left / usual}
