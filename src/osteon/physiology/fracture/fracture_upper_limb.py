"""Fracture of the forearm or the shoulder: what a hand held out in a fall meets."""

from osteon.physiology.fracture.hazard import FractureHazard
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_UPPER_LIMB, FRACTURE_UPPER_LIMB_SO_FAR
from osteon.vocabulary.site import Site


class FractureUpperLimb(FractureHazard):
    """The shared law with the slope of fractures other than hip: slope = log(gradient).

    Assumes: femoral neck BMD stands for BMD of the arm, which is not simulated.
    """

    grade = Grade.C
    owns = (FRACTURE_UPPER_LIMB_SO_FAR,)
    defines = (FRACTURE_UPPER_LIMB,)
    hazard, so_far, site = FRACTURE_UPPER_LIMB, FRACTURE_UPPER_LIMB_SO_FAR, Site.FEMORAL_NECK
