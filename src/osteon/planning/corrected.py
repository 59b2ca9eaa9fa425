"""Which drugs are left out for low serum calcium alone: they become possible once it is corrected.

A plan begins every course now. What a deficiency that passes within weeks leaves out is out for all
the years it looks ahead, so it says which drugs these are, and that a new value makes a new plan.
"""

from __future__ import annotations

from collections.abc import Iterable

from osteon.guidance.safety import safety_rules
from osteon.planning.exclusion import Exclusion

_PASSING = "calcium"


def once_corrected(excluded: Iterable[Exclusion]) -> str | None:
    """Return in a sentence what becomes possible once calcium is corrected; None where nothing."""
    passing = {rule.name for rule in safety_rules() if _PASSING in rule.when.facts}
    excluded = tuple(excluded)
    lasting = {drug for one in excluded if one.rule not in passing for drug in one.drugs}
    found = dict.fromkeys(
        drug
        for one in excluded
        if one.rule in passing
        for drug in one.drugs
        if drug not in lasting
    )  # fmt: skip
    if not found:
        return None
    return (
        f"left out for low serum calcium alone, for all the time shown: {', '.join(found)}; once "
        "it is corrected they are possible, and a plan made with the new value weighs them"
    )
