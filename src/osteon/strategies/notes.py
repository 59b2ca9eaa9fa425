"""What limits a forecast: what was said that nothing in the model answers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

import numpy as np

from osteon.language.case import Case
from osteon.language.person import POSTMENOPAUSAL_FROM, Person
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.endpoint import key_of_endpoint, label_of
from osteon.people.history import answered
from osteon.people.plan import Plan
from osteon.simulation.trajectory import Trajectory
from osteon.strategies.in_words import listed
from osteon.vocabulary.units import DAYS_PER_YEAR

_MET_WITHIN = 0.01
_MOST_ARE_PAST = 52 * DAYS_PER_YEAR
_SHOWN_ONLY = ("pth", "calcium")
_MET_IN_THE_ENSEMBLE = ("previous_fracture", "last_fracture", "vertebral_fracture")


def notes_of(
    case: Case, plans: Mapping[str, Plan], layer: Layer | None, start: Trajectory
) -> tuple[str, ...]:
    """Return the limits of a forecast in sentences, none twice.

    Parameters
    ----------
    start:
        Any strategy simulated from month 0 on.
    """
    said = [
        *_unfitted(layer),
        *_sex(case.person),
        *_menopause(case.person),
        *_history(case.person, start.model),
        *_half_heard(case.person),
        *_laboratory(case.person, start),
    ]
    for name, plan in plans.items():
        for sentence in plan.ignored(start.model):
            everywhere = all(sentence in other.ignored(start.model) for other in plans.values())
            said.append(sentence if everywhere else f"{name}: {sentence}")
    return tuple(dict.fromkeys(said))


def _unfitted(layer: Layer | None) -> Iterator[str]:
    if layer is None:
        yield "no parameter is fitted: all are literature values, and the intervals are wide"


def _sex(person: Person) -> Iterator[str]:
    if person.sex == "male":
        yield "few data are of men: all but their estradiol is as in women"


def _menopause(person: Person) -> Iterator[str]:
    if person.sex == "female" and person.menopause_age is None and person.age > _MOST_ARE_PAST:
        taken = "to have been 51 at hers" if person.age >= POSTMENOPAUSAL_FROM else "as before it"
        yield f"no menopause is stated: she is taken {taken}"


def _half_heard(person: Person) -> Iterator[str]:
    """Yield what is stated and moves less than whoever stated it may expect."""
    if person.history.glucocorticoids:
        yield (
            "glucocorticoids make fractures likelier at the same bone density; the bone that they "
            "take is not simulated, nor is their dose"
        )
    scaled = [
        label_of(name) for name in _SHOWN_ONLY if getattr(person.laboratory, name) is not None
    ]
    if scaled:
        yield f"{listed(scaled)} (laboratory): the level is taken over, and bone does not follow it"
    if person.height is not None and person.weight is None:
        yield "height changes nothing where no weight is stated"


def _history(person: Person, model: Model) -> Iterator[str]:
    """Yield what is stated of the history and nothing in the model answers to."""
    usual = type(person.history)()
    met = (*_MET_IN_THE_ENSEMBLE, *answered(model))
    stated = [
        name.replace("_", " ")
        for name in type(person.history).model_fields
        if getattr(person.history, name) != getattr(usual, name) and name not in met
    ]
    if stated:
        has, it = ("has", "it changes") if len(stated) == 1 else ("have", "they change")
        yield f"{listed(stated)} (history) {has} no mechanism in this model: {it} nothing"


def _laboratory(person: Person, start: Trajectory) -> Iterator[str]:
    """Yield every laboratory value with which the simulated person does not begin."""
    today = start.only(np.argmin(np.abs(start.times), keepdims=True))
    for name in sorted(person.laboratory.model_fields_set):
        stated = getattr(person.laboratory, name)
        key = key_of_endpoint(start.model, name)
        if key is None:
            yield f"{_shown(name)} (laboratory) has no mechanism in this model: it changes nothing"
            continue
        now = float(median(today.at(key)[:, 0]))
        if abs(now / stated - 1.0) > _MET_WITHIN:
            yield (
                f"{_shown(name)} (laboratory) is not taken over: {stated:.3g} "
                f"{start.model.roster.quantities[key.name].unit} is stated, "
                f"the simulation begins with {now:.3g}"
            )


def _shown(name: str) -> str:
    return "eGFR" if name == "egfr" else label_of(name)
