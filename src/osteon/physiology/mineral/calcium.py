"""Calcium: what comes in by the gut goes out by kidney, gut and skin, or into bone."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import (
    CALCIUM_ABSORBED,
    CALCIUM_ABSORPTION,
    CALCIUM_EXCRETION,
    CALCIUM_INTAKE,
    CALCIUM_LOSS,
    CALCIUM_SIGNAL,
    SERUM_CALCIUM,
    URINARY_CALCIUM,
)


class Calcium(Mechanism):
    """Serum calcium by conservation: in = out + stored.

        volume d Ca / dt = absorbed - urine - loss + skeletal_calcium * release
        absorbed = usual absorbed * (intake / usual_intake) ^ (1 - falling) * absorption
        usual absorbed = usual_intake / molar_mass * fraction
        urine    = usual urine * excretion * (Ca / usual) ^ spill * PTH ^ -retention

    The share absorbed falls as intake rises (about 6.2 / sqrt(mg a day), Heaney). In the reference
    state what is absorbed leaves as urine (`urine_share`) and with digestive juices and skin (the
    rest), so the balance closes for everyone.
    """

    grade = Grade.A
    owns = (SERUM_CALCIUM,)
    defines = (CALCIUM_SIGNAL, CALCIUM_ABSORBED, URINARY_CALCIUM, CALCIUM_LOSS)
    opens = (CALCIUM_ABSORPTION, CALCIUM_EXCRETION)
    takes = (CALCIUM_INTAKE,)

    def reference(self, p: Reading) -> Equations:
        return {SERUM_CALCIUM: p.usual, CALCIUM_INTAKE: p.usual_intake}

    def rates(self, now: Reading, p: Reading) -> Equations:
        freed = p.skeletal_calcium * now.skeletal_release
        gained = now.calcium_absorbed - now.urinary_calcium - now.calcium_loss + freed
        return {SERUM_CALCIUM: gained / p.volume}

    def values(self, now: Reading, p: Reading) -> Equations:
        usual_absorbed = p.usual_intake / p.molar_mass * p.fraction
        eaten = (now.calcium_intake / p.usual_intake) ** (1.0 - p.falling)
        usual_urine = p.urine_share * usual_absorbed
        level = now.serum_calcium / p.usual
        spilled = level**p.spill / now.pth_signal**p.retention
        return {
            CALCIUM_SIGNAL: level,
            CALCIUM_ABSORBED: usual_absorbed * eaten * now.calcium_absorption,
            URINARY_CALCIUM: usual_urine * now.calcium_excretion * spilled,
            CALCIUM_LOSS: usual_absorbed - usual_urine,
        }
