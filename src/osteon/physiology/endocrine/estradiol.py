"""Estradiol comes from the ovaries and, for life, from aromatase in fat, muscle and bone."""

from osteon.mechanism import Equations, Mechanism, Reading, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import (
    AROMATASE_ACTIVITY,
    ESTRADIOL,
    REFERENCE_ESTRADIOL,
)
from osteon.vocabulary.quantities.hormone_therapy import ESTRADIOL_SUPPLY


class Estradiol(Mechanism):
    """Serum estradiol.

        d E / dt   = clearance (ovarian_level * ovary + peripheral + supplied - E)
        peripheral = peripheral_level * (leak + (1 - leak) * aromatase ^ steepness) * androgens
        androgens  = 1 - from_gonads (1 - ovarian_stimulation)
        supplied   = reference_estradiol * log(supply)

    Aromatase inhibitors act on `aromatase_activity`. Estrogens that are taken act on
    `estradiol_supply`: folds multiply, so in the logarithm what several of them supply adds up.
    Aromatase makes estradiol of androgens: a woman's come from her adrenals, most of a man's from
    his testes (`from_gonads`), so that what silences the gonads takes them too.
    A steepness below one says that estradiol falls less than aromatase does; with a single leak,
    what anastrozole and letrozole leave of estradiol cannot both come out.
    Assumes: inhibitors do not reach the ovary of a premenopausal woman, whose gonadotropins
    overrule them; estrogens that are taken leave the ovary as it is.
    Leaves out: estrone and its sulfate, sex-hormone binding globulin.
    """

    grade = Grade.A
    owns = (ESTRADIOL,)
    defines = (REFERENCE_ESTRADIOL,)
    opens = (AROMATASE_ACTIVITY, ESTRADIOL_SUPPLY)

    def reference(self, p: Reading) -> Equations:
        return {ESTRADIOL: p.ovarian_level + p.peripheral_level}

    def rates(self, now: Reading, p: Reading) -> Equations:
        made_still = p.leak + (1.0 - p.leak) * now.aromatase_activity**p.steepness
        androgens = 1.0 - p.from_gonads * (1.0 - now.ovarian_stimulation)
        peripheral = p.peripheral_level * made_still * androgens
        made = p.ovarian_level * now.ovarian_activity + peripheral
        supplied = now.reference_estradiol * log(now.estradiol_supply)
        return {ESTRADIOL: p.clearance * (made + supplied - now.estradiol)}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {REFERENCE_ESTRADIOL: p.ovarian_level + p.peripheral_level}
