"""Fracture of any bone but hip, forearm, shoulder and vertebra: ankle, ribs, pelvis, leg."""

from osteon.physiology.fracture.hazard import FractureHazard
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_ELSEWHERE, FRACTURE_ELSEWHERE_SO_FAR
from osteon.vocabulary.site import Site


class FractureElsewhere(FractureHazard):
    """The shared law with the slope of fractures other than hip: slope = log(gradient).

    Assumes: one hazard for bones as unlike as ankle and pelvis, of which no table by age was read.
    """

    grade = Grade.D
    owns = (FRACTURE_ELSEWHERE_SO_FAR,)
    defines = (FRACTURE_ELSEWHERE,)
    hazard, so_far, site = FRACTURE_ELSEWHERE, FRACTURE_ELSEWHERE_SO_FAR, Site.FEMORAL_NECK
