"""Cases that say more than the fields of a form show: odd times, units and parts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from osteon.language import Case

WALKING = "{activity: walking, sessions: 5 per week}"
FIVE = "\n".join(f"  way {number}: {{diet: {{calcium: {number}00 mg/day}}}}" for number in "12345")

_TEXTS = {
    "nothing but an age": """
person: {age: 58 years}
strategies: {as now: {}}
""",
    "a walk of no stated length": f"""
person: {{age: 62 years, menopause_age: 50 years}}
strategies: {{walks: {{exercise: [{WALKING}]}}}}
""",
    "what a menu offers, and more": """
person: {age: 62 years, menopause_age: 50 years}
strategies:
  menu:
    drugs:
      - {drug: alendronate, dose: 70 mg, every: 1 week, from: day 20, until: day 1000.5,
         adherence: 73 %}
      - {drug: risedronate, dose: 35 mg, every: 1 week, stop: {per_year: 12 %}}
      - {drug: estradiol, route: transdermal, dose: 50 ug, every: 1 day, from: week 6}
    exercise:
      - {activity: walking, sessions: 5 per week, minutes: 40, adherence: 60 %}
      - {activity: walking, sessions: 1 per day, minutes: 0.75 hours, from: month 3, until: month 4}
      - {activity: progressive resistance training, sessions: 2 per week, minutes: 45,
         intensity: 80 %}
      - {activity: progressive resistance training, sessions: 3 per month, minutes: 45,
         intensity: 77.5 %, from: day 40}
""",
    "three years ahead": """
person: {age: 22635 days, height: 5.4 ft, weight: 151 lb, menopause_age: 18250 days}
strategies: {alone: {drugs: [anastrozole 1 mg daily for 5 years]}}
horizon: 3 years
note: looks no farther
""",
    "five strategies": f"""
person: {{age: 62 years}}
strategies:
{FIVE}
""",
    "one dose, long before, long after": """
person: {age: 70 years, menopause_age: 51 years}
strategies:
  doses:
    drugs:
      - zoledronic acid 5 mg once at month 18
      - zoledronic acid 4 mg once at day 2000
      - zoledronic acid 5 mg once at month 130
      - denosumab 60 mg every 6 months from month -24
      - alendronate 70 mg weekly from month -60 until month -24
      - risedronate 35 mg weekly from month 20 until month 180
      - teriparatide 20 ug daily from day 10 until day 14
horizon: 20 years
""",
    "a date for month 0": """
start: 2026-03-01
person: {age: 62 years, history: {previous_fracture: yes, last_fracture: 2025-01-15}}
strategies: {dated: {drugs: [{drug: denosumab, dose: 60 mg, every: 6 months, from: 2026-04-17}]}}
measurements: [{month: 2027-05-03, bmd_total_hip: 0.8123456 g/cm2, scanner: lunar, ctx: 210 pg/mL}]
""",
    "densities with six digits, scores elsewhere": """
person:
  age: 66.777 years
  bmd: {lumbar_spine: 0.912345 g/cm2}
  t_score: {total_hip: -1.23456}
  laboratory: {calcidiol: 20 ng/mL, ctx: 450.5 pg/mL, bone_alp: 12 ng/mL, ntx: 40.5 nmol/mmol}
  frax: {major_osteoporotic: 12.345 %}
strategies: {as now: {diet: {calcium: 777.7 mg/day, vitamin_d: 12.5 ug/day}}}
""",
    "densities alone": """
person:
  age: 66 years
  bmd: {lumbar_spine: 0.91234567 g/cm2, femoral_neck: 0.7 g/cm2}
  scanner: lunar
strategies: {as now: {}}
""",
    "foods, supplements, rescue": """
person:
  age: 61 years
  history: {vertebral_fracture: no, falls_last_year: 2, alcohol: 0.5 units/day,
            pregnancy_possible: no}
usual:
  diet: {foods: [{food: kale, amount: 80 g, per: week}], protein: 0.9 g/kg/day}
  supplements: {magnesium: 200 mg/day}
  drugs: [{drug: anastrozole, dose: 1 mg, every: 1 day, stop: {per_year: 5 %}}]
  exercise: [{activity: walking, sessions: 3 per week, minutes: 30}]
strategies:
  eats:
    diet:
      calcium: 1000 mg/day
      foods: [{food: kefir, amount: 250 g}, {food: prunes, amount: 50 g, per: day}]
    supplements: {vitamin_d: 800 IU/day, calcium: 500 mg/day}
    visits: 6 months
    rules: [{when: t_score_lumbar_spine < -2.5, give: zoledronic acid 4 mg every 6 months}]
    procedures: [{procedure: chemotherapy, at: day 100, ovarian_failure: yes}]
""",
    "wishes": """
person: {age: 63 years, menopause_age: 50 years}
strategies: {as now: {drugs: [anastrozole 1 mg daily for 5 years]}}
plan:
  keep: [{drug: anastrozole, dose: 1 mg, every: 1 day, until: day 1900}]
  exclude: [foods, denosumab, tablets]
  consider: [teriparatide]
  foods: [kale]
  training: [balance, impact]
  sessions: 10 per month
  most_interventions: 2
  burden: {tablet: 0.2 hours}
  horizon: 5 years
""",
    "half a year more": """
person: {age: 63 years}
strategies: {as now: {}}
plan: {horizon: 40 months, sessions: 1 per day}
""",
    "a man": """
person: {age: 70 years, sex: male, history: {smoking: former, previous_fracture: no}}
strategies: {as now: {}}
""",
}
ODD: dict[str, Case] = {name: Case.parse(text) for name, text in _TEXTS.items()}

_TIMES = st.one_of(
    st.integers(-40, 160).map(lambda month: f"month {month}"),
    st.integers(-900, 5000).map(lambda day: f"day {day}"),
    st.floats(-900, 5000).map(lambda day: f"day {day:.3f}"),
)
_SHARES = st.sampled_from(["80 %", "66.6 %", "100 %"])
_DRUGS = st.sampled_from(
    [
        ("alendronate", "70 mg", "1 week"),
        ("denosumab", "60 mg", "6 months"),
        ("anastrozole", "1 mg", "1 day"),
        ("zoledronic acid", "4 mg", "200 days"),
    ]
)


def _days(point: str) -> float:
    unit, number = point.split()
    return float(number) * {"day": 1.0, "month": 30.4375}[unit]


def _some(draw: st.DrawFn, **offered: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Return some of what is offered."""
    return {name: draw(one) for name, one in offered.items() if draw(st.booleans())}


def _limits(draw: st.DrawFn) -> dict[str, str]:
    """Return times of which none, one or both are said."""
    said = _some(draw, **{"from": _TIMES, "until": _TIMES})
    ends_first = _days(said.get("until", "day 9999")) <= _days(said.get("from", "day 0"))
    return {} if ends_first else said


@st.composite
def odd_cases(draw: st.DrawFn) -> Case:
    """Draw cases with anything said or left out, and times to a thousandth of a day."""

    def course() -> dict[str, Any]:
        drug, dose, every = draw(_DRUGS)
        words = {"drug": drug, "dose": dose} | _some(draw, adherence=_SHARES)
        single = draw(st.integers(0, 3)) == 0
        return words | ({"once": draw(_TIMES)} if single else {"every": every} | _limits(draw))

    def activity() -> dict[str, Any]:
        sessions = draw(st.sampled_from(["5 per week", "2 per week", "1 per day", "7 per month"]))
        said = _some(draw, minutes=st.sampled_from([40, 45, 12.5]), intensity=_SHARES,
                     impacts=st.integers(10, 90), adherence=_SHARES)  # fmt: skip
        name = draw(st.sampled_from(["walking", "progressive resistance training"]))
        return {"activity": name, "sessions": sessions} | said | _limits(draw)

    def some_of(make: Any) -> list[dict[str, Any]]:
        return [make() for _ in range(draw(st.integers(0, 3)))]

    calcium = st.floats(300, 2000).map(lambda one: f"{one:.2f} mg/day")
    strategies = {
        f"way {number}": {"drugs": some_of(course), "exercise": some_of(activity),
                          "diet": _some(draw, calcium=calcium)}
        for number in range(draw(st.integers(1, 6)))
    }  # fmt: skip
    person = _some(
        draw,
        height=st.floats(140, 190).map(lambda one: f"{one:.3f} cm"),
        weight=st.floats(40, 120).map(lambda one: f"{one:.3f} kg"),
        scanner=st.sampled_from(["hologic", "lunar"]),
        t_score=st.floats(-4, 2).map(lambda one: {"lumbar_spine": round(one, 5)}),
        history=st.sampled_from(
            [{}, {"previous_fracture": "no"}, {"smoking": "never"}, {"falls_last_year": 2}]
        ),
    )
    age = draw(st.integers(7000, 36000))
    horizon = st.integers(1, 50).map(lambda years: f"{years} years")
    return Case(
        person={"age": f"{age} days"} | person,
        strategies=strategies,
        **_some(draw, horizon=horizon),
    )
