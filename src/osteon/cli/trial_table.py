"""A virtual trial on the screen: who took part, what changed, what broke, how many are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rich.text import Text

from osteon.cli.look import QUIET, interval, plain_table, print_remarks, print_table, signed
from osteon.people.endpoint import label_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from osteon.trials.changes import Change, Difference
    from osteon.trials.hazard_ratio import HazardRatio
    from osteon.trials.outcome import TrialOutcome
    from osteon.trials.power_of_trial import TrialPower

_KINDS = ("fracture_clinical", "fracture_vertebral", "fracture_hip")
_WHO = {
    "age": "age_years",
    "since\nmenop.": "years_since_menopause",
    "BMI": "body_mass_index",
    "T\nspine": "t_score_lumbar_spine",
    "T\nhip": "t_score_total_hip",
    "T\nneck": "t_score_femoral_neck",
}
_ENDS = {"left,\n%": "dropped_out", "died,\n%": "died"}
_KEY = (
    "At month 0: age and time since menopause in years, body mass index in kg/m2, T-scores; left: "
    "dropped out. Change: percent since month 0, mean with its 95 % interval, of those still "
    "followed; gained and lost: percent of people who changed by more than two scans could (least "
    "significant change). Differences are percentage points, with Welch's t-test. Fractures: "
    "cumulative incidence, death being a rival; hazard ratio by Cox. Power: chance of p < 0.05 "
    "with so many people measured in each arm, by formula and (in brackets) in 2,000 trials drawn "
    "from simulated people; planned: of this trial at its own size; for 80 and 90 %: how many to "
    "enroll in each arm, those who leave included. Power is taken from {many:,} people in each "
    "arm, more than the trial may have."
)


def print_trial(console: Console, found: TrialOutcome, power: TrialPower) -> None:
    """Print a virtual trial."""
    console.print()
    console.print(Text(found.design.trial.trial, style="bold"))
    screening = found.screening
    console.print(
        Text(f"{screening.candidates:,} people screened, {screening.enrolled:,} enrolled.")
    )
    console.print()
    print_table(console, _who(found))
    _print_changes(console, found)
    _print_fractures(console, found)
    _print_power(console, found, power)
    print_remarks(console, _KEY.format(many=power.people), found.notes)


def _who(found: TrialOutcome) -> Table:
    table = plain_table("at month 0:\nmean (SD)")
    for title in ("n", *_WHO, *_ENDS):
        table.add_column(title, justify="right", no_wrap=True)
    for arm in found.arms:
        traits = [_mean_and_sd(found.column(arm, name)) for name in _WHO.values()]
        shares = [f"{100.0 * found.column(arm, name).mean():.1f}" for name in _ENDS.values()]
        table.add_row(arm, str(found.design.people_in(arm)), *traits, *shares)
    return table


def _mean_and_sd(values: NDArray[np.float64]) -> Text:
    text = Text(f"{round(values.mean(), 1) + 0.0:.1f}")
    return text.append(f"\n({values.std():.1f})", style=QUIET)


def _print_changes(console: Console, found: TrialOutcome) -> None:
    last = found.months[-1]
    differences = {(one.arm, one.endpoint): one for one in found.differences if one.month == last}
    table = plain_table(f"month {last:g}")
    for title in ("n", "change, %", "gained", "lost", "difference", "p"):
        table.add_column(title, justify="right", no_wrap=True)
    for endpoint in found.design.endpoints:
        table.add_row(Text(label_of(endpoint), style="bold"))
        for one in found.changes:
            if (one.endpoint, one.month) == (endpoint, last):
                table.add_row(*_change(one, differences.get((one.arm, endpoint))))
    console.print()
    title = "Changes" if len(found.arms) < 2 else f"Changes, and against {found.versus}"
    console.print(Text(title, style="bold"))
    print_table(console, table)


def _change(one: Change, difference: Difference | None) -> tuple[Text | str, ...]:
    change = Text(signed(one.mean) if one.measured else "—")
    if one.low is not None and one.high is not None:
        change.append(f"\n{interval(one.low, one.high)}", style=QUIET)
    shares = ("" if share is None else f"{share:.0f}" for share in (one.gained, one.lost))
    if difference is None:
        return f"  {one.arm}", str(one.measured), change, *shares
    apart = Text(signed(difference.difference))
    apart.append(f"\n{interval(difference.low, difference.high)}", style=QUIET)
    return f"  {one.arm}", str(one.measured), change, *shares, apart, _chance(difference.p)


def _print_fractures(console: Console, found: TrialOutcome) -> None:
    ratios = {(one.arm, one.endpoint): one for one in found.ratios}
    table = plain_table(f"by month {found.months[-1]:g}")
    for title in ("women with one", "of 100", "hazard ratio", "p"):
        table.add_column(title, justify="right", no_wrap=True)
    for kind in _KINDS:
        table.add_row(Text(label_of(kind), style="bold"))
        for one in found.incidences:
            if one.endpoint == kind:
                share = Text(f"{one.percent:.1f}")
                share.append(f"\n{one.low:.1f} to {one.high:.1f}", style=QUIET)
                ratio = _ratio(ratios.get((one.arm, kind)))
                table.add_row(f"  {one.arm}", str(one.events), share, *ratio)
    console.print()
    console.print(Text("Fractures", style="bold"))
    print_table(console, table)


def _ratio(one: HazardRatio | None) -> tuple[Text | str, ...]:
    if one is None:
        return ()
    text = Text(f"{one.ratio:.2f}")
    return text.append(f"\n{one.low:.2f} to {one.high:.2f}", style=QUIET), _chance(one.p)


def _print_power(console: Console, found: TrialOutcome, power: TrialPower) -> None:
    for arm in found.compared:
        powers = [one for one in power.changes if one.arm == arm]
        if not powers:
            continue
        table = plain_table("n in each arm")
        for title in (*map(str, powers[0].by_formula), "planned", "for 80 %", "for 90 %"):
            table.add_column(title, justify="right", no_wrap=True)
        for one in powers:
            cells = [
                f"{100 * chance:.0f} ({100 * one.by_resampling[size]:.0f})"
                for size, chance in one.by_formula.items()
            ]
            cells.append(f"{100 * one.planned:.0f}")
            table.add_row(label_of(one.endpoint), *cells, *map(_number, one.needed.values()))
        for event in power.fractures:
            if event.arm == arm and event.endpoint in _KINDS:
                empty = [""] * (len(powers[0].by_formula) + 1)
                needed = map(_number, event.needed.values())
                table.add_row(label_of(event.endpoint), *empty, *needed)
        console.print()
        title = f"Power, %, of {arm} against {found.versus} at month {found.months[-1]:g}"
        console.print(Text(title, style="bold"))
        print_table(console, table)


def _number(needed: int | None) -> str:
    return ">100,000" if needed is None else f"{needed:,}"


def _chance(p: float) -> str:
    return "<0.001" if p < 0.001 else f"{p:.3f}" if np.isfinite(p) else ""
