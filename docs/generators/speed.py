"""Speed against what was aimed at, as `make bench` and `make decades` measured it.

What a goal is short of is set against the arithmetic: how long it would take if a core did nothing
but the additions and products that are counted, each as a multiply-add at its measured peak.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from osteon.reports.mechanism_page.markdown import table

_FOLDER = Path(__file__).parents[2] / "benchmarks"
_HALF_YEARLY = "ten years, denosumab half-yearly on an inhibitor"
_MIXED = "ten years, eight mixed calendars"
_DAILY = "two years, daily teriparatide"
_ALONE = "ten years, one person"
_MILLION = 1_000_000
# Additions and products that exp and log count as, and how often a step calls what holds them.
_COUNTED: Final = {"exponentials": 20, "logarithms": 25, "divisions": 1}
_CALLS: Final = {"rates": 5, "rates_and_jacobian": 1, "factor": 1, "solve": 6}


@dataclass(frozen=True)
class Aim:
    """What must be and what was hoped for; larger is better unless `least`."""

    what: str
    must: float
    goal: float
    found: float | None
    unit: str = ""
    least: bool = False
    why: str = ""

    @property
    def verdict(self) -> str:
        """Return what is reached."""
        if self.found is None:
            return "not measured"
        if self._within(self.goal):
            return "goal reached"
        return "must reached" if self._within(self.must) else "**not reached**"

    def _within(self, limit: float) -> bool:
        assert self.found is not None
        return self.found <= limit if self.least else self.found >= limit

    def row(self) -> tuple[str, ...]:
        """Return the row of the table."""
        found = "" if self.found is None else _number(self.found) + self.unit
        limits = (_number(self.must) + self.unit, _number(self.goal) + self.unit)
        return self.what, *limits, found, self.verdict


def aims() -> list[str]:
    """Return the aims with what was found."""
    titles = ("", "Must", "Goal", "Found", "")
    return table(titles, [aim.row() for aim in _aims()])


def distances() -> list[str]:
    """Return, for each goal that is not reached, what lies between."""
    short = [aim for aim in _aims() if aim.verdict != "goal reached"]
    return table(("Goal", "What lies between"), [(aim.what, aim.why) for aim in short])


def engines() -> list[str]:
    """Return each engine's rate on each task, with its error."""
    rows = [
        (name, row["name"], f"{row['tolerance']:g}", _number(row["rate"]), f"{row['error']:.0e}")
        for name in _tasks()
        for row in _found(name)["engines"]
    ]
    return table(("Task", "Engine", "Tolerance", "People a second", "Largest error"), rows)


def days() -> list[str]:
    """Return when and where each entry was measured."""
    rows = []
    for name, one in _results().items():
        machine, after = one["machine"], one["load after"]
        load = f"{machine['load']}" + ("" if after is None else f" to {after}")
        flags = ", ".join(machine["flags"])
        rows.append((name, one["day"], f"{machine['processor']} ({flags})", load))
    return table(("Entry", "Day", "Processor", "Load"), rows)


TABLES: Final[dict[str, Callable[[], list[str]]]] = {
    "aims": aims,
    "distances": distances,
    "engines": engines,
    "days": days,
}


def _aims() -> list[Aim]:
    double, single = _found("arithmetic")
    peak, work = double["peak, operations a second"], double["operations of a person"]
    bound = _MILLION * work / peak / 2
    lone = (
        f"A person alone fills one lane of {_lanes()}, and a step costs as much for one as for "
        f"all: {_number(double['operations of a step'] * _lanes())} operations."
    )
    per_core = (
        f"At the peak of a core {_number(peak / work)} people a second are possible in double "
        f"precision, {_number(single['peak, operations a second'] / work)} in single."
    )
    gradients = _found("gradients")[-1]["in plain runs"]
    two = _found("scaling")
    many = max(row["people"] for row in two)
    one_core, two_cores = (
        next(row["seconds"] for row in two if row["people"] == many and row["cores"] == cores)
        for cores in (1, 2)
    )
    roadrunner = _against_roadrunner()
    absent = "" if roadrunner else "libroadrunner was not installed where this was measured. "
    unmeasured = "No card was at hand; [what is counted](../how-to/use-a-gpu.md) gives 6 to 13 s."
    return [
        Aim(f"against {_peer()}, double, error below 2e-4", 20, 60, _ratio(_HALF_YEARLY, "native"),
            "x", why=per_core),
        Aim("the same, single", 40, 120, _ratio(_HALF_YEARLY, "native, single"), "x", why=per_core),
        Aim("against libroadrunner at 1e-6", 25, 80, roadrunner, "x", why=absent + per_core),
        Aim("daily teriparatide against LSODA", 30, 150, _ratio(_DAILY, "native"), "x", why=
            "Daily pulses enter as their mean, so LSODA need not stop at each: two years are one "
            "interval for both, and what is left is the arithmetic of a step. " + per_core),
        Aim("numba against LSODA", 6, 15, _ratio(_HALF_YEARLY, "portable"), "x", why=
            "numba has one person at a time: a lane of the core's vectors. " + per_core),
        Aim("a million person-decades, mixed calendars, two cores, double", 480, 80,
            _decades(_MIXED, "double"), " s", True, why=
            "Calendars with fewer doses take fewer steps than the half-yearly ones of the next "
            "lines; the same limit holds for each step."),
        Aim("a million, mixed calendars, single", 300, 80,
            _decades(_MIXED, "single"), " s", True, why=
            "A third of the time goes into drawing people and counting their quantiles, in double "
            "precision."),
        Aim("a million, half-yearly denosumab, two cores, double", 480, 80,
            _decades(_HALF_YEARLY, "double"), " s", True,
            f"{_number(work)} operations a person are {bound:.0f} s at the peak of two cores."),
        Aim("a million, half-yearly denosumab, single", 300, 80,
            _decades(_HALF_YEARLY, "single"), " s", True,
            f"{_number(bound * peak / single['peak, operations a second'])} s at the peak of two "
            "cores."),
        Aim("a million on one H200", 30, 3, None, " s", True, unmeasured),
        Aim("one person from Python", 10, 1, 1000 / _fastest(_ALONE, "native"), " ms", True, lone),
        Aim("share of the peak, double", 30, 55, 100 * double["share of peak"], " %",
            why=_spent(double)),
        Aim("memory for a million people", 1, 0.2, _memory(), " GB", True,
            "Half of it is Python, the model and the women that are drawn; a group of 512 people "
            "by month takes 50 MB for each thread."),
        Aim("gradient of ten parameters, in plain runs", 10, 3.5, gradients, "", True,
            "Ten directions are solved with the same factors, four solves for each and a step."),
        Aim("two cores over one", 1.8, 1.95, one_core / two_cores, "x", why=
            "Two threads share nothing but a counter; what is missing other work took."),
        Aim("`osteon --help`", 0.3, 0.15, _found("starts")["osteon --help"], " s", True,
            "Nothing that computes is loaded; what is left is Python and the parser of commands."),
        Aim("`osteon simulate`, beyond Python's own start", 1, 1,
            _found("starts")["osteon simulate"] - _found("starts")["python"], " s", True,
            "A third is spent on loading what is needed, a third on 200 women through their years "
            "before month 0 and two strategies after it, the rest on drawing them and the table."),
        Aim("slider to redraw, 200 members", 100, 30, _redraw(), " ms", True,
            "A forecast of 200 members takes as long as 200 person-decades on the cores of the "
            f"server, {200 * work / peak * 1000:.0f} ms at the peak of one, before it is drawn."),
    ]  # fmt: skip


def _spent(double: dict[str, Any]) -> str:
    """Return how much of the peak the arithmetic could reach at all."""
    costs = dict(zip(_COUNTED, double["exp, log, division in multiply-adds"], strict=True))
    each = double["of which"]
    times = {
        kind: sum(calls * each[name][kind] for name, calls in _CALLS.items()) for kind in costs
    }
    counted = double["operations of a step"]
    beyond = sum(times[kind] * (2 * costs[kind] - _COUNTED[kind]) for kind in costs)
    return (
        f"A step takes {times['exponentials']} exp, {times['logarithms']} log and "
        f"{times['divisions']} divisions, which take longer than the sums and products they count "
        f"as: with everything else at the peak {100 * counted / (counted + beyond):.0f} % could be "
        "reached. The rest goes into loads and stores, as states, slopes and factors of all lanes "
        "are larger than the registers, and into operations that wait for each other."
    )


def _ratio(task: str, engine: str) -> float | None:
    rates = _found(task)["people a second at an error of 2e-4"]
    return rates[engine] / rates[_peer()] if {engine, _peer()} <= rates.keys() else None


def _peer() -> str:
    """Return the LSODA that was there: from C, or SciPy's with compiled equations."""
    rates = _found(_HALF_YEARLY)["people a second at an error of 2e-4"]
    return next(name for name in ("LSODA, compiled", "LSODA from Python") if name in rates)


def _against_roadrunner() -> float | None:
    rows = _found(_HALF_YEARLY)["engines"]
    theirs = [one for one in rows if one["name"] == "libroadrunner" and one["tolerance"] == 1e-6]
    ours = [one["rate"] for one in rows if one["name"] == "native" and one["error"] <= 2e-4]
    return max(ours) / theirs[0]["rate"] if theirs else None


def _fastest(task: str, engine: str) -> float:
    return float(_found(task)["people a second at an error of 2e-4"][engine])


def _decades(task: str, precision: str) -> float | None:
    one = _kept("decades.json").get(f"{task}, {precision}")
    return one["seconds"] * _MILLION / one["people"] if one else None


def _memory() -> float | None:
    sizes = [one["memory after the first group and now, GB"][1] for one in
             _kept("decades.json").values()]  # fmt: skip
    return max(sizes, default=None)


def _redraw() -> float | None:
    page = _results().get("page")
    drawn = page and page["found"]["redraw"]
    whole = "timeline to 200 members with band, ms"
    return drawn[whole]["median"] if isinstance(drawn, dict) else None


def _lanes() -> int:
    return 8 if "avx512f" in _results()["arithmetic"]["machine"]["flags"] else 4


def _tasks() -> list[str]:
    return [name for name, one in _results().items()
            if isinstance(one["found"], dict) and "engines" in one["found"]]  # fmt: skip


def _found(name: str) -> Any:
    return _results()[name]["found"]


def _results() -> dict[str, Any]:
    return _kept("results.json")


@lru_cache
def _kept(name: str) -> dict[str, Any]:
    path = _FOLDER / name
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
