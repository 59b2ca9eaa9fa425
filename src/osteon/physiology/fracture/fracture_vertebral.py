"""Vertebral fracture as a radiograph shows it, whether it is felt or not."""

from osteon.mechanism import Number, Reading, exp, log, ramp
from osteon.physiology.fracture.among_all import among_all
from osteon.physiology.fracture.hazard import FractureHazard
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR
from osteon.vocabulary.site import Site


class FractureVertebral(FractureHazard):
    """The shared law, with the structure of the spine beside its BMD.

        of_bone = exp(slope * shortfall - uneven) * (usual / connectivity) ^ by_structure
        of_turnover = exp(by_turnover * (excess / cavity_filling - 1)) * unfilled ^ by_refill
        uneven  = log(gradient_of_all)^2 / 2
        usual   = exp(-ramp(age - onset) / thinning)
        of_history = previous_fracture * fracture_history * again
        again   = (1 + (ratio_again - 1) broken) / (1 + (ratio_again - 1) usually_broken)

    Incidence by age holds the struts that women of that age have usually lost; `uneven` keeps the
    mean over women, who differ by BMD and by the struts that go with it. Resorption weakens a
    vertebra as far as its cavities stay open: where pulses of PTH fill them beyond the brim, it
    counts for less. `broken` says whether a vertebra has broken before: they break again far more
    often than after any other fracture.
    """

    grade = Grade.C
    owns = (FRACTURE_VERTEBRAL_SO_FAR,)
    defines = (FRACTURE_VERTEBRAL,)
    hazard, so_far, site = FRACTURE_VERTEBRAL, FRACTURE_VERTEBRAL_SO_FAR, Site.LUMBAR_SPINE

    def of_bone(self, now: Reading, p: Reading) -> Number:
        """Return what the bone itself makes of the hazard."""
        usual = exp(-(ramp(now.age - p.onset, p.width_of_onset) / p.thinning))
        lost = usual / now.at(self.site).trabecular_connectivity
        return super().of_bone(now, p) * lost**p.by_structure

    def open_cavities(self, now: Reading) -> Number:
        """Return the cavities that weaken a vertebra: not those that are filled at once."""
        return now.resorption_excess / now.at(self.site).cavity_filling

    def uneven(self, now: Reading, p: Reading) -> Number:
        """Return by how much the mean over women of one age exceeds the middle one (logarithm)."""
        return 0.5 * log(p.gradient_of_all) ** 2

    def of_history(self, now: Reading, p: Reading) -> Number:
        """Return what her history makes of the hazard: an earlier vertebral fracture most."""
        again = among_all(p.ratio_again, p.broken, p.usually_broken)
        return super().of_history(now, p) * again
