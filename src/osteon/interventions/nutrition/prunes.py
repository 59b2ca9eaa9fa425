"""Prunes (dried plums): the one food with a randomized trial that saw a hip lose less."""

from osteon.mechanism import Equations, Nutrient, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import CYTOKINE_PRODUCTION
from osteon.vocabulary.quantity import Quantity

PRUNES_INTAKE = Quantity(
    "prunes_intake", "g/day", "Prunes eaten a day.", "I_{pr}", plain="the amount of prunes eaten"
)


class Prunes(Nutrient):
    """Polyphenols of prunes calm the cytokines of the marrow.

        cytokine_production fold = ((serving + intake) / (serving + usual_intake)) ^ -calming

    Assumes: through cytokines, since the fruit's polyphenols do that in marrow cells; alike at all
    sites. A quarter to a half of the difference at the hip is believed, because spine and neck
    showed none.
    """

    grade = Grade.B
    intake = PRUNES_INTAKE
    takes = (PRUNES_INTAKE,)
    modifies = (CYTOKINE_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        more = (p.serving + now.prunes_intake) / (p.serving + p.usual_intake)
        return {CYTOKINE_PRODUCTION: more ** (-p.calming)}
