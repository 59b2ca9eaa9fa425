"""How long a plan takes: the example and twenty varied cases, on two cores.

`python -m benchmarks.plans` prints seconds for each and keeps them in benchmarks/plans.json. The
aim is less than ten seconds for every one of them, on an idle machine, once the kernel is compiled.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from benchmarks.machine import described
from osteon.language import Case
from osteon.planning.plan import plan

AIM = 10.0
_EXAMPLE = Path(__file__).parents[1] / "examples" / "anastrozole.yaml"
_RESULTS = Path(__file__).with_name("plans.json")
_TAKES: tuple[list[str], ...] = (
    [],
    ["anastrozole 1 mg daily for 5 years"],
    ["letrozole 2.5 mg daily for 5 years"],
    ["tamoxifen 20 mg daily for 5 years"],
    ["exemestane 25 mg daily for 5 years", "goserelin 3.6 mg monthly for 5 years"],
)
_BEFORE: tuple[list[str], ...] = (
    [],
    ["denosumab 60 mg every 6 months from month -24"],
    ["alendronate 70 mg weekly from month -30"],
)


def varied(count: int = 20, seed: int = 1) -> Iterator[tuple[str, Case]]:
    """Yield cases of many kinds by name, the same for the same seed."""
    chance = np.random.default_rng(seed)
    for number in range(count):
        age = int(chance.integers(36, 85))
        score = round(float(chance.uniform(-3.2, -0.4)), 1)
        takes = list(_TAKES[number % len(_TAKES)])
        person: dict[str, Any] = {
            "age": f"{age} years",
            "t_score": {"lumbar_spine": score, "total_hip": score + 0.3},
            "laboratory": {"egfr": f"{chance.integers(25, 100)} mL/min", "calcidiol": "60 nmol/L"},
            "history": {"previous_fracture": "yes" if chance.random() < 0.3 else "no"},
        }
        if age > 50:
            person["menopause_age"] = "50 years"
        if number % 10 == 9:
            person |= {"sex": "male"}
            person.pop("menopause_age", None)
            takes = []
        case = Case(
            person=person,
            usual={"drugs": _BEFORE[number % len(_BEFORE)],
                   "diet": {"calcium": f"{chance.integers(4, 13) * 100} mg/day"}},
            strategies={"now": {"drugs": takes}},
            plan={"horizon": f"{(1, 3, 5, 10)[number % 4]} years", "foods": ["yogurt"]},
        )  # fmt: skip
        yield f"case {number + 1}, {age} years, T {score}", case


def main() -> None:
    """Plan each, print the seconds, keep them."""
    console = Console()
    cases = {"examples/anastrozole.yaml": Case.read(_EXAMPLE), **dict(varied())}
    plan(cases["examples/anastrozole.yaml"])
    taken: dict[str, float] = {}
    for name, case in cases.items():
        begun = time.perf_counter()
        front = plan(case, seed=2)
        taken[name] = round(time.perf_counter() - begun, 2)
        mark = "" if taken[name] < AIM else "  beyond the aim"
        console.print(f"{taken[name]:6.2f} s  {len(front):2d} strategies  {name}{mark}")
    load = os.getloadavg()[0]
    console.print(f"longest {max(taken.values()):.2f} s; load before the end {load:.1f}")
    content = {"machine": described(), "load": round(load, 1), "seconds": taken}
    _RESULTS.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
