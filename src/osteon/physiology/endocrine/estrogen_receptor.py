"""The estrogen receptor of bone: estradiol and receptor modulators compete for it."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import (
    ESTROGEN_SIGNAL,
    RECEPTOR_AGONISM,
    RECEPTOR_COMPETITION,
)


class EstrogenReceptor(Mechanism):
    """The estrogen signal that bone receives, one before menopause.

        signal = bound / bound before menopause
        bound  = (E / K + agonism - 1) / (E / K + competition)

    A partial agonist multiplies `competition` by 1 + its binding and `agonism` by 1 + its efficacy
    times its binding: it gains after menopause and loses before it, from one equation.
    Assumes: one receptor, binding fast. Leaves out: the alpha and beta receptors apart.
    """

    grade = Grade.B
    defines = (ESTROGEN_SIGNAL,)
    opens = (RECEPTOR_COMPETITION, RECEPTOR_AGONISM)

    def values(self, now: Reading, p: Reading) -> Equations:
        ligand = now.estradiol / p.half_signal
        bound = (ligand + now.receptor_agonism - 1.0) / (ligand + now.receptor_competition)
        full = now.reference_estradiol / (p.half_signal + now.reference_estradiol)
        return {ESTROGEN_SIGNAL: bound / full}
