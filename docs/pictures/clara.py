"""Clara's spine under letrozole alone: as expected of her, and after what was measured."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from osteon import Case, simulate
from osteon.plotting.style import INK, LIMIT, PALETTE, QUIET, RULE, SMALL, TEXT, footer

SNIPPETS = Path(__file__).parents[1] / "snippets" / "twin"
NAMES = {"clara.yaml": "before any measurement", "clara-measured.yaml": "after CTX and a scan"}


def draw() -> Figure:
    """Return the picture."""
    figure = Figure(figsize=(7.4, 3.2), layout="constrained")
    axes = figure.add_subplot()
    for color, (file, name) in zip(PALETTE, NAMES.items(), strict=False):
        forecast = simulate(Case.read(SNIPPETS / file))
        change = next(iter(forecast)).bmd_lumbar_spine.change
        years = change.months / 12.0
        axes.fill_between(years, change.low, change.high, color=color, alpha=0.13, lw=0)
        axes.plot(years, change.median, color=color, lw=2.0, label=name)
    visit = next(one for one in forecast.case.measurements if one.bmd_lumbar_spine is not None)
    begun = forecast.case.person.bmd.lumbar_spine
    assert visit.bmd_lumbar_spine is not None
    assert begun is not None
    seen = 100.0 * (visit.bmd_lumbar_spine / begun - 1.0)
    axes.plot(visit.month / 12.0, seen, "o", color=INK, ms=6, zorder=3)
    axes.annotate("her scan", (visit.month / 12.0, seen), (8, -12), textcoords="offset points",
                  fontsize=SMALL, color=INK)  # fmt: skip
    axes.axhline(0.0, color=LIMIT, lw=0.8)
    axes.grid(axis="y", color=RULE, lw=0.7)
    axes.set_xlim(0.0, years[-1])
    axes.set_xlabel("years from the beginning of letrozole")
    axes.set_ylabel("percent change")
    axes.set_title("BMD of Clara's spine on letrozole alone", fontsize=TEXT, color=INK, loc="left")
    axes.legend(frameon=False, fontsize=SMALL, labelcolor="linecolor", loc="lower left")
    remark = "Line: median. Band: central 95 % of what is likely for her. "
    figure.supxlabel(remark + footer() + ".", x=0.01, ha="left", fontsize=7.0, color=QUIET)
    return figure
