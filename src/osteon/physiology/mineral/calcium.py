"""Calcium: what comes in by the gut goes out by kidney, gut and skin, or into bone."""

from osteon.mechanism import Equations, Nutrient, Reading
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


class Calcium(Nutrient):
    """Serum calcium by conservation: in = out + stored.

        volume d Ca / dt = absorbed - urine - loss + skeletal_calcium * release
        absorbed = intake / molar_mass * greatest / (1 + (greatest - fraction) / drive)
        drive    = fraction * absorption * (intake / usual_intake) ^ -falling
        urine    = usual urine * excretion * (Ca / usual) ^ spill * PTH ^ -retention
        loss     = usual loss * Ca / usual * (1 - share absorbed) / (1 - fraction)

    The share absorbed is `fraction` in the reference state, falls as intake rises (Heaney), and is
    never more than `greatest`. In the reference state what is absorbed leaves as urine
    (`urine_share`) and with digestive juices and skin (the rest): the balance closes for everyone.
    """

    grade = Grade.A
    owns = (SERUM_CALCIUM,)
    defines = (CALCIUM_SIGNAL, CALCIUM_ABSORBED, URINARY_CALCIUM, CALCIUM_LOSS)
    opens = (CALCIUM_ABSORPTION, CALCIUM_EXCRETION)
    intake = CALCIUM_INTAKE
    takes = (CALCIUM_INTAKE,)

    def reference(self, p: Reading) -> Equations:
        return {SERUM_CALCIUM: p.usual, CALCIUM_INTAKE: p.usual_intake}

    def rates(self, now: Reading, p: Reading) -> Equations:
        freed = p.skeletal_calcium * now.skeletal_release
        gained = now.calcium_absorbed - now.urinary_calcium - now.calcium_loss + freed
        return {SERUM_CALCIUM: gained / p.volume}

    def values(self, now: Reading, p: Reading) -> Equations:
        usual_absorbed = p.usual_intake / p.molar_mass * p.fraction
        scarcity = (now.calcium_intake / p.usual_intake) ** p.falling
        drive = p.fraction * now.calcium_absorption
        share = p.greatest / (1.0 + (p.greatest - p.fraction) * scarcity / drive)
        usual_urine = p.urine_share * usual_absorbed
        usual_loss = usual_absorbed - usual_urine
        level = now.serum_calcium / p.usual
        spilled = level**p.spill / now.pth_signal**p.retention
        return {
            CALCIUM_SIGNAL: level,
            CALCIUM_ABSORBED: now.calcium_intake / p.molar_mass * share,
            URINARY_CALCIUM: usual_urine * now.calcium_excretion * spilled,
            CALCIUM_LOSS: usual_loss * level * (1.0 - share) / (1.0 - p.fraction),
        }
