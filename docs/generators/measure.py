"""What the pages say of accuracy, measured anew: `make docs-numbers` writes accuracy.json.

Every trial that comes with osteon is predicted (minutes), every sign judged; the pages and the
README read the numbers from the file, and a test holds the README to them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import osteon
from osteon.calibration.problem import Problem, trials_from, uncertain_parameters
from osteon.evidence.accuracy import FILE
from osteon.evidence.library import LATER, later_files, trial_files
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.validation.aims import aims_of
from osteon.validation.answers import OTHERS, Answered, Evidence, against
from osteon.validation.by_group import errors_of
from osteon.validation.groups import MARKERS, Group
from osteon.validation.misses import is_miss
from osteon.validation.signs import Verdict, check_signs
from osteon.validation.validate import Validation, validate

_DIGITS = 4


def measured(found: Validation, signs: Iterable[Verdict]) -> dict[str, Any]:
    """Return everything the pages say of accuracy."""
    evidence = Evidence.of(found)
    verdicts = list(signs)
    layer = current_layer()
    unseen = _bmd(evidence.rows, "validation")
    return {
        "osteon": osteon.__version__,
        "layer": None
        if layer is None
        else layer.model_dump(mode="json", include={"name", "date", "discrepancy"}),
        "trials": len(found.trials),
        "fitted_trials": 0 if layer is None else len(layer.data),
        "fitted_rows": fitted_rows(),
        "rows": {
            role: sum(one.row.role == role for one in evidence.rows)
            for role in ("calibration", "validation")
        },
        "bmd": {
            role: asdict(errors_of(one.row for one in _bmd(evidence.rows, role)))
            for role in ("calibration", "validation")
        },
        "markers": asdict(
            errors_of(one.row for one in evidence.rows if one.row.observation.endpoint in MARKERS)
        ),
        "groups": list(_groups(evidence)),
        "others": [
            {"who": words, **asdict(compared)}
            for name, words in OTHERS.items()
            if (compared := against(unseen, name, found.seed)) is not None
        ],
        "aims": [
            asdict(aim) | {"met": aim.met} for aim in aims_of(one.row for one in evidence.rows)
        ],
        "signs": {"judged": len(verdicts), "met": sum(verdict.met for verdict in verdicts)},
        "signs_missed": [
            {"topic": verdict.topic, "claim": verdict.sign.claim}
            for verdict in verdicts
            if not verdict.met
        ],
        "misses": [_told(one) for one in evidence.rows if is_miss(one.row)],
        "later": later(),
    }


def later() -> dict[str, Any]:
    """Return the errors on trials that were looked up after the fit, and every row of them."""
    found = Evidence.of(validate(LATER))
    return {
        "trials": len(later_files()),
        **asdict(errors_of(one.row for one in found.rows)),
        "told": [_told(one) for one in found.rows],
    }


def fitted_rows() -> int:
    """Return how many rows a fit reads."""
    model = standard()
    return len(Problem(model, trials_from(trial_files()), uncertain_parameters(model)).targets)


def _bmd(rows: Iterable[Answered], role: str) -> list[Answered]:
    return [
        one
        for one in rows
        if one.row.role == role and one.row.observation.endpoint.startswith("bmd_")
    ]


def _groups(evidence: Evidence) -> Iterable[dict[str, Any]]:
    for group, rows in evidence.groups().items():
        for role in ("calibration", "validation"):
            own = [one.row for one in rows if one.row.role == role]
            if own:
                yield {"group": str(Group(group)), "role": role, **asdict(errors_of(own))}


def _told(one: Answered) -> dict[str, Any]:
    row = one.row
    return {
        "trial": row.trial,
        "role": row.role,
        "group": str(one.group),
        "arm": row.observation.arm,
        "versus": row.observation.versus,
        "endpoint": row.observation.endpoint,
        "month": row.observation.month,
        "kind": row.observation.kind,
        "unit": row.observation.unit,
        "observed": row.observation.value,
        "predicted": row.predicted,
        "low": row.predicted_low,
        "high": row.predicted_high,
        "note": row.observation.note,
    }


def rounded(value: Any) -> Any:
    """Return plain data whose numbers have as many digits as a page can use."""
    if isinstance(value, dict):
        return {name: rounded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return round(value, _DIGITS) if isinstance(value, float) else value


if __name__ == "__main__":
    told = rounded(measured(validate(), check_signs()))
    FILE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
