"""A healthy woman past menopause of whom all is stated, and what differs from her."""

from __future__ import annotations

from osteon.guidance.facts import Situation
from osteon.guidance.safety import Answer
from osteon.language import Person, Strategy
from osteon.vocabulary.units import DAYS_PER_YEAR

WELL = {
    "age": "66 years",
    "menopause_age": "50 years",
    "height": "164 cm",
    "weight": "66 kg",
    "t_score": {"lumbar_spine": -1.8},
    "laboratory": {"egfr": "80 mL/min", "calcium": "2.4 mmol/L", "calcidiol": "75 nmol/L"},
    "history": dict.fromkeys(
        (
            "esophageal_disorder", "cannot_stay_upright", "thigh_or_groin_pain", "stroke",
            "invasive_dental_work", "bone_radiotherapy", "skeletal_disease", "breast_cancer",
            "myocardial_infarction", "venous_thrombosis", "vertebral_fracture", "warfarin",
        ),
        "no",
    ),
}  # fmt: skip


def situation(
    drugs: list[str], person: dict[str, object] | None = None, **more: object
) -> Situation:
    words = {
        name: dict(value) if isinstance(value, dict) else value for name, value in WELL.items()
    }
    for name, value in (person or {}).items():
        if isinstance(value, dict):
            words[name] |= value  # type: ignore[operator]
        elif value is None:
            words.pop(name)
        else:
            words[name] = value
    return Situation(
        Person(**words), Strategy(), Strategy(drugs=drugs, **more), 10 * DAYS_PER_YEAR
    )  # fmt: skip


def answer(found: tuple[Answer, ...], name: str) -> Answer:
    [one] = [one for one in found if one.rule.name == name]
    return one
