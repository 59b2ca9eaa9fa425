"""Bone mineral density at the three sites under every strategy.

Percent change from today stands outside the left edge; the T-score (or, at a site that was not
measured, the density itself) stands inside it, on the same height.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from osteon.language.person import Person
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.reference_bmd import bmd_from_t_score, t_score_from_bmd
from osteon.plotting.curves import Curves, common_limits
from osteon.plotting.labels import Label
from osteon.plotting.panel import Panel, draw_panels
from osteon.plotting.places import write_where_quiet
from osteon.plotting.second_scale import SecondScale, absolute
from osteon.plotting.shapes import Forecast
from osteon.plotting.style import QUIET, house_style, signed
from osteon.vocabulary.site import Site

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WHO_LIMITS = ((-1.0, "osteopenia below −1"), (-2.5, "osteoporosis below −2.5"))


class TScores(NamedTuple):
    """The T-scores of one site on one scanner."""

    site: Site
    scanner: str

    def of(self, density: float) -> float:
        """Return the T-score of a density (g/cm2)."""
        return t_score_from_bmd(density, self.site, self.scanner)

    def density(self, t_score: float) -> float:
        """Return the density (g/cm2) of a T-score."""
        return bmd_from_t_score(t_score, self.site, self.scanner)


def plot_bmd(forecast: Forecast) -> Figure:
    """Return BMD at the three sites as a figure: percent change, T-scores, limits of the WHO.

    T-scores and limits are left out at a site where the person was not measured.

    Raises
    ------
    InputError
        If the forecast holds no strategy.
    """
    everything = [Curves(forecast, endpoint) for endpoint in DXA_ENDPOINTS]
    limits = common_limits(everything)
    panels = []
    for site, curves in zip(Site, everything, strict=True):
        scores = scores_of(forecast.case.person, site)
        labels = tuple(_label(curves, place, scores) for place in range(len(curves.names)))
        scale = absolute(curves.unit, curves.today) if scores is None else _scale(curves, scores)
        marks = None if scores is None else partial(_who_limits, curves=curves, scale=scale)
        today = _today(curves, scores)
        panels.append(Panel(curves, site.label.capitalize(), today, limits, labels, scale, marks))
    with house_style():
        return draw_panels("Bone mineral density (BMD)", panels)


def scores_of(person: Person, site: Site) -> TScores | None:
    """Return the T-scores of a site; None where the person was not measured."""
    measured = (getattr(person.bmd, site), getattr(person.t_score, site))
    return None if measured == (None, None) else TScores(site, person.scanner)


def _scale(curves: Curves, scores: TScores) -> SecondScale:
    density = absolute(curves.unit, curves.today)
    return SecondScale(
        "T-score",
        lambda change: scores.of(density.value_of(change)),
        lambda t_score: density.change_of(scores.density(t_score)),
    )


def _today(curves: Curves, scores: TScores | None) -> str:
    density = f"today {curves.today:.3f} {curves.unit}"
    if scores is None:
        return f"{density}, typical, not measured"
    return f"{density}, T-score {signed(scores.of(curves.today), 1)}"


def _label(curves: Curves, place: int, scores: TScores | None) -> Label:
    last = float(curves.levels[place].median[-1])
    density = f"{last:.3f} {curves.unit}"
    level = density if scores is None else f"T-score {signed(scores.of(last), 1)}"
    return Label(curves.names[place], (curves.outlook(place), level))


def _who_limits(axes: Axes, curves: Curves, scale: SecondScale) -> None:
    low, high = axes.get_ylim()
    for t_score, name in _WHO_LIMITS:
        height = scale.change_of(t_score)
        if low < height < high:
            months = (0.0, curves.horizon)
            axes.plot(months, (height, height), color=QUIET, lw=1.0, ls=(0, (5, 3)), zorder=2)
            write_where_quiet(axes, curves, name, height)
