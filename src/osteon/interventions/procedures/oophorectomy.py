"""Oophorectomy: the ovaries are taken out, and their estradiol is gone that day."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

OOPHORECTOMY = Quantity(
    "oophorectomy",
    "",
    "Whether the ovaries have been removed: one from that day on.",
    "u_{oo}",
    plain="the removal of the ovaries",
)


class Oophorectomy(Mechanism):
    """Removal of both ovaries.

        ovarian_stimulation fold = 1 - oophorectomy

    After menopause it changes nothing.
    Leaves out: androgens of the ovary, which it makes beyond menopause.
    """

    grade = Grade.A
    takes = (OOPHORECTOMY,)
    modifies = (OVARIAN_STIMULATION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OVARIAN_STIMULATION: 1.0 - now.oophorectomy}
