"""The hard limits of treatment, written a second time and plainly, to judge what a plan proposes.

Nothing here is shared with the rules it checks but the words of a strategy. Times are in months.
"""

from __future__ import annotations

from collections.abc import Iterator

from osteon.interventions.nutrition.foods import food
from osteon.language import Person, Strategy

MONTH = 30.4375
INHIBITORS = {"anastrozole", "letrozole", "exemestane"}
TABLETS = {"alendronate": 35, "risedronate": 30, "ibandronate": 30}
SUPPRESSION = {"goserelin", "leuprolide", "elagolix"}
ANABOLIC = {"teriparatide", "abaloparatide", "romosozumab"}


def broken(
    person: Person, usual: Strategy, strategy: Strategy, horizon: float, asked: tuple[str, ...] = ()
) -> list[str]:
    """Return the hard limits that a strategy breaks from month 0 to the horizon (days)."""
    return list(_broken(person, usual, strategy, horizon / MONTH, asked))


def _broken(
    person: Person, usual: Strategy, strategy: Strategy, horizon: float, asked: tuple[str, ...]
) -> Iterator[str]:
    given = [(one.drug, *_span(one, horizon)) for one in strategy.drugs]
    future = {drug for drug, _, end in given if end > 0}
    laboratory, history = person.laboratory, person.history
    said = {name: getattr(history, name) for name in history.model_fields_set}
    egfr, calcium = laboratory.egfr, laboratory.calcium
    vitamin_d = _intake(strategy, "vitamin_d", "vitamin_d_iu", 200.0)
    low_d = laboratory.calcidiol is not None and laboratory.calcidiol < 50 and vitamin_d < 800
    if "zoledronic acid" in future and (egfr is None or egfr < 35):
        yield "zoledronic acid without kidneys for it"
    if "denosumab" in future and (egfr is None or egfr < 30):
        yield "denosumab without kidneys for it"
    for drug, least in TABLETS.items():
        if drug in future and egfr is not None and egfr < least:
            yield f"{drug} without kidneys for it"
        if drug in future and (said.get("esophageal_disorder") or said.get("cannot_stay_upright")):
            yield f"{drug} past an esophagus that cannot take it"
    lowers = {"zoledronic acid", "denosumab", "romosozumab", *TABLETS}
    if future & lowers and calcium is not None and calcium < 2.1:
        yield "low calcium made lower"
    if future & {"zoledronic acid", "denosumab"} and low_d:
        yield "a potent antiresorptive without vitamin D"
    if future & {"zoledronic acid", "denosumab", *TABLETS} and said.get("thigh_or_groin_pain"):
        yield "an antiresorptive on a femur that hurts"
    cancer = bool(said.get("breast_cancer")) or any(
        drug in INHIBITORS | {"tamoxifen"} for drug, *_ in given
    )
    if cancer and (future & ANABOLIC) - set(asked):
        yield "an anabolic after breast cancer that nobody asked for"
    if future & {"teriparatide", "abaloparatide"}:
        if said.get("bone_radiotherapy", True) or said.get("skeletal_disease"):
            yield "a PTH analog where bone was irradiated or is ill"
        months = sum(
            min(end, horizon) - begin
            for drug, begin, end in given + [(o.drug, *_span(o, 0.0)) for o in _past(usual)]
            if drug in ("teriparatide", "abaloparatide")
        )
        if months > 24.2:
            yield "more than two years of PTH analogs"
    if "romosozumab" in future:
        if said.get("myocardial_infarction", True) or said.get("stroke", True):
            yield "romosozumab after a heart attack or stroke"
        if any(drug == "romosozumab" and end - begin > 12.01 for drug, begin, end in given):
            yield "more than a year of romosozumab"
    if "raloxifene" in future and (future & INHIBITORS or said.get("venous_thrombosis", True)):
        yield "raloxifene beside an inhibitor, or where veins clot"
    childbearing = (
        person.sex == "female"
        and person.menopause_age is None
        and person.age / 365.25 < 59.9
        and not strategy.procedures
        and said.get("pregnancy_possible")
    )
    if childbearing and future & {"zoledronic acid", "ibandronate", "denosumab", *ANABOLIC}:
        yield "a drug that would harm a fetus where a pregnancy is possible"
    yield from _unsuppressed(person, strategy, given, horizon)
    yield from _unprotected(given, usual)
    yield from _eaten(person, usual, strategy, vitamin_d, horizon)
    begun = {one.activity for one in strategy.exercise} - {one.activity for one in usual.exercise}
    if "impact training" in begun and (
        said.get("vertebral_fracture") or (person.t_score.lumbar_spine or 0.0) <= -2.5
    ):
        yield "jumps on a weak spine"


def _span(course: object, horizon: float) -> tuple[float, float]:
    once, every, until = course.once, course.every, course.until  # type: ignore[attr-defined]
    if every is None:
        return once / MONTH, once / MONTH + 0.03
    begin = course.from_ / MONTH  # type: ignore[attr-defined]
    return begin, max(horizon, begin) + 1e6 if until is None else until / MONTH


def _past(usual: Strategy) -> list[object]:
    return [
        one.model_copy(update={"until": min(one.until or 0.0, 0.0)})
        for one in usual.drugs
        if one.every is not None and one.from_ < 0 and one.drug in ("teriparatide", "abaloparatide")
    ]


def _unsuppressed(
    person: Person, strategy: Strategy, given: list[tuple[str, float, float]], horizon: float
) -> Iterator[str]:
    if person.sex == "male" or person.menopause_age is not None:
        return
    for month in range(int(horizon)):
        cycling = person.age / 365.25 + month / 12 < 59.9 and not any(
            one.at / MONTH <= month and (one.procedure == "oophorectomy" or one.ovarian_failure)
            for one in strategy.procedures
        )
        on = {drug for drug, begin, end in given if begin <= month < end}
        if cycling and on & INHIBITORS and not on & SUPPRESSION:
            yield "an inhibitor while the ovaries work"
            return


def _unprotected(given: list[tuple[str, float, float]], usual: Strategy) -> Iterator[str]:
    before = [("denosumab", *_span(one, 0.0)) for one in usual.drugs if one.drug == "denosumab"]
    courses = [one for one in given if one[0] == "denosumab"]
    known = {(begin) for _, begin, _ in courses}
    ends = [min(end, 0.0) for _, begin, end in before if begin not in known]
    ends += [end for _, _, end in courses]
    if not ends:
        return
    end = max(ends)  # the day on which the next dose would have been due
    if end > 1e5 or end + 1 <= 0:
        return
    infusion = any(
        drug == "zoledronic acid" and begin - 0.1 <= end + 3 and end_ > end - 1
        for drug, begin, end_ in given
    )
    tablets = any(
        drug == "alendronate" and begin <= end + 1.1 and end_ >= end + 11.9
        for drug, begin, end_ in given
    )
    if not (infusion or tablets):
        yield "denosumab that ends with nothing after it"


def _intake(strategy: Strategy, name: str, column: str, usual: float) -> float:
    stated = getattr(strategy.diet, name)
    total = usual if stated is None else stated
    total += getattr(strategy.supplements, name) or 0.0
    for eaten in strategy.diet.foods:
        days = {"day": 1.0, "week": 7.0, "month": MONTH}[eaten.per]
        total += eaten.amount / 100 * (food(eaten.food).holds((column,)) or 0.0) / days
    return float(total)


def _eaten(
    person: Person, usual: Strategy, strategy: Strategy, vitamin_d: float, horizon: float
) -> Iterator[str]:
    calcium = _intake(strategy, "calcium", "calcium_mg", 800.0)
    added = calcium - _intake(usual, "calcium", "calcium_mg", 800.0)
    at_last = person.age / 365.25 + horizon / 12
    most = 2500 if round(at_last, 3) <= 50 else 2000
    if added > 1 and calcium > most + 0.1:
        yield "too much calcium"
    if vitamin_d > 4000 and vitamin_d > _intake(usual, "vitamin_d", "vitamin_d_iu", 200.0) + 1:
        yield "too much vitamin D"
