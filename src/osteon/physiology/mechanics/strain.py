"""Strain: the same load deforms less bone more."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mechanics import MECHANICAL_LOAD, MECHANICAL_STIMULUS


class Strain(Mechanism):
    """Mechanical stimulus: the habitual load on the reference bone gives one.

        stimulus = load / bone_volume_fraction ^ stiffness

    Assumes: a load stimulus per site, from hip contact force and lumbar compression, saturated with
    cycles (see the exercise room).
    """

    grade = Grade.B
    defines = (MECHANICAL_STIMULUS,)
    takes = (MECHANICAL_LOAD,)

    def reference(self, p: Reading) -> Equations:
        return {MECHANICAL_LOAD: 1.0}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {
            MECHANICAL_STIMULUS: now.mechanical_load * now.bone_volume_fraction ** (-p.stiffness)
        }
