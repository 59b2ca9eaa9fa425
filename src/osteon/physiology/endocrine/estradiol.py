"""Estradiol comes from the ovaries and, for life, from aromatase in fat, muscle and bone."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import (
    AROMATASE_ACTIVITY,
    ESTRADIOL,
    REFERENCE_ESTRADIOL,
)


class Estradiol(Mechanism):
    """Serum estradiol.

        d E / dt   = clearance (ovarian_level * ovary + peripheral - E)
        peripheral = peripheral_level * (leak + (1 - leak) * aromatase)

    Aromatase inhibitors and body fat act on `aromatase_activity`.
    Assumes: inhibitors do not reach the ovary of a premenopausal woman, whose gonadotropins
    overrule them.
    Leaves out: estrone and its sulfate, sex-hormone binding globulin.
    """

    grade = Grade.A
    owns = (ESTRADIOL,)
    defines = (REFERENCE_ESTRADIOL,)
    opens = (AROMATASE_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {ESTRADIOL: p.ovarian_level + p.peripheral_level}

    def rates(self, now: Reading, p: Reading) -> Equations:
        peripheral = p.peripheral_level * (p.leak + (1.0 - p.leak) * now.aromatase_activity)
        made = p.ovarian_level * now.ovarian_activity + peripheral
        return {ESTRADIOL: p.clearance * (made - now.estradiol)}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {REFERENCE_ESTRADIOL: p.ovarian_level + p.peripheral_level}
