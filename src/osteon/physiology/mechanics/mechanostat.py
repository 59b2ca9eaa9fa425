"""The mechanostat: osteocytes compare strain with a set point that estrogen shifts."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mechanics import MECHANOSTAT_SIGNAL
from osteon.vocabulary.quantities.signaling import RANKL_PRODUCTION, SCLEROSTIN_PRODUCTION


class Mechanostat(Mechanism):
    """What osteocytes make of strain.

        felt   = log(stimulus) - accommodation - set_point_shift * deficit
        signal = sensitivity * tanh(saturation * felt) / saturation
        overload    = 1 / (1 + exp(-sharpness * felt))       near one above, near zero below
        sensitivity = 1 - overload (1 - kept_without_estrogen) (1 - estrogen_signal)
        sclerostin_production fold = exp(-on_sclerostin * signal)
        rankl_production fold      = exp(-on_rankl * signal)

    Overload and disuse saturate alike. Without estrogen bone feels less loaded and answers less to
    overload: after menopause, and more so on an aromatase inhibitor, the gain from exercise may be
    near zero. Disuse takes bone with and without estrogen.
    """

    grade = Grade.B
    defines = (MECHANOSTAT_SIGNAL,)
    modifies = (SCLEROSTIN_PRODUCTION, RANKL_PRODUCTION)

    def values(self, now: Reading, p: Reading) -> Equations:
        set_point = now.accommodation + p.set_point_shift * now.estrogen_deficit
        felt = log(now.mechanical_stimulus) - set_point
        overload = 1.0 / (1.0 + exp(-(p.sharpness * felt)))
        lacking = (1.0 - p.kept_without_estrogen) * (1.0 - now.estrogen_signal)
        sensitivity = 1.0 - overload * lacking
        falling = exp(-(2.0 * p.saturation * felt))
        answer = (1.0 - falling) / (1.0 + falling) / p.saturation
        return {MECHANOSTAT_SIGNAL: sensitivity * answer}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {
            SCLEROSTIN_PRODUCTION: exp(-(p.on_sclerostin * now.mechanostat_signal)),
            RANKL_PRODUCTION: exp(-(p.on_rankl * now.mechanostat_signal)),
        }
