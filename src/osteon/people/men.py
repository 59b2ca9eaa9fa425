"""Men: no menopause, but estradiol of their own, which falls slowly all their life.

    estradiol = testicular / (1 + exp((age - half_gone) / span)) + peripheral

Castration, by drugs or by the knife, takes what the testes make, and the testosterone of which most
of the peripheral part is made.

Bone answers to it relative to each man's own best years, as a woman's does to hers; the level of
BMD comes from his T-score, which counts from young women.
Assumes: everything else is as in women, in whom it was measured. Men stand on few data.
Leaves out: androgens, larger bones, later hip fractures.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from osteon.people.cohort import Cohort


def as_men(cohort: Cohort) -> Cohort:
    """Return the cohort with the sex hormones of men; how people differ stays as it was drawn."""
    numbers: dict[str, float] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text("utf-8")
    )
    table = cohort.model.table
    peripheral = table.column("estradiol.peripheral_level")
    drawn = cohort.parameters[:, peripheral] / table.values[peripheral]
    return (
        cohort.with_parameter("estradiol.ovarian_level", numbers["testicular"])
        .with_parameter("estradiol.peripheral_level", numbers["peripheral"] * drawn)
        .with_parameter("estradiol.from_gonads", numbers["peripheral_from_testes"])
        .with_parameter("ovary.menopause_age", numbers["half_gone"])
        .with_parameter("ovary.span", numbers["span"])
    )
