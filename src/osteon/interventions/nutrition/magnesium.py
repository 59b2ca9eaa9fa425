"""Magnesium: the kidney needs enough of it to make calcitriol; more than enough is no gain."""

from osteon.mechanism import Equations, Number, Nutrient, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import CALCITRIOL_SYNTHESIS
from osteon.vocabulary.quantity import Quantity

MAGNESIUM_INTAKE = Quantity(
    "magnesium_intake",
    "mg/day",
    "Magnesium eaten a day, all sources.",
    "I_{Mg}",
    plain="magnesium intake",
)


class Magnesium(Nutrient):
    """Magnesium is a cofactor of 1-alpha-hydroxylase.

        made(I) = without + (1 - without) * I^n / (half_intake^n + I^n)
        calcitriol_synthesis fold
            = made(intake) / made(usual_intake)
            * ((half_intake + intake) / (half_intake + usual_intake)) ^ (leaning - 1)

    The second factor is what magnesium might do beyond deficiency: trials say nothing sure, so it
    is centered on none, and `leaning` is one plus its exponent.
    Leaves out: the failing secretion of PTH in severe depletion, which no diet brings about; the
    crystals of bone.
    """

    grade = Grade.C
    intake = MAGNESIUM_INTAKE
    takes = (MAGNESIUM_INTAKE,)
    modifies = (CALCITRIOL_SYNTHESIS,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        def made(intake: Number) -> Number:
            enough = (intake / p.half_intake) ** p.steepness
            return p.without + (1.0 - p.without) * enough / (1.0 + enough)

        beyond = (p.half_intake + now.magnesium_intake) / (p.half_intake + p.usual_intake)
        fold = made(now.magnesium_intake) / made(p.usual_intake)
        return {CALCITRIOL_SYNTHESIS: fold * beyond ** (p.leaning - 1.0)}
