"""The discrepancy is found again in rows that are off by a known one."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from osteon.calibration.discrepancy import discrepancies
from osteon.calibration.left_out import LeftOut
from osteon.calibration.problem import Target
from osteon.language.trial import Trial
from osteon.parameters.layer import Discrepancy

Array = NDArray[np.float64]
TEXT = """
trial: probe
role: calibration
population: {age: 62 years}
arms: {treated: {drugs: [anastrozole 1 mg daily for 5 years]}}
observations:
"""
VISITS = [(site, year) for site in ("lumbar_spine", "total_hip") for year in (1, 2, 5)]
CHANGES = np.array([-2.0, -6.0, 3.0, 1.0, -5.0, -10.0])
"""Of BMD at the spine and the hip after one, two and five years, percent."""
YEARS = np.array([float(year) for _, year in VISITS])
SPINE = np.array([site == "lumbar_spine" for site, _ in VISITS])
ARMS = 80


@pytest.fixture(scope="module")
def targets() -> tuple[Target, ...]:
    """Return the rows of many arms, each known to within 0.05 points."""
    rows = "\n".join(
        f"  - {{arm: treated, endpoint: bmd_{site}, month: {12 * year}, change: {change} %, "
        "se: 0.05 %}"
        for (site, year), change in zip(VISITS, CHANGES, strict=True)
    )
    one = Trial.parse(TEXT + rows, "probe.yaml")
    trials = (one.model_copy(update={"trial": f"probe {number}"}) for number in range(ARMS))
    return tuple(Target(trial, row) for trial in trials for row in trial.observations)


def normal(*shape: int) -> Array:
    return np.random.Generator(np.random.PCG64(7)).standard_normal(shape)


def found(
    targets: tuple[Target, ...], off: Array, unsure: float = 0.0, counts: float | Array = 1.0
) -> Discrepancy:
    """Return the discrepancy of rows so far off, shape (ARMS, rows of an arm)."""
    size = len(targets)
    foretold = LeftOut(
        predicted=(CHANGES + off).reshape(-1),
        unsure=unsure**2 * np.eye(size),
        counts=np.broadcast_to(counts, off.shape).reshape(-1),
    )
    return discrepancies(targets, foretold)["bmd"]


def test_what_is_of_each_row_by_itself(targets: tuple[Target, ...]) -> None:
    alone = found(targets, 1.2 * normal(ARMS, 6))
    assert alone.single == pytest.approx(1.2, rel=0.1)
    assert max(alone.fixed, alone.yearly) < 0.2
    assert alone.share < 0.08


def test_what_is_there_from_the_first_day_and_stays(targets: tuple[Target, ...]) -> None:
    stays = found(targets, 2.0 * np.ones(6) * normal(ARMS, 1))
    assert stays.fixed == pytest.approx(2.0, rel=0.2)
    assert stays.together > 0.95
    assert max(stays.single, stays.yearly) < 0.2


def test_what_wanders_is_told_from_what_stays(targets: tuple[Target, ...]) -> None:
    """Steps over one year, one, and three, alike at both sites."""
    steps = 1.5 * normal(ARMS, 3) * np.sqrt([1.0, 1.0, 3.0])
    wanders = found(targets, np.tile(np.cumsum(steps, axis=1), 2))
    assert wanders.yearly == pytest.approx(1.5, rel=0.15)
    assert max(wanders.single, wanders.fixed) < 0.6
    assert wanders.share < 0.05


def test_a_share_of_the_size_is_told_from_all_of_these(targets: tuple[Target, ...]) -> None:
    """Foretold is x, and x / 1.25 or x / 0.75 seen."""
    share = 0.25 * np.where(normal(ARMS, 1) > 0, 1.0, -1.0)
    by_size = found(targets, CHANGES * share)
    assert by_size.share == pytest.approx(0.25, rel=0.15)
    assert by_size.of(0.0, years=2.0) < 0.2


def test_how_far_two_sites_go_together(targets: tuple[Target, ...]) -> None:
    common, spine, hip = normal(3, ARMS, 1)
    own = np.where(SPINE, spine, hip)
    apart = found(targets, 2.0 * (np.sqrt(0.6) * common + np.sqrt(0.4) * own))
    assert apart.together == pytest.approx(0.6, abs=0.1)
    assert apart.fixed == pytest.approx(2.0, rel=0.2)


def test_errors_that_are_known_are_no_discrepancy(targets: tuple[Target, ...]) -> None:
    """Rows 2 points off of which 2 are expected: next to nothing is left."""
    off = 2.0 * normal(ARMS, 6)
    assert found(targets, off, unsure=2.0).of(0.0, 2.0) < 0.3 * found(targets, off).of(0.0, 2.0)


def test_rows_that_count_less_widen_less(targets: tuple[Target, ...]) -> None:
    off = normal(ARMS, 6)
    odd = np.arange(ARMS)[:, None] < ARMS // 10
    far = np.where(odd, 8.0 * off, off)
    less = found(targets, far, counts=np.where(odd, 0.2, 1.0)).of(0.0, 2.0)
    assert found(targets, off).of(0.0, 2.0) < less < found(targets, far).of(0.0, 2.0)


def test_an_arm_with_many_rows_does_not_rule(targets: tuple[Target, ...]) -> None:
    """A sixth of the arms is far off, with six rows each; of the others there is one row."""
    far = np.arange(ARMS)[:, None] % 6 == 0
    off = np.where(far, 3.0, 0.3) * np.where(normal(ARMS, 1) > 0, 1.0, -1.0) * np.ones(6)
    rows = np.flatnonzero(far | (np.arange(6) == 0))
    size = len(rows)
    foretold = LeftOut((CHANGES + off).reshape(-1)[rows], np.zeros((size, size)), np.ones(size))
    together = discrepancies(tuple(targets[row] for row in rows), foretold)["bmd"]
    by_arm, by_row = (np.sqrt(np.mean(some**2)) for some in (off[:, 0], off.reshape(-1)[rows]))
    assert by_row > 1.6 * by_arm
    assert together.fixed == pytest.approx(by_arm, rel=0.1)


def test_a_kind_of_which_there_are_few_rows_has_none(targets: tuple[Target, ...]) -> None:
    few = LeftOut(np.zeros(5), np.zeros((5, 5)), np.ones(5))
    assert discrepancies(targets[:5], few) == {}
    many = LeftOut(np.tile(CHANGES, ARMS), np.eye(len(targets)), np.ones(len(targets)))
    assert "markers" not in discrepancies(targets, many)
