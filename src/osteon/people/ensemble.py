"""One person as many possible ones: everything known about her held fixed, the rest drawn.

Her BMD, markers and calcidiol of today are met exactly by every member; what differs is how she
will go on.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import POSTMENOPAUSAL_FROM, Person
from osteon.language.strategy import Strategy
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.body_mass import with_body_mass
from osteon.people.calcidiol_met import with_calcidiol
from osteon.people.cohort import Cohort
from osteon.people.departure import Departure
from osteon.people.draw import Draws, typical, within_bounds
from osteon.people.endpoint import key_of_endpoint
from osteon.people.fall_history import meet_falls
from osteon.people.history import with_history
from osteon.people.men import as_men
from osteon.people.peak_bone import with_bmd_and_today
from osteon.people.plan import Plan
from osteon.people.previous_fracture import (
    with_last_fracture,
    with_previous_fracture,
    with_vertebral_fracture,
)
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.people.scanner import converted_bmd
from osteon.people.shown_bmd import OWN_SCANNER, shown_by
from osteon.people.unmeasured_site import expected_bmd
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

USUAL_MENOPAUSE_AGE = 51.0 * DAYS_PER_YEAR
Array = NDArray[np.float64]
SCALED_TO_MEASURED = ("ctx", "ntx", "pinp", "bone_alp", "pth", "calcium")


def ensemble_of(
    model: Model, layer: Layer | None, person: Person, usual: Strategy, size: int, seed: int
) -> Cohort:
    """Return `size` possible versions of a person; the first is the typical one.

    Parameters
    ----------
    usual:
        What she has been doing up to now.
    """
    draws = Draws.of(model.table, layer, size, seed).with_typical_first()
    return ensemble_from(model, layer, person, usual, draws)


def ensemble_from(
    model: Model, layer: Layer | None, person: Person, usual: Strategy, draws: Draws
) -> Cohort:
    """Return the versions of a person that lie so far out in what is not known of her."""
    table, size = model.table, len(draws.people)
    typical_ones = typical(table, layer, size)
    parameters = within_bounds(table, typical_ones * draws.factors(table, layer))
    parameters[:, table.column("ovary.menopause_age")] = menopause_age(person)
    error = Departure.of(draws.model, layer)
    cohort = Cohort(model, parameters, np.full(size, person.age), error)
    if person.sex == "male":
        cohort = as_men(cohort)
    cohort = with_body_mass(cohort, person.weight, person.height, person.sex)
    cohort = with_previous_fracture(cohort, float(person.history.previous_fracture))
    cohort = with_vertebral_fracture(cohort, person.history)
    cohort = with_last_fracture(cohort, person.age, person.history.last_fracture)
    cohort = with_history(cohort, person.history)
    if person.laboratory.calcidiol is not None:
        cohort = with_calcidiol(cohort, person.laboratory.calcidiol, usual)
    return meet_measured(cohort, person, usual)


def menopause_age(person: Person) -> float:
    """Return the age at menopause in days: stated, usual at 60, or expected while premenopausal."""
    if person.menopause_age is not None:
        return person.menopause_age
    if person.age >= POSTMENOPAUSAL_FROM:
        return USUAL_MENOPAUSE_AGE
    return max(USUAL_MENOPAUSE_AGE, person.age + 2 * DAYS_PER_YEAR)


def meet_measured(cohort: Cohort, person: Person, usual: Strategy) -> Cohort:
    """Return the cohort with readouts scaled so that month 0 is what was measured."""
    inputs = cohort.usual_inputs()
    calendar = Plan(usual, usual).calendar(cohort.model, inputs, 0.0)
    found = {site: measured_bmd(person, site) for site in Site}
    measured = {
        site: np.full(len(cohort), converted_bmd(bmd, site, person.scanner, OWN_SCANNER))
        for site, bmd in found.items()
        if bmd is not None
    }

    def met(today: Mapping[Site, Array]) -> dict[Site, Array]:
        known = {site: measured.get(site) for site in Site if measured}
        return {
            site: expected_bmd(site, today, measured) if bmd is None else bmd
            for site, bmd in known.items()
        }

    cohort, today = with_bmd_and_today(cohort, met, calendar)
    for marker in SCALED_TO_MEASURED:
        value = getattr(person.laboratory, marker)
        if value is not None:
            key = key_of_endpoint(cohort.model, marker)
            if key is not None:
                cohort = _scaled(cohort, f"{marker}.usual", value / today.at(key)[:, 0])
    return shown_by(person.scanner, meet_falls(cohort, person, today), today)


def measured_bmd(person: Person, site: Site) -> float | None:
    """Return BMD (g/cm2, as her scanner shows it) that was measured, or that a T-score tells of."""
    direct = getattr(person.bmd, site)
    if direct is not None:
        return float(direct)
    t_score = getattr(person.t_score, site)
    return None if t_score is None else bmd_from_t_score(t_score, site, person.scanner)


def _scaled(cohort: Cohort, name: str, factor: np.ndarray) -> Cohort:
    column = cohort.model.table.column(name)
    return cohort.with_parameter(name, cohort.parameters[:, column] * factor)
