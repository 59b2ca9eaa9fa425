"""A row of a table of published numbers, in the words of a trial file.

A table says 'ntx_urine, geometric_mean_pct_change, 24' and counts months from a stated time; a
trial file says 'ntx, change, month 24, statistic median'. Here the one is turned into the other,
so that a test can look for every row in the files.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from osteon.language import Trial
from osteon.language.drugs import DRUGS
from osteon.language.endpoints import ENDPOINTS, LEVELS
from osteon.language.observation import Observation

IDENTITY = ("trial", "arm", "month", "endpoint", "statistic", "value", "role")
"""What tells one row of a table from another, and a line of the left-out list from another."""

_ENDPOINTS = {
    "bmd_ls": "bmd_lumbar_spine",
    "bmd_th": "bmd_total_hip",
    "bmd_fn": "bmd_femoral_neck",
    "ntx_urine": "ntx",
    "ntx_serum": "ntx",
    "balp": "bone_alp",
    "p1np": "pinp",
    "25ohd": "calcidiol",
    "e2_plasma": "estradiol",
    "e2_serum": "estradiol",
    "e2_residual": "estradiol",
    "fracture_any": "fracture_clinical",
    "fracture_cum_pct": "fracture_clinical",
    "fracture_count": "fracture_clinical",
    "fracture_osteoporotic": "fracture_major_osteoporotic",
}
_KINDS = {
    "mean_pct_change": "change",
    "median_pct_change": "change",
    "geometric_mean_pct_change": "change",
    "annual_pct_change": "change",
    "mean_pct_of_baseline": "change",
    "difference_vs_control": "difference",
    "hazard_ratio": "hazard_ratio",
    "incidence_rate_ratio": "relative_risk",
    "rate_ratio": "relative_risk",
    "risk_ratio": "relative_risk",
    "odds_ratio": "relative_risk",
    "cumulative_pct": "cumulative",
    "count": "cumulative",
    "mean_value": "level",
    "median_value": "level",
    "mean_baseline": "level",
}
_UNITS = {"nmol BCE/mmol Cr": "nmol/mmol"}


class Fact(NamedTuple):
    """One published number: what must agree between a table and a trial file."""

    trial: str
    month: float
    since: float | None
    endpoint: str
    kind: str
    value: float
    role: str | None


@dataclass(frozen=True)
class Published:
    """One row of a table."""

    row: dict[str, str]

    @property
    def identity(self) -> tuple[str, ...]:
        """Return what tells this row from another, as it is written."""
        return tuple(self.row[name] for name in IDENTITY)

    @property
    def fact(self) -> Fact:
        """Return the row in the words of a trial file."""
        row, (month, since) = self.row, self._times()
        endpoint = _ENDPOINTS.get(row["endpoint"], row["endpoint"])
        assert endpoint in ENDPOINTS, (
            f"{row['endpoint']} is not an endpoint: leave it out and say so"
        )
        assert row["statistic"] in _KINDS, f"a {row['statistic']} is no kind of value: leave it out"
        kind = _KINDS[row["statistic"]]
        value = round(self._value(endpoint), 2)
        return Fact(file_name(row["trial"]), month, since, endpoint, kind, value, row["role"])

    @property
    def is_a_middle(self) -> bool:
        """Return whether a median or a geometric mean was published."""
        return self.row["statistic"].startswith(("median", "geometric"))

    @property
    def drugs(self) -> set[str]:
        """Return the drugs that the row names."""
        return {drug for drug in DRUGS if drug in self.row["drugs"].lower()}

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the interval, if one is given."""
        low, high = self.row["ci_low"], self.row["ci_high"]
        return (float(low), float(high)) if low else None

    def _times(self) -> tuple[float, float | None]:
        """Return the month, and the month it counts from if that is not the first.

        Months after 'end_of_treatment' without a number count from there: `since` is not compared.
        """
        month = float(self.row["month"])
        counted = re.search(r"month_(\d+)", self.row["reference_time"])
        return month, float(counted[1]) if counted else None

    def _value(self, endpoint: str) -> float:
        row, value = self.row, float(self.row["value"])
        if row["statistic"] == "annual_pct_change":
            return value * float(row["month"]) / 12.0
        if row["statistic"] == "mean_pct_of_baseline":
            return value - 100.0
        if row["statistic"] == "count":
            return 100.0 * value / float(row["n"])
        if _KINDS[row["statistic"]] == "level":
            unit = _UNITS.get(row["unit"], row["unit"])
            return LEVELS[endpoint].read(f"{value} {unit}")
        return value


def file_name(trial: str) -> str:
    """Return the name of a trial with signs that a file may carry."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", trial)


def published(table: Path) -> list[Published]:
    """Return the rows of a table whose role binds."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [Published(row) for row in csv.DictReader(lines)]
    return [one for one in rows if one.row["role"] in ("calibration", "validation")]


def left_out(table: Path) -> list[dict[str, str]]:
    """Return the lines of a list of rows that stand in no trial file."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def agrees(one: Published, trial: Trial, observation: Observation) -> bool:
    """Return whether an observation says what a row says, of women who took what it names."""
    fact, since = one.fact, round(observation.since_month, 3)
    month = observation.month
    if one.row["reference_time"] == "end_of_treatment":
        month, since = month - since, 0.0
    counted = fact.since is None or since == fact.since
    says = Fact(
        trial.trial,
        round(month, 3),
        fact.since,
        observation.endpoint,
        observation.kind,
        round(observation.value, 2),
        trial.role_of(observation),
    )
    return (
        counted
        and says == fact
        and one.drugs <= _taken(trial, observation)
        and (observation.statistic == "median" or not one.is_a_middle)
        and (observation.ci is None or observation.ci == one.interval)
    )


def unpaired(
    rows: Iterable[Published], trials: Iterable[Trial]
) -> tuple[list[Published], list[tuple[str, Observation]]]:
    """Return the rows that no observation says, and the observations that no row says.

    Every observation stands for one row at most.
    """
    free = [(trial, one) for trial in trials for one in trial.observations]
    missing = []
    for row in rows:
        found = next((pair for pair in free if agrees(row, *pair)), None)
        if found is None:
            missing.append(row)
        else:
            free.remove(found)
    return missing, [(trial.trial, one) for trial, one in free]


def _taken(trial: Trial, observation: Observation) -> set[str]:
    """Return the drugs of the observation's arms, at any time."""
    arms = [observation.arm, *([observation.versus] if observation.versus else [])]
    return {course.drug for arm in arms for course in trial.treatment_of(arm).drugs}
