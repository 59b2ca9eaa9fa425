"""Hip fracture: rare before seventy and doubling every five years; BMD of the neck foretells it."""

from osteon.mechanism import Number, Reading, log
from osteon.physiology.fracture.hazard import FractureHazard
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HIP, FRACTURE_HIP_SO_FAR
from osteon.vocabulary.site import Site


class FractureHip(FractureHazard):
    """The shared law, with a gradient of risk that fades with age (Johnell 2005).

        slope      = log(gradient) - fading * (age - gradient_age)
        of_history = previous_fracture * fracture_history ^ by_history

    Assumes: femoral neck BMD foretells it.
    """

    grade = Grade.B
    owns = (FRACTURE_HIP_SO_FAR,)
    defines = (FRACTURE_HIP,)
    hazard, so_far, site = FRACTURE_HIP, FRACTURE_HIP_SO_FAR, Site.FEMORAL_NECK

    def slope(self, now: Reading, p: Reading) -> Number:
        """Return the rise of the logarithm of the hazard per standard deviation of BMD lost."""
        return log(p.gradient) - p.fading * (now.age - p.gradient_age)

    def of_history(self, now: Reading, p: Reading) -> Number:
        """Return what her history makes of the hazard: of a hip more than of other bones."""
        return now.previous_fracture * now.fracture_history**p.by_history
