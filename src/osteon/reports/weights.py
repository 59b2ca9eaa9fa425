"""How much of the effect on BMD passes through each quantity, from the shares of its causes.

weight(cause) = sum over its effects of share(cause of effect) * weight(effect),  BMD having one
"""

from __future__ import annotations

from collections.abc import Mapping

from osteon.model.roster import Key
from osteon.reports.influence_now import Cause
from osteon.reports.order import Edges

_ROUNDS = 30


def weights_to(
    order: list[Key], forward: Edges, causes: Mapping[Key, tuple[Cause, ...]], target: Key
) -> dict[Key, float]:
    """Return how much of the effect on the target passes through each quantity before it."""
    weight = {target: 1.0}
    for effect in reversed(order):
        for cause in causes[effect]:
            known = effect in weight and cause.quantity in order
            if known and effect in forward[cause.quantity]:
                passed = weight[effect] * cause.share
                weight[cause.quantity] = weight.get(cause.quantity, 0.0) + passed
    return weight


def weights_back(
    others: set[Key], weight: Mapping[Key, float], causes: Mapping[Key, tuple[Cause, ...]]
) -> dict[Key, float]:
    """Return how much passes through each quantity that only feeds back, the most first."""
    pushes = [
        (cause.quantity, effect, cause.share)
        for effect, found in causes.items()
        for cause in found
        if cause.quantity in others
    ]
    back = dict.fromkeys(others, 0.0)
    for _ in range(_ROUNDS):
        fresh = dict.fromkeys(others, 0.0)
        for cause, effect, share in pushes:
            fresh[cause] += share * back.get(effect, weight.get(effect, 0.0))
        back = fresh
    heaviest = sorted(back.items(), key=lambda item: (-item[1], str(item[0])))
    return {key: share for key, share in heaviest if share > 0.0}
