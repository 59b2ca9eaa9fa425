"""What a row is about: menopause, an inhibitor, denosumab on or off, exercise ...

Read off the trial itself: which classes of drugs act when the row is observed and which were
stopped, what of diet and exercise differs between arms, and what was measured. Names of trials and
arms play no part. A comparison of two arms belongs where its first arm does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from osteon.interventions.drug import Family
from osteon.language.observation import Observation
from osteon.language.strategy import Strategy
from osteon.language.trial import Trial
from osteon.validation.therapy import ANABOLICS, BONE_DRUGS, Therapy, therapy

MARKERS: Final = (
    "ctx",
    "ntx",
    "pinp",
    "bone_alp",
    "tracp5b",
    "osteocalcin",
    "undercarboxylated_osteocalcin",
)


class Group(StrEnum):
    """Groups of rows, in the order in which a reader meets them."""

    MENOPAUSE = "Menopause and aging, untreated"
    ESTROGEN = "Estrogen, and after it"
    SUPPRESSION = "Ovarian suppression or failure"
    SERM = "Tamoxifen and other SERMs"
    INHIBITOR = "Aromatase inhibitor alone"
    INHIBITOR_OFF = "Aromatase inhibitor stopped"
    INHIBITOR_COVERED = "Aromatase inhibitor with antiresorptive"
    BISPHOSPHONATE = "Bisphosphonates, on"
    BISPHOSPHONATE_OFF = "Bisphosphonates, stopped"
    DENOSUMAB = "Denosumab, on"
    DENOSUMAB_OFF = "Denosumab, stopped"
    ANABOLIC = "Anabolics, on"
    ANABOLIC_OFF = "Anabolics, stopped"
    SEQUENCE = "Sequences and combinations"
    EXERCISE = "Exercise and unloading"
    NUTRITION = "Nutrition"
    OTHER_DRUG = "Other drugs"
    MARKER = "Markers of bone turnover"
    BLOOD = "Hormones and minerals in blood"
    EVENT = "Fractures and falls"


def group_of(trial: Trial, observation: Observation) -> Group:
    """Return what an observation is about."""
    if observation.endpoint.startswith(("fracture", "falls")):
        return Group.EVENT
    if observation.endpoint in MARKERS:
        return Group.MARKER
    if not observation.endpoint.startswith("bmd_"):
        return Group.BLOOD
    if observation.arm not in trial.arms:
        return Group.MENOPAUSE
    now = therapy(trial, observation.arm, observation.time)
    return lifestyle_group(trial, observation) or _of_drugs(now)


def _of_drugs(now: Therapy) -> Group:
    """Return the group of a row by its drugs: an inhibitor first, then what acts on bone itself."""
    acting, stopped = now.acting, now.stopped
    bone = now.ever & BONE_DRUGS
    if Family.INHIBITOR in acting:
        covered = bone or Family.SERM in acting
        return Group.INHIBITOR_COVERED if covered else Group.INHIBITOR
    if Family.INHIBITOR in stopped and not acting & BONE_DRUGS:
        return Group.INHIBITOR_OFF
    if len(bone) > 1 or (bone and acting & {Family.SERM, Family.ESTROGEN}):
        return Group.SEQUENCE
    for drugs, on, off in (
        (ANABOLICS, Group.ANABOLIC, Group.ANABOLIC_OFF),
        (frozenset({Family.RANKL_ANTIBODY}), Group.DENOSUMAB, Group.DENOSUMAB_OFF),
        (frozenset({Family.BISPHOSPHONATE}), Group.BISPHOSPHONATE, Group.BISPHOSPHONATE_OFF),
        (frozenset({Family.SUPPRESSION}), Group.SUPPRESSION, Group.SUPPRESSION),
        (frozenset({Family.SERM}), Group.SERM, Group.SERM),
        (frozenset({Family.ESTROGEN}), Group.ESTROGEN, Group.ESTROGEN),
    ):
        if acting & drugs:
            return on
        if stopped & drugs:
            return off
    return Group.OTHER_DRUG if now.ever else Group.MENOPAUSE


def lifestyle_group(trial: Trial, observation: Observation) -> Group | None:
    """Return exercise or nutrition where the arm differs in it from another with the same drugs.

    An arm without drugs that stands alone is about what it does differently from what is usual.
    """
    arms = [observation.versus] if observation.versus in trial.arms else list(trial.arms)
    own = trial.arms[observation.arm]
    now = therapy(trial, observation.arm, observation.time)
    others = [
        trial.arms[name]
        for name in arms
        if name is not None
        and name != observation.arm
        and therapy(trial, name, observation.time) == now
    ]
    if not others and not now.ever and len(trial.arms) == 1:
        others = [type(own)()]
    if own.exercise and any(own.exercise != other.exercise for other in others):
        return Group.EXERCISE
    if _eats(own) and any(_eaten(own) != _eaten(other) for other in others):
        return Group.NUTRITION
    return None


def _eats(arm: Strategy) -> bool:
    """Return whether an arm says anything of diet or supplements."""
    stated = arm.diet.model_dump(exclude_none=True), arm.supplements.model_dump(exclude_none=True)
    return any(value for part in stated for value in part.values())


def _eaten(arm: Strategy) -> tuple[object, object]:
    return arm.diet, arm.supplements
