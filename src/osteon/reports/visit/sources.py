"""Where the report comes from: publications behind the numbers, trials of the drugs, rules."""

from __future__ import annotations

from dataclasses import dataclass

from osteon.guidance.safety import version
from osteon.strategies.citations import trials_with
from osteon.strategies.forecast import Forecast


@dataclass(frozen=True)
class Sources:
    """Where it all comes from.

    Attributes
    ----------
    about:
        What the model rests on, in sentences.
    trials:
        The trials with the drugs of this report that it was fitted to.
    everything:
        Every source of a parameter and every trial of the fit.
    """

    about: str
    trials: tuple[str, ...]
    everything: tuple[str, ...]


def sources_of(forecast: Forecast) -> Sources:
    """Return where the numbers of a forecast and the questions come from."""
    everything, layer = forecast.citations(), forecast.layer
    fitted = len(layer.data) if layer else 0
    case = forecast.case
    drugs = {one.drug for name in case.strategies for one in case.treatment_of(name).drugs}
    trials = trials_with(layer, frozenset(drugs)) if layer else ()
    about = (
        f"The parameters of the model come from {len(everything) - fitted} publications; "
        f"{fitted} trials fitted them together. No forecast has been held against one person's "
        f"own course yet. The rules of safety are version {version()}."
    )
    return Sources(about, trials, everything)
