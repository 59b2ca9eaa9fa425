"""Fractures as trials count them: groups of the kinds that the model holds."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import (
    FRACTURE_CLINICAL_SO_FAR,
    FRACTURE_MAJOR_OSTEOPOROTIC_SO_FAR,
    FRACTURE_NONVERTEBRAL_SO_FAR,
    FRACTURE_VERTEBRAL_CLINICAL_SO_FAR,
)


class FractureGroups(Mechanism):
    """Hazards of unlike fractures add up: a group is struck when any of its members is.

        vertebral_clinical = felt * vertebral
        nonvertebral       = hip + upper_limb + elsewhere
        clinical           = nonvertebral + vertebral_clinical
        major_osteoporotic = hip + upper_limb + vertebral_clinical

    Assumes: every vertebral fracture is equally likely to be felt, treated or not.
    """

    grade = Grade.B
    defines = (
        FRACTURE_VERTEBRAL_CLINICAL_SO_FAR,
        FRACTURE_NONVERTEBRAL_SO_FAR,
        FRACTURE_CLINICAL_SO_FAR,
        FRACTURE_MAJOR_OSTEOPOROTIC_SO_FAR,
    )

    def values(self, now: Reading, p: Reading) -> Equations:
        felt = p.felt * now.fracture_vertebral_so_far
        limbs = now.fracture_hip_so_far + now.fracture_upper_limb_so_far
        nonvertebral = limbs + now.fracture_elsewhere_so_far
        return {
            FRACTURE_VERTEBRAL_CLINICAL_SO_FAR: felt,
            FRACTURE_NONVERTEBRAL_SO_FAR: nonvertebral,
            FRACTURE_CLINICAL_SO_FAR: nonvertebral + felt,
            FRACTURE_MAJOR_OSTEOPOROTIC_SO_FAR: limbs + felt,
        }
