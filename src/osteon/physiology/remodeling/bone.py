"""Bone at a site: osteoid, young bone with primary and mature bone with full mineralization."""

from osteon.mechanism import Equations, Mechanism, Number, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import (
    BONE_BALANCE,
    BONE_MINERAL,
    BONE_TURNOVER,
    BONE_VOLUME_FRACTION,
    MATURE_BONE,
    MINERAL_RELEASE,
    MINERALIZATION,
    MINERALIZATION_DEGREE,
    OSTEOID,
    YOUNG_BONE,
)


class Bone(Mechanism):
    """Bone volume and its mineral, as shares of the reference volume.

        turnover       = usual turnover * peak ^ (-slenderness)
        d osteoid / dt = turnover * formation - mineralizing
        d young / dt   = mineralizing - aging - turnover * resorption * young
        d mature / dt  = aging - turnover * resorption * mature
        mineralizing   = mineralization * osteoid / lag
        aging          = mineralization * young / ripening
        mineral        = (primary * young + mature) / the same at reference

    Lower turnover lets bone ripen: BMD rises without new bone. The three pools conserve what is
    formed and resorbed. A woman who reached less bone in youth has more surface on each part of it:
    she gains and loses more percent.
    Assumes: osteoclasts resorb young and mature bone alike, never osteoid.
    """

    grade = Grade.A
    owns = (OSTEOID, YOUNG_BONE, MATURE_BONE)
    opens = (MINERALIZATION,)
    defines = (
        BONE_TURNOVER,
        BONE_VOLUME_FRACTION,
        BONE_BALANCE,
        MINERALIZATION_DEGREE,
        BONE_MINERAL,
        MINERAL_RELEASE,
    )

    def reference(self, p: Reading) -> Equations:
        turnover = _turnover(p)
        young = turnover / (turnover + 1.0 / p.ripening)
        return {OSTEOID: turnover * p.lag, YOUNG_BONE: young, MATURE_BONE: 1.0 - young}

    def rates(self, now: Reading, p: Reading) -> Equations:
        turnover = _turnover(p)
        mineralizing = now.mineralization * now.osteoid / p.lag
        ripening = now.mineralization * now.young_bone / p.ripening
        resorbed = turnover * now.resorption_rate
        return {
            OSTEOID: turnover * now.formation_rate - mineralizing,
            YOUNG_BONE: mineralizing - ripening - resorbed * now.young_bone,
            MATURE_BONE: ripening - resorbed * now.mature_bone,
        }

    def values(self, now: Reading, p: Reading) -> Equations:
        turnover = _turnover(p)
        volume = now.young_bone + now.mature_bone
        content = p.primary * now.young_bone + now.mature_bone
        young = turnover / (turnover + 1.0 / p.ripening)
        full = p.primary * young + (1.0 - young)
        mineralizing = now.mineralization * now.osteoid / p.lag
        ripening = now.mineralization * now.young_bone / p.ripening
        resorbed = turnover * now.resorption_rate
        laid_down = p.primary * mineralizing + (1.0 - p.primary) * ripening
        return {
            BONE_TURNOVER: turnover,
            BONE_VOLUME_FRACTION: volume,
            BONE_BALANCE: turnover * now.formation_rate - resorbed * volume,
            MINERALIZATION_DEGREE: content / volume,
            BONE_MINERAL: content / full,
            MINERAL_RELEASE: (resorbed * content - laid_down) / full,
        }


def _turnover(p: Reading) -> Number:
    return p.turnover * p.peak ** (-p.slenderness)
