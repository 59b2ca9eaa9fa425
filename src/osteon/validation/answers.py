"""Every row with its group, and with what others answer to the same question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from osteon.evidence.earlier_models import EARLIER_MODELS, earlier_answers
from osteon.language.trial import Trial
from osteon.validation.bootstrap import Comparison, compare
from osteon.validation.earlier import join
from osteon.validation.groups import Group, group_of
from osteon.validation.look_up import LookUp
from osteon.validation.predict import Row
from osteon.validation.validate import Validation

STATISTICIAN: Final = "statistician"
OTHERS: Final = {STATISTICIAN: "Look-up of class means", **EARLIER_MODELS}
"""Who else answers, and what to call them."""


@dataclass(frozen=True)
class Answered:
    """One row beside what others say.

    Attributes
    ----------
    trial, row:
        The trial, and its observation with the prediction.
    group:
        What the row is about.
    others:
        Other answers, by the names in `OTHERS`; who has none is not in it.
    """

    trial: Trial
    row: Row
    group: Group
    others: Mapping[str, float]


@dataclass(frozen=True)
class Evidence:
    """Every row of a validation, with its group and all other answers.

    Attributes
    ----------
    rows:
        In the order of the trials.
    joined, entries:
        How many entries of the table of earlier models were found among the rows, of how many.
    """

    rows: tuple[Answered, ...]
    joined: int
    entries: int

    @classmethod
    def of(cls, found: Validation) -> Evidence:
        """Return the rows of a validation beside the look-up and earlier models."""
        pairs = list(found.by_row())
        look_up = LookUp.of(found.trials)
        table = earlier_answers()
        earlier = join([(trial, row.observation) for trial, row in pairs], table)
        rows = []
        for place, (trial, row) in enumerate(pairs):
            others = dict(earlier.get(place, {}))
            if (answer := look_up.answer(trial, row.observation)) is not None:
                others[STATISTICIAN] = answer
            rows.append(Answered(trial, row, group_of(trial, row.observation), others))
        return cls(tuple(rows), len(earlier), len(table))

    def groups(self) -> dict[Group, list[Answered]]:
        """Return the rows by group, in the order of the groups."""
        found: dict[Group, list[Answered]] = {group: [] for group in Group}
        for one in self.rows:
            found[one.group].append(one)
        return {group: rows for group, rows in found.items() if rows}


def against(rows: Sequence[Answered], other: str, seed: int = 1) -> Comparison | None:
    """Compare the model with another answer on the BMD rows that both answer; None without one."""
    both = [
        (one.row.error, one.others[other] - one.row.observation.value, one.row.trial)
        for one in rows
        if one.row.error is not None
        and other in one.others
        and one.row.observation.endpoint.startswith("bmd_")
    ]
    errors, others, trials = zip(*both, strict=True) if both else ((), (), ())
    return compare(errors, others, trials, seed)
