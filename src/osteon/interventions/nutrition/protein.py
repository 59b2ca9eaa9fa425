"""Protein: the liver makes IGF-1 from it, most of all where little is eaten."""

from osteon.mechanism import Equations, Nutrient, Reading, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import IGF1_PRODUCTION
from osteon.vocabulary.quantity import Quantity

PROTEIN_INTAKE = Quantity(
    "protein_intake", "g/kg/day", "Protein eaten a day by body weight.", "I_P"
)


class Protein(Nutrient):
    """Protein saturates what the liver can make of it.

        igf1_production fold = saturation(intake) / saturation(usual_intake)

    Assumes: animal and plant protein alike. Leaves out: urinary calcium, which rises with protein
    as absorption does; muscle.
    """

    grade = Grade.B
    intake = PROTEIN_INTAKE
    takes = (PROTEIN_INTAKE,)
    modifies = (IGF1_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        usual = saturation(p.usual_intake, p.half_intake)
        return {IGF1_PRODUCTION: saturation(now.protein_intake, p.half_intake) / usual}
