"""From cause to effect: which influences lead forward, which feed back, and in what order to tell.

Bodies are full of circles. Two kinds of influence are feedback by nature: bone acting on the
signals that shape it, and the skeleton acting on the rest of the body. What circles remain are
opened where an influence leads furthest back towards what was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osteon.model.influences import equations_of
from osteon.model.model import Model
from osteon.model.roster import Key

Edges = dict[Key, set[Key]]


def bone_of(model: Model, target: Key) -> frozenset[Key]:
    """Return a readout with what it is computed from, back to the states that it reads."""
    found: set[Key] = set()
    waiting = [target]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        for equation in equations_of(model)[key]:
            if equation.kind == "values":
                waiting += equation.reads
    return frozenset(found)


def feeds_back(cause: Key, effect: Key, bone: frozenset[Key]) -> bool:
    """Return whether an influence goes from bone to signals, or from a site to the whole body."""
    leaves_bone = cause in bone and effect not in bone
    leaves_site = cause.site is not None and effect.site is None and effect not in bone
    return leaves_bone or leaves_site


def without_circles(edges: Mapping[Key, Iterable[Key]], roots: Iterable[Key]) -> Edges:
    """Return the edges with every circle opened at its longest step back towards the roots."""
    kept = {cause: set(effects) for cause, effects in edges.items()}
    distance = distances(kept, roots)
    far = len(distance) + 1
    while circle := _circle(kept):
        steps = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        cause, effect = max(
            steps, key=lambda step: distance.get(step[0], far) - distance.get(step[1], far)
        )
        kept[cause].discard(effect)
    return kept


def distances(edges: Mapping[Key, Iterable[Key]], roots: Iterable[Key]) -> dict[Key, int]:
    """Return the number of steps from the nearest root, for all that can be reached."""
    found = dict.fromkeys(roots, 0)
    waiting = list(found)
    for cause in waiting:
        for effect in edges.get(cause, ()):
            if effect not in found:
                found[effect] = found[cause] + 1
                waiting.append(effect)
    return found


def covering(edges: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """Return few quantities from which all others can be reached."""
    left = set(edges)
    moved = {effect for cause, effects in edges.items() for effect in effects if effect != cause}
    found = sorted(left - moved, key=str)
    left -= set(distances(edges, found))
    while left:
        reach = {key: len(left & set(distances(edges, [key]))) for key in left}
        best = max(sorted(left, key=str), key=reach.__getitem__)
        found.append(best)
        left -= set(distances(edges, [best]))
    return found


def told(edges: Edges, roots: Iterable[Key], weight: Mapping[Key, float]) -> list[Key]:
    """Return causes before effects, each branch told to its end, the heaviest branch first."""
    after: list[Key] = []
    seen: set[Key] = set()

    def lightest(key: Key) -> tuple[float, str]:
        return weight.get(key, 0.0), str(key)

    def tell(key: Key) -> None:
        seen.add(key)
        for effect in sorted(edges.get(key, ()), key=lightest):
            if effect not in seen:
                tell(effect)
        after.append(key)

    for root in sorted(roots, key=lightest):
        if root not in seen:
            tell(root)
    return after[::-1]


def _circle(edges: Edges) -> list[Key]:
    """Return one circle of influences; empty if there is none."""
    path: list[Key] = []
    done: set[Key] = set()

    def follow(key: Key) -> list[Key]:
        path.append(key)
        for effect in sorted(edges.get(key, ()), key=str):
            if effect in path:
                return path[path.index(effect) :]
            if effect not in done and (circle := follow(effect)):
                return circle
        done.add(path.pop())
        return []

    for key in sorted(edges, key=str):
        if key not in done and (circle := follow(key)):
            return circle
    return []
