"""Vertebral fracture as a radiograph shows it, whether it is felt or not."""

from osteon.mechanism import Number, Reading, exp
from osteon.physiology.fracture.hazard import FractureHazard
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR
from osteon.vocabulary.site import Site


class FractureVertebral(FractureHazard):
    """The shared law, with the structure of the spine beside its BMD.

        of_bone = exp(slope * shortfall - slope^2 / 2) * (usual / connectivity) ^ by_structure
                * cavity_filling ^ (-by_turnover)
        usual   = exp((onset - age) / thinning)

    Incidence by age holds the struts that women of that age have usually lost. Resorption weakens a
    vertebra as far as its cavities stay open: where pulses of PTH fill them beyond the brim, it
    counts for less.
    """

    grade = Grade.C
    owns = (FRACTURE_VERTEBRAL_SO_FAR,)
    defines = (FRACTURE_VERTEBRAL,)
    hazard, so_far, site = FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR, Site.LUMBAR_SPINE

    def of_bone(self, now: Reading, p: Reading) -> Number:
        """Return what the bone itself makes of the hazard."""
        usual = exp((p.onset - now.age) / p.thinning)
        lost = usual / now.at(self.site).trabecular_connectivity
        filled = now.at(self.site).cavity_filling ** (-p.by_turnover)
        return super().of_bone(now, p) * lost**p.by_structure * filled
