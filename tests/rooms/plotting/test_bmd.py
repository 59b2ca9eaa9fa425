"""The BMD picture holds the numbers of the forecast, of the WHO and of the scanner's maker."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.errors import InputError
from osteon.plotting import plot_bmd, plot_markers


def heights(axes) -> list[float]:
    """Return the heights of all level lines that run from today to the horizon."""
    lines = [line for line in axes.lines if list(line.get_xdata()) == [0.0, 120.0]]
    return [float(line.get_ydata()[0]) for line in lines if np.ptp(line.get_ydata()) == 0]


def texts(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_a_line_ends_at_the_percent_change_of_its_strategy(make) -> None:
    spine = plot_bmd(make.forecast("alone", "trained")).axes[0]
    thick = [line for line in spine.lines if line.get_linewidth() > 2]
    assert sorted(float(line.get_ydata()[-1]) for line in thick) == pytest.approx([-6.0, -3.0])


def test_the_label_says_the_change_its_limits_and_the_t_score(make) -> None:
    spine = plot_bmd(make.forecast("alone")).axes[0]
    # 0.915 g/cm2 less 6 % is 0.8601; Hologic spine: young mean 1.047, sd 0.110 (the maker's).
    assert "−6.0 % (−18 to +2)" in texts(spine)
    assert "T-score −1.7" in texts(spine)


def test_the_limits_of_the_who_stand_at_their_densities(make) -> None:
    spine, _, neck = plot_bmd(make.forecast("alone")).axes
    penia, porosis = (1.047 - 0.110) / 0.915, (1.047 - 2.5 * 0.110) / 0.915
    assert {round(100 * (share - 1), 6) for share in (penia, porosis)} <= {
        round(height, 6) for height in heights(spine)
    }
    assert "osteoporosis below −2.5" in texts(spine)
    assert round(100 * ((0.858 - 2.5 * 0.120) / 0.69 - 1), 6) in {
        round(h, 6) for h in heights(neck)
    }


def test_a_limit_out_of_sight_is_not_drawn(make) -> None:
    hip = plot_bmd(make.forecast("alone")).axes[1]
    assert hip.get_ylim()[0] > 100 * ((0.942 - 2.5 * 0.122) / 0.832 - 1)
    assert "osteoporosis below −2.5" not in texts(hip)


def test_the_least_significant_change_is_that_of_the_iscd(make) -> None:
    # 2.77 times the published precision: spine 1.08 %, hip 1.3 %, neck 1.5 %; markers 10 %.
    panels = [*plot_bmd(make.forecast("a")).axes, *plot_markers(make.forecast("a")).axes]
    for axes, reach in zip(panels, [2.9916, 3.601, 4.155, 27.7, 27.7], strict=True):
        seen = [round(height, 6) for height in heights(axes)]
        assert {reach, -reach} <= set(seen)


def test_a_measurement_stands_at_its_month_and_change(make) -> None:
    forecast = make.forecast("alone", case=make.case(measured=True))
    spine, hip, _ = plot_bmd(forecast).axes
    dots = [line for line in spine.lines if line.get_marker() == "o"]
    place = dots[0].get_xydata()[0]
    assert place == pytest.approx([14, 100 * (0.902 / 0.915 - 1)])
    assert [line for line in hip.lines if line.get_marker() == "o"] == []
    ctx = plot_markers(forecast).axes[0]
    assert [line.get_xydata()[0][0] for line in ctx.lines if line.get_marker() == "o"] == [6]


def test_a_site_that_was_not_measured_has_densities_and_no_t_scores(make) -> None:
    case = make.case(without=", total_hip: -0.9")
    spine, hip, _ = plot_bmd(make.forecast("alone", case=case)).axes
    assert not any("T-score" in text or "osteo" in text for text in texts(hip))
    assert {"g/cm²", "today 0.832 g/cm², typical, not measured"} <= set(texts(hip))
    assert "T-score" in texts(spine)


def test_the_three_sites_share_one_scale(make) -> None:
    limits = {axes.get_ylim() for axes in plot_bmd(make.forecast("alone")).axes}
    assert len(limits) == 1


def test_a_short_forecast_counts_in_months(make) -> None:
    axes = plot_bmd(make.forecast("alone", months=18)).axes[0]
    assert axes.get_xlabel() == "months from today"
    assert plot_bmd(make.forecast("alone")).axes[0].get_xlabel() == "years from today"


def test_a_second_scale_reads_the_same_height_twice(make) -> None:
    spine = plot_bmd(make.forecast("alone")).axes[0]
    # T-score -2 on a Hologic scanner is 1.047 - 2 x 0.110 = 0.827 g/cm2.
    tick = next(text for text in spine.texts if text.get_text() == "−2.0")
    assert tick.xy[1] == pytest.approx(100 * (0.827 / 0.915 - 1))


@pytest.mark.parametrize("plot", [plot_bmd, plot_markers])
def test_a_forecast_without_a_strategy_is_refused(make, plot) -> None:
    with pytest.raises(InputError, match="holds no strategy to draw; simulate at least one"):
        plot(make.forecast())
