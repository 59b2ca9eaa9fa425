"""The whole skeleton, of which the measured sites are samples."""

from collections.abc import Callable
from functools import reduce
from operator import add

from osteon.mechanism import Equations, Mechanism, Number, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import (
    SKELETAL_FORMATION,
    SKELETAL_OSTEOBLASTS,
    SKELETAL_OSTEOCLASTS,
    SKELETAL_PRECURSORS,
    SKELETAL_RELEASE,
    SKELETAL_RESORPTION,
    SKELETAL_SCLEROSTIN,
)
from osteon.vocabulary.site import Site


class Skeleton(Mechanism):
    """Resorption, formation and mineral exchange of the whole skeleton.

        skeletal_x = sum(share * turnover * x) / sum(share * turnover)

    Assumes: the skeleton is a mixture of bone that behaves like the spine, bone that behaves like
    the hip, and bone that hardly turns over.
    """

    grade = Grade.C
    defines = (
        SKELETAL_RESORPTION,
        SKELETAL_FORMATION,
        SKELETAL_PRECURSORS,
        SKELETAL_OSTEOBLASTS,
        SKELETAL_OSTEOCLASTS,
        SKELETAL_SCLEROSTIN,
        SKELETAL_RELEASE,
    )

    def values(self, now: Reading, p: Reading) -> Equations:
        def total(of: Callable[[Reading], Number]) -> Number:
            return reduce(add, [p.at(site).share * of(now.at(site)) for site in Site])

        turned = total(lambda here: here.bone_turnover)

        def mixed(of: Callable[[Reading], Number]) -> Number:
            return total(lambda here: here.bone_turnover * of(here)) / turned

        return {
            SKELETAL_RESORPTION: mixed(
                lambda here: here.resorption_rate * here.bone_volume_fraction
            ),
            SKELETAL_FORMATION: mixed(lambda here: here.formation_rate),
            SKELETAL_PRECURSORS: mixed(lambda here: here.osteoblast_precursors),
            SKELETAL_OSTEOBLASTS: mixed(lambda here: here.osteoblasts),
            SKELETAL_OSTEOCLASTS: mixed(lambda here: here.osteoclasts),
            SKELETAL_SCLEROSTIN: mixed(lambda here: here.sclerostin),
            SKELETAL_RELEASE: total(lambda here: here.mineral_release),
        }
