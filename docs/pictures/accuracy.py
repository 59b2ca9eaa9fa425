"""How far off osteon is on rows that no fit ever saw, group by group."""

from __future__ import annotations

from matplotlib.figure import Figure

from osteon.evidence.accuracy import measured
from osteon.plotting.style import INK, PALETTE, QUIET, RULE, SMALL, TEXT

WIDTH, STEP = 7.2, 0.26


def draw() -> Figure:
    """Return the picture."""
    groups = [
        one
        for one in measured()["groups"]
        if one["role"] == "validation" and one["percent"] and one["rmse"] < 10
    ]
    groups.sort(key=lambda one: -one["rmse"])
    figure = Figure(figsize=(WIDTH, STEP * len(groups) + 0.9), layout="constrained")
    axes = figure.add_subplot()
    for place, one in enumerate(groups):
        axes.hlines(place, 0, one["rmse"], color=PALETTE[0], lw=1.2, alpha=0.35)
        axes.plot(one["rmse"], place, "o", color=PALETTE[0], ms=5)
        words = f"{one['rmse']:.1f} ({one['rows']} rows)"
        axes.annotate(
            words, (one["rmse"], place), (8, 0), textcoords="offset points", va="center",
            fontsize=SMALL, color=QUIET,
        )  # fmt: skip
    axes.set_yticks(range(len(groups)), [one["group"] for one in groups])
    axes.tick_params("y", labelsize=TEXT, labelcolor=INK)
    axes.set_xlim(0, max(one["rmse"] for one in groups) * 1.25)
    axes.grid(axis="x", color=RULE, lw=0.7)
    axes.set_xlabel("root mean square error, percentage points")
    axes.spines["left"].set_visible(False)
    return figure
