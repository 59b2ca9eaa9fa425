"""When the next DXA would tell something, in words, and when guidelines have one made anyway.

What two scans can tell of one person comes late, or early by chance of a drug; neither is the date
of a visit. So the interval of guidelines stands beside it.
"""

from __future__ import annotations

from osteon.guidance.guideline import dxa_intervals
from osteon.people.endpoint import label_of
from osteon.twin.next_dxa import NextDxa
from osteon.vocabulary.span import point_in_words

_USUAL_WAIT = 12.0


def next_dxa_words(found: tuple[NextDxa, ...], horizon: float) -> str:
    """Return which site shows a change first, and what a scan then would teach."""
    likely = [(one.earliest, one) for one in found if one.earliest is not None]
    if not likely:
        first = max(found, key=lambda one: float(one.narrows.max()))
        month = min(float(first.months[0]) - 1.0 + _USUAL_WAIT, horizon)
        return (
            f"Next DXA: at no site is a change that two scans could tell 80 % likely by "
            f"{point_in_words(horizon)}. {_taught(first, month, horizon)} {_guidelines()}"
        )
    month, first = min(likely, key=lambda pair: pair[0])
    _, falling, _ = first.at(month)
    return (
        f"Next DXA: {'a loss' if falling else 'a gain'} at the {_site(first)} that two scans could "
        f"tell is 80 % likely from {point_in_words(month)}. {_taught(first, month, horizon)} "
        f"{_guidelines()}"
    )


def _guidelines() -> str:
    said = "; ".join(
        f"{first} to {last} months ({', '.join(names)})"
        for (first, last), names in dxa_intervals().items()
    )
    return f"Guidelines have BMD measured again after {said}, where no bone drug is given."


def _taught(one: NextDxa, month: float, horizon: float) -> str:
    share = 100 * one.at(month)[2]
    much = f"{share:.0f} %" if share >= 1 else "less than 1 %"
    return (
        f"A scan of the {_site(one)} at {point_in_words(month)} is expected to narrow its "
        f"interval at {point_in_words(horizon)} by {much}."
    )


def _site(one: NextDxa) -> str:
    return label_of(one.endpoint).removeprefix("BMD ")
