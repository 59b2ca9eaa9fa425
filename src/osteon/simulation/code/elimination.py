"""Sparse elimination planned once: which entries exist, in which order they are eliminated.

A Rosenbrock step solves with the matrix W = d I - J, whose pattern never changes. Pivots stay on
the diagonal (d is large for small steps) and are taken in the order that creates the fewest new
entries (Markowitz). The plan is then written out as straight-line code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Entry = tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """An elimination order with its entries.

    Attributes
    ----------
    order:
        States in the order in which they are eliminated.
    slots:
        Where each entry of W, fill included, is kept.
    """

    order: tuple[int, ...]
    slots: dict[Entry, int]

    @classmethod
    def of(cls, size: int, entries: Iterable[Entry]) -> Plan:
        """Plan the elimination of a pattern of `size` states."""
        rows: list[set[int]] = [{i} for i in range(size)]
        columns: list[set[int]] = [{i} for i in range(size)]
        for i, j in entries:
            rows[i].add(j)
            columns[j].add(i)
        filled = {(i, j) for i in range(size) for j in rows[i]}
        left = set(range(size))
        order: list[int] = []
        while left:
            pivot = min(
                left, key=lambda k: ((len(rows[k] & left) - 1) * (len(columns[k] & left) - 1), k)
            )
            left.remove(pivot)
            order.append(pivot)
            for i in columns[pivot] & left:
                for j in rows[pivot] & left:
                    rows[i].add(j)
                    columns[j].add(i)
                    filled.add((i, j))
        place = {state: rank for rank, state in enumerate(order)}
        ordered = sorted(filled, key=lambda entry: (place[entry[0]], place[entry[1]]))
        return cls(tuple(order), {entry: slot for slot, entry in enumerate(ordered)})

    def factor_lines(self, jacobian: list[Entry]) -> list[str]:
        """Return code that turns Jacobian entries `j` and diagonal `d` into factors `w`.

        Row after row, each factor written once: below the diagonal what is subtracted from a row,
        on it the inverse of the pivot.
        """
        given = {entry: f"j[{k}]" for k, entry in enumerate(jacobian)}
        place = {state: rank for rank, state in enumerate(self.order)}
        rows: dict[int, list[int]] = {state: [] for state in self.order}
        for i, j in self.slots:
            rows[i].append(j)
        lines = []
        for i in self.order:
            for j in rows[i]:
                before = min(place[i], place[j])
                terms = [
                    f"w{self.slots[i, k]} * w{self.slots[k, j]}"
                    for k in rows[i]
                    if place[k] < before and (k, j) in self.slots
                ]
                value = f"-{given[i, j]}" if (i, j) in given else "0.0"
                if i == j:
                    value = f"d + {value}"
                if terms:
                    value = f"{value} - (" + " + ".join(terms) + ")"
                slot = self.slots[i, j]
                if i == j:
                    value = f"1.0 / ({value})"
                elif place[j] < place[i]:
                    value = f"({value}) * w{self.slots[j, j]}"
                lines += [f"w{slot} = {value}", f"w[{slot}] = w{slot}"]
        return lines

    def solve_lines(self) -> list[str]:
        """Return code that solves W x = b in place of `b`, from the factors `w`."""
        lines = [f"b{i} = b[{i}]" for i in self.order]
        place = {state: rank for rank, state in enumerate(self.order)}
        for i in self.order:
            terms = [
                f"w[{self.slots[i, j]}] * b{j}"
                for j in self.order[: place[i]]
                if (i, j) in self.slots
            ]
            if terms:
                lines.append(f"b{i} = b{i} - (" + " + ".join(terms) + ")")
        for i in reversed(self.order):
            terms = [
                f"w[{self.slots[i, j]}] * b{j}"
                for j in self.order[place[i] + 1 :]
                if (i, j) in self.slots
            ]
            left = f"(b{i} - (" + " + ".join(terms) + "))" if terms else f"b{i}"
            lines.append(f"b{i} = {left} * w[{self.slots[i, i]}]")
        return lines + [f"b[{i}] = b{i}" for i in self.order]
