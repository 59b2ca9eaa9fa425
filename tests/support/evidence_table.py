"""Evidence tables beside the trial files: which row of a table stands where.

A row stands for an observation if trial, endpoint, kind, role and value agree, the value after its
conversion (an annual rate times the years of the observation, an odds ratio as a relative risk,
pg/mL as pmol/L), and the month agrees: counted from month 0, from the visit that `since` names, or
from the final menstrual period or the end of treatment where the table counts from that.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from math import isclose
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from osteon.evidence.library import TRIALS
from osteon.language import Trial
from osteon.language.endpoints import LEVELS
from osteon.language.observation import Observation
from osteon.language.observed import ROLES
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

TABLES = TRIALS.parent / "tables"
LEFT_OUT = TRIALS.parent / "left_out"

Key = tuple[str, ...]
_KEY = ("trial", "arm", "month", "endpoint", "statistic", "value", "role")
_ANNUAL = "annual_"
_RATIOS = ("relative_risk", "hazard_ratio")
_KINDS = {
    "pct_change": ("change",),
    "change_g_cm2": ("absolute",),
    "difference": ("difference", "change"),
    "level": ("level",),
    "incidence_pct": ("cumulative",),
    "relative_risk": _RATIOS,
    "hazard_ratio": _RATIOS,
    "odds_ratio": _RATIOS,
    "rate_ratio": _RATIOS,
}
_ENDPOINTS = {
    "bmd_ls": ("bmd_lumbar_spine",),
    "bmd_th": ("bmd_total_hip",),
    "bmd_hip": ("bmd_total_hip",),
    "bmd_fn": ("bmd_femoral_neck",),
    "ctx": ("ctx",),
    "u_ctx": ("ctx",),
    "u_ntx": ("ntx",),
    "p1np": ("pinp",),
    "balp": ("bone_alp",),
    "osteocalcin": ("osteocalcin",),
    "resorption_markers": ("ctx", "ntx", "tracp5b"),
    "formation_markers": ("pinp", "bone_alp", "osteocalcin"),
    "e2_serum": ("estradiol",),
    "fx_vertebral": ("fracture_vertebral",),
    "fx_vertebral_clinical": ("fracture_vertebral_clinical",),
    "fx_hip": ("fracture_hip",),
    "fx_nonvertebral": ("fracture_nonvertebral",),
    "fx_nonvertebral_fragility": ("fracture_nonvertebral",),
    "fx_any": ("fracture_clinical",),
    "fx_any_clinical": ("fracture_clinical",),
    "fx_any_fragility": ("fracture_clinical", "fracture_major_osteoporotic"),
}


@dataclass(frozen=True)
class Row:
    """One row of a table, as it is written there."""

    cells: dict[str, str]

    @property
    def trial(self) -> str:
        """Return the name of its trial."""
        return self.cells["trial"]

    @property
    def key(self) -> Key:
        """Return the cells by which a list of what is left out names the row."""
        return tuple(self.cells[name] for name in _KEY)

    def stands_for(self, observation: Observation, trial: Trial) -> bool:
        """Tell whether an observation of its trial says what the row says."""
        return (
            trial.role_of(observation) == self.cells["role"]
            and observation.endpoint in _ENDPOINTS.get(self.cells["endpoint"], ())
            and observation.kind in self._kinds()
            and self._says_when(observation, trial)
            and isclose(observation.value, self._value(observation), rel_tol=1e-3, abs_tol=1e-6)
        )

    def _kinds(self) -> tuple[str, ...]:
        statistic = self.cells["statistic"]
        return tuple(kind for part, kinds in _KINDS.items() if part in statistic for kind in kinds)

    def _value(self, observation: Observation) -> float:
        """Return the value of the row, as the observation would write it."""
        value = float(self.cells["value"])
        if self.cells["statistic"].startswith(_ANNUAL):
            return value * (observation.time - observation.since) / DAYS_PER_YEAR
        if self.cells["endpoint"] == "e2_serum" and observation.kind == "level":
            return float(LEVELS["estradiol"].read(f"{value} pg/mL"))
        return value

    def _says_when(self, observation: Observation, trial: Trial) -> bool:
        if not self.cells["month"]:
            return True
        month, since = float(self.cells["month"]), observation.since_month
        possible = [observation.month, observation.month - since]
        passed = trial.population.years_since_menopause
        if "FMP" in self.cells["reference_time"] and passed is not None:
            possible = [observation.month + 12.0 * passed.mean / DAYS_PER_YEAR]
        if "end of treatment" in self.cells["reference_time"]:
            courses = trial.treatment_of(observation.arm).drugs
            ends = [one.until / DAYS_PER_MONTH for one in courses if one.until is not None]
            possible = [observation.month - end for end in ends]
        return any(isclose(month, one, abs_tol=0.01) for one in possible)


def rows_of(table: str) -> list[Row]:
    """Return the rows of a table that a fit or a validation must account for."""
    return [row for row in _read(TABLES / f"{table}.csv") if row.cells["role"] in ROLES]


def left_out_of(table: str) -> list[Row]:
    """Return the rows that no trial file holds, each with a reason, from every list there is."""
    return [row for path in sorted(LEFT_OUT.glob(f"{table}*.csv")) for row in _read(path)]


def unmatched(trial: Trial, rows: Iterable[Row]) -> tuple[list[Row], list[Observation]]:
    """Return the rows without an observation and the observations without a row, one to one."""
    listed, observed = list(rows), list(trial.observations)
    if not listed or not observed:
        return listed, observed
    fits = np.array([[row.stands_for(one, trial) for one in observed] for row in listed])
    found = maximum_bipartite_matching(csr_array(fits), perm_type="column")
    return (
        [row for row, place in zip(listed, found, strict=True) if place < 0],
        [one for place, one in enumerate(observed) if place not in found],
    )


def _read(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        return [Row(cells) for cells in csv.DictReader(file)]
