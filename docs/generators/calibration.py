"""What the fit says, read from its layer: the trials, and how much the data decide."""

from __future__ import annotations

from collections import Counter
from typing import Final

from osteon.evidence.library import trial_files
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.parameters import Layer
from osteon.people.layer import current_layer
from osteon.reports.mechanism_page.markdown import plain, table
from osteon.reports.wording import in_plain_words, number

_MOST: Final = 25


def trials() -> list[str]:
    """Return the trials that were fitted, with their sources."""
    read = {trial.trial: trial for trial in map(Trial.read, trial_files())}
    rows = [(name, plain(read[name].citation or "")) for name in _layer().data if name in read]
    return table(("Trial", "Published in"), rows)


def decided() -> list[str]:
    """Return the parameters that the data pin down most, beside their prior spread."""
    layer, model = _layer(), standard()
    told = sorted(zip(layer.spread_left, layer.parameters, layer.values, strict=True))
    rows = [
        (
            in_plain_words(name.replace(".", ": ")),
            plain(model.table.parameter(name).meaning),
            f"{number(value)} {model.table.parameter(name).unit}".rstrip(),
            f"{100 * left:.0f} %",
        )
        for left, name, value in told[:_MOST]
    ]
    return table(("Parameter", "Meaning", "Value", "Spread left of the prior"), rows)


def origins() -> list[str]:
    """Return how many of the model's numbers are measured, fitted, derived, adopted, assumed."""
    parameters = standard().table.parameters
    counts = Counter(str(one.origin.method) for one in parameters.values())
    total = sum(counts.values())
    rows = [(name, str(n), f"{100 * n / total:.0f} %") for name, n in counts.most_common()]
    return table(("Origin in the literature files", "Parameters", "Share"), rows)


def _layer() -> Layer:
    layer = current_layer()
    if layer is None:
        raise RuntimeError("there is no fitted layer to tell of; run make fit first")
    return layer


TABLES: Final = {"trials": trials, "decided": decided, "origins": origins}
