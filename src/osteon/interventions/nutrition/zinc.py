"""Zinc: a cofactor of bone enzymes; more than enough is no gain, and far more does harm."""

from osteon.mechanism import Equations, Number, Nutrient, Reading, hill
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_ACTIVITY
from osteon.vocabulary.quantity import Quantity

ZINC_INTAKE = Quantity(
    "zinc_intake", "mg/day", "Zinc eaten a day, all sources.", "I_{Zn}", plain="zinc intake"
)


class Zinc(Nutrient):
    """Zinc and what each osteoblast forms.

        left(I) = 1 - harm * I^steepness / (limit^steepness + I^steepness)
        osteoblast_activity fold
            = left(intake) / left(usual_intake)
            * ((half_intake + intake) / (half_intake + usual_intake)) ^ (leaning - 1)

    Above the limit zinc keeps copper out, which collagen needs; how much harm that does at most is
    a guess, and no more is told however much is taken. The second factor is what zinc
    might do within the limit: the one trial saw less loss in women who ate little and more loss in
    all others, so it is centered on none, and `leaning` is one plus its exponent.
    """

    grade = Grade.C
    intake = ZINC_INTAKE
    takes = (ZINC_INTAKE,)
    modifies = (OSTEOBLAST_ACTIVITY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        def left(intake: Number) -> Number:
            return 1.0 - p.harm * hill(intake, p.limit, p.steepness)

        harmed = left(now.zinc_intake) / left(p.usual_intake)
        within = (p.half_intake + now.zinc_intake) / (p.half_intake + p.usual_intake)
        return {OSTEOBLAST_ACTIVITY: harmed * within ** (p.leaning - 1.0)}
