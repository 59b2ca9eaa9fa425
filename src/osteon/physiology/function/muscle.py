"""Muscle strength: lost with the years, regained with resistance training over months."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.function import (
    FALL_HAZARD,
    MUSCLE_STRENGTH,
    RESISTANCE_TRAINING,
    TRAINED_STRENGTH,
)


class Muscle(Mechanism):
    """Strength of the legs, and the falls that it keeps off.

        d T / dt = (1 + gain * training / (half + training) - T) / span
        strength = T exp(-loss * age_advance)
        fall_hazard fold = T ^ -on_falls

    `T` is the strength that training leaves, relative to untrained people of that age.
    Training counts in minutes a day at the usual intensity. Resistance training alone has not been
    shown to prevent falls: what it adds to balance training is small.
    Leaves out: what bed rest, inflammation, protein and hormones do to muscle, and its pull on bone
    (in the load of training).
    """

    grade = Grade.B
    owns = (TRAINED_STRENGTH,)
    defines = (MUSCLE_STRENGTH,)
    modifies = (FALL_HAZARD,)
    takes = (RESISTANCE_TRAINING,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        trained = 1.0 + p.gain * saturation(now.resistance_training, p.half)
        return {TRAINED_STRENGTH: (trained - now.trained_strength) / p.span}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {MUSCLE_STRENGTH: now.trained_strength * exp(-(p.loss * now.age_advance))}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {FALL_HAZARD: now.trained_strength ** (-p.on_falls)}
