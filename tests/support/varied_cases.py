"""Twenty people who differ in what matters to a plan, each as the text of a case file."""

from __future__ import annotations

from osteon.language import Case

_USUAL = "usual: {diet: {calcium: 700 mg/day, vitamin_d: 200 IU/day, protein: 0.9 g/kg/day}}"
_KNOWN = (
    "previous_fracture: no, falls_last_year: 0, bone_radiotherapy: no, myocardial_infarction: no, "
    "stroke: no, venous_thrombosis: no, esophageal_disorder: no, cannot_stay_upright: no, "
    "vertebral_fracture: no, thigh_or_groin_pain: no, invasive_dental_work: no"
)
_T = "t_score: {lumbar_spine: -1.8, total_hip: -1.5, femoral_neck: -1.9}"
_LABORATORY = "laboratory: {egfr: 75 mL/min, calcium: 2.35 mmol/L, calcidiol: 70 nmol/L}"


def _case(
    person: str,
    drugs: str = "[anastrozole 1 mg daily for 5 years]",
    usual: str = _USUAL,
    more: str = "",
) -> Case:
    """Return a case with one strategy."""
    return Case.parse(
        f"person: {{{person}}}\n{usual}\nstrategies:\n  as now: {{drugs: {drugs}}}\n{more}"
    )


def _woman(
    age: int,
    rest: str = _T,
    known: str = _KNOWN,
    laboratory: str = _LABORATORY,
    menopause: int = 50,
) -> str:
    return (
        f"age: {age} years, menopause_age: {menopause} years, weight: 66 kg, height: 163 cm, "
        f"{rest}, {laboratory}, history: {{{known}}}"
    )


_ON_DENOSUMAB = (
    "usual: {drugs: [denosumab 60 mg every 6 months from month -24], "
    "diet: {calcium: 900 mg/day, vitamin_d: 800 IU/day}}"
)
_MILK = "usual: {diet: {calcium: 2100 mg/day, vitamin_d: 600 IU/day}}"

CASES: dict[str, Case] = {
    "osteopenia on anastrozole": _case(_woman(62)),
    "osteoporosis on letrozole": _case(
        _woman(70, "t_score: {lumbar_spine: -3.1, total_hip: -2.6}"),
        "[letrozole 2.5 mg daily for 5 years]",
    ),
    "kidneys at 32": _case(_woman(74, laboratory="laboratory: {egfr: 32 mL/min}")),
    "kidneys at 20": _case(_woman(78, laboratory="laboratory: {egfr: 20 mL/min}")),
    "low serum calcium": _case(
        _woman(66, laboratory="laboratory: {egfr: 80 mL/min, calcium: 2.0 mmol/L}")
    ),
    "deficient in vitamin D": _case(
        _woman(64, laboratory="laboratory: {egfr: 80 mL/min, calcidiol: 22 nmol/L}")
    ),
    "nothing measured": _case("age: 58 years, menopause_age: 51 years"),
    "suppressed before menopause": _case(
        "age: 41 years, t_score: {lumbar_spine: -0.6}, laboratory: {egfr: 95 mL/min}",
        "[goserelin 3.6 mg monthly for 5 years, exemestane 25 mg daily for 5 years]",
    ),
    "an inhibitor before menopause, without suppression": _case("age: 42 years"),
    "on tamoxifen": _case(_woman(55), "[tamoxifen 20 mg daily for 5 years]"),
    "no cancer, after a vertebral fracture": _case(
        _woman(
            72,
            "t_score: {lumbar_spine: -3.4, total_hip: -2.7}",
            _KNOWN.replace("vertebral_fracture: no", "vertebral_fracture: yes").replace(
                "previous_fracture: no", "previous_fracture: yes"
            )
            + ", breast_cancer: no, skeletal_disease: no",
        ),
        "[]",
    ),
    "no cancer, after a heart attack": _case(
        _woman(
            72,
            "t_score: {lumbar_spine: -2.9, total_hip: -2.7}",
            _KNOWN.replace("myocardial_infarction: no", "myocardial_infarction: yes")
            + ", breast_cancer: no, skeletal_disease: no",
        ),
        "[]",
        more="plan: {horizon: 10 years}",
    ),
    "on denosumab": _case(_woman(68), "[]", _ON_DENOSUMAB),
    "on denosumab, injections refused": _case(
        _woman(68), "[]", _ON_DENOSUMAB, "plan: {exclude: [injections]}"
    ),
    "no infusions, no tablets": _case(_woman(60), more="plan: {exclude: [infusions, tablets]}"),
    "one thing at most": _case(_woman(60), more="plan: {most_interventions: 1, horizon: 3 years}"),
    "two sessions a week": _case(
        _woman(65), more="plan: {sessions: 2 per week, training: [balance], foods: [milk, tofu]}"
    ),
    "much milk already": _case(_woman(67), usual=_MILK),
    "a man": _case(
        "age: 66 years, sex: male, t_score: {lumbar_spine: -2.0, total_hip: -1.6}, "
        "laboratory: {egfr: 70 mL/min}",
        "[]",
    ),
    "measured on the way": _case(
        _woman(62),
        more="measurements: [{month: 14, bmd_lumbar_spine: 0.82 g/cm2}]\nplan: {horizon: 4 years}",
    ),
}
