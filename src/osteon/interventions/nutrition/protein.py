"""Protein: the liver makes IGF-1 from it, most of all where little is eaten."""

from osteon.mechanism import Equations, Number, Nutrient, Reading, ramp, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import IGF1_PRODUCTION
from osteon.vocabulary.quantity import Quantity

PROTEIN_INTAKE = Quantity(
    "protein_intake",
    "g/kg/day",
    "Protein eaten a day by body weight.",
    "I_P",
    plain="protein intake",
)
PROTEIN_IN_FOODS = Quantity(
    "protein_in_foods",
    "g/day",
    "Protein a day in foods that are listed, beside the intake by weight.",
    "I_{Pf}",
    plain="protein in listed foods",
)


class Protein(Nutrient):
    """Protein saturates what the liver can make of it.

        igf1_production fold = saturation(counted) / the same of usual_intake
        counted = eaten + ramp(least - eaten)
        eaten   = intake + in foods / body_weight

    A body that eats less than it must lose lives on its own protein: less than `least` counts as
    that.
    Assumes: animal and plant protein alike. Leaves out: urinary calcium, which rises with protein
    as absorption does; muscle.
    """

    grade = Grade.B
    intake = PROTEIN_INTAKE
    foods = PROTEIN_IN_FOODS
    takes = (PROTEIN_INTAKE, PROTEIN_IN_FOODS)
    modifies = (IGF1_PRODUCTION,)

    def reference(self, p: Reading) -> Equations:
        return {PROTEIN_INTAKE: p.usual_intake, PROTEIN_IN_FOODS: 0.0}

    def folds(self, now: Reading, p: Reading) -> Equations:
        eaten = now.protein_intake + now.protein_in_foods / p.body_weight
        return {IGF1_PRODUCTION: _made_of(eaten, p) / _made_of(p.usual_intake, p)}


def _made_of(intake: Number, p: Reading) -> Number:
    return saturation(intake + ramp(p.least - intake, p.width), p.half_intake)
