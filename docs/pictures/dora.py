"""Dora's front: what each strategy leaves of her risk, against what it costs in hours a year."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from osteon import Case, plan
from osteon.plotting.style import INK, PALETTE, QUIET, RULE, SMALL, TEXT, footer

CASE = Path(__file__).parents[1] / "snippets" / "plan" / "dora.yaml"


def draw() -> Figure:
    """Return the picture."""
    front = plan(Case.read(CASE), most=4)
    figure = Figure(figsize=(7.4, 3.2), layout="constrained")
    axes = figure.add_subplot()
    for one in front.proposals:
        risk, worst = (
            100.0 * part
            for part in (one.major_osteoporotic.expected, one.major_osteoporotic.worst_tenth)
        )
        axes.vlines(one.burden, risk, worst, color=PALETTE[0], lw=1.2, alpha=0.5)
        axes.plot(one.burden, risk, "o", color=PALETTE[0], ms=7)
        axes.plot(one.burden, worst, "_", color=PALETTE[0], ms=11)
        axes.annotate(f"#{one.rank_expected}", (one.burden, risk), (9, -3),
                      textcoords="offset points", fontsize=SMALL, color=INK)  # fmt: skip
    axes.grid(color=RULE, lw=0.7)
    axes.set_ylim(0.0, None)
    axes.set_xlim(-5.0, None)
    axes.set_xlabel("burden, hours a year")
    axes.set_ylabel("major osteoporotic fracture, %")
    axes.set_title("No strategy shown beats another in everything", fontsize=TEXT, color=INK,
                   loc="left")  # fmt: skip
    remark = "Dot: mean of all possible Doras, three years on. Dash: the tenth with the most. "
    figure.supxlabel(remark + footer() + ".", x=0.01, ha="left", fontsize=7.0, color=QUIET)
    return figure
