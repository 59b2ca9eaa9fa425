"""What comes in goes out or is kept: calcium in the person, bone and mineral at every site.

Fluxes are integrated by Simpson's rule over a dense trajectory and compared with what is stored.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import simpson

from osteon.interventions.drug import Drug
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
Events = tuple[list[Span], list[Dose]]
TIMES = np.geomspace(1e-3, 1500.0, 4000)


@pytest.fixture(scope="module")
def lived(
    cohort: Callable[[int, int], Cohort],
    life: Callable[[Array, Events], Calendar],
    drugs: list[Drug],
    taken: Callable[[Drug, float, float, float], Events],
    model: Model,
) -> Trajectory:
    """Return people who change all that can be changed on day zero, then go on for four years."""
    people = cohort(12, 3)
    calendar_events: Events = ([], [])
    for drug in drugs:
        spans, doses = taken(drug, 1.0, 0.0, 1.0 if drug.delivery == "pulses" else np.inf)
        calendar_events[0].extend(spans)
        calendar_events[1].extend(doses)
    calendar_events[0].append(Span(Key("calcium_intake"), 700.0, 0.0, np.inf))
    calendar_events[0].append(Span(Key("vitamin_d_intake"), 1000.0, 0.0, np.inf))
    loads = [key for key in model.inputs if key.name == "mechanical_load"]
    calendar_events[0].extend(Span(key, -0.3, 0.0, np.inf) for key in loads)
    calendar = life(people.usual_inputs(), calendar_events)
    return people.simulate(calendar, TIMES, tolerance=1e-8)


def total(flux: Array) -> Array:
    """Return the integral of a flux over the trajectory, per person."""
    return np.asarray(simpson(flux, x=TIMES, axis=1))


def gained(stock: Array) -> Array:
    """Return by how much a stock has grown, per person."""
    return stock[:, -1] - stock[:, 0]


def parameter(lived: Trajectory, name: str) -> Array:
    """Return a parameter of every person."""
    return lived.parameters[:, lived.model.table.column(name)]


def skeletal_mineral(lived: Trajectory) -> Array:
    """Return the mineral of the whole skeleton, relative to reference, over time."""
    shares = {site: parameter(lived, f"skeleton.share@{site}") for site in Site}
    return np.asarray(
        sum(share[:, None] * lived[f"bone_mineral@{site}"] for site, share in shares.items())
    )


def test_calcium_absorbed_is_lost_or_kept(lived: Trajectory) -> None:
    absorbed = total(lived["calcium_absorbed"])
    lost = total(lived["urinary_calcium"] + lived["calcium_loss"])
    kept = parameter(lived, "calcium.volume") * gained(lived["serum_calcium"])
    kept = kept + parameter(lived, "calcium.skeletal_calcium") * gained(skeletal_mineral(lived))
    assert np.abs(absorbed - lost - kept).max() < 1e-4 * absorbed.min()
    assert np.abs(kept).max() > 1e-2 * absorbed.max()  # else the law would say nothing


def test_the_skeleton_releases_the_mineral_that_it_loses(lived: Trajectory) -> None:
    released, fallen = total(lived["skeletal_release"]), -gained(skeletal_mineral(lived))
    assert released == pytest.approx(fallen, rel=1e-4, abs=1e-6)
    assert np.abs(fallen).max() > 1e-3


@pytest.mark.parametrize("site", Site)
def test_mineral_set_free_is_mineral_lost(lived: Trajectory, site: Site) -> None:
    released = total(lived[f"mineral_release@{site}"])
    assert released == pytest.approx(-gained(lived[f"bone_mineral@{site}"]), rel=1e-4, abs=1e-6)


@pytest.mark.parametrize("site", Site)
def test_bone_formed_is_resorbed_or_kept(lived: Trajectory, site: Site) -> None:
    turnover = parameter(lived, f"bone.turnover@{site}")
    mineralized = lived[f"young_bone@{site}"] + lived[f"mature_bone@{site}"]
    formed = turnover * total(lived[f"formation_rate@{site}"])
    resorbed = turnover * total(lived[f"resorption_rate@{site}"] * mineralized)
    kept = gained(mineralized + lived[f"osteoid@{site}"])
    assert formed - resorbed == pytest.approx(kept, rel=1e-4, abs=1e-6)
    assert total(lived[f"bone_balance@{site}"]) == pytest.approx(kept, rel=1e-4, abs=1e-6)
    assert np.abs(kept).max() > 1e-3  # else the law would say nothing


@pytest.mark.parametrize("site", Site)
def test_bone_volume_is_young_and_mature_bone(lived: Trajectory, site: Site) -> None:
    mineralized = lived[f"young_bone@{site}"] + lived[f"mature_bone@{site}"]
    assert lived[f"bone_volume_fraction@{site}"] == pytest.approx(mineralized, rel=1e-12)
